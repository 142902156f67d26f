import RealModule

extension Evaluation {
  mutating func lookUp(_ name: String, at range: Range<Int>) throws(EvaluationError) -> Quantity {
    switch scope[name] {
    case .value(let value):
      noteReading(value, name)
      try count(value.elements.count / 32, at: range)
      return quantity(value)
    case .table: throw EvaluationError(.needsIndex(name), at: range)
    case .function, .form: throw EvaluationError(.needsArguments(name), at: range)
    case nil where name == "pi": return quantity(.scalar(.pi))
    // A bold 1 is a vector of ones, which goes with every element as the number does.
    case nil where name == "1": return quantity(.scalar(1))
    case nil where ElementaryFunction.named[name] != nil:
      throw EvaluationError(.needsArguments(name), at: range)
    case nil: throw unknown(name, at: range)
    }
  }

  /// A name such as `dt` where that is bound, else d times the variable where d is.
  mutating func differential(
    _ variable: Expression, at range: Range<Int>
  ) throws(EvaluationError) -> Quantity {
    let name = "d" + (variable.headSymbol?.canonicalName ?? "")
    if case .symbol = variable.node, scope[name] != nil { return try lookUp(name, at: range) }
    guard scope["d"] != nil else { throw unknown(name, at: range) }
    let (step, variable) = (try lookUp("d", at: range), try quantity(of: variable))
    return try step.applying(.product, variable, at: range)
  }

  func unknown(
    _ name: String, _ labelled: String? = nil, at range: Range<Int>
  ) -> EvaluationError {
    let nearest = labelled.flatMap(scope.nearest) ?? scope.nearest(to: name)
    return EvaluationError(.unknownSymbol(labelled ?? name, nearest: nearest), at: range)
  }

  /// A name with its index: first as one name with a label, then as an entry of a table.
  mutating func lookUp(
    _ base: Expression, index: Expression, at range: Range<Int>
  ) throws(EvaluationError) -> Quantity {
    if case .fenced(let content, .doubleBars) = base.node {
      return try norm(of: content, index, at: range)
    }
    guard let name = name(of: base) else {
      throw EvaluationError(.notEvaluable("An index on anything but a name"), at: range)
    }
    let labelled = label(of: index).map { "\(name)_\($0)" }
    if let labelled, scope[labelled] != nil { return try lookUp(labelled, at: range) }
    guard case .table(let indices, let entry) = scope[name], !isUnbound(index) else {
      throw unknown(name, labelled, at: range)
    }
    guard let whole = try wholeNumber(index) else {
      throw EvaluationError(.indexNotWhole(name), at: index.range)
    }
    guard indices.contains(whole) else {
      throw EvaluationError(.indexOutOfRange(name, whole, allowed: indices), at: index.range)
    }
    do {
      let value = try entry(whole)
      noteReading(value, name, whole)
      return quantity(value)
    } catch {
      throw error.located(at: range)
    }
  }

  /// The name of a symbol, with its labels where it has some.
  private func name(of base: Expression) -> String? {
    switch base.node {
    case .symbol(let symbol): symbol.canonicalName
    case .indexed(let inner, let index):
      if let name = name(of: inner), let label = label(of: index) {
        "\(name)_\(label)"
      } else {
        nil
      }
    default: nil
    }
  }

  /// The index as a part of a name; nil for one that is reckoned, as `t-1` is.
  func label(of index: Expression) -> String? {
    switch index.node {
    case .symbol(let symbol):
      locals.contains(symbol.canonicalName) ? nil : symbol.canonicalName
    case .number(let text): text
    case .text(let text): text
    default: nil
    }
  }

  /// A name that stands for no number here, so that as an index it is a label.
  private func isUnbound(_ index: Expression) -> Bool {
    switch index.node {
    case .symbol(let symbol): scope[symbol.canonicalName] == nil
    case .text: true
    default: false
    }
  }

  private mutating func norm(
    of content: Expression, _ index: Expression, at range: Range<Int>
  ) throws(EvaluationError) -> Quantity {
    guard let degree = try wholeNumber(index), degree == 1 || degree == 2 else {
      throw EvaluationError(.notEvaluable("A norm other than 1 and 2"), at: index.range)
    }
    return try quantity(of: content).norm(degree: degree, at: range)
  }
}
