import Canvas
import Formula

extension [Expression.Term] {
  var spoken: [String] {
    let pauses = count > 1 && contains { $0.value.wantsPause }
    var words: [String] = []
    for (index, term) in enumerated() {
      if index > 0 && pauses { words.pause() }
      if index > 0 || term.sign != .plus { words.append(term.sign.spelling.words) }
      words += term.value.asTerm
    }
    return words
  }
}

extension [Expression.Factor] {
  var spoken: [String] {
    var words: [String] = []
    var previous: Expression?
    for (index, factor) in enumerated() where factor.value.node != .space {
      if let previous, !previous.isApart, !factor.value.isApart {
        if previous.wantsPause { words.pause() }
        words += factor.sign(after: previous)
      }
      words += factor.value.asFactor(isLast: index == count - 1, after: factor.operation)
      previous = factor.value
    }
    return words
  }
}

extension Expression.Factor {
  /// The sign before the factor; none after a sign such as a gradient, whose dot is one of its own.
  fileprivate func sign(after previous: Expression) -> [String] {
    if previous.isPrefix { return operation == .dot ? ["dot"] : [] }
    return value.differential == nil ? [operation.spelling.words] : []
  }
}

extension Expression {
  var asTerm: [String] {
    switch node {
    case .sum, .relation, .list, .rows: operand
    default: spoken
    }
  }

  func asFactor(isLast: Bool, after operation: Factor.Operation) -> [String] {
    switch node {
    case .fraction where operation != .slash: spoken
    case .big where isLast && operation != .slash: spoken
    default: operand
    }
  }
}

extension [Expression] {
  func spoken(_ relations: [Expression.Relation]) -> [String] {
    var words: [String] = []
    for (index, side) in enumerated() {
      if relations.indices.contains(index - 1) {
        if index > 1, self[index - 1].wantsPause { words.pause() }
        words += relations[index - 1].words
      }
      words += side.asSide
    }
    return words
  }

  func spoken(
    _ separators: [Expression.Separator], comma: String? = nil
  ) -> [String] {
    var words: [String] = []
    for (index, item) in enumerated() {
      if separators.indices.contains(index - 1) {
        switch separators[index - 1] {
        case .comma: if let comma { words.append(comma) } else { words.pause() }
        case .semicolon: words.append("semicolon")
        case .colon: words.append(item.isSingle && self[index - 1].isSingle ? "to" : "colon")
        case .given: words.append("given")
        case .doubleBar: words.append("double bar")
        }
      }
      words += item.spoken
    }
    return words
  }
}

extension [[Expression]] {
  /// The rows with a longer pause between them.
  var spoken: [String] {
    let rows = map(\.spokenRow).filter { !$0.isEmpty }
    return [rows.joined(separator: "; ")]
  }
}

extension [Expression] {
  /// The cells of a row, with a pause where another equation begins.
  var spokenRow: String {
    var words: [String] = []
    for (column, cell) in enumerated() {
      if column > 0, column.isMultiple(of: 2) { words.pause() }
      words += cell.spoken
    }
    return words.joined(separator: " ")
  }
}

extension HalfOpen {
  var spoken: [String] { [left] + content.spoken + [right] }
}

extension String {
  /// Words of the source as they are, but for white space.
  var spoken: [String] {
    visible.split(whereSeparator: \.isWhitespace).map(String.init)
  }
}

extension Expression {
  var asSide: [String] {
    switch node {
    case .relation, .rows: operand
    default: spoken
    }
  }
}

extension Expression.BigOperator {
  /// The operator with its range: "the product over i from 1 to t of".
  func words(_ from: Expression?, _ to: Expression?) -> [String] {
    var words = ["the \(word)"]
    if let from, [.integral, .doubleIntegral, .contourIntegral].contains(self) {
      words += ["from"] + from.spoken
    } else if let counter = from?.counter {
      words += ["over"] + counter.name.spoken + ["from"] + counter.start.spoken
    } else if let from {
      words += ["over"] + from.spoken
    }
    if let to { words += ["to"] + to.spoken }
    return words + ["of"]
  }
}

extension Expression? {
  var asRoot: [String] {
    switch self?.node {
    case nil: ["the square root of"]
    case .number("3"): ["the cube root of"]
    default: ["the root of degree"] + (self?.spoken ?? []) + ["of"]
    }
  }
}

extension Expression {
  var pausedOperand: [String] {
    var words = operand
    if wantsPause { words.pause() }
    return words
  }
}

extension [String] {
  /// Puts a comma after the last word, if there is none yet.
  mutating func pause() {
    guard let last = popLast() else { return }
    append(last.hasSuffix(",") ? last : last + ",")
  }
}
