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

  /// It is a differential equation, or has a noise level in the place of a step, as EDM has it:
  /// `dx = f\,dt + g\,dw`, `D(x; \sigma)`.
  var isContinuous: Bool {
    switch node {
    case .differential: return true
    case .fraction(let over, let under) where over.label == "d" || over.label == "partial":
      return under.children.first?.isContinuous ?? false
    case .call(let head, let arguments, _):
      guard head.headSymbol?.name != "N", case .list(let items, let separators) = arguments.node,
        separators.last == .semicolon, items.last?.label == "sigma"
      else { break }
      return true
    default: break
    }
    return children.contains(where: \.isContinuous)
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
