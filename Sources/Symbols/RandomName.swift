package import Formula

/// A name declared by what it stands for, mostly a random number.
///
///     X: N(m, v)          a normal number of mean m and variance v, independent of those before
///     Y: X + sqrt(w) Z    a sum of those before, with weights
///     P: 1/v + 1/w        a number that follows from others
///     e: E[X | Y]         an average, given one of those before
///
/// One of them may be drawn from several laws, by their shares: `0.3 N(-1, 0.04) + 0.7 N(1, 0.16)`.
/// Which one it was is a number too, from 1 on: `y: class(x_0)`.
package struct RandomName: Hashable, Sendable {
  let name: String
  let law: Expression

  package init(_ name: String, _ law: Expression) {
    self.name = name
    self.law = law
  }
}

extension Expression {
  /// Mean and variance of a law as it is written: `N(m, v)`; nil for anything else.
  var writtenLaw: (mean: Expression, variance: Expression)? {
    guard case .call(let head, let arguments, .parentheses) = node,
      head.headSymbol?.canonicalName == "N",
      case .list(let items, [.comma]) = arguments.node
    else { return nil }
    return (items[0], items[1])
  }

  /// The names that stand in the formula, those with labels also with them: `x_t`, `x` and `t`.
  var names: Set<String> {
    var names = children.reduce(into: Set<String>()) { $0.formUnion($1.names) }
    if let name = labelledName { names.insert(name) }
    return names
  }
}
