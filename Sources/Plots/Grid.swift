/// Numbers at equal distances over a rectangle: rows from the bottom up, each from left to right.
package struct Grid: Hashable, Sendable {
  package let columns: Int
  package let rows: Int
  package let values: [Double]

  /// A grid of given numbers; what is missing at the end is not a number.
  package init(columns: Int, rows: Int, values: [Double]) {
    self.columns = min(max(0, columns), 1 << 12)
    self.rows = min(max(0, rows), 1 << 12)
    let count = self.columns * self.rows
    let missing = max(0, count - values.count)
    self.values = Array(values.prefix(count)) + Array(repeating: .nan, count: missing)
  }

  /// A function of x and y in the middle of each cell.
  package init(
    columns: Int, rows: Int, x: ClosedRange<Double>, y: ClosedRange<Double>,
    sampling function: (Double, Double) -> Double
  ) {
    let empty = Grid(columns: columns, rows: rows, values: [])
    let across = (0..<empty.columns).map { middle(of: $0, among: empty.columns, in: x) }
    let down = (0..<empty.rows).map { middle(of: $0, among: empty.rows, in: y) }
    self.init(
      columns: columns, rows: rows,
      values: down.flatMap { y in across.map { x in function(x, y) } })
  }

  /// How many points lie in each cell; those outside count nowhere.
  package init(
    columns: Int, rows: Int, x: ClosedRange<Double>, y: ClosedRange<Double>,
    binning points: (x: [Double], y: [Double])
  ) {
    let empty = Grid(columns: columns, rows: rows, values: [])
    let across = DotScale(
      cells: empty.columns, Span(x.lowerBound, x.upperBound, scale: .linear))
    let down = DotScale(cells: empty.rows, Span(y.lowerBound, y.upperBound, scale: .linear))
    var counts = PointCounts(columns: empty.columns, rows: empty.rows)
    counts.add(x: points.x, y: points.y, across, down)
    self.init(columns: columns, rows: rows, values: counts.counts.map(Double.init))
  }

  var extent: Extent {
    var extent = Extent()
    for value in values where value.isFinite { extent.include(value) }
    return extent
  }
}

/// The middle of one of several equal parts of a range.
func middle(of index: Int, among count: Int, in range: ClosedRange<Double>) -> Double {
  let share = (Double(index) + 0.5) / Double(count)
  return range.lowerBound * (1 - share) + range.upperBound * share
}
