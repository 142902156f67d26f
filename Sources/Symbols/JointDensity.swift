import Formula
import RealModule

/// Some normal numbers together: their means and how they vary with each other.
///
/// With the covariance matrix C = L L^T (Cholesky) and the deviations d = L z, the logarithm of the
/// density is minus half of z^2 + log(2 pi l^2), added up over the numbers, where l is the diagonal
/// of L.
struct JointDensity: Sendable {
  private let means: [Double]
  /// The rows of L, each up to its diagonal.
  private let rows: [[Double]]
  private let constant: Double

  /// - Throws: that one number is fixed by the others, so that there is no density.
  init(of sums: [NormalSum]) throws(EvaluationError) {
    means = sums.map(\.mean)
    var rows: [[Double]] = []
    var constant = 0.0
    for sum in sums {
      var row: [Double] = []
      for (column, other) in rows.enumerated() {
        let shared = dot(row, other, column)
        row.append((sum.covariance(with: sums[column]) - shared) / other[column])
      }
      let rest = sum.variance - dot(row, row, row.count)
      guard rest > 1e-12 * sum.variance else {
        throw EvaluationError(.other("One of these numbers is fixed by the others: no density."))
      }
      rows.append(row + [rest.squareRoot()])
      constant -= .log(2 * .pi * rest) / 2
    }
    (self.rows, self.constant) = (rows, constant)
  }

  /// The natural logarithm of the density at a point.
  func logarithm(at point: [Double]) -> Double {
    var z: [Double] = []
    var total = constant
    for (index, row) in rows.enumerated() {
      z.append((point[index] - means[index] - dot(row, z, index)) / row[index])
      total -= z[index] * z[index] / 2
    }
    return total
  }
}

private func dot(_ left: [Double], _ right: [Double], _ count: Int) -> Double {
  (0..<count).reduce(0) { $0 + left[$1] * right[$1] }
}
