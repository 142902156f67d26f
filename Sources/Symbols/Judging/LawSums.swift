import Formula

/// A sum of independent normal laws with factors: `a\mathcal N(m, v) + \mathcal N(n, w)`.
///
/// Each law stands for a number of its own, so means add, and variances with the squares of the
/// factors.
struct LawSum: Sendable {
  let mean: Expression
  let variance: Expression

  /// Nil where the side is no such sum.
  init?(_ side: Expression) {
    var means: [Expression.Term] = []
    var variances: [Expression.Term] = []
    var hasLaw = false
    let terms = if case .sum(let terms) = side.node { terms } else { [Expression.Term(side)] }
    for term in terms {
      guard term.sign == .plus || term.sign == .minus else { return nil }
      let factors =
        if case .product(let factors) = term.value.node { factors } else {
          [Expression.Factor(.juxtaposed, term.value)]
        }
      let laws = factors.filter { $0.value.normalLaw?.variable == nil && $0.value.normalLaw != nil }
      guard laws.count <= 1 else { return nil }
      guard let law = laws.first?.value.normalLaw else {
        guard !term.value.everyName.contains("N") else { return nil }
        means.append(term)
        continue
      }
      hasLaw = true
      let others = factors.filter { $0.value.normalLaw == nil }.map(\.value)
      guard factors.allSatisfy({ $0.operation != .slash }) else { return nil }
      let factor =
        others.isEmpty ? .whole(1) : Expression(.product(others.map { .init(.juxtaposed, $0) }))
      means.append(Expression.Term(.times(.fenced(factor), .fenced(law.mean)), term.sign))
      let square = Expression(.power(.fenced(factor), exponent: .whole(2)))
      variances.append(Expression.Term(.times(square, .fenced(law.variance))))
    }
    guard hasLaw else { return nil }
    mean = Expression(.sum(means))
    variance = Expression(.sum(variances))
  }
}

extension Trier {
  /// Whether two sums of laws are one law; nil where a side is none.
  func lawSums() -> Ruling? {
    guard let left = LawSum(spelled.left), let right = LawSum(spelled.right) else { return nil }
    let reading = Reading(roles: spelled.freshRoles)
    for (what, first, second) in [
      (Difference.Quantity.mean, left.mean, right.mean),
      (.variance, left.variance, right.variance),
    ] {
      switch finding(first, second, reading) {
      case .agrees: continue
      case .unknown(let reason): return .unknown(reason)
      case .undefined(let error): return .unknown(error.description)
      case .differs(var difference):
        difference.quantity = what
        return .fails(difference)
      }
    }
    return .holds("Independent normal numbers: means add, and variances add.")
  }
}
