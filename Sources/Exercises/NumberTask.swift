import Canvas
import Formula
import OrderedJSON

/// A number that is to be reckoned by hand.
package struct NumberTask: Sendable {
  package let expected: Double
  package let slips: [NumberSlip]

  /// A mistake and the numbers that come of it.
  package struct NumberSlip: Hashable, Sendable {
    package let id: String
    package let values: [Double]
    package let says: String

    package init(_ id: String, _ values: [Double], says: String) {
      self.id = id
      self.values = values
      self.says = says
    }
  }

  package init(expected: Double, slips: [NumberSlip]) {
    self.expected = expected
    self.slips = slips
  }

  /// As near is right: three digits of a number, rounded or not.
  static let tolerance = 1e-3
  /// As near is right but for its rounding.
  static let roughly = 5e-2

  /// Whether two numbers count as equal.
  package static func agree(_ one: Double, _ other: Double, to share: Double = tolerance) -> Bool {
    (one - other).magnitude <= share * max(one.magnitude, other.magnitude) + 1e-9
  }

  /// The verdict on a number, or on arithmetic such as `sqrt(2)/3`.
  package func mark(_ answer: String) -> Marking {
    let got: Double
    do {
      let value = try Expression(typed: answer).value(in: Scope())
      guard let number = value.scalar else {
        return Marking(.invalid, says: "Type one number.")
      }
      got = number
    } catch let error as FormulaError {
      return Marking(.invalid, says: error.located(in: answer))
    } catch let error as EvaluationError {
      return Marking(
        .invalid,
        says: "\(error.located(in: answer)) Type a number, or arithmetic such as sqrt(2)/3.")
    } catch {
      return Marking(.invalid, says: "Type a number.")
    }
    return mark(got)
  }

  private func mark(_ got: Double) -> Marking {
    guard got.isFinite else {
      return Marking(.wrong, misconception: "no-value", says: "This is no finite number.")
    }
    if Self.agree(got, expected) {
      return Marking(.right, says: "Right: \(expected.short(significant: 6)).")
    }
    let (id, reason) = reason(for: got)
    let typed = got.short(significant: 6)
    let start = "\(typed) is too \(got < expected ? "small" : "large")."
    // The right number is the answer itself, so only its side is told.
    let bound = "\(got < expected ? "more" : "less") than \(typed)"
    return Marking(
      .wrong, misconception: id,
      says: [start, reason].compactMap(\.self).joined(separator: " "),
      counterexample: Marking.Counterexample(
        inputs: [], expected: .text(bound), got: .number(got)))
  }

  private func reason(for got: Double) -> (id: String?, says: String?) {
    if let slip = slipMaking(got) { return (slips[slip.number].id, slips[slip.number].says) }
    if Self.agree(got, expected, to: Self.roughly) {
      return ("rounded", "It is close: give three digits.")
    }
    let general = general(got)
    return (general?.id, general?.says)
  }

  /// The slip that a wrong number comes of, and which of its numbers it is.
  package func slipMaking(_ got: Double) -> (number: Int, value: Int)? {
    for (number, slip) in slips.enumerated() {
      if let value = slip.values.firstIndex(where: { Self.agree(got, $0) }) {
        return (number, value)
      }
    }
    return nil
  }

  private func general(_ got: Double) -> (id: String, says: String)? {
    if Self.agree(got, -expected) { return ("opposite-sign", "The sign is the opposite.") }
    if expected > 0, Self.agree(got, expected.squareRoot()) {
      return ("root", "This is the root of what was asked for.")
    }
    if Self.agree(got, expected * expected) {
      return ("square", "This is the square of what was asked for.")
    }
    if expected != 0, Self.agree(got, 1 / expected) {
      return ("inverted-fraction", "The fraction stands upside down.")
    }
    return nil
  }
}
