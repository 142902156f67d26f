import Canvas
import Notebook
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
  private var measured = ""

  init(_ name: String, of steps: Int, from first: Int) {
    (self.name, self.steps, self.first) = (name, steps, first)
  }

  /// After each step; the marks are measured ten times in a training.
  mutating func show(_ step: TrainingStep, _ training: some ModelTraining) {
    let isTenth = step.number.isMultiple(of: max(1, steps / 10))
    if isTenth { measured = ", \(training.marks.words(first: 2))" }
    if isTerminal {
      guard ContinuousClock.now - shown > .milliseconds(200) else { return }
      shown = .now
      let line = line(step.number)
      tell("\r\(line)" + String(repeating: " ", count: max(0, width - line.count)))
      width = line.count
    } else if isTenth {
      tell("\(line(step.number))\n")
    }
  }

  /// Leaves the line.
  mutating func end() {
    if width > 0 { tell("\n") }
    width = 0
  }

  private func line(_ taken: Int) -> String {
    let passed = (ContinuousClock.now - start) / .seconds(1)
    let left = timeLeft(passed * Double(steps - taken) / Double(max(1, taken - first)))
    return "\(name): step \(taken) of \(steps)\(measured), \(left)"
  }
}

extension TrainingMarks {
  /// Such as `loss 0.2268, loss floor 0.2263`; by default all.
  func words(first count: Int = .max) -> String {
    prefix(count).map {
      "\($0.name.replacing("_", with: " ")) \($0.value.short(significant: 4))"
    }.joined(separator: ", ")
  }
}
