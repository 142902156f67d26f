import Formula

/// Names that stand alone: `x_{t-1}`, `\epsilon_\theta`, `\tilde\mu_t`, `\mathcal L`.
extension Spelling {
  mutating func spelled(name formula: Expression) -> Expression? {
    if case .indexed(let base, let index) = formula.node,
      case .fenced(_, .doubleBars) = base.node
    {
      return index.label == "2" ? spelled(base) : Expression(.text("norm"), at: formula.range)
    }
    guard let parts = NameParts(formula) else { return nil }
    let range = formula.range
    if let prediction = spelled(network: parts, [], at: range) { return prediction }
    if alpha == .root, let root = spelled(root: parts, at: range) { return root }
    switch parts.name {
    case "0": return .whole(0)
    case "I", "1": return Expression.name("I").placed(at: range)
    case "x": return data(parts, at: range)
    case "z" where isLatent && parts.index != nil: return data(parts, at: range)
    case "z", "xi", "zeta": return noise(parts, at: range)
    case _
    where parts.symbol.name == "epsilon" && (isGuided && parts.index == nil || parts.isGuided):
      return guided(parts, [], at: range)
    case _ where parts.symbol.name == "epsilon" && parts.symbol.accent != .hat:
      return noise(parts, at: range)
    case "epsilon_hat": return guided(parts, [], at: range)
    case "mu_tilde": return posteriorMean(parts, [], at: range)
    case "mu" where parts.labels == ["q"]: return posteriorMean(parts, [], at: range)
    case "sigma" where parts.labels == ["q"], "sigma_tilde":
      return Expression.root(.name("beta_tilde", step)).placed(at: range)
    case "alpha" where alpha == .cumulative:
      return parts.index.map { Expression.name("alpha_bar", spelled($0)).placed(at: range) }
    case "L", "J", "ell": return loss(parts, at: range)
    case "v" where parts.index == nil || parts.index?.label == "t":
      return velocity(at: range)
    default: return nil
    }
  }

  /// x with its step.
  private mutating func data(_ parts: NameParts, at range: Range<Int>) -> Expression? {
    guard let index = parts.index else { return bareX?.placed(at: range) }
    return Expression.name("x", spelled(index)).placed(at: range)
  }

  mutating func loss(_ parts: NameParts, at range: Range<Int>) -> Expression {
    let place = parts.index.flatMap {
      ["t", "T", "0"].contains($0.label ?? "") || $0.isSum ? $0 : nil
    }
    return Expression.name("$loss", place.map { spelled($0) }).placed(at: range)
  }

  /// sqrt(abar_t) times the noise, less sqrt(1 - abar_t) x_0.
  ///
  /// Source: Salimans and Ho 2022.
  private func velocity(at range: Range<Int>) -> Expression {
    let kept = Expression.root(.name("alpha_bar", step))
    let rest = Expression.root(.minus(.whole(1), .name("alpha_bar", step)))
    let noise = Expression.name("$total", step)
    return Expression.fenced(.minus(.times(kept, noise), .times(rest, .name("x", .whole(0)))))
      .placed(at: range)
  }

  /// mu-tilde of a step, of x_t and x_0 where nothing else is said.
  mutating func posteriorMean(
    _ parts: NameParts, _ arguments: [Expression], at range: Range<Int>
  ) -> Expression {
    let place = parts.index.flatMap { $0.label == "q" ? nil : spelled($0) } ?? step
    let values = arguments.map { spelled($0) }
    let xt = values.first ?? .name("x", place)
    // `\tilde\mu_t(x_t, t)` leaves out that it depends on x_0.
    let isWhole = values.count > 1 && values[1] != place
    if !isWhole, !values.isEmpty { leavesOutStart = true }
    let start = isWhole ? values[1] : .name("x", .whole(0))
    return Expression.call("$mutilde", [place, xt, start]).placed(at: range)
  }

  /// A prediction that was steered towards a class.
  mutating func guided(
    _ parts: NameParts, _ arguments: [Expression], at range: Range<Int>
  ) -> Expression {
    let use = networkUse(arguments, step: parts.step, isConditioned: true)
    return Expression.call("$guided", [use.x, use.step]).placed(at: range)
  }
}

extension Spelling {
  /// A name of a network with what it is used on; nil where it is none.
  mutating func spelled(
    network parts: NameParts, _ arguments: [Expression], at range: Range<Int>
  ) -> Expression? {
    switch parts.name {
    case "epsilon" where parts.hasParameters:
      return prediction(.noise, arguments, step: parts.step, at: range)
    case "epsilon" where !Self.conditions.isDisjoint(with: parts.labels):
      return prediction(.noise, arguments, step: parts.step, isConditioned: true, at: range)
    case "epsilon" where !Self.noConditions.isDisjoint(with: parts.labels):
      return prediction(.noise, arguments, step: parts.step, at: range)
    case "epsilon_bar" where parts.hasParameters, "epsilon_tilde" where parts.hasParameters,
      "epsilon_hat" where parts.hasParameters:
      return guided(parts, arguments, at: range)
    case "mu" where parts.hasParameters:
      return prediction(.mean, arguments, step: parts.step, at: range)
    case "s" where parts.hasParameters:
      return prediction(.score, arguments, step: parts.step, at: range)
    case "v" where parts.hasParameters, "v_hat" where parts.hasParameters:
      return prediction(.velocity, arguments, step: parts.step, at: range)
    case "x" where parts.hasParameters, "x_hat" where parts.hasParameters || parts.labels == ["0"],
      "x_tilde" where parts.labels == ["0"]:
      return prediction(.start, arguments, step: parts.step, at: range)
    // DDIM's f; with an index below it may be a classifier, which has a bar between its arguments.
    case "f" where parts.labels == ["theta"]:
      return prediction(.start, arguments, step: parts.step, at: range)
    case "Sigma" where parts.hasParameters:
      let use = networkUse(arguments, step: parts.step, isConditioned: false)
      return Expression(.power(.name("sigma", use.step), exponent: .whole(2)), at: range)
    case "Sigma" where parts.labels == ["q"]:
      return Expression.name("beta_tilde", step).placed(at: range)
    default: return nil
    }
  }

  fileprivate static let conditions: Set = ["c", "y", "cond"]
  fileprivate static let noConditions: Set = ["u", "uncond", "emptyset"]
}

extension NameParts {
  /// `\epsilon_{\text{cfg}}`: a guided prediction by its label.
  fileprivate var isGuided: Bool { !Set(["cfg", "CFG", "guided"]).isDisjoint(with: labels) }
}

extension Expression {
  /// A prediction of the noise stands in it that is told by a label to have a condition, or none.
  var hasLabelledPrediction: Bool {
    if case .indexed = node, let parts = NameParts(self), parts.symbol.name == "epsilon",
      !Spelling.conditions.union(Spelling.noConditions).isDisjoint(with: parts.labels)
    {
      return true
    }
    return children.contains(where: \.hasLabelledPrediction)
  }
}
