import Canvas
import Plots
import RealModule

/// Points of a standard normal distribution in the plane without random numbers: quantiles of the
/// distance from the middle, each a golden angle further on.
func normalCloud(_ count: Int) -> (x: [Double], y: [Double]) {
  let angle = Double.pi * (3 - 5.0.squareRoot())
  let places = (0..<count).map { index in
    let share = (Double(index) + 0.5) / Double(count)
    let distance = (-2 * Double.log(1 - share)).squareRoot()
    return (
      distance * Double.cos(angle * Double(index)), distance * Double.sin(angle * Double(index))
    )
  }
  return (places.map(\.0), places.map(\.1))
}

func bell(_ x: Double, _ y: Double) -> Double { Double.exp(-(x * x + y * y)) }

private let turns = (0..<60).map { 2 * Double.pi * Double($0) / 60 }

let ringAndLine = Scatter(
  "Two kinds",
  series: [
    Scatter.Series("ring", x: turns.map { Double.cos($0) }, y: turns.map { Double.sin($0) }),
    Scatter.Series(
      "line", x: (0...30).map { 0.1 * Double($0) - 1.5 }, y: (0...30).map { 1.5 - 0.1 * Double($0) }
    ),
  ],
  x: Axis("x", range: -1.6...1.6), y: Axis("y", range: -1.6...1.6), hasEqualUnits: true)

let crowd = Scatter(
  series: [Scatter.Series(x: normalCloud(20_000).x, y: normalCloud(20_000).y)],
  x: Axis(range: -3...3), y: Axis(range: -3...3), hasEqualUnits: true)

private let places = (0...100).map { 0.08 * Double($0) - 4 }

let noise = Histogram(
  "x at the end", [Histogram.Sample("samples", normalCloud(1000).x)],
  curves: [
    LinePlot.Series(
      "N(0, 1)", x: places,
      y: places.map { Double.exp(-$0 * $0 / 2) / (2 * Double.pi).squareRoot() })
  ], bins: .count(16), x: Axis("x", range: -4...4))

let twoNoises = Histogram(
  "",
  [
    Histogram.Sample("one", normalCloud(1000).x),
    Histogram.Sample("other", normalCloud(1000).y.map { $0 / 2 + 1 }),
  ], bins: .count(16), x: Axis(range: -4...4))

let hill = HeatMap(
  "A hill",
  grid: Grid(columns: 60, rows: 60, x: -2...2, y: -2...2, sampling: bell),
  x: Axis("x", range: -2...2), y: Axis("y", range: -2...2), scale: 0...1, name: "p",
  hasEqualUnits: true)

let inward = ArrowField(
  "To the middle",
  arrows: ArrowField.sampled(columns: 6, rows: 5, x: -2...2, y: -2...2) { x, y in (-x, -y) },
  x: Axis(range: -2...2), y: Axis(range: -2...2))

let images = ImagePicture(
  "Two images",
  images: [
    ImagePicture.Image(
      columns: 16, rows: 16,
      (0..<256).map { place in
        let (x, y) = (Double(place % 16) - 7.5, Double(place / 16) - 7.5)
        let distance = (x * x + y * y).squareRoot() - 5
        return Double.exp(-distance * distance / 2)
      }, caption: "ring"),
    ImagePicture.Image(
      columns: 16, rows: 16, (0..<256).map { Double($0 % 16) / 15 }, caption: "all shades"),
  ])

let three = Panels(
  "Three in one",
  [
    Panel("points", ringAndLine), Panel("density", hill), Panel("what", images, importance: -1),
  ])

let pointsOnHill: Scatter = {
  var plot = ringAndLine
  plot.ground = hill
  return plot
}()

let hillWithHole: HeatMap = {
  var map = hill
  let values = map.grid.values.enumerated().map { index, value in
    (20..<40).contains(index % 60) && (20..<40).contains(index / 60) ? Double.nan : value
  }
  map.grid = Grid(columns: 60, rows: 60, values: values)
  return map
}()

let inwardOnHill: ArrowField = {
  var field = inward
  field.ground = .heatMap(hill)
  return field
}()
