import Diffusion
import Figures
import Plots
import Probability

extension Figure {
  /// Data to noise and back without a draw, and what is lost.
  static let ddimReconstruct = Figure(
    "reconstruct", title: "Data to noise and back, and what is lost on the way",
    parameters: Parameter.mixture + [.spacing()] + Parameter.schedule
  ) { settings, _, watch throws(FigureError) in
    let schedule = try settings.noiseSchedule()
    let data = try settings.mixture()
    guard data.components.allSatisfy({ $0.variance > 0 }) else {
      throw .unfit("A standard deviation is 0; give deviations above 0.")
    }
    let published = PublishedTables.reconstruction.filter { $0.steps <= schedule.steps }
    guard !published.isEmpty else {
      throw .unfit("T is \(schedule.steps); give a T of at least 10.")
    }
    var errors: [Double] = []
    for (steps, _) in published {
      let sampler = try Sampler(schedule, steps, settings.spacing, .eta(0))
      errors.append(sampler.reconstructionError(of: data))
      try watch.report(Double(errors.count) / Double(published.count))
    }
    let steps = published.map { Double($0.steps) }
    let plot = LinePlot(
      "Mean squared error after encoding and decoding",
      series: [
        LinePlot.Series("here", x: steps, y: errors),
        LinePlot.Series("DDIM's Table 2", x: steps, y: published.map(\.error)),
      ],
      x: Axis("steps", scale: .log10), y: Axis("error", scale: .log10))
    return Outcome(
      settings: settings.effective(schedule),
      values: zip(published, errors).map { (name: "error, S = \($0.steps)", value: $1) },
      tables: [
        Table(
          "errors", columns: ["steps", "error", "error_paper"],
          rows: zip(published, errors).map { [Double($0.steps), $1, $0.error] })
      ], frames: Frames(plot: plot))
  }
}
