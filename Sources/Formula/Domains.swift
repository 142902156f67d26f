/// What the variables of a comparison may be: declarations, drawn in order for every point.
///
/// A bound or a derived value may use what was declared before it, so that identities hold at every
/// point: alpha is drawn, and beta and alpha-bar follow from it.
package struct Domains: Hashable, Sendable {
  package var declarations: [Declaration]

  package init(_ declarations: [Declaration]) { self.declarations = declarations }

  package struct Declaration: Hashable, Sendable {
    /// The canonical name: `alpha_bar`, `x_0`.
    package var name: String
    package var kind: Kind

    package init(_ name: String, _ kind: Kind) {
      self.name = name
      self.kind = kind
    }
  }

  package enum Kind: Hashable, Sendable {
    /// A number of an interval, rounded to three places of its width so that it can be read.
    case real(from: Expression, to: Expression)
    /// A whole number, both ends included.
    case integer(from: Expression, to: Expression)
    /// Standard normal draws, rounded to two decimals: so many, or one that is no vector.
    case normal(count: Int?)
    /// A number of an interval for each index, both ends included.
    case table(from: Expression, to: Expression, low: Expression, high: Expression)
    /// A value that follows from those before.
    case derived(Expression)
    /// An entry for each index that follows from those before, the first perhaps by itself.
    ///
    /// `abar[0] = 1, abar[s] = alpha[s] * abar[s-1]` has the index s, from 0, the start 1.
    case sequence(
      index: String, from: Expression, to: Expression, start: Expression?, each: Expression)
  }
}

extension Expression {
  /// A number as an expression, for a bound of a domain; it reads back exactly.
  package static func number(_ number: Double) -> Expression {
    let magnitude = Expression(.number("\(number.magnitude)"))
    return number < 0 ? Expression(.sum([Term(magnitude, isNegative: true)])) : magnitude
  }
}
