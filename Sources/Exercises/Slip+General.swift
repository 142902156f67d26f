import Canvas

/// Slips that any answer may have, read off the values alone.
extension Slip {
  /// What turns the right values into those that came, at every point; nil where nothing simple does.
  static func general(expected values: [(expected: Double, got: Double)]) -> Slip? {
    let telling = values.filter { $0.expected != 0 || $0.got != 0 }
    guard telling.count >= 4 else { return nil }
    func always(_ got: (Double) -> Double) -> Bool {
      telling.allSatisfy { agree($0.got, got($0.expected)) }
    }
    if always({ -$0 }) {
      return Slip("opposite-sign", says: "Everything has the opposite sign.")
    }
    if always({ $0.squareRoot() }) {
      return Slip("root", says: "This is the root of what was asked for.")
    }
    if always({ $0 * $0 }) {
      return Slip("square", says: "This is the square of what was asked for.")
    }
    if always({ 1 / $0 }) {
      return Slip("inverted-fraction", says: "The fraction stands upside down.")
    }
    return constant(telling, always)
  }

  private static func constant(
    _ values: [(expected: Double, got: Double)], _ always: ((Double) -> Double) -> Bool
  ) -> Slip? {
    guard let first = values.first(where: { $0.expected != 0 }) else { return nil }
    let factor = first.got / first.expected
    if factor != 0, Set(values.map(\.expected)).count > 1, always({ factor * $0 }) {
      return Slip(
        "constant-factor",
        says: "It is \(factor.short(significant: 4)) times what was asked for, everywhere.")
    }
    let term = first.got - first.expected
    guard Set(values.map(\.expected)).count > 1, always({ $0 + term }) else { return nil }
    return Slip(
      "constant-term",
      says: "It differs from what was asked for by \(term.short(significant: 4)), everywhere.")
  }

  private static func agree(_ one: Double, _ other: Double) -> Bool {
    (one - other).magnitude <= 1e-9 * max(one.magnitude, other.magnitude)
  }
}
