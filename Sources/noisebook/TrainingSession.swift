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
  init?(of model: TrainableModel) {
    guard let weights = folders().weightsFile(model.name),
      let checkpoint = folders().trainingFile(model.name)
    else { return nil }
    (self.weights, self.checkpoint) = (weights, checkpoint)
  }
}

/// One training from a command: steps, progress on standard error, files that outlive a kill.
struct TrainingSession<Training: ModelTraining> {
  private let files: TrainingFiles
  private var training: Training
  private var progress: TrainingProgress

  private static var pause: Duration { .seconds(5) }

  /// A training that was stopped goes on, unless it is to begin `anew`.
  init(_ training: Training, _ files: TrainingFiles, anew: Bool) throws {
    (self.files, self.training) = (files, training)
    if !anew, fileExists(files.checkpoint) {
      do {
        try self.training.learner.resume(from: Data(try readFile(files.checkpoint)))
      } catch {
        throw Failure.unreadable(
          "\(files.checkpoint): \(error) With --anew the training begins anew.")
      }
    }
    progress = TrainingProgress(
      training.name, of: training.plan.steps, from: self.training.taken)
  }

  /// Trains to the end; a signal ends this process, once the training so far is stored.
  mutating func run() throws -> Training {
    let signals = HeldSignals()
    defer { signals.release() }
    try store(training.learner.checkpoint, files.checkpoint)
    var stored = ContinuousClock.now
    while let step = training.next() {
      progress.show(step, training)
      let isStopped = signals.isPending()
      guard isStopped || ContinuousClock.now - stored > Self.pause else { continue }
      try store(training.learner.checkpoint, files.checkpoint)
      stored = .now
      if isStopped { leave(signals) }
    }
    progress.end()
    try store(training.weights, files.weights)
    unlink(files.checkpoint)
    return training
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
