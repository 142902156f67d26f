extension Evaluation {
  mutating func call(
    _ head: Expression, _ arguments: Expression, _ fence: Expression.Fence?, at range: Range<Int>
  ) throws(EvaluationError) -> Quantity {
    if case .power(let inner, let exponent) = head.node {
      return try powerOfCall(inner, exponent, arguments, fence, at: range)
    }
    guard let symbol = head.headSymbol else {
      throw EvaluationError(.notEvaluable("A call of anything but a name"), at: range)
    }
    let call = Scope.Call(symbol.canonicalName, head, arguments, fence, range)
    let labelled = call.index.flatMap { label(of: $0) }.map { "\(call.name)_\($0)" }
    var name = call.name
    if let labelled, scope[labelled] != nil { name = labelled }
    switch scope[name] {
    case .form(let form): return try apply(form, to: call)
    case .function(let function): return try apply(function, name, to: call)
    case .value, .table: return try multiply(head, arguments, call)
    case nil: return try builtIn(call, labelled)
    }
  }

  /// Whether the name before brackets stands for a number or a table of numbers.
  func isNumber(_ head: Expression) -> Bool {
    guard let name = head.headSymbol?.canonicalName else { return false }
    var binding = scope[name]
    if case .indexed(_, let index) = head.node, let label = label(of: index) {
      binding = scope["\(name)_\(label)"] ?? binding
    }
    switch binding {
    case .value, .table: return true
    case .function, .form, nil: return false
    }
  }

  private mutating func apply(
    _ form: @escaping @Sendable (Scope.Call, inout Evaluation) throws(EvaluationError) -> Value,
    to call: Scope.Call
  ) throws(EvaluationError) -> Quantity {
    do {
      return try checked(try form(call, &self), call)
    } catch {
      throw error.located(at: call.range)
    }
  }

  private mutating func apply(
    _ function: @escaping @Sendable ([Value]) throws(EvaluationError) -> Value, _ name: String,
    to call: Scope.Call
  ) throws(EvaluationError) -> Quantity {
    var values: [Value] = []
    for argument in call.arguments { values.append(try value(of: argument)) }
    do {
      return try checked(try function(values), call)
    } catch {
      throw error.located(at: call.range)
    }
  }

  private func checked(
    _ value: Value, _ call: Scope.Call
  ) throws(EvaluationError) -> Quantity {
    guard value.isFinite else {
      throw EvaluationError(.undefined(.tooLarge("result of \(call.name)")), at: call.range)
    }
    return quantity(value)
  }

  /// A number's name before brackets is a factor, although it might have been a function's.
  private mutating func multiply(
    _ head: Expression, _ arguments: Expression, _ call: Scope.Call
  ) throws(EvaluationError) -> Quantity {
    guard call.arguments.count == 1 else {
      throw EvaluationError(.notEvaluable("A list after \(call.name)"), at: call.range)
    }
    let (left, right) = (try quantity(of: head), try quantity(of: arguments))
    return try left.applying(.product, right, at: call.range)
  }

  /// `\sin^2 x` is the square of the sine; a negative exponent might mean the inverse function.
  private mutating func powerOfCall(
    _ head: Expression, _ exponent: Expression, _ arguments: Expression,
    _ fence: Expression.Fence?, at range: Range<Int>
  ) throws(EvaluationError) -> Quantity {
    guard case .number(let text) = exponent.node, let degree = Double(text) else {
      throw EvaluationError(.notEvaluable("A function with that exponent"), at: exponent.range)
    }
    let value = try call(head, arguments, fence, at: range)
    return try value.applying(.power, quantity(.scalar(degree)), at: range)
  }
}

extension Evaluation {
  private mutating func builtIn(
    _ call: Scope.Call, _ labelled: String?
  ) throws(EvaluationError) -> Quantity {
    switch call.name {
    case "min": return try extreme(.smaller, call)
    case "max": return try extreme(.larger, call)
    case "prod", "sum":
      let example = "\(call.name)(s, 1, t, alpha[s])"
      throw EvaluationError(.other("Write a range as \(example)."), at: call.range)
    default: break
    }
    guard let function = ElementaryFunction.named[call.name] else {
      throw unknown(call.name, labelled, at: call.range)
    }
    guard call.arguments.count == 1 else {
      throw EvaluationError(.wrongArgumentCount(call.name, wanted: 1), at: call.range)
    }
    let value = try quantity(of: call.arguments[0]).applying(function, at: call.range)
    guard let base = call.index else { return value }
    return try toBase(base, value, call)
  }

  /// A logarithm to another base: `\log_2 x`.
  private mutating func toBase(
    _ base: Expression, _ value: Quantity, _ call: Scope.Call
  ) throws(EvaluationError) -> Quantity {
    guard call.name == "log" else {
      throw EvaluationError(.notEvaluable("The index of \(call.name)"), at: base.range)
    }
    let divisor = try quantity(of: base).applying(.logarithm, at: base.range)
    return try value.applying(.quotient, divisor, at: call.range)
  }

  private mutating func extreme(
    _ operation: Operation, _ call: Scope.Call
  ) throws(EvaluationError) -> Quantity {
    guard call.index == nil else {
      throw EvaluationError(.notEvaluable("The index of \(call.name)"), at: call.range)
    }
    var result = try quantity(of: call.arguments[0])
    for argument in call.arguments.dropFirst() {
      let next = try quantity(of: argument)
      result = try result.applying(operation, next, at: call.range)
    }
    return result
  }
}

extension Scope.Call {
  /// A call of that name, with its arguments apart.
  package init(
    _ name: String, _ head: Expression, _ arguments: Expression, _ fence: Expression.Fence?,
    _ range: Range<Int>
  ) {
    self.name = name
    if case .indexed(_, let index) = head.node { self.index = index }
    if case .list(let items, let separators) = arguments.node {
      self.arguments = items
      self.separators = separators
    } else {
      self.arguments = [arguments]
      separators = []
    }
    self.fence = fence
    self.range = range
  }
}
