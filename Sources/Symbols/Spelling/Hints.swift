import Formula

/// What a formula tells of the text that it is from.
extension Expression {
  /// z is the data here: a density or a network's prediction is of a z with its step.
  package var hasLatentData: Bool {
    if case .call(let head, let arguments, _) = node, let parts = NameParts(head),
      ["q", "p"].contains(parts.name) || parts.hasParameters, let first = arguments.items.first,
      case .indexed(let base, _) = first.node, base.headSymbol?.canonicalName == "z"
    {
      return true
    }
    return children.contains(where: \.hasLatentData)
  }

  /// sigma is chosen by eta here, or taken from what is left for the direction: DDIM's free sigma.
  package var choosesSigma: Bool {
    if case .symbol(let symbol) = node, symbol.canonicalName == "eta" { return true }
    if case .sum(let terms) = node {
      let hasSigma = terms.contains { $0.isNegative && $0.value.everyName == ["sigma", "t"] }
      let hasShare = terms.contains {
        $0.isNegative && !$0.value.everyName.isDisjoint(with: ["alpha", "alpha_bar"])
      }
      if hasSigma, hasShare { return true }
    }
    return children.contains(where: \.choosesSigma)
  }
}
