import Diffusion
import FoundationEssentials
import Networks
import Programs
import Shelf
import Training

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Where a training's files are.
struct TrainingFiles {
  let weights: String
  /// What a training that was stopped goes on from.
  let checkpoint: String

  /// Nil where there is no home.
  init?(of model: NoiseModel) {
    guard let weights = folders().weightsFile(model.name),
      let checkpoint = folders().trainingFile(model.name)
    else { return nil }
    (self.weights, self.checkpoint) = (weights, checkpoint)
  }
}

/// One training from a command: steps, progress on standard error, files that outlive a kill.
struct TrainingSession {
  private let model: NoiseModel
  private let files: TrainingFiles
  private var training: NoiseTraining
  private var progress: TrainingProgress

  private static let pause = Duration.seconds(5)

  /// A training that was stopped goes on, unless it is to begin `anew`.
  init(
    _ model: NoiseModel, plan: NoiseTraining.Plan, _ files: TrainingFiles, anew: Bool
  ) throws {
    (self.model, self.files) = (model, files)
    training = try model.training(plan)
    if !anew, fileExists(files.checkpoint) {
      do {
        try training.resume(from: Data(try readFile(files.checkpoint)))
      } catch {
        throw Failure.unreadable(
          "\(files.checkpoint): \(error) With --anew the training begins anew.")
      }
    }
    progress = TrainingProgress(model.name, of: plan.steps, from: training.taken)
  }

  /// Trains to the end; a signal ends this process, once the training so far is stored.
  mutating func run() throws -> NoiseQuality {
    let signals = HeldSignals()
    defer { signals.release() }
    try store(training.checkpoint, files.checkpoint)
    var stored = ContinuousClock.now
    while training.next() != nil {
      progress.show(training, measure: Self.quality)
      let isStopped = signals.isPending()
      guard isStopped || ContinuousClock.now - stored > Self.pause else { continue }
      try store(training.checkpoint, files.checkpoint)
      stored = .now
      if isStopped { leave(signals) }
    }
    progress.end()
    try store(training.weights(of: model), files.weights)
    unlink(files.checkpoint)
    return Self.quality(of: training)
  }

  private static func quality(of training: NoiseTraining) -> NoiseQuality {
    NoiseQuality(of: training.denoiser, on: training.data, training.schedule)
  }

  private func store(_ data: Data, _ path: String) throws {
    do throws(FileError) {
      try makeFolder(path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "/")
      try writeFile([UInt8](data), to: path)
    } catch {
      throw Failure.unreadable("What was learned can't be stored. \(error)")
    }
  }

  private mutating func leave(_ signals: HeldSignals) {
    progress.end()
    warn("stopped after step \(training.taken); the same command goes on from there.")
    signals.release()
  }
}
