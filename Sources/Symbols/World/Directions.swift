import RealModule

/// Perpendicular directions in the space of a world's sources.
///
/// Numbers that are given fix the sources along some directions; what is left of the others varies
/// along few more, however many sources there are, and only those need be averaged over.
struct Directions {
  /// Each of length 1, and perpendicular to the others.
  private(set) var all: [[Double]] = []

  /// What of a number varies while all these directions are fixed.
  func rest(of sum: NormalSum) -> NormalSum {
    var rest = sum.weights
    for direction in all { rest.subtract(direction, times: dot(rest, direction)) }
    return NormalSum(mean: 0, weights: rest)
  }

  /// Adds the direction in which a number varies while those before it are fixed.
  mutating func add(_ sum: NormalSum) {
    var rest = sum.weights
    // Twice, so that rounding leaves nothing along the others.
    for _ in 0..<2 {
      for direction in all { rest.subtract(direction, times: dot(rest, direction)) }
    }
    let length = dot(rest, rest).squareRoot()
    guard length > 1e-9 * dot(sum.weights, sum.weights).squareRoot() else { return }
    all.append(rest.map { $0 / length })
  }
}

extension [Double] {
  fileprivate mutating func subtract(_ other: [Double], times factor: Double) {
    if count < other.count { self += Array(repeating: 0, count: other.count - count) }
    for (index, number) in other.enumerated() { self[index] -= factor * number }
  }
}

func dot(_ left: [Double], _ right: [Double]) -> Double {
  zip(left, right).reduce(0) { $0 + $1.0 * $1.1 }
}
