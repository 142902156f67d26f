import RealModule

extension Expression {
  /// What the formula comes to where its names stand for what the scope says.
  ///
  /// Built in are the elementary functions, `min`, `max`, sums and products over a range, norms, and
  /// where nothing else is bound to them pi, and e as the base of a power. An operation without a
  /// result, such as the root of a negative number, is an error, never a value that is not finite.
  package func value(in scope: Scope) throws(EvaluationError) -> Value {
    var evaluation = Evaluation(scope)
    return try evaluation.value(of: self)
  }
}

/// An evaluation under way: the names, and how much work was done.
package struct Evaluation {
  package var scope: Scope
  let tracksRounding: Bool
  /// Names and table entries that were read, with their values; up to a number that can be shown.
  private(set) var readings: [Reading: Value] = [:]
  private(set) var steps = 0
  /// Variables of sums and products, which are no input.
  var locals: Set<String> = []

  static let stepLimit = 10_000_000
  static let rangeLimit = 100_000

  package init(_ scope: Scope) { self.init(scope, tracksRounding: false) }

  init(_ scope: Scope, tracksRounding: Bool = false, steps: Int = 0) {
    self.scope = scope
    self.tracksRounding = tracksRounding
    self.steps = steps
  }

  /// A name, or an entry of a table, that a formula used.
  struct Reading: Hashable, Sendable {
    var name: String
    var index: Int?
  }

  package mutating func value(of expression: Expression) throws(EvaluationError) -> Value {
    try quantity(of: expression).value
  }

  mutating func noteReading(_ value: Value, _ name: String, _ index: Int? = nil) {
    guard tracksRounding, readings.count < 64, !locals.contains(name) else { return }
    readings[Reading(name: name, index: index)] = value
  }

  func quantity(_ value: Value) -> Quantity { Quantity(value, tracksRounding: tracksRounding) }

  mutating func count(_ work: Int, at range: Range<Int>) throws(EvaluationError) {
    steps += work
    guard steps <= Self.stepLimit else {
      throw EvaluationError(.tooMuchWork(limit: Self.stepLimit), at: range)
    }
  }
}

extension Evaluation {
  mutating func quantity(of expression: Expression) throws(EvaluationError) -> Quantity {
    let range = expression.range
    try count(1, at: range)
    switch expression.node {
    case .number(let text): return try number(text, at: range)
    case .symbol(let symbol): return try lookUp(symbol.canonicalName, at: range)
    case .indexed(let base, let index): return try lookUp(base, index: index, at: range)
    case .sum(let terms): return try sum(terms, at: range)
    case .product(let factors): return try product(factors, at: range)
    case .fraction(let over, let under):
      let (over, under) = (try quantity(of: over), try quantity(of: under))
      return try over.applying(.quotient, under, at: range)
    case .power(let base, let exponent): return try power(base, exponent, at: range)
    case .root(let radicand, let degree): return try root(radicand, degree, at: range)
    case .fenced(let content, let fence): return try fenced(content, fence, at: range)
    case .call(let head, let arguments, let fence):
      return try call(head, arguments, fence, at: range)
    case .differential(let variable): return try differential(variable, at: range)
    // A brace or words beside a part do not change its value.
    case .annotated(let content, .underbrace, _), .annotated(let content, .overbrace, _):
      return try quantity(of: content)
    case .big(let operation, let from, let to, let body):
      return try overRange(operation, from, to, body, at: range)
    default: throw EvaluationError(.notEvaluable(expression.kindName), at: range)
    }
  }

  private func number(_ text: String, at range: Range<Int>) throws(EvaluationError) -> Quantity {
    guard let number = Double(text), number.isFinite else {
      throw EvaluationError(.undefined(.tooLarge("number")), at: range)
    }
    return quantity(.scalar(number))
  }

  private mutating func sum(
    _ terms: [Expression.Term], at range: Range<Int>
  ) throws(EvaluationError) -> Quantity {
    var total: Quantity?
    for term in terms {
      guard term.sign == .plus || term.sign == .minus else {
        throw EvaluationError(.notEvaluable(term.sign.name), at: range)
      }
      let value = try quantity(of: term.value)
      let signed = term.isNegative ? value.negated : value
      total =
        try total.map { (total) throws(EvaluationError) in
          try total.applying(.sum, signed, at: range)
        } ?? signed
    }
    return total ?? quantity(.scalar(0))
  }

  private mutating func product(
    _ factors: [Expression.Factor], at range: Range<Int>
  ) throws(EvaluationError) -> Quantity {
    var total: Quantity?
    for factor in factors.trimmingSpaces.parted {
      if let name = factor.operation.unevaluable {
        throw EvaluationError(.notEvaluable(name), at: range)
      }
      let value =
        if let variable = factor.variable {
          try gradient(by: variable, of: factor.value, at: range)
        } else {
          try quantity(of: factor.value)
        }
      total =
        try total.map { (total) throws(EvaluationError) in
          try total.applying(
            factor.operation == .slash ? .quotient : .product, value, at: range)
        } ?? value
    }
    guard let total else { throw EvaluationError(.notEvaluable("A space"), at: range) }
    return total
  }

  /// A power; `e` to a power is the exponential where nothing is bound to e.
  private mutating func power(
    _ base: Expression, _ exponent: Expression, at range: Range<Int>
  ) throws(EvaluationError) -> Quantity {
    if case .symbol(let symbol) = base.node, symbol.canonicalName == "e", scope["e"] == nil {
      return try quantity(of: exponent).applying(.exponential, at: range)
    }
    if case .call(let head, let arguments, .parentheses) = base.node, isNumber(head) {
      // The name turns out to be a factor, so the exponent is that of the brackets alone.
      let value = try quantity(of: head)
      return try value.applying(.product, power(arguments, exponent, at: range), at: range)
    }
    let (base, exponent) = (try quantity(of: base), try quantity(of: exponent))
    return try base.applying(.power, exponent, at: range)
  }

  private mutating func root(
    _ radicand: Expression, _ degree: Expression?, at range: Range<Int>
  ) throws(EvaluationError) -> Quantity {
    let radicand = try quantity(of: radicand)
    guard let degree else { return try radicand.applying(.squareRoot, at: range) }
    guard let whole = try wholeNumber(degree), (1...1000).contains(whole) else {
      throw EvaluationError(.other("Use a whole degree of a root, from 1 on."), at: degree.range)
    }
    return try radicand.applying(.root(whole), quantity(.scalar(0)), at: range)
  }

  private mutating func fenced(
    _ content: Expression, _ fence: Expression.Fence, at range: Range<Int>
  ) throws(EvaluationError) -> Quantity {
    switch fence {
    case .parentheses, .brackets, .braces: try quantity(of: content)
    case .bars: try quantity(of: content).applying(.magnitude, at: range)
    case .doubleBars: try quantity(of: content).norm(degree: 2, at: range)
    case .floor: try quantity(of: content).applying(.floor, at: range)
    case .ceiling: try quantity(of: content).applying(.ceiling, at: range)
    case .angles: throw EvaluationError(.notEvaluable("A pair of angle brackets"), at: range)
    }
  }

  /// The whole number that an expression comes to; nil if it is none.
  mutating func wholeNumber(_ expression: Expression) throws(EvaluationError) -> Int? {
    guard let number = try quantity(of: expression).value.scalar else { return nil }
    let whole = number.rounded()
    guard (number - whole).magnitude < 1e-9, whole.magnitude < 0x1p53 else { return nil }
    return Int(whole)
  }
}

extension Expression.Term.Sign {
  /// What the sign is, for those that no number follows from.
  fileprivate var name: String {
    switch self {
    case .plus, .minus: "A sum"
    case .plusOrMinus, .minusOrPlus: "Plus or minus"
    case .directSum: "A direct sum"
    case .union: "A union"
    case .intersection: "An intersection"
    case .difference: "A difference of sets"
    case .and, .or: "A statement"
    }
  }
}

extension Expression.Factor.Operation {
  fileprivate var unevaluable: String? {
    switch self {
    case .tensor: "A tensor product"
    case .composed: "A composition"
    default: nil
    }
  }
}

extension [Expression.Factor] {
  /// Without wide spaces at its ends; one in the middle parts two formulas, and has no value.
  fileprivate var trimmingSpaces: ArraySlice<Expression.Factor> {
    let tail = drop { $0.value.node == .space }
    let count = tail.reversed().prefix { $0.value.node == .space }.count
    return tail.dropLast(count)
  }
}

extension Expression {
  /// What kind of part this is, in words, for those that have no value.
  fileprivate var kindName: String {
    switch node {
    case .accented: "An accent over more than a name"
    case .list: "A list"
    case .relation: "A relation"
    case .rows: "A block of rows"
    case .grid(_, .cases): "A definition by cases"
    case .grid: "A matrix"
    case .binomial: "A binomial coefficient"
    case .annotated: "A part with words beside it"
    case .dots: "An ellipsis"
    case .text: "A text"
    case .space: "A wide space between factors"
    case .empty: "A gap"
    case .unknown(let source): "The part \(source)"
    default: "This part"
    }
  }
}
