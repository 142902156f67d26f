import Diffusion
import Figures
import Plots
import Probability
import RealModule
import Training

extension Figure {
  /// Where a trained network is off from the exact answers.
  static let trainedField = Figure(
    "trained", title: "Where a trained network is off from the exact answers",
    parameters: Parameter.data(.moons) + Parameter.schedule + [
      .step(150, "the step whose answers are compared")
    ]
  ) { settings, seed throws(FigureError) in
    let schedule = try settings.noiseSchedule()
    let t = try settings.step(of: schedule)
    let comparison = TrainedComparison(
      try settings.planeData(), schedule, try settings.trainedDenoiser(schedule), seed: seed)
    return Outcome(
      settings: settings.effective(schedule, at: t), values: comparison.values(at: t),
      tables: [comparison.table],
      frames: ChosenTimeline(schedule, chosen: t).frames(comparison.picture))
  }
}

/// A trained denoiser beside the exact one, on draws of the data and over the plane.
private struct TrainedComparison: Sendable {
  private let law: any Distribution2D
  private let schedule: Schedule
  private let denoiser: TrainedDenoiser
  private let seed: UInt64
  private let range: ClosedRange<Double>

  init(
    _ law: any Distribution2D, _ schedule: Schedule, _ denoiser: TrainedDenoiser, seed: UInt64
  ) {
    (self.law, self.schedule, self.denoiser, self.seed) = (law, schedule, denoiser, seed)
    range = CloudLook(labels: [], of: law).range.middle
  }

  private func quality(at t: Int) -> NoiseQuality {
    NoiseQuality(of: denoiser, on: law, schedule, at: [t], draws: 2000, seed: seed)
  }

  func values(at t: Int) -> [(name: String, value: Double)] {
    let (here, all) = (
      quality(at: t), NoiseQuality(of: denoiser, on: law, schedule, seed: seed)
    )
    return [
      ("loss_floor_at_t", here.floor), ("loss_at_t", here.loss), ("loss_floor", all.floor),
      ("loss", all.loss), ("excess_share", all.share),
    ]
  }

  var table: Table {
    Table(
      "losses", columns: ["t", "floor", "loss"],
      rows: StepTimeline(schedule).tenth.filter { $0 > 0 }.map { t in
        let quality = quality(at: t)
        return [Double(t), quality.floor, quality.loss]
      })
  }

  func picture(_ t: Int) -> any Picture {
    let map = ErrorMap(law, schedule, at: t, over: range)
    return map.picture(of: map.lengths(denoiser), title: schedule.caption(at: t))
  }
}
