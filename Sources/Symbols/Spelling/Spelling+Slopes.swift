import Formula

/// Slopes in the ways that they are written: `\nabla_{x_t} f`, `\partial_x f`,
/// `\frac{\partial}{\partial x_t} f`, `\frac{\partial f}{\partial x_t}`, `\frac{d}{dx} f`.
extension Spelling {
  /// The slope of a formula; without a variable it is by the x of the density.
  mutating func slope(_ variable: Expression.SlopeVariable, of formula: Expression) -> Expression {
    let body = spelled(formula)
    let place: Expression? =
      switch variable {
      case .named(let name): spelled(name)
      case .unnamed: body.namedX.first
      }
    return Expression(.call(.name("$nabla", place), arguments: body, .parentheses))
  }

  /// A fraction that is a slope with its function above the bar; nil for any other.
  mutating func spelled(
    slope over: Expression, _ under: Expression, _ formula: Expression
  ) -> Expression? {
    guard case .product(let factors) = over.node, factors.count > 1,
      factors[0].value.isSlopeSign, let variable = under.variableBelow
    else { return nil }
    let rest = Array(factors.dropFirst())
    let body = rest.count == 1 ? rest[0].value : Expression(.product(rest))
    return slope(.named(variable), of: body).placed(at: formula.range)
  }
}

extension Expression {
  enum SlopeVariable {
    case named(Expression)
    case unnamed
  }

  /// What a sign of a slope, which stands before its function, is by; nil for any other formula.
  var slopeVariable: SlopeVariable? {
    switch node {
    case .symbol(let symbol) where symbol.name == "nabla": .unnamed
    case .indexed(let base, let index) where base.isSlopeSign && base.label != "d": .named(index)
    case .fraction(let over, let under) where over.isSlopeSign:
      under.variableBelow.map { .named($0) }
    default: nil
    }
  }

  fileprivate var isSlopeSign: Bool {
    guard case .symbol(let symbol) = node else { return false }
    return ["nabla", "partial", "d"].contains(symbol.name)
  }

  /// x of `\partial x` or `dx`.
  fileprivate var variableBelow: Expression? {
    switch node {
    case .differential(let variable): variable
    case .product(let factors) where factors.count == 2 && factors[0].value.isSlopeSign:
      factors[1].value
    default: nil
    }
  }

  /// What an x without a step stands for: beside one x with a step it is the clean one, as in
  /// `x_t = \sqrt{\bar\alpha_t} x + ...`, else x at the step that the relation names, as in
  /// `\nabla_x \log p_t(x)`; nil where that can't be told.
  static func bareX(_ left: Expression, _ right: Expression, _ alpha: Alpha) -> Expression? {
    if alpha == .root { return .name("x", .whole(0)) }
    let steps = left.stepsOfX.union(right.stepsOfX)
    if steps.isEmpty {
      let names = left.everyName.union(right.everyName)
      let isOfFunction = !names.isDisjoint(with: ["p", "q", "theta", "nabla", "partial"])
      return isOfFunction && names.contains("t") ? .name("x", .name("t")) : nil
    }
    return steps.allSatisfy { $0.label == "t" } ? .name("x", .whole(0)) : nil
  }

  /// The indices of every x, and of every z that may be one.
  private var stepsOfX: Set<Expression> {
    if case .indexed(let base, let index) = node,
      ["x", "z"].contains(base.headSymbol?.canonicalName)
    {
      return [index]
    }
    return children.reduce(into: []) { $0.formUnion($1.stepsOfX) }
  }
}
