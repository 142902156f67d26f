package import Formula

/// A name declared by what it stands for, mostly a random number.
///
///     X: N(m, v)          a normal number of mean m and variance v, independent of those before
///     Y: X + sqrt(w) Z    a sum of those before, with weights
///     P: 1/v + 1/w        a number that follows from others
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

  /// The names that stand in the formula, those with a label also with it: `m_1` and `m`.
  var names: Set<String> {
    var names = children.reduce(into: Set<String>()) { $0.formUnion($1.names) }
    switch node {
    case .symbol(let symbol): names.insert(symbol.canonicalName)
    case .indexed(let base, let index):
      if case .number(let label) = index.node, let name = base.headSymbol?.canonicalName {
        names.insert("\(name)_\(label)")
      }
    case .call(let head, _, _): names.formUnion(head.names)
    default: break
    }
    return names
  }
}
