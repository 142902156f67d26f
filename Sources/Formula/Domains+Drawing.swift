import Probability
import RealModule

extension Domains {
  /// The scope with every declaration drawn.
  ///
  /// Errors: a declaration whose expressions have no value, whose index range is empty, or longer
  /// than a range may be.
  package func drawn(
    into scope: Scope, using generator: inout some RandomNumberGenerator
  ) throws(EvaluationError) -> Scope {
    var evaluation = Evaluation(scope)
    try draw(into: &evaluation, using: &generator)
    return evaluation.scope
  }

  func draw(
    into evaluation: inout Evaluation, using generator: inout some RandomNumberGenerator
  ) throws(EvaluationError) {
    for declaration in declarations {
      let binding = try evaluation.draw(declaration, using: &generator)
      evaluation.scope[declaration.name] = binding
    }
  }
}

extension Evaluation {
  fileprivate mutating func draw(
    _ declaration: Domains.Declaration, using generator: inout some RandomNumberGenerator
  ) throws(EvaluationError) -> Scope.Binding {
    switch declaration.kind {
    case .real(let from, let to):
      let (low, high) = (try number(from), try number(to))
      return Scope.number(readable(generator.nextUniform(), low, high))
    case .integer(let from, let to):
      return Scope.number(Double(Int.random(in: try indices(from, to), using: &generator)))
    case .normal(nil): return Scope.number(generator.nextReadableNormal())
    case .normal(let count?):
      return .value(
        .vector(
          (0..<min(max(0, count), Self.rangeLimit)).map { _ in generator.nextReadableNormal() }))
    case .table(let from, let to, let low, let high):
      let (indices, low, high) = (try indices(from, to), try number(low), try number(high))
      try count(indices.count, at: from.range)
      let numbers = indices.map { _ in readable(generator.nextUniform(), low, high) }
      return Scope.table(from: indices.lowerBound, numbers)
    case .derived(let expression): return .value(try value(of: expression))
    case .sequence(let index, let from, let to, let start, let each):
      return try sequence(declaration.name, index, try indices(from, to), start, each)
    }
  }

  /// A table whose entries may use the 64 before them, by the table's own name.
  private mutating func sequence(
    _ name: String, _ index: String, _ indices: ClosedRange<Int>, _ start: Expression?,
    _ each: Expression
  ) throws(EvaluationError) -> Scope.Binding {
    let outer = scope[index]
    defer { scope[index] = outer }
    scope[name] = nil
    var numbers: [Double] = []
    for position in indices {
      scope[index] = Scope.number(Double(position))
      numbers.append(try number(numbers.isEmpty ? start ?? each : each))
      let window = numbers.suffix(64)
      scope[name] = Scope.table(from: indices.lowerBound + window.startIndex, Array(window))
    }
    return Scope.table(from: indices.lowerBound, numbers)
  }

  private mutating func number(_ expression: Expression) throws(EvaluationError) -> Double {
    guard let number = try value(of: expression).scalar else {
      throw EvaluationError(.other("Use a number here, not a vector."), at: expression.range)
    }
    return number
  }

  private mutating func indices(
    _ from: Expression, _ to: Expression
  ) throws(EvaluationError) -> ClosedRange<Int> {
    guard let first = try wholeNumber(from), let last = try wholeNumber(to) else {
      throw EvaluationError(.other("Use whole numbers as the ends of a range."), at: from.range)
    }
    guard first <= last, last - first < Self.rangeLimit else {
      throw EvaluationError(
        .other("Use a range of 1 to \(Self.rangeLimit) numbers."), at: from.range)
    }
    return first...last
  }

  /// The number at that part of an interval, with no more decimals than it needs.
  ///
  /// A counterexample is read by people, who reckon 0.83 by hand but not 0.8312904741.
  private func readable(_ part: Double, _ low: Double, _ high: Double) -> Double {
    let exact = low + part * (high - low)
    guard high > low else { return exact }
    let decimals = 2 - Double.log10(high - low).rounded(.down)
    let scale = Double.pow(10, min(max(decimals, 0), 12))
    let rounded = (exact * scale).rounded() / scale
    return rounded >= low && rounded <= high ? rounded : exact
  }
}

extension RandomNumberGenerator {
  /// A standard normal draw to two decimals, by Box and Muller's transformation.
  fileprivate mutating func nextReadableNormal() -> Double {
    let radius = (-2 * Double.log(nextUniform())).squareRoot()
    return (radius * Double.cos(2 * .pi * nextUniform()) * 100).rounded() / 100
  }
}
