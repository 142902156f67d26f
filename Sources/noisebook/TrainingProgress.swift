import Canvas
import Training

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// How far a training is, on standard error: one line that changes on a terminal, else ten lines.
struct TrainingProgress {
  private let name: String
  private let steps: Int
  private let first: Int
  private let start = ContinuousClock.now
  private var shown = ContinuousClock.now
  private var width = 0
  private let isTerminal = isatty(STDERR_FILENO) == 1
  private var quality: NoiseQuality?

  init(_ name: String, of steps: Int, from first: Int) {
    (self.name, self.steps, self.first) = (name, steps, first)
  }

  /// After each step; the quality is measured ten times in a training.
  mutating func show(_ training: NoiseTraining, measure: (NoiseTraining) -> NoiseQuality) {
    let isTenth = training.taken.isMultiple(of: max(1, steps / 10))
    if isTenth { quality = measure(training) }
    if isTerminal {
      guard ContinuousClock.now - shown > .milliseconds(200) else { return }
      shown = .now
      let line = line(training.taken)
      tell("\r\(line)" + String(repeating: " ", count: max(0, width - line.count)))
      width = line.count
    } else if isTenth {
      tell("\(line(training.taken))\n")
    }
  }

  /// Leaves the line.
  mutating func end() {
    if width > 0 { tell("\n") }
    width = 0
  }

  private func line(_ taken: Int) -> String {
    let measured = quality.map {
      ", loss \($0.loss.short(significant: 4)) (floor \($0.floor.short(significant: 4)))"
    }
    return "\(name): step \(taken) of \(steps)\(measured ?? ""), \(remaining(taken)) left"
  }

  private func remaining(_ taken: Int) -> String {
    let passed = (ContinuousClock.now - start) / .seconds(1)
    let seconds = Int(passed * Double(steps - taken) / Double(max(1, taken - first)))
    return seconds < 100 ? "\(seconds) s" : "\((seconds + 30) / 60) min"
  }
}
