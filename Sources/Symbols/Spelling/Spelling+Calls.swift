import Formula

/// Names with their arguments: `q(x_t|x_0)`, `x_t(x_0, \epsilon)`, `\sigma_t(\eta)`.
extension Spelling {
  mutating func spelled(
    call head: Expression, _ arguments: Expression, _ fence: Expression.Fence?,
    _ formula: Expression
  ) -> Expression? {
    guard let parts = NameParts(head) else { return nil }
    let range = formula.range
    if parts.name == "f", parts.labels == ["phi"] { return density("$p", arguments, at: range) }
    if let call = spelled(network: parts, arguments.items, at: range) {
      return raised(call, parts.powers)
    }
    switch parts.name {
    case "q":
      return density(parts.labels.contains("sigma") ? "$qsigma" : "$q", arguments, at: range)
    case "p": return density(process(parts), arguments, at: range)
    case "E": return average(parts.index, arguments, at: range)
    case "Var", "V", "Cov": return covariance(parts, arguments, at: range)
    case "KL": return divergence(arguments, at: range)
    case "D" where parts.labels.contains("KL"): return divergence(arguments, at: range)
    case "mu_tilde", "mu": return posteriorMean(parts, arguments.items, at: range)
    case "x": return jump(parts, arguments.items, at: range)
    case "z" where isLatent: return jump(parts, arguments.items, at: range)
    case "epsilon_hat": return guided(parts, arguments.items, at: range)
    case "sigma" where parts.labels == ["q"]:
      return raised(Expression.root(.name("beta_tilde", spelled(arguments))), parts.powers)
    case "sigma" where arguments.label == "eta":
      return parts.index.map { raised(.name("sigma", spelled($0)), parts.powers).placed(at: range) }
    case "Sigma" where parts.labels == ["q"]:
      return Expression.name("beta_tilde", spelled(arguments)).placed(at: range)
    case "alpha", "alpha_bar", "beta", "beta_tilde", "sigma", "SNR":
      return table(parts, arguments, at: range)
    case "L", "J", "ell": return loss(parts, at: range)
    default: return nil
    }
  }

  /// `p_\theta` is the network's, `p_t` and the data's the forward process's.
  private func process(_ parts: NameParts) -> String {
    if parts.labels.contains("theta") { return "$ptheta" }
    return parts.index == nil || parts.labels == ["phi"] ? "$p" : "$q"
  }

  private mutating func density(
    _ name: String, _ arguments: Expression, at range: Range<Int>
  ) -> Expression {
    let arguments =
      if case .list = arguments.node { spelledParts(arguments) } else { spelled(arguments) }
    return Expression(.call(.name(name), arguments: arguments, .parentheses), at: range)
  }

  private mutating func divergence(
    _ arguments: Expression, at range: Range<Int>
  ) -> Expression {
    Expression(.call(.name("$KL"), arguments: spelledParts(arguments), .parentheses), at: range)
  }

  private mutating func average(
    _ index: Expression?, _ body: Expression, at range: Range<Int>
  ) -> Expression {
    let head = Expression.name("$E", index.map { spelledParts($0) })
    let body = if case .list = body.node { spelledParts(body) } else { spelled(body) }
    return Expression(.call(head, arguments: body, .brackets), at: range)
  }

  /// `Cov(X, Y | Z)` as E[X Y | Z] - E[X | Z] E[Y | Z]; the variance is that of a number with itself.
  private mutating func covariance(
    _ parts: NameParts, _ arguments: Expression, at range: Range<Int>
  ) -> Expression? {
    var (items, given) = (arguments.items, [Expression]())
    if case .list(let all, let separators) = arguments.node,
      let bar = separators.firstIndex(of: .given)
    {
      (items, given) = (Array(all[...bar]), Array(all[(bar + 1)...]))
    }
    guard items.count == (parts.name == "Cov" ? 2 : 1), let first = items.first,
      let second = items.last
    else { return nil }
    let separators = given.indices.map { $0 == 0 ? Expression.Separator.given : .comma }
    func mean(_ formula: Expression) -> Expression {
      let body =
        given.isEmpty ? formula : Expression(.list([formula] + given, separators: separators))
      return average(parts.index, body, at: range)
    }
    let product = Expression.times(.fenced(first), .fenced(second))
    return Expression.fenced(.minus(mean(product), .times(mean(first), mean(second))))
      .placed(at: range)
  }

  /// x_t as a function: of x_0 and the noise it is the jump, of anything else x_t itself.
  private mutating func jump(
    _ parts: NameParts, _ arguments: [Expression], at range: Range<Int>
  ) -> Expression? {
    guard let index = parts.index ?? (arguments.count == 1 ? arguments[0] : nil) else { return nil }
    let place = spelled(index)
    let values = arguments.map { spelled($0) }
    let noise = values.first { $0.headSymbol?.name.hasPrefix("$noise") ?? false }
    guard parts.index != nil, let noise, values.count == 2 else {
      return Expression.name("x", place).placed(at: range)
    }
    let kept = Expression.root(.name("alpha_bar", place))
    let rest = Expression.root(.minus(.whole(1), .name("alpha_bar", place)))
    return Expression.fenced(.plus(.times(kept, values[0]), .times(rest, noise))).placed(at: range)
  }

  /// `\beta(t)` is `\beta_t`.
  private mutating func table(
    _ parts: NameParts, _ arguments: Expression, at range: Range<Int>
  ) -> Expression? {
    guard parts.index == nil, arguments.isIndex else { return nil }
    if alpha == .root, ["alpha", "sigma"].contains(parts.name) {
      return spelled(root: parts.indexed(by: arguments), at: range)
    }
    let name = parts.name == "alpha" && alpha == .cumulative ? "alpha_bar" : parts.name
    return raised(Expression.name(name, spelled(arguments)), parts.powers).placed(at: range)
  }

  private func raised(_ formula: Expression, _ powers: [Expression]) -> Expression {
    powers.reduce(formula) { Expression(.power($0, exponent: $1), at: $0.range) }
  }
}

extension Expression {
  /// A step: `t`, `t-1`, `1`.
  fileprivate var isIndex: Bool {
    switch node {
    case .number: true
    case .symbol(let symbol): ["t", "s", "k", "T", "i"].contains(symbol.canonicalName)
    case .sum(let terms): terms.allSatisfy { $0.value.isIndex }
    default: false
    }
  }
}
