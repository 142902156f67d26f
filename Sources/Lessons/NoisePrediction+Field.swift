import Canvas
import Diffusion
import Figures
import Plots
import Probability
import RealModule

extension Figure {
  /// The expected noise of points of the plane, as arrows.
  static let predictionField = Figure(
    "field", title: "What the best network answers everywhere in the plane, as arrows",
    parameters: Parameter.data(.moons) + Parameter.schedule + [
      .step(150, "the step whose answers are shown"),
      Parameter(
        "show", .choice(["noise", "score"]), standard: "noise",
        "the arrows: the noise to be expected, or the slope of the log density"),
      .samples(2...20_000),
    ]
  ) { settings, seed throws(FigureError) in
    let schedule = try settings.noiseSchedule()
    let t = try settings.step(of: schedule)
    let field = PredictionField(
      schedule, try settings.planeData(), showsScore: settings.choice("show") == "score",
      count: settings.integer("samples"), seed: seed)
    return Outcome(
      settings: settings.effective(schedule, at: t), values: field.values(at: t),
      tables: [field.table(at: t)],
      frames: ChosenTimeline(schedule, chosen: t).frames(field.picture))
  }
}

/// The exact answers for data of a known law, over the points that are seen.
private struct PredictionField: Sendable {
  private let schedule: Schedule
  private let denoiser: ExactDenoiser
  private let showsScore: Bool
  private let starts: LabelledPoints
  private let noise: Points2D
  private let range: ClosedRange<Double>

  init(
    _ schedule: Schedule, _ law: any Distribution2D, showsScore: Bool, count: Int, seed: UInt64
  ) {
    (self.schedule, self.showsScore) = (schedule, showsScore)
    denoiser = ExactDenoiser(law, schedule)
    starts = law.draw(count, seed: seed)
    var generator = CounterGenerator(seed: seed, stream: 1)
    noise = generator.normalPoints(count)
    range = CloudLook(labels: [], of: law).range.middle
  }

  private func cloud(at t: Int) -> Points2D { schedule.jump(starts.points, to: t, noise: noise) }

  func values(at t: Int) -> [(name: String, value: Double)] {
    [
      ("loss_of_draws", denoiser.loss(of: noise, in: cloud(at: t), at: t)),
      ("noise_scale", schedule.noiseScale(at: t)),
    ]
  }

  private static let columns = 15
  private static let rows = 11

  private func arrows(at t: Int) -> [ArrowField.Arrow] {
    denoiser.arrows(
      columns: Self.columns, rows: Self.rows, over: range, at: t,
      times: showsScore ? 1 : -schedule.noiseScale(at: t))
  }

  func table(at t: Int) -> Table {
    Table(
      "field", columns: ["x", "y", "dx", "dy"],
      rows: arrows(at: t).map { [$0.x, $0.y, $0.dx, $0.dy] })
  }

  func picture(_ t: Int) -> any Picture {
    ArrowField(
      schedule.caption(at: t), arrows: arrows(at: t), over: cloud(at: t), in: range,
      longest: showsScore ? nil : 3)
  }
}

extension ClosedRange<Double> {
  /// Three quarters of the range, around its middle: where arrows tell most.
  var middle: ClosedRange<Double> {
    let (centre, half) = ((lowerBound + upperBound) / 2, 0.375 * (upperBound - lowerBound))
    return centre - half...centre + half
  }
}
