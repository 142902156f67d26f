import Canvas

/// The curves of a plot with fewer points that make the same dots.
///
/// This is how a million points are looked at once, and not for each place where the legend is
/// tried.
struct ThinnedCurves: Hashable, Sendable {
  let curves: [LinePlot.Series]
  private let across: Span
  private let columns: Int

  init(_ series: [LinePlot.Series], in frame: Frame) {
    across = frame.x
    columns = frame.area.size.columns * frame.glyphs.dotsInCell.across
    curves = series.map { [across, columns] in
      $0.thinned(across, columns: columns, y: frame.y.scale)
    }
  }

  /// Whether the curves are those of another frame, too.
  func serve(_ frame: Frame) -> Bool {
    frame.x == across && frame.area.size.columns * frame.glyphs.dotsInCell.across == columns
  }
}

extension LinePlot.Series {
  /// Of consecutive points in one column of dots the first, the lowest, the highest and the last.
  ///
  /// The column is computed as `Frame.place(x:y:in:)` does, to the last bit.
  func thinned(_ across: Span, columns: Int, y scale: Axis.Scale) -> LinePlot.Series {
    let width = across.upper - across.lower
    guard count > 8 * columns, across.scale == .linear, width.isFinite else { return self }
    let last = Double(columns - 1)
    var thin = ThinnedPoints()
    x.withUnsafeBufferPointer { x in
      y.withUnsafeBufferPointer { y in
        for index in 0..<count {
          let share = min(max((x[index] - across.lower) / width, -1e9), 1e9)
          let isGap = !x[index].isFinite || !y[index].isFinite || scale == .log10 && y[index] <= 0
          thin.add(x[index], isGap ? .nan : y[index], column: (share * last).rounded())
        }
      }
    }
    return thin.series(name)
  }
}

/// The points that are kept, and those of the column that is being looked at.
private struct ThinnedPoints {
  private var x: [Double] = []
  private var y: [Double] = []
  private var column = Double.nan
  private var first = (x: 0.0, y: 0.0)
  private var last = (x: 0.0, y: 0.0)
  private var low = (x: 0.0, y: 0.0)
  private var high = (x: 0.0, y: 0.0)

  /// Takes a point in; one with a y that is not a number is a gap.
  @inline(__always)
  mutating func add(_ x: Double, _ y: Double, column: Double) {
    guard column == self.column, !y.isNaN else { return begin(x, y, column: column) }
    last = (x, y)
    if y < low.y { low = last }
    if y > high.y { high = last }
  }

  private mutating func begin(_ x: Double, _ y: Double, column: Double) {
    flush()
    (first, last, low, high) = ((x, y), (x, y), (x, y), (x, y))
    self.column = y.isNaN ? .nan : column
    guard y.isNaN, !(self.y.last?.isNaN ?? false) else { return }
    keep((x, y))
  }

  /// Keeps what is known of the column.
  private mutating func flush() {
    guard !column.isNaN else { return }
    keep(first)
    if low.y < first.y { keep(low) }
    if high.y > first.y { keep(high) }
    keep(last)
  }

  private mutating func keep(_ point: (x: Double, y: Double)) {
    x.append(point.x)
    y.append(point.y)
  }

  mutating func series(_ name: String) -> LinePlot.Series {
    flush()
    return LinePlot.Series(name, x: x, y: y)
  }
}
