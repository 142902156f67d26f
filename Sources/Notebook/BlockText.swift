import Canvas
import Formula
import LessonText
import Plots
import Typesetting

/// Lays blocks of a text on a sheet of paper.
struct BlockText {
  let glyphs: GlyphSet
  /// Whether formulas stand on one line with their words, for reading aloud.
  let isLinear: Bool
  private var inline: InlineText { InlineText(glyphs: glyphs) }

  init(glyphs: GlyphSet, isLinear: Bool = false) {
    self.glyphs = glyphs
    self.isLinear = isLinear
  }

  func add(_ block: Block, to paper: inout Paper, indent: Int = 0, depth: Int = 0) {
    guard depth < 60 else { return }
    let width = max(1, paper.width - indent)
    switch block.content {
    case .heading(let level, let inlines):
      paper.space()
      paper.add(inline.flow(inlines, style: .bold).lines(width: width), column: indent)
      if level < 3 { paper.underline(level: level, glyphs: glyphs, column: indent) }
    case .paragraph(let inlines):
      paper.space()
      paper.add(inline.flow(inlines).lines(width: width), column: indent)
    case .list(let items, let start):
      add(items, start: start, to: &paper, indent: indent, depth: depth)
    case .quote(let blocks):
      let inset = hasRoom(for: 4, in: paper, indent: indent) ? 4 : 0
      for inner in blocks { add(inner, to: &paper, indent: indent + inset, depth: depth + 1) }
    case .code(let text, _): add(code: text, to: &paper, indent: indent)
    case .table(let header, let rows, let alignments):
      paper.space()
      paper.add(
        TextTable(header: header, rows: rows, alignments: alignments).picture(
          width: width, inline: inline), column: indent)
    case .rule:
      paper.space()
      paper.add(String(repeating: glyphs.isUnicode ? "─" : "-", count: width), .dim, column: indent)
    case .formula(let latex): add(formula: latex, to: &paper, indent: indent)
    case .keys, .step: break
    }
  }

  /// A formula that stands alone, indented and with a free row around it.
  func add(formula latex: String, to paper: inout Paper, indent: Int = 0) {
    paper.space()
    paper.add(picture(of: latex, width: max(1, paper.width - indent - 4)), column: indent + 4)
  }

  /// The formula set in two dimensions; as its source where it can't be read.
  ///
  /// Of an aligned formula `rows` rows are shown, the newest marked; nil shows all.
  func picture(of latex: String, rows: Int? = nil, width: Int) -> Screen {
    if let whole = try? Expression(latex: latex) {
      let (expression, newest) = whole.firstRows(rows)
      guard !isLinear else { return spoken(expression, width: width) }
      return expression.typeset(glyphs: glyphs, columns: width, highlighting: newest).screen
    }
    var source = Paper(width: width)
    for line in latex.split(separator: "\n").prefix(200) {
      var flow = TextFlow()
      flow.add(inline.shown(String(line.prefix(2000))))
      source.add(flow.lines(width: width))
    }
    return source.screen
  }

  private func spoken(_ expression: Expression, width: Int) -> Screen {
    var paper = Paper(width: width)
    for text in [expression.line(glyphs: glyphs), "In words: \(expression.words)."] {
      var flow = TextFlow()
      flow.add(inline.shown(text))
      paper.add(flow.lines(width: width))
    }
    return paper.screen
  }

  private func add(
    _ items: [[Block]], start: Int?, to paper: inout Paper, indent: Int, depth: Int
  ) {
    paper.space()
    for (index, item) in items.enumerated() {
      let wanted = start.map { "\($0 &+ index). " } ?? (glyphs.isUnicode ? "• " : "- ")
      let marker = hasRoom(for: wanted.cellWidth, in: paper, indent: indent) ? wanted : ""
      var sheet = Paper(width: max(1, paper.width - indent - marker.cellWidth))
      for block in item { add(block, to: &sheet, depth: depth + 1) }
      var picture = Screen(
        Size(columns: paper.width - indent, rows: max(1, sheet.height)))
      picture.write(marker, column: 0, row: 0)
      picture.draw(sheet.screen, column: marker.cellWidth, row: 0)
      paper.add(picture, column: indent)
    }
  }

  /// Whether a line still holds words when it begins so many cells further right.
  ///
  /// What is nested deeper than a page is wide goes on at the same indent: nothing may be lost.
  private func hasRoom(for columns: Int, in paper: Paper, indent: Int) -> Bool {
    paper.width - indent - columns >= 12
  }

  private func add(code text: String, to paper: inout Paper, indent: Int) {
    paper.space()
    let width = max(1, paper.width - indent - 4)
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      var rest = Substring(inline.shown(String(line)))
      repeat {
        paper.add(String(rest.prefix(width)), column: indent + 4)
        rest = rest.dropFirst(width)
      } while !rest.isEmpty
    }
  }
}

extension Expression {
  /// The first rows alone, and what of the last of them is new, if there are several.
  fileprivate func firstRows(_ count: Int?) -> (Expression, newest: [Range<Int>]) {
    guard let count, case .rows(let rows, let aligned) = node, count > 0 else { return (self, []) }
    let shown = Array(rows.prefix(count))
    return (Expression(.rows(shown, aligned: aligned), at: range), Self.newest(of: shown))
  }

  /// What changes from the last row but one to the last; all of it where nothing but less is there.
  private static func newest(of rows: [[Expression]]) -> [Range<Int>] {
    guard rows.count > 1, let last = rows.last else { return [] }
    let row = rows[rows.count - 2]
    let before = (row.last { $0.isRelation } ?? row.last)?.lastSide ?? Expression(.empty)
    let changes = Expression(.rows([last], aligned: true))
      .changes(from: before)
    return changes.isEmpty ? last.map(\.range) : changes
  }

  private var isRelation: Bool { if case .relation = node { true } else { false } }

  /// Of a relation the side that the next line goes on from.
  private var lastSide: Expression {
    if case .relation(let sides, _) = node { sides.last ?? self } else { self }
  }
}
