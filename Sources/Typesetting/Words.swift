package import Formula

extension Expression {
  /// The formula in words, as a reader would say it aloud.
  ///
  /// Grouping is said only where the words alone would be ambiguous: "the quantity ... end
  /// quantity"; an index of more than a name is led by "sub". A comma is a pause before a sign.
  package var words: String { spoken.filter { !$0.isEmpty }.joined(separator: " ") }

  var spoken: [String] {
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
    case .binomial(let upper, let lower): upper.operand + ["choose"] + lower.operand
    case .differential(let variable): ["d"] + variable.operand
    case .annotated(let inner, let annotation, let label): inner.spoken(annotation, label)
    case .grid(let rows, let grid): rows.spoken(grid)
    case .text(let words), .unknown(let words): words.spoken
    case .space, .empty: []
    }
  }
}

// MARK: - Grouping

extension Expression {
  /// The words where something binds tightly to them: as a quantity, unless they are simple.
  var operand: [String] {
    isSimple ? spoken : ["the quantity"] + spoken + ["end quantity"]
  }

  /// Whether the words are heard as one thing.
  var isSimple: Bool {
    switch node {
    case .sum, .product, .fraction, .relation, .list, .rows, .big: false
    case .power(let base, let exponent): base.isSimple && exponent.isShortExponent
    default: true
    }
  }

  /// Whether a sign after the words needs a pause before it.
  var wantsPause: Bool {
    switch node {
    case .number, .symbol, .text, .dots, .unknown, .empty, .space: false
    case .indexed(_, let index): !index.isName
    case .power(let base, let exponent): base.wantsPause || exponent.wantsPause
    case .product(let factors): factors.contains { $0.value.wantsPause }
    default: true
    }
  }

  func inside(_ fence: Fence) -> [String] {
    switch fence {
    case .parentheses: operand
    case .bars: ["the absolute value of"] + spoken + ["end absolute value"]
    case .doubleBars: ["the norm of"] + spoken + ["end norm"]
    case .braces: ["the set of"] + spoken + ["end set"]
    case .brackets: ["bracket"] + spoken + ["end bracket"]
    case .angles: ["angle bracket"] + spoken + ["end angle bracket"]
    case .floor: ["the floor of"] + spoken + ["end floor"]
    case .ceiling: ["the ceiling of"] + spoken + ["end ceiling"]
    }
  }

  /// The words before an exponent, which is not to be heard as that of a radicand or an argument.
  var asBase: [String] {
    switch node {
    case .root, .call, .differential: ["the quantity"] + spoken + ["end quantity"]
    default: operand
    }
  }

  var asIndex: [String] {
    switch node {
    case .list: ["sub"] + spoken + ["end sub"]
    case .product(let factors) where factors.allSatisfy(\.value.isName):
      factors.flatMap(\.value.spoken)
    default: isName ? spoken : ["sub"] + spoken
    }
  }

  /// Whether an index is one word.
  var isName: Bool {
    switch node {
    case .number, .symbol, .text: true
    default: false
    }
  }

  var isShortExponent: Bool {
    guard case .sum(let terms) = node else { return isSingle }
    return terms.count == 1 && terms[0].value.isSingle
  }

  var asExponent: [String] {
    switch node {
    case .number("2"): ["squared"]
    case .number("3"): ["cubed"]
    case .symbol(let symbol) where symbol.name == "top": ["transpose"]
    default: ["to the power"] + (isShortExponent ? spoken : operand)
    }
  }

  /// The arguments of a function; those that could run on into what follows are closed.
  var asArguments: [String] {
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
  var isArgument: Bool {
    switch node {
    case .call, .root, .accented: false
    default: isSimple
    }
  }
}
