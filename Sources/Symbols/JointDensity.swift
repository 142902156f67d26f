import Formula
import RealModule

/// Some normal numbers together: their means and how they vary with each other.
struct JointDensity: Sendable {
  private let sums: [NormalSum]

  init(of sums: [NormalSum]) { self.sums = sums }

  /// The natural logarithm of the density at a point.
  ///
  /// With the covariance matrix C = L L^T and the deviations d = L z, it is minus half of
  /// z^2 + log(2 pi l^2), added up over the numbers, where l is the diagonal of L (Cholesky).
  ///
  /// - Throws: that one number is fixed by the others, so that there is no density.
  func logarithm(at point: [Double]) throws(EvaluationError) -> Double {
    var rows: [[Double]] = []
    var z: [Double] = []
    var total = 0.0
    for (sum, x) in zip(sums, point) {
      var row: [Double] = []
      for (column, other) in rows.enumerated() {
        let shared = dot(row, other, column)
        row.append((sum.covariance(with: sums[column]) - shared) / other[column])
      }
      let rest = sum.variance - dot(row, row, row.count)
      guard rest > 1e-12 * sum.variance else {
        throw EvaluationError(.other("One of these numbers is fixed by the others: no density."))
      }
      z.append((x - sum.mean - dot(row, z, row.count)) / rest.squareRoot())
      rows.append(row + [rest.squareRoot()])
      total -= (z[z.count - 1] * z[z.count - 1] + .log(2 * .pi * rest)) / 2
    }
    return total
  }
}

private func dot(_ left: [Double], _ right: [Double], _ count: Int) -> Double {
  (0..<count).reduce(0) { $0 + left[$1] * right[$1] }
}
