import Canvas
package import Formula

extension Expression {
  /// The formula in words, as a reader would say it aloud.
  ///
  /// Grouping is said only where the words alone would be ambiguous: "the quantity ... end
  /// quantity"; an index of more than a name is led by "sub". A comma is a pause before a sign.
  package var words: String { spoken.filter { !$0.isEmpty }.joined(separator: " ") }

  fileprivate var spoken: [String] {
    switch node {
    case .number(let digits): [digits]
    case .symbol(let symbol): symbol.words
    case .indexed(let base, let index): base.spoken + index.asIndex
    case .sum(let terms): terms.spoken
    case .product(let factors): HalfOpen(factors)?.spoken ?? factors.spoken
    case .fraction(let upper, let lower): upper.pausedOperand + ["over"] + lower.operand
    case .power(let base, let exponent): base.asBase + exponent.asExponent
    case .root(let radicand, let degree): degree.asRoot + radicand.operand
    case .accented(let inner, let accent): inner.operand + [accent.word]
    case .fenced(let inner, let fence): inner.inside(fence)
    case .call(let head, let arguments, _): head.spoken + ["of"] + arguments.asArguments
    case .list(let items, let separators): items.spoken(separators)
    case .big(let kind, let from, let to, let body): kind.words(from, to) + body.operand
    case .relation(let sides, let relations): sides.spoken(relations)
    case .rows(let rows, _): rows.spoken
    case .dots: ["and so on"]
    case .text(let words), .unknown(let words): words.spoken
    case .space, .empty: []
    }
  }
}

// MARK: - Grouping

extension Expression {
  /// The words where something binds tightly to them: as a quantity, unless they are simple.
  fileprivate var operand: [String] {
    isSimple ? spoken : ["the quantity"] + spoken + ["end quantity"]
  }

  /// Whether the words are heard as one thing.
  fileprivate var isSimple: Bool {
    switch node {
    case .sum, .product, .fraction, .relation, .list, .rows, .big: false
    case .power(let base, let exponent): base.isSimple && exponent.isShortExponent
    default: true
    }
  }

  /// Whether a sign after the words needs a pause before it.
  fileprivate var wantsPause: Bool {
    switch node {
    case .number, .symbol, .text, .dots, .unknown, .empty, .space: false
    case .indexed(_, let index): !index.isName
    case .power(let base, let exponent): base.wantsPause || exponent.wantsPause
    case .product(let factors): factors.contains { $0.value.wantsPause }
    default: true
    }
  }

  fileprivate func inside(_ fence: Fence) -> [String] {
    switch fence {
    case .parentheses: operand
    case .bars: ["the absolute value of"] + spoken + ["end absolute value"]
    case .doubleBars: ["the norm of"] + spoken + ["end norm"]
    case .braces: ["the set of"] + spoken + ["end set"]
    case .brackets: ["bracket"] + spoken + ["end bracket"]
    case .angles: ["angle bracket"] + spoken + ["end angle bracket"]
    }
  }

  /// The words before an exponent, which is not to be heard as the exponent of a radicand.
  fileprivate var asBase: [String] {
    if case .root = node { ["the quantity"] + spoken + ["end quantity"] } else { operand }
  }

  fileprivate var asIndex: [String] {
    switch node {
    case .list: ["sub"] + spoken + ["end sub"]
    default: isName ? spoken : ["sub"] + spoken
    }
  }

  /// Whether an index is one word.
  fileprivate var isName: Bool {
    switch node {
    case .number, .symbol, .text: true
    default: false
    }
  }

  fileprivate var isShortExponent: Bool {
    guard case .sum(let terms) = node else { return isSingle }
    return terms.count == 1 && terms[0].value.isSingle
  }

  fileprivate var asExponent: [String] {
    switch node {
    case .number("2"): ["squared"]
    case .number("3"): ["cubed"]
    default: ["to the power"] + (isShortExponent ? spoken : operand)
    }
  }

  /// The arguments of a function; those that could run on into what follows are closed.
  fileprivate var asArguments: [String] {
    guard case .list(let items, let separators) = node else { return operand }
    let isShort = separators == [.given] || separators.allSatisfy { $0 == .comma }
    guard isShort, items.allSatisfy(\.isArgument) else {
      return items.spoken(separators, comma: "comma") + ["end arguments"]
    }
    if separators.first == .comma, let last = items.last {
      let first = items.dropLast().map { $0.spoken.joined(separator: " ") }
      return [first.joined(separator: ", ") + " and"] + last.spoken
    }
    return spoken
  }
}

extension Expression {
  /// Whether an argument ends where one expects it to.
  fileprivate var isArgument: Bool {
    switch node {
    case .call, .root, .accented: false
    default: isSimple
    }
  }
}

// MARK: - Sequences

extension [Expression.Term] {
  fileprivate var spoken: [String] {
    let pauses = count > 1 && contains { $0.value.wantsPause }
    var words: [String] = []
    for (index, term) in enumerated() {
      if index > 0 && pauses { words.pause() }
      if index > 0 || term.isNegative { words.append(term.isNegative ? "minus" : "plus") }
      words += term.value.asTerm
    }
    return words
  }
}

extension [Expression.Factor] {
  fileprivate var spoken: [String] {
    var words: [String] = []
    var previous: Expression?
    for (index, factor) in enumerated() where factor.value.node != .space {
      if let previous, !previous.isApart, !factor.value.isApart {
        if previous.wantsPause { words.pause() }
        words.append(factor.operation == .slash ? "over" : "times")
      }
      words += factor.value.asFactor(isLast: index == count - 1, after: factor.operation)
      previous = factor.value
    }
    return words
  }
}

extension Expression {
  fileprivate var asTerm: [String] {
    switch node {
    case .sum, .relation, .list, .rows: operand
    default: spoken
    }
  }

  fileprivate func asFactor(isLast: Bool, after operation: Factor.Operation) -> [String] {
    switch node {
    case .fraction where operation != .slash: spoken
    case .big where isLast && operation != .slash: spoken
    default: operand
    }
  }
}

extension [Expression] {
  fileprivate func spoken(_ relations: [Expression.Relation]) -> [String] {
    var words: [String] = []
    for (index, side) in enumerated() {
      if relations.indices.contains(index - 1) {
        if index > 1, self[index - 1].wantsPause { words.pause() }
        words.append(relations[index - 1].words)
      }
      words += side.asSide
    }
    return words
  }

  fileprivate func spoken(
    _ separators: [Expression.Separator], comma: String? = nil
  ) -> [String] {
    var words: [String] = []
    for (index, item) in enumerated() {
      if separators.indices.contains(index - 1) {
        switch separators[index - 1] {
        case .comma: if let comma { words.append(comma) } else { words.pause() }
        case .semicolon: words.append("semicolon")
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
  fileprivate var spoken: [String] {
    let rows = map(\.spokenRow).filter { !$0.isEmpty }
    return [rows.joined(separator: "; ")]
  }
}

extension [Expression] {
  /// The cells of a row, with a pause where another equation begins.
  fileprivate var spokenRow: String {
    var words: [String] = []
    for (column, cell) in enumerated() {
      if column > 0, column.isMultiple(of: 2) { words.pause() }
      words += cell.spoken
    }
    return words.joined(separator: " ")
  }
}

extension HalfOpen {
  fileprivate var spoken: [String] { [left] + content.spoken + [right] }
}

extension String {
  /// Words of the source as they are, but for white space.
  fileprivate var spoken: [String] {
    visible.split(whereSeparator: \.isWhitespace).map(String.init)
  }
}

extension Expression {
  fileprivate var asSide: [String] {
    switch node {
    case .relation, .rows: operand
    default: spoken
    }
  }
}

extension Expression.BigOperator {
  /// The operator with its range: "the product over i from 1 to t of".
  fileprivate func words(_ from: Expression?, _ to: Expression?) -> [String] {
    var words = ["the \(word)"]
    if let from, self == .integral {
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
  fileprivate var asRoot: [String] {
    switch self?.node {
    case nil: ["the square root of"]
    case .number("3"): ["the cube root of"]
    default: ["the root of degree"] + (self?.spoken ?? []) + ["of"]
    }
  }
}

extension Expression {
  fileprivate var pausedOperand: [String] {
    var words = operand
    if wantsPause { words.pause() }
    return words
  }
}

extension [String] {
  /// Puts a comma after the last word, if there is none yet.
  fileprivate mutating func pause() {
    guard let last = popLast() else { return }
    append(last.hasSuffix(",") ? last : last + ",")
  }
}
