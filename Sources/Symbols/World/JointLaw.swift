import Formula
import RealModule

/// Some normal numbers together, with the factor of their covariances worked out once.
///
/// With the covariance matrix C = L L^T and deviations d = L z, the logarithm of the density is
/// minus half of z^2 + log(2 pi l^2), added up over the numbers, where l is the diagonal of L.
struct JointLaw: Sendable {
  private let means: [Double]
  private var rows: [[Double]] = []
  private var constant = 0.0

  /// - Throws: that one number is fixed by those before it, so that there is no density.
  init(of sums: [NormalSum]) throws(EvaluationError) {
    means = sums.map(\.mean)
    for (number, sum) in sums.enumerated() {
      var row: [Double] = []
      for column in 0..<number {
        let shared = dot(row, rows[column], column)
        row.append((sum.covariance(with: sums[column]) - shared) / rows[column][column])
      }
      let rest = sum.variance - dot(row, row, row.count)
      guard rest > 1e-12 * sum.variance else {
        throw EvaluationError(.undefined(.tooLarge("density")))
      }
      rows.append(row + [rest.squareRoot()])
      constant -= .log(2 * .pi * rest) / 2
    }
  }

  /// The natural logarithm of the density; one value of each number.
  func logarithm(at point: [Double]) -> Double {
    standardised(point).reduce(constant) { $0 - $1 * $1 / 2 }
  }

  /// Mean and variance of the last number where those before it have these values.
  func last(given point: [Double]) -> (mean: Double, variance: Double) {
    guard let row = rows.last, let mean = means.last else { return (0, 0) }
    let z = standardised(point)
    let deviation = row[row.count - 1]
    return (mean + dot(row, z, z.count), deviation * deviation)
  }

  private func standardised(_ point: [Double]) -> [Double] {
    var z: [Double] = []
    for (number, x) in point.enumerated() {
      z.append((x - means[number] - dot(rows[number], z, number)) / rows[number][number])
    }
    return z
  }
}

private func dot(_ left: [Double], _ right: [Double], _ count: Int) -> Double {
  (0..<count).reduce(0) { $0 + left[$1] * right[$1] }
}

extension [Value] {
  /// A number made of one element of each, for each place; scalars are the same at every place.
  func combined(_ operation: ([Double]) -> Double) throws(EvaluationError) -> Value {
    let lengths = Set(compactMap { $0.scalar == nil ? $0.elements.count : nil })
    guard let length = lengths.first else { return .scalar(operation(map { $0.scalar ?? 0 })) }
    guard lengths.count == 1 else {
      throw EvaluationError(.unequalLengths(length, lengths.max() ?? 0))
    }
    return .vector(
      (0..<length).map { place in operation(map { $0.scalar ?? $0.elements[place] }) })
  }
}
