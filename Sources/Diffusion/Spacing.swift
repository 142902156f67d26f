/// Which steps a sampler visits when it takes fewer than T.
package enum Spacing: String, CaseIterable, Sendable {
  /// Evenly from 1 on; the last T div S - 1 steps are never visited (DDIM, "linear").
  case leading
  /// Evenly down from T (Lin et al. 2023, arXiv 2305.08891, table 2).
  case trailing
  /// Dense near 0, up to four fifths of T (DDIM, appendix D.2, as its code has it).
  case quadratic

  /// The steps that are visited, ascending; `count` is in 1...T.
  ///
  ///     leading    tau_i = 1 + i (T div S)
  ///     trailing   tau_i = round((i + 1) T / S), halves to the even number
  ///     quadratic  tau_i = 1 + floor(4 T i^2 / (5 (S - 1)^2)), repeats removed
  ///
  /// for i = 0...S-1. All in whole numbers: the root of 0.8 T, squared, may lie below it.
  package func steps(_ count: Int, of last: Int) -> [Int] {
    precondition((1...last).contains(count), "a sampler takes from 1 to T steps")
    switch self {
    case .leading: return (0..<count).map { 1 + $0 * (last / count) }
    case .trailing: return (1...count).map { roundedQuotient($0 * last, count) }
    case .quadratic:
      let gaps = max(1, count - 1)
      let all = (0..<count).map { 1 + 4 * last * $0 * $0 / (5 * gaps * gaps) }
      return all.indices.filter { $0 == 0 || all[$0] != all[$0 - 1] }.map { all[$0] }
    }
  }
}

/// `dividend / divisor`, rounded to the nearest whole number, halves to the even one.
private func roundedQuotient(_ dividend: Int, _ divisor: Int) -> Int {
  let (quotient, rest) = dividend.quotientAndRemainder(dividingBy: divisor)
  let isUp = 2 * rest > divisor || (2 * rest == divisor && !quotient.isMultiple(of: 2))
  return isUp ? quotient + 1 : quotient
}
