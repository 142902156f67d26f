import Diffusion
import Figures
import Probability

extension Figure {
  /// A cloud that a classifier leads to one class.
  static let classifierSample = Figure(
    "sample", title: "A cloud of noise on its way to one class, led by a classifier",
    parameters: Parameter.data(.ring) + [
      .label, .guidanceScale("1"), .classifier, .denoiser, .visited(), .eta(), .spacing(),
    ] + Parameter.schedule + [.samples(2...50_000)],
    formulas: [GuidedFormula.classifier]
  ) { settings, seed, watch throws(FigureError) in
    let plane = try GuidedPlane(settings)
    let scale = settings.real("scale")
    let classifier = try settings.classifier(plane.law, plane.schedule)
    let network = try settings.denoiser(plane.law, plane.schedule)
    let right = ClassifierGuidedDenoiser(network, classifier, plane.schedule, scale: scale)
    let own = try GuidedFormula(settings, plane.schedule, scale: scale)?.denoiser { points, t in
      (network.noise(in: points, at: t), classifier.gradient(in: points, at: t))
    }
    return try plane.outcome(settings, right, own, seed: seed, watch)
  }
}

/// What the figures with guided points of the plane share.
struct GuidedPlane: Sendable {
  let schedule: Schedule
  let law: any Distribution2D
  let label: Int
  private let sampler: Sampler
  private let steps: Int
  private let count: Int

  init(_ settings: Settings) throws(FigureError) {
    schedule = try settings.noiseSchedule()
    law = try settings.planeData()
    label = try settings.label(of: law)
    steps = settings.visited(schedule)
    sampler = try Sampler(schedule, steps, settings.spacing, .eta(settings.real("eta")))
    count = try settings.walkers(schedule)
  }

  /// The cloud by the right denoiser, and by that of the reader's formula where there is one.
  func outcome(
    _ settings: Settings, _ right: any Denoiser<Points2D>, _ own: (any Denoiser<Points2D>)?,
    seed: UInt64, _ watch: Watch
  ) throws(FigureError) -> Outcome {
    let ways = [
      ReverseWay("guided", suffix: own == nil ? "" : "_right", sampler, right),
      own.map { ReverseWay("your formula", sampler, $0, importance: 1) },
    ]
    var flow = try ReverseFlow(
      ways.compactMap(\.self), law, asking: label, count: count, seed: seed, watch: watch)
    flow.showsPrediction = own == nil
    return Outcome(
      settings: settings.effective(schedule, visiting: steps), values: flow.values,
      tables: flow.tables, frames: flow.frames)
  }
}
