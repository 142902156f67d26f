import Diffusion
import Plots
import Probability

/// What figures of the plane show of exact answers: how far they are off, and arrows.
extension ExactDenoiser {
  /// The mean squared error of a coordinate, where `noise` is the whole noise in `seen`.
  func loss(of noise: Points2D, in seen: Points2D, at t: Int) -> Double {
    let errors = noise.combined(1, with: self.noise(in: seen, at: t), -1)
    let squares = zip(errors.xs, errors.ys).reduce(0) { $0 + $1.0 * $1.0 + $1.1 * $1.1 }
    return squares / Double(2 * noise.count)
  }

  /// The score of x_t times `factor`, over a square of the plane.
  func arrows(
    columns: Int, rows: Int, over range: ClosedRange<Double>, at t: Int, times factor: Double
  ) -> [ArrowField.Arrow] {
    let noisy = schedule.diffused(data, to: t)
    return ArrowField.sampled(columns: columns, rows: rows, x: range, y: range) { x, y in
      let local = noisy.localDensity(x: x, y: y)
      return (factor * local.scoreX, factor * local.scoreY)
    }
  }
}

extension ArrowField {
  /// Arrows over a cloud, both in one square of the plane.
  init(
    _ title: String = "", arrows: [Arrow], over cloud: Points2D, in range: ClosedRange<Double>,
    longest: Double?
  ) {
    self.init(
      title, arrows: arrows, x: Axis(range: range), y: Axis(range: range), longest: longest,
      hasEqualUnits: true,
      over: .scatter(
        Scatter(
          series: [Scatter.Series(x: cloud.xs, y: cloud.ys)], x: Axis(range: range),
          y: Axis(range: range), hasEqualUnits: true)))
  }
}
