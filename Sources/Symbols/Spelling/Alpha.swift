import Formula

/// What alpha is in a text.
package enum Alpha: Hashable, Sendable, CaseIterable {
  /// The share of the variance that survives one step, as DDPM has it.
  case step
  /// The product of those shares, which DDPM writes with a bar, as DDIM has it.
  case cumulative
  /// The root of that product, and sigma the root of what is left: alpha^2 + sigma^2 = 1. Source:
  /// Kingma et al. 2021, "Variational diffusion models"; Salimans and Ho 2022.
  case root
}

extension Statement {
  /// It says that one alpha is the other: `\alpha_t = \bar\alpha_t`.
  package var namesAlphaTwice: Bool {
    guard [.equal, .defined, .equivalent].contains(sign), let first = NameParts(left),
      let second = NameParts(right), first.index == second.index
    else { return false }
    return Set([first.name, second.name]) == ["alpha", "alpha_bar"]
  }

  /// It says what alpha is, without another alpha: `\alpha_t = \prod_{s=1}^t (1-\beta_s)`.
  package var definesAlpha: Bool {
    NameParts(left)?.name == "alpha" && right.everyName.isDisjoint(with: ["alpha", "alpha_bar"])
  }
}

extension Expression {
  /// A product over a range stands in it.
  package var hasProduct: Bool {
    if case .big(.product, _, _, _) = node { return true }
    return children.contains(where: \.hasProduct)
  }
}

extension Spelling {
  /// The names of a text whose alpha and sigma are roots; nil for any other.
  ///
  ///     alpha_t = sqrt(abar_t),              sigma_t = sqrt(1 - abar_t)
  ///     alpha_{t|s} = alpha_t / alpha_s,     sigma_{t|s}^2 = 1 - alpha_{t|s}^2
  ///     lambda_t = log SNR(t)
  ///
  /// Source: Kingma et al. 2021, section 3.1 and appendix A.
  mutating func spelled(root parts: NameParts, at range: Range<Int>) -> Expression? {
    let index = parts.index ?? step
    func named(_ make: (Expression) -> Expression) -> Expression {
      if case .list(let items, [.given]) = index.node {
        let (later, earlier) = (spelledIndex(items[0]), spelledIndex(items[1]))
        return make(
          Expression(.fraction(.name("alpha_bar", later), over: .name("alpha_bar", earlier))))
      }
      return make(.name("alpha_bar", spelledIndex(index)))
    }
    let spelled: Expression
    switch parts.name {
    case "alpha": spelled = named { .root($0) }
    case "sigma": spelled = named { .root(.minus(.whole(1), $0)) }
    case "lambda" where parts.index != nil:
      spelled = named { share in
        Expression.call(
          "log", [Expression(.fraction(share, over: .fenced(.minus(.whole(1), share))))])
      }
    case "x_hat" where parts.index == nil || parts.index?.label == "t":
      return prediction(.start, [], step: nil, at: range)
    default: return nil
    }
    return parts.powers.reduce(spelled) { Expression(.power($0, exponent: $1)) }.placed(at: range)
  }

  private func spelledIndex(_ index: Expression) -> Expression {
    var other = self
    return other.spelled(index)
  }
}
