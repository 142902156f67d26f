import Formula

/// Brings a formula from the many ways in which the field is written into the one that a world knows.
///
/// The names that are made of it begin with a dollar, so that no source can spell them: `$noise0` for
/// a noise symbol, `$q` for the forward process, `$guided` for a guided prediction.
struct Spelling {
  /// z is the data in a latent space, and not noise.
  let isLatent: Bool
  let alpha: Alpha
  /// The step that a formula without one speaks of.
  let step: Expression
  /// A conditioned or an unconditioned prediction stands in the formula, as `\epsilon_c`: then an
  /// epsilon without a label is the guided one.
  var isGuided = false
  /// What an x without a step stands for; nil where that can't be told.
  var bareX: Expression?

  private(set) var noises: [NoiseName] = []
  /// Whether a network was given x_0 where it is given x_t in use.
  private(set) var hasStartInNetwork = false
  private(set) var hasNetwork = false
  /// Brackets after mu-tilde hold no x_0.
  var leavesOutStart = false

  init(isLatent: Bool = false, alpha: Alpha = .step, step: Expression = .name("t")) {
    self.isLatent = isLatent
    self.alpha = alpha
    self.step = step
  }

  mutating func spelled(_ formula: Expression) -> Expression {
    switch formula.node {
    case .symbol, .indexed: spelled(name: formula) ?? spelledParts(formula)
    case .power(let base, let exponent): spelled(power: base, exponent, formula)
    case .call(let head, let arguments, let fence):
      spelled(call: head, arguments, fence, formula) ?? spelledParts(formula)
    case .product(let factors): spelled(product: factors, formula)
    case .fraction(let over, let under):
      spelled(slope: over, under, formula) ?? spelledParts(formula)
    case .annotated(let content, .underbrace, _), .annotated(let content, .overbrace, _):
      spelled(content)
    // A sequence stands for each of its numbers: `\{\epsilon_t\}`.
    case .fenced(let content, .braces) where NameParts(content) != nil: spelled(content)
    // One pixel at a time: the length of a vector is the size of a number.
    case .fenced(let content, .doubleBars):
      Expression(.fenced(spelled(content), .bars), at: formula.range)
    case .big(let operation, let from, let to, let body):
      spelled(big: operation, from, to, body, formula)
    default: spelledParts(formula)
    }
  }

  mutating func spelledParts(_ formula: Expression) -> Expression {
    formula.rebuilt { spelled($0) }
  }
}

// MARK: - Noise and networks

extension Spelling {
  /// Takes noises that stand in a formula by their own names already, from number 0 on.
  mutating func declare(_ noises: [NoiseName]) { self.noises = noises }

  /// A noise symbol by a name of its own, with the step that it belongs to.
  mutating func noise(_ parts: NameParts, at range: Range<Int>) -> Expression {
    let index: NoiseName.Index
    let place: Expression
    switch parts.index {
    case nil: (index, place) = (.none, step)
    case let label? where !isStep(label): (index, place) = (.label(label.label ?? "?"), step)
    case let some?:
      let spelled = spelled(some)
      (index, place) = (.step(spelled), spelled)
    }
    let known = noises.first { $0.name == parts.name && $0.index == index }
    let noise = known ?? NoiseName(number: noises.count, name: parts.name, index: index)
    if known == nil { noises.append(noise) }
    return Expression.name(noise.bound, place).placed(at: range)
  }

  /// An index that tells a step, and not which of several noises is meant.
  private func isStep(_ index: Expression) -> Bool {
    switch index.node {
    case .number: if case .number = step.node { true } else { false }
    case .symbol(let symbol):
      ["t", "T", "s", "k", "i", "j", "n", "p", "t'"].contains(symbol.canonicalName)
    case .text, .list: false
    default: true
    }
  }

  /// A network's prediction: of x, at a step, perhaps where a condition is given.
  mutating func prediction(
    _ kind: Network.Kind, _ arguments: [Expression], step given: Expression?,
    isConditioned: Bool = false, at range: Range<Int>
  ) -> Expression {
    let use = networkUse(arguments, step: given, isConditioned: isConditioned)
    let flag = Expression.whole(use.isConditioned ? 1 : 0)
    return Expression.call(kind.rawValue, [use.x, use.step, flag]).placed(at: range)
  }

  /// What a network is used on, as its arguments say, in whatever order they come.
  mutating func networkUse(
    _ arguments: [Expression], step given: Expression?, isConditioned: Bool
  ) -> (x: Expression, step: Expression, isConditioned: Bool) {
    hasNetwork = true
    var condition = isConditioned
    var place = given.map { spelled($0) }
    var x: Expression?
    for argument in arguments {
      if argument.isCondition {
        condition = true
      } else if argument.isEmptyCondition {
        condition = false
      } else if x == nil, !argument.isBareStep {
        x = spelled(argument)
      } else if place == nil {
        place = spelled(argument)
      }
    }
    if case .indexed(let base, let index)? = x?.node, base.headSymbol?.canonicalName == "x" {
      if index.label == "0" { hasStartInNetwork = true } else { place = place ?? index }
    }
    return (x ?? .name("x", step), place ?? step, condition)
  }
}

extension Expression {
  /// The class or the text that a network is given.
  fileprivate var isCondition: Bool {
    guard let parts = NameParts(self) else { return false }
    return ["y", "c"].contains(parts.name)
  }

  /// Nothing in the place of a condition.
  fileprivate var isEmptyCondition: Bool {
    if case .text = node { return true }
    guard let parts = NameParts(self) else { return false }
    return parts.name == "emptyset" || parts.symbol.alphabet == .roman && parts.name.count > 1
  }

  private var isBareStepName: Bool {
    guard let parts = NameParts(self) else { return false }
    return ["t", "tau"].contains(parts.name)
  }

  fileprivate var isBareStep: Bool {
    switch node {
    case .number: true
    case .sum(let terms): terms.first?.value.isBareStepName ?? false
    default: isBareStepName
    }
  }
}
