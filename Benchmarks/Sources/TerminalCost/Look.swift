import Canvas
import Diffusion
import Plots
import Probability

/// What the frames look like.
enum Look: String {
  /// Two thousand points in braille without colour.
  case mono
  /// The same, each of the eight modes in a colour of its own.
  case eight
  /// How many lie where, in half blocks of twelve shades.
  case heat

  /// Steps 0 to 99 of a walk from the ring of eight modes into noise: every point moves every time.
  func frames(_ size: Size) throws -> [Screen] {
    let schedule = try Schedule.linear(steps: 99, from: 1e-3, to: 0.2)
    let starts = ToyData.ring.distribution.draw(2000, seed: 1)
    let walk = ForwardCloud(schedule, from: starts.points, seed: 1)
    return (0...schedule.steps).map { t in
      let points = walk.frame(at: t).points
      return switch self {
      case .mono: scatter(points).draw(size, glyphs: .braille, depth: .none)
      case .eight: dots(points, starts.labels, size)
      case .heat: heat(points).draw(size, glyphs: .braille, depth: .palette)
      }
    }
  }

  private func scatter(_ points: Points2D) -> Scatter {
    Scatter(
      series: [Scatter.Series(x: points.xs, y: points.ys)], x: Axis(range: range),
      y: Axis(range: range))
  }

  /// A plot has six colours, so this has dots alone.
  private func dots(_ points: Points2D, _ labels: [Int], _ size: Size) -> Screen {
    var dots = Dots(size, glyphs: .braille)
    for index in labels.indices {
      let (x, y) = (share(points.xs[index]), share(points.ys[index]))
      dots.point(
        Dots.Point(x: x * Double(dots.columns - 1), y: (1 - y) * Double(dots.rows - 1)),
        ink: Ink(Style(.palette(colors[labels[index]]))))
    }
    var screen = Screen(size)
    dots.draw(on: &screen, column: 0, row: 0)
    return screen
  }

  private func heat(_ points: Points2D) -> HeatMap {
    let grid = Grid(columns: 60, rows: 60, x: range, y: range, binning: (points.xs, points.ys))
    return HeatMap(grid: grid, x: Axis(range: range), y: Axis(range: range), scale: 0...6)
  }
}

private let range = -3.0...3.0
private let colors: [UInt8] = [33, 39, 75, 142, 166, 172, 178, 220]

private func share(_ value: Double) -> Double {
  (value - range.lowerBound) / (range.upperBound - range.lowerBound)
}
