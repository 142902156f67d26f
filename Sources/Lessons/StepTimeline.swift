import Canvas
import Diffusion

/// The steps that a film of the forward process shows: from 0 to T, evenly spaced, some hundred.
struct StepTimeline: Sendable {
  /// 0 first, T last, each above the one before.
  let steps: [Int]

  init(_ schedule: Schedule) {
    let gaps = min(schedule.steps, 100)
    steps = (0...gaps).map { (2 * $0 * schedule.steps + gaps) / (2 * gaps) }
  }

  /// Ten of the steps after the first, T among them; all where there are fewer.
  var tenth: [Int] {
    let gaps = steps.count - 1
    return Set((1...10).map { steps[($0 * gaps + 9) / 10] }).sorted()
  }

  /// The first frame with at most this share of the picture's variance left, else the last one.
  func frame(_ schedule: Schedule, left share: Double) -> Int {
    steps.firstIndex { schedule.alphaBar[$0] <= share } ?? steps.count - 1
  }
}

extension Schedule {
  /// Where a film stands: the step, what is left of the picture, and its ratio to the noise.
  func caption(at t: Int) -> String {
    guard t > 0 else { return "t = 0 of \(steps): no noise yet" }
    let (left, ratio) = (alphaBar[t].short(significant: 3), signalToNoiseRatio(at: t))
    return "t = \(t) of \(steps): alpha-bar \(left), SNR \(ratio.short(significant: 3))"
  }
}
