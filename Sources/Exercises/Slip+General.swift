import Canvas

/// A value that came, beside the right one.
struct ValuePair {
  let expected: Double
  let got: Double
  /// Whether what came equals that number, as far as rounding lets it be told; nil where it doesn't.
  let equals: (Double) -> Bool?
}

/// Slips that any answer may have, read off the values alone.
extension Slip {
  /// What turns the right values into those that came, at every point; nil where nothing simple does.
  ///
  /// What came is held against the slip's value as the verdict is: a zero that a longer way to write
  /// the formula makes 1e-17 is still a zero.
  static func general(_ pairs: [ValuePair]) -> Slip? {
    let telling = pairs.filter { $0.expected != 0 || $0.got != 0 }
    guard telling.count >= 4 else { return nil }
    func always(_ got: (Double) -> Double) -> Bool {
      let verdicts = telling.compactMap { pair -> Bool? in
        let value = got(pair.expected)
        return value.isFinite ? pair.equals(value) : false
      }
      return verdicts.count >= 4 && verdicts.allSatisfy(\.self)
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

  /// The same factor everywhere, or the same term: as the largest values have it, the least rounded.
  private static func constant(
    _ pairs: [ValuePair], _ always: ((Double) -> Double) -> Bool
  ) -> Slip? {
    guard Set(pairs.map(\.expected)).count > 1 else { return nil }
    let largest = pairs.filter { $0.expected != 0 }
      .sorted { $0.expected.magnitude > $1.expected.magnitude }.prefix(3)
    let factors = largest.map { $0.got / $0.expected }
    if let factor = factors.first(where: { factor in factor != 0 && always { factor * $0 } }) {
      return Slip(
        "constant-factor",
        says: "It is \(factor.short(significant: 4)) times what was asked for, everywhere.")
    }
    let terms = largest.map { $0.got - $0.expected }
    guard let term = terms.first(where: { term in always { $0 + term } }) else { return nil }
    return Slip(
      "constant-term",
      says: "It differs from what was asked for by \(term.short(significant: 4)), everywhere.")
  }
}
