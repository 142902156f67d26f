import Canvas
import Diffusion
import Figures
import Plots
import Probability

extension Figure {
  /// What fewer steps and more noise cost in the plane, beside what chance alone makes of it.
  static let ddimPlane = Figure(
    "plane", title: "What fewer steps and more noise cost in the plane",
    parameters: Parameter.data(.ring) + [
      .spacing(),
      Parameter(
        "show", .choice(PlaneMeasure.allCases.map(\.rawValue) + ["table"]),
        standard: PlaneMeasure.sliced.rawValue, "which distance to draw, or its table"),
    ] + Parameter.schedule + [
      Parameter("samples", .integer(2...10_000), standard: "2000", "how many are drawn")
    ]
  ) { settings, seed, watch throws(FigureError) in
    let schedule = try settings.noiseSchedule()
    let survey = try PlaneSurvey(
      schedule, try settings.planeData(), settings.spacing, count: settings.integer("samples"),
      seed: seed, watch)
    return Outcome(
      settings: settings.effective(schedule), values: survey.floors, tables: [survey.table],
      frames: survey.frames(settings.choice("show")))
  }
}

/// How far samples of the plane are from the data.
private enum PlaneMeasure: String, CaseIterable {
  case sliced = "sliced_wasserstein"
  case energy = "energy_distance"
  case likelihood = "nll"
  case spread = "spread_ratio"

  func value(_ samples: Points2D, _ data: Points2D, _ law: any Distribution2D) -> Double {
    switch self {
    case .sliced: return Wasserstein.sliced(samples, data)
    case .energy: return EnergyDistance.between(samples, data)
    case .likelihood:
      return -law.logDensities(at: samples).reduce(0, +) / Double(samples.count)
    case .spread: return law.spreadRatio(of: samples) ?? .nan
    }
  }
}

/// Every sampler of DDIM's Table 1 on points of the plane, all from the same starts.
private struct PlaneSurvey: Sendable {
  /// A table for each measure.
  private let measured: [SamplerTable]
  let floors: [(name: String, value: Double)]

  init(
    _ schedule: Schedule, _ law: any Distribution2D, _ spacing: Spacing, count: Int, seed: UInt64,
    _ watch: Watch
  ) throws(FigureError) {
    let data = law.draw(count, seed: seed, stream: 1 << 41).points
    let denoiser = ExactDenoiser(law, schedule)
    var generator = CounterGenerator(seed: seed, stream: 0)
    let starts = generator.normalPoints(count)
    let all = SamplerTable.allCounts.filter { $0 <= schedule.steps }.reduce(0, +) * 5
    var (done, ends): (Int, [[Points2D]]) = (0, [])
    let first = try SamplerTable(schedule) { steps throws(FigureError) in
      var column: [Points2D] = []
      for sampler in try SamplerTable.samplers(schedule, steps, spacing) {
        column.append(
          ReverseWalk(sampler, denoiser, from: starts, seed: seed).reduce(starts) { $1.next })
        done += steps
        try watch.report(Double(done) / Double(all))
      }
      ends.append(column)
      return column.map { PlaneMeasure.sliced.value($0, data, law) }
    }
    measured =
      [first]
      + PlaneMeasure.allCases.dropFirst().map { measure in
        SamplerTable(first.counts, ends.map { $0.map { measure.value($0, data, law) } })
      }
    floors = PlaneSurvey.floors(law, data, seed: seed)
  }

  private static func floors(
    _ law: any Distribution2D, _ data: Points2D, seed: UInt64
  ) -> [(name: String, value: Double)] {
    // Another seed, so that the floor's draws are independent of all others.
    let sliced = DistanceFloor(
      of: law, count: data.count, seed: ~seed, distance: Wasserstein.sliced)
    let energy = DistanceFloor(
      of: law, count: data.count, seed: ~seed, distance: EnergyDistance.between)
    return [
      ("sliced_wasserstein_floor", sliced.mean),
      ("sliced_wasserstein_floor_sd", sliced.standardDeviation),
      ("energy_distance_floor", energy.mean),
      ("energy_distance_floor_sd", energy.standardDeviation),
      ("nll_data", PlaneMeasure.likelihood.value(data, data, law)),
    ]
  }

  var table: Table {
    let tables = zip(PlaneMeasure.allCases, measured).map { $1.table($0.rawValue) }
    let rows = tables[0].cells.indices.map { row in
      tables[0].cells[row] + tables.dropFirst().map { $0.cells[row][2] }
    }
    return Table(
      "distance", columns: ["eta", "steps"] + PlaneMeasure.allCases.map(\.rawValue), cells: rows)
  }

  func frames(_ show: String) -> Frames {
    guard let index = PlaneMeasure.allCases.firstIndex(where: { $0.rawValue == show }) else {
      return Frames(table: measured[0].printed())
    }
    let floor = [floors[0].value, nil, floors[4].value, 1][index]
    return Frames(
      plot: measured[index].plot(
        "The samples beside draws of the data", show, floor: floor, isLog: index == 0))
  }
}
