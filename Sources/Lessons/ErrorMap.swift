import Diffusion
import Plots
import Probability
import RealModule

/// How far a denoiser's answers are from the exact ones, over the places where x_t can be.
///
/// Where the density of x_t is below exp(-10) of its highest, the map is empty: of a normal law one
/// point in 22,000 lies there, and nothing is learned.
struct ErrorMap: Sendable {
  private let t: Int
  private let range: ClosedRange<Double>
  private let places: Points2D
  private let exact: Points2D
  private let isSeen: [Bool]

  private static let cells = 48
  private static let depth = 10.0

  init(_ law: any Distribution2D, _ schedule: Schedule, at t: Int, over range: ClosedRange<Double>)
  {
    (self.t, self.range) = (t, range)
    let width = (range.upperBound - range.lowerBound) / Double(Self.cells)
    let middles = (0..<Self.cells).map { range.lowerBound + width * (Double($0) + 0.5) }
    places = Points2D(middles.flatMap { y in middles.map { Point2D(x: $0, y: y) } })
    exact = ExactDenoiser(law, schedule).noise(in: places, at: t)
    let densities = schedule.diffused(law, to: t).logDensities(at: places)
    let top = densities.max() ?? 0
    isSeen = densities.map { $0 > top - Self.depth }
  }

  /// The length of the difference in each cell; not a number where the map is empty.
  func lengths(_ denoiser: any Denoiser<Points2D>) -> [Double] {
    let rest = denoiser.noise(in: places, at: t).combined(1, with: exact, -1)
    return isSeen.indices.map { isSeen[$0] ? .hypot(rest.xs[$0], rest.ys[$0]) : .nan }
  }

  /// The map of lengths; equal shades are equal lengths on every map.
  func picture(of lengths: [Double], title: String = "") -> HeatMap {
    var map = HeatMap(
      title, grid: Grid(columns: Self.cells, rows: Self.cells, values: lengths),
      x: Axis(range: range), y: Axis(range: range), scale: 0...0.2, name: "off by",
      hasEqualUnits: true)
    map.blank = "hardly any x"
    return map
  }
}
