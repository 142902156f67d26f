/// Finds the partner of every bracket, and what each bar means, in one pass without recursion.
///
/// After it every opening token has its closing one, and a bar is an opening, a closing or a
/// separator. A bracket that LaTeX allows without its partner, as where a formula goes on in
/// another row, becomes `unknown`, and is shown as it is.
struct Pairing {
  private var tokens: [Token]
  private let source: Source
  private let dialect: Dialect
  private var frames: [Frame]

  static func paired(
    _ tokens: [Token], of source: Source, _ dialect: Dialect
  ) throws(FormulaError) -> [Token] {
    var pairing = Pairing(tokens, source, dialect)
    for index in pairing.tokens.indices { try pairing.visit(index) }
    try pairing.finish()
    return pairing.tokens
  }

  private init(_ tokens: [Token], _ source: Source, _ dialect: Dialect) {
    self.tokens = dialect == .latex ? tokens.withoutPunctuation : tokens
    self.source = source
    self.dialect = dialect
    frames = [Frame(opening: nil)]
  }

  /// What stands between an opening token and its partner.
  private struct Frame {
    /// The index of the opening token; nil for the whole formula.
    var opening: Int?
    /// Bars since the last separator or relation at this level.
    var bars: [Bar] = []
    /// Brackets whose partner stands in another cell or row.
    var loners = 0
    var last = Neighbour.opening
  }

  /// What stands before a bar, spaces aside.
  private enum Neighbour {
    case operand
    case bar
    /// A bracket, an operator or a separator, after which an operand is wanted.
    case opening
  }

  private struct Bar {
    var index: Int
    var isDouble: Bool
    var before: Neighbour
  }
}

extension [Token] {
  /// Without the stops and commas of the sentence around the formula, which end its lines.
  fileprivate var withoutPunctuation: [Token] {
    var kept: [Token] = []
    var isAtLineEnd = true
    for token in reversed() {
      switch token.kind {
      case .stop where isAtLineEnd, .separator(.comma) where isAtLineEnd,
        .separator(.semicolon) where isAtLineEnd:
        continue
      case .row, .end, .cell: isAtLineEnd = true
      case .space: break
      default: isAtLineEnd = false
      }
      kept.append(token.kind == .stop ? Token(.unknown, at: token.range) : token)
    }
    return kept.reversed()
  }
}

extension Pairing {
  /// The innermost frame's index; the whole formula's frame is never left.
  private var top: Int { frames.count - 1 }

  private var opening: Int? { frames[top].opening }

  private mutating func visit(_ index: Int) throws(FormulaError) {
    let kind = tokens[index].kind
    switch kind {
    case .open, .begin: frames.append(Frame(opening: index))
    case .close(let delimiter): try close(delimiter, at: index)
    case .end(let name): try closeEnvironment(name, at: index)
    case .bar(let isDouble): meetBar(index, isDouble)
    case .cell, .row: try endCell(at: index)
    case .separator, .relation, .labelled:
      try resolveBars()
      frames[top].last = .opening
    case .space: break
    default: frames[top].last = kind.wantsOperand ? .opening : .operand
    }
  }

  private mutating func finish() throws(FormulaError) {
    try requireNoOpenBracket()
    guard let opening else { return try finishCell() }
    throw FormulaError(.unclosed(source[tokens[opening].range]), at: tokens[opening].range)
  }

  /// Fails where a bracket of this cell, or of the formula, was left open.
  private func requireNoOpenBracket() throws(FormulaError) {
    guard let opening, case .open = tokens[opening].kind else { return }
    throw FormulaError(.unclosed(source[tokens[opening].range]), at: tokens[opening].range)
  }

  private mutating func finishCell() throws(FormulaError) {
    try resolveBars()
    guard frames[top].loners == 0 else {
      throw FormulaError(.unclosed("bracket of another row"), at: source.end..<source.end)
    }
  }

  private mutating func leave() throws(FormulaError) {
    try resolveBars()
    frames.removeLast()
    frames[top].last = .operand
  }
}

extension Pairing {
  private mutating func close(_ delimiter: Token.Delimiter, at index: Int) throws(FormulaError) {
    guard let opening, case .open(let partner) = tokens[opening].kind else {
      return try closeLoner(at: index)
    }
    guard accepts(partner, delimiter) else {
      let isLost = delimiter.shape == .group || delimiter.isStretched
      let wrong = isLost ? tokens[opening] : tokens[index]
      let sign = source[wrong.range]
      throw FormulaError(isLost ? .unclosed(sign) : .unopened(sign), at: wrong.range)
    }
    try leave()
  }

  /// Equal brackets, any pair of `\left` and `\right`, and in LaTeX half-open intervals.
  private func accepts(_ opening: Token.Delimiter, _ closing: Token.Delimiter) -> Bool {
    if opening == closing { return true }
    if opening.isStretched || closing.isStretched {
      return opening.isStretched && closing.isStretched
    }
    let intervals: Set<Token.Delimiter> = [.fence(.parentheses), .fence(.brackets)]
    return dialect == .latex && intervals.contains(opening) && intervals.contains(closing)
  }

  private mutating func closeLoner(at index: Int) throws(FormulaError) {
    guard frames[top].loners > 0 else {
      let range = tokens[index].range
      throw FormulaError(.unopened(source[range]), at: range)
    }
    frames[top].loners -= 1
    tokens[index].kind = .unknown
    frames[top].last = .operand
  }

  private mutating func closeEnvironment(_ name: String, at index: Int) throws(FormulaError) {
    try requireNoOpenBracket()
    guard let opening, tokens[opening].kind == .begin(name) else {
      throw FormulaError(.unopened("environment \(name)"), at: tokens[index].range)
    }
    try finishCell()
    try leave()
  }

  /// Brackets that are open where a cell ends have their partner in another: both stand alone.
  private mutating func endCell(at index: Int) throws(FormulaError) {
    while let opening, case .open(let delimiter) = tokens[opening].kind,
      delimiter.shape != .group, !delimiter.isStretched, dialect == .latex
    {
      try resolveBars()
      let loners = frames[top].loners
      frames.removeLast()
      tokens[opening].kind = .unknown
      frames[top].loners += loners + 1
    }
    try resolveBars()
    if let opening, case .open = tokens[opening].kind {
      tokens[index].kind = .unknown
    }
    frames[top].last = .opening
  }
}

extension Pairing {
  private mutating func meetBar(_ index: Int, _ isDouble: Bool) {
    frames[top].bars.append(Bar(index: index, isDouble: isDouble, before: frames[top].last))
    frames[top].last = .bar
  }

  /// Gives each bar since the last separator its meaning.
  ///
  /// A bar where an operand is wanted opens; one after an operand closes the innermost open one.
  /// Else an odd one out separates, as in `q || p`, and a pair encloses, as in `E ||x||`.
  private mutating func resolveBars() throws(FormulaError) {
    let bars = frames[top].bars
    frames[top].bars = []
    var rest = [false: bars.count { !$0.isDouble }, true: bars.count { $0.isDouble }]
    var open: [Bar] = []
    var hasClosed = false
    for bar in bars {
      let count = rest[bar.isDouble] ?? 0
      rest[bar.isDouble] = count - 1
      let wantsOperand = bar.before == .opening || bar.before == .bar && !hasClosed
      let partner = open.lastIndex { $0.isDouble == bar.isDouble }
      hasClosed = false
      if wantsOperand && count > 1 || partner == nil && count.isMultiple(of: 2) {
        open.append(bar)
      } else if let partner {
        try standAlone(open[(partner + 1)...])
        enclose(from: open[partner], to: bar)
        open.removeSubrange(partner...)
        hasClosed = true
      } else {
        try standAlone([bar])
      }
    }
    try standAlone(open[...])
  }

  private mutating func enclose(from opening: Bar, to closing: Bar) {
    let fence = Token.Delimiter.fence(opening.isDouble ? .doubleBars : .bars)
    tokens[opening.index].kind = .open(fence)
    tokens[closing.index].kind = .close(fence)
  }

  private mutating func standAlone(_ bars: ArraySlice<Bar>) throws(FormulaError) {
    for bar in bars {
      let range = tokens[bar.index].range
      if bar.before != .opening {
        tokens[bar.index].kind = .separator(bar.isDouble ? .doubleBar : .given)
      } else if dialect == .latex {
        tokens[bar.index].kind = .unknown
      } else {
        throw FormulaError(.unclosed(source[range]), at: range)
      }
    }
  }
}
