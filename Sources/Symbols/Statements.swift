package import Formula

/// One relation that a formula states, with where it stands.
package struct Statement: Sendable {
  package let left: Expression
  package let sign: Expression.Relation
  package let right: Expression
  /// The first side of the chain or derivation that this goes on with.
  package let head: Expression
  /// The number of its line in the formula, from 0.
  package let row: Int
  /// The number of the line on which the first side stands.
  let headRow: Int
  /// Its number among the relations of the formula.
  let number: Int
  /// What it is said to be true for: relations after "if" or "for".
  package internal(set) var conditions: [Expression] = []

  /// Its two sides with its sign between.
  package var relation: Expression {
    let range = left.range.lowerBound..<max(left.range.lowerBound, right.range.upperBound)
    return Expression(.relation([left, right], [sign]), at: range)
  }

  /// What it chooses, as `eta = 1`; nil where it sets nothing to a number.
  package var choice: String? {
    guard sign == .equal, let name = left.label, case .number(let digits) = right.node else {
      return nil
    }
    return "\(name) = \(digits)"
  }

  /// The sides are its own, not those of the line before.
  var isFirst: Bool { left == head }
}

extension Expression {
  /// The relations that the formula states, and where each of its lines stands in the source.
  ///
  /// A line that begins with its sign goes on from the last side of the line before, and words or
  /// wide spaces part what stands on one line.
  package var statements: (all: [Statement], rows: [Range<Int>]) {
    var reader = StatementReader()
    var ranges: [Range<Int>] = []
    if case .rows(let rows, _) = node {
      for (number, cells) in rows.enumerated() {
        let filled = cells.filter { $0.node != .empty }
        for cell in cells where cell.node != .empty { reader.read(cell, row: number) }
        let start = filled.first?.range.lowerBound ?? range.lowerBound
        ranges.append(start..<max(start, filled.last?.range.upperBound ?? start))
      }
    } else {
      reader.read(self, row: 0)
      ranges = [range]
    }
    return (reader.conditioned, ranges)
  }
}

private struct StatementReader {
  private var found: [Statement] = []
  private var conditions: [Expression] = []
  private var last: Expression?
  private var head: Expression? { didSet { headRow = row } }
  private var headRow = 0
  private var row = 0
  /// Where the row goes on after words such as "where", which begin an aside.
  private var main: (last: Expression?, head: Expression?, headRow: Int)?
  /// What is read now is what another relation is said to be true for.
  private var isCondition = false

  var conditioned: [Statement] {
    found.map { statement in
      var statement = statement
      statement.conditions = conditions
      return statement
    }
  }

  mutating func read(_ formula: Expression, row: Int) {
    isCondition = false
    if row != self.row { leaveAside() }
    self.row = row
    readPart(formula, row)
  }

  /// What follows on the next row goes on from what stood before the words.
  private mutating func enterAside() { main = main ?? (last, head, headRow) }

  private mutating func leaveAside() {
    guard let main else { return }
    (last, head, headRow) = (main.last, main.head, main.headRow)
    self.main = nil
  }

  private mutating func readPart(_ formula: Expression, _ row: Int) {
    switch formula.node {
    case .relation(let sides, let signs): readChain(sides, signs, row)
    case .list(let items, let separators): readList(items, separators, row)
    case .fenced(let content, .parentheses) where content.isRelation:
      conditions.append(content)
    default:
      let pieces = Piece.cut(formula)
      guard !pieces.isEmpty else { return }
      if pieces.contains(where: \.isAside) { enterAside() }
      last = pieces.last?.formula
      head = last
    }
  }

  private mutating func readList(
    _ items: [Expression], _ separators: [Expression.Separator], _ row: Int
  ) {
    // `a =: b` is read as a chain without its end, a colon, and b.
    if separators == [.colon], case .relation(let sides, let signs) = items[0].node,
      sides.last?.node == .empty
    {
      return readChain(Array(sides.dropLast()) + [items[1]], signs, row)
    }
    // `x_t | x_0 \sim ...` is of x_t where x_0 is given.
    if separators == [.given], case .relation(let sides, let signs) = items[1].node {
      let given = Expression(
        .list([items[0], sides[0]], separators: [.given]),
        at: items[0].range.lowerBound..<sides[0].range.upperBound)
      return readChain([given] + sides.dropFirst(), signs, row)
    }
    for (number, item) in items.enumerated() {
      readPart(number > 0 ? item.replacingDots(by: items[number - 1]) : item, row)
    }
  }

  private mutating func readChain(
    _ sides: [Expression], _ signs: [Expression.Relation], _ row: Int
  ) {
    if let first = sides.first, first.node != .empty {
      let pieces = Piece.cut(first)
      begin(pieces.last)
    }
    for (sign, side) in zip(signs, sides.dropFirst()) {
      let pieces = Piece.cut(side)
      guard let right = pieces.first?.formula else { continue }
      add(sign, right, row)
      for piece in pieces.dropFirst() { begin(piece) }
    }
  }

  private mutating func begin(_ piece: Piece?) {
    guard let piece else { return }
    if piece.isCondition { isCondition = true }
    if piece.isAside { enterAside() }
    if case .fenced(let content, .parentheses) = piece.formula.node, content.isRelation {
      conditions.append(content)
      return
    }
    last = piece.formula
    head = piece.formula
  }

  private mutating func add(_ sign: Expression.Relation, _ right: Expression, _ row: Int) {
    guard let left = last, let first = head else { return }
    if isCondition {
      let range = left.range.lowerBound..<max(left.range.lowerBound, right.range.upperBound)
      conditions.append(Expression(.relation([left, right], [sign]), at: range))
    } else {
      found.append(
        Statement(
          left: left, sign: sign, right: right, head: first, row: row, headRow: headRow,
          number: found.count))
    }
    if case .dots = right.node { return }
    last = right
  }
}

/// A part of a side between wide spaces and words.
private struct Piece {
  var formula: Expression
  /// It stands after a word such as "if".
  var isCondition = false
  /// It stands after a word such as "where".
  var isAside = false

  /// A side in pieces; mostly it is one.
  static func cut(_ side: Expression) -> [Piece] {
    switch side.node {
    case .product(let factors): cut(factors, side)
    case .sum(let terms):
      if let last = terms.last, case let pieces = cut(last.value), pieces.count > 1 {
        [Piece(formula: side.replacingLast(terms, by: pieces[0].formula))] + pieces.dropFirst()
      } else {
        [Piece(formula: side)]
      }
    default: side.isWords ? [] : [Piece(formula: side)]
    }
  }

  private static func cut(_ factors: [Expression.Factor], _ side: Expression) -> [Piece] {
    guard factors.contains(where: \.value.isWords) else { return [Piece(formula: side)] }
    var pieces: [Piece] = []
    var run: [Expression.Factor] = []
    var (isCondition, isAside) = (false, false)
    func close() {
      guard let first = run.first, let last = run.last else { return }
      let range =
        first.value.range
        .lowerBound..<max(
          first.value.range.lowerBound, last.value.range.upperBound)
      let formula = run.count == 1 ? first.value : Expression(.product(run), at: range)
      pieces.append(Piece(formula: formula, isCondition: isCondition, isAside: isAside))
      run = []
    }
    for factor in factors {
      guard factor.value.isWords else {
        run.append(factor)
        continue
      }
      close()
      if case .text(let words) = factor.value.node {
        isCondition = first(of: words, isIn: ["if", "for", "when", "iff", "provided"])
        isAside = first(of: words, isIn: ["where", "with", "since", "because", "recall", "let"])
      }
    }
    close()
    return pieces
  }

  private static func first(of words: String, isIn known: Set<String>) -> Bool {
    let first = words.split { !$0.isLetter }.first.map { $0.lowercased() }
    return first.map(known.contains) ?? false
  }
}

extension Expression {
  fileprivate var isWords: Bool {
    switch node {
    case .space, .text: true
    default: false
    }
  }

  /// A relation that begins with dots, as the end of `a, b, \dots \sim \ldots`, with what is listed
  /// before them.
  fileprivate func replacingDots(by item: Expression) -> Expression {
    guard case .relation(var sides, let signs) = node, case .dots = sides[0].node else {
      return self
    }
    sides[0] = Piece.cut(item).last?.formula ?? item
    return Expression(.relation(sides, signs), at: range)
  }

  fileprivate var isRelation: Bool { if case .relation = node { true } else { false } }

  fileprivate func replacingLast(_ terms: [Term], by value: Expression) -> Expression {
    var terms = terms
    terms[terms.count - 1].value = value
    return Expression(
      .sum(terms), at: range.lowerBound..<max(range.lowerBound, value.range.upperBound))
  }
}
