import CLoops
import RealModule

/// The centres of squares by the columns and rows that they share.
///
/// An interval of the normal distribution is what a blurred square costs, and eight squares of a
/// board share four columns and four rows.
struct SquareGrid: Hashable, Sendable {
  private let columns: [Double]
  private let rows: [Double]
  /// The column and the row of each square, one after the other.
  private let cells: [UInt32]

  init(_ centres: Points2D) {
    let (columns, rows) = (Self.distinct(centres.xs), Self.distinct(centres.ys))
    cells = zip(centres.xs, centres.ys).flatMap { x, y in
      [columns.firstIndex(of: x), rows.firstIndex(of: y)].map { UInt32($0 ?? 0) }
    }
    (self.columns, self.rows) = (columns, rows)
  }

  /// Log densities and scores of squares of this side around the centres, with noise of this
  /// positive deviation; the squares' shares sum to 1.
  func local(
    at points: Points2D, side: Double, deviation: Double
  ) -> (logDensities: [Double], scores: Points2D) {
    var scratch = [Double](repeating: 0, count: 24 * (columns.count + rows.count))
    var logs = [Double](repeating: 0, count: points.count)
    let scores = listed(points.count) { scoreXs, scoreYs in
      loops_best().pointee.squares(
        points.count, points.xs, points.ys, deviation, side, columns.count, columns, rows.count,
        rows, cells.count / 2, cells, &scratch, scoreXs, scoreYs, &logs)
    }
    let area = Double.log(Double(cells.count / 2) * side * side)
    return (logs.map { $0 - area }, scores)
  }

  private static func distinct(_ places: [Double]) -> [Double] {
    places.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}
