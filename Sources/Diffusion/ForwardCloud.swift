package import Probability
import RealModule

/// A cloud of points on its way through the forward steps, any of which can be asked for.
///
/// The noise of step t for point i is draw i of stream t, so each frame is the same in whatever
/// order frames are asked for. Frames are kept, evenly spaced, and another is walked to from the one
/// before it. As many are kept as 13 MB hold, and never less than sqrt(T). With 2,000 points and
/// T = 1,000 that is every fifth frame; walks of up to sqrt(T) steps take a quarter of a film's time.
package struct ForwardCloud: Sendable {
  private let schedule: Schedule
  private let seed: UInt64
  private let spacing: Int
  /// `kept[k]` is the frame of step k times the spacing.
  private let kept: [Frame]

  private static let mostKeptPoints = 400_000

  /// The cloud at one step.
  package struct Frame: Hashable, Sendable {
    /// 0...T.
    package let t: Int
    /// x_t of each point.
    package let points: Points2D
    /// The noise of all steps up to t, as one standard normal draw of each coordinate; zero at
    /// t = 0.
    package let totalNoise: Points2D
  }

  /// Takes every step once: T times as many draws as there are points.
  package init(_ schedule: Schedule, from starts: Points2D, seed: UInt64) {
    self.schedule = schedule
    self.seed = seed
    let fewest = Int(Double(schedule.steps).squareRoot())
    spacing = max(1, min(fewest, schedule.steps * starts.count / Self.mostKeptPoints))
    var frame = Frame(t: 0, points: starts, totalNoise: starts.scaled(by: 0))
    var kept = [frame]
    while frame.t < schedule.steps {
      frame = schedule.after(frame, seed: seed)
      if frame.t.isMultiple(of: spacing) { kept.append(frame) }
    }
    self.kept = kept
  }

  /// The cloud at step t, or at the nearest of 0...T.
  package func frame(at t: Int) -> Frame {
    let t = min(max(0, t), schedule.steps)
    var frame = kept[t / spacing]
    while frame.t < t { frame = schedule.after(frame, seed: seed) }
    return frame
  }
}

extension Schedule {
  fileprivate func after(_ frame: ForwardCloud.Frame, seed: UInt64) -> ForwardCloud.Frame {
    let t = frame.t + 1
    var generator = CounterGenerator(seed: seed, stream: UInt64(t))
    let noise = generator.normalPoints(frame.points.count)
    let weights = totalNoiseWeights(at: t)
    return ForwardCloud.Frame(
      t: t, points: frame.points.combined(.sqrt(alpha[t]), with: noise, .sqrt(beta[t])),
      totalNoise: frame.totalNoise.combined(weights.previous, with: noise, weights.latest))
  }
}
