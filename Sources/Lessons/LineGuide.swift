import Diffusion
import Figures
import Probability

/// Two classes of numbers and a sampler, as the figures of guided numbers are asked for them.
struct LineGuide: Sendable {
  let schedule: Schedule
  let classes: LineClasses
  private let sampler: Sampler
  private let steps: Int

  init(_ settings: Settings) throws(FigureError) {
    schedule = try settings.noiseSchedule()
    classes = try settings.lineClasses(schedule)
    steps = settings.visited(schedule)
    sampler = try Sampler(schedule, steps, .trailing, .eta(settings.real("eta")))
  }

  /// Guided by a classifier.
  func guided(by classifier: ExactLineClassifier, scale: Double) -> any Denoiser<[Double]> {
    ClassifierGuidedDenoiser(classes.unconditioned, classifier, schedule, scale: scale)
  }

  /// Guided by the difference of the conditioned answer and the unconditioned.
  func guided(w: Double) -> any Denoiser<[Double]> {
    ClassifierFreeDenoiser(classes.conditioned, classes.unconditioned, w: w)
  }

  /// Numbers that were guided in some ways.
  func outcome(
    _ settings: Settings, _ ways: [GuidedLine.Way], count: Int = GuidedLine.count, seed: UInt64,
    _ watch: Watch
  ) throws(FigureError) -> Outcome {
    let line = try GuidedLine(classes, sampler, ways, count: count, seed: seed, watch: watch)
    return Outcome(
      settings: settings.effective(schedule, visiting: steps), values: line.values,
      tables: [line.table], frames: line.frames)
  }
}
