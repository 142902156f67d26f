import Diffusion
import Figures
import Plots
import Probability

/// Arrows all over the plane, above the noisy points that are seen there.
struct PlaneField: Sendable {
  let schedule: Schedule
  let starts: LabelledPoints
  let noise: Points2D
  private let range: ClosedRange<Double>
  /// The longest arrow of the picture's scale; nil for the longest that there is.
  private let longest: Double?
  private let arrow: Arrows

  /// The arrows at step t, over a square of the plane.
  typealias Arrows =
    @Sendable (_ t: Int, _ columns: Int, _ rows: Int, _ range: ClosedRange<Double>)
    -> [ArrowField.Arrow]

  private static let (columns, rows) = (15, 11)

  init(
    _ schedule: Schedule, _ law: any Distribution2D, count: Int, seed: UInt64,
    longest: Double? = nil, arrows: @escaping Arrows
  ) {
    (self.schedule, self.longest, arrow) = (schedule, longest, arrows)
    starts = law.draw(count, seed: seed)
    var generator = CounterGenerator(seed: seed, stream: 1)
    noise = generator.normalPoints(count)
    range = CloudLook(labels: [], of: law).range.middle
  }

  func cloud(at t: Int) -> Points2D { schedule.jump(starts.points, to: t, noise: noise) }

  func arrows(at t: Int) -> [ArrowField.Arrow] { arrow(t, Self.columns, Self.rows, range) }

  func table(at t: Int) -> Table {
    Table(
      "field", columns: ["x", "y", "dx", "dy"],
      rows: arrows(at: t).map { [$0.x, $0.y, $0.dx, $0.dy] })
  }

  func picture(_ t: Int) -> any Picture {
    ArrowField(
      schedule.caption(at: t), arrows: arrows(at: t), over: cloud(at: t), in: range,
      longest: longest)
  }
}

extension ClosedRange<Double> {
  /// Three quarters of the range, around its middle: where arrows tell most.
  var middle: ClosedRange<Double> {
    let (centre, half) = ((lowerBound + upperBound) / 2, 0.375 * (upperBound - lowerBound))
    return centre - half...centre + half
  }
}
