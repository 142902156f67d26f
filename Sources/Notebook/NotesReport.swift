package import Canvas
import Formula
package import Notes
import Symbols
import Typesetting

extension NotesCheck {
  /// What was found, as pictures one below the other: a relation each.
  ///
  /// The text's name stands before each line's number. Linear, formulas stand on one line, for
  /// reading aloud.
  package func report(
    path: String, width: Int, glyphs: GlyphSet, isLinear: Bool = false
  ) -> [Screen] {
    let sheet = NotesReport(width: width, glyphs: glyphs, isLinear: isLinear)
    return relations.map { sheet.picture(of: $0, path) } + [sheet.summary(self)]
  }
}

private struct NotesReport {
  let width: Int
  let glyphs: GlyphSet
  let isLinear: Bool

  func picture(of relation: NotesRelation, _ path: String) -> Screen {
    var paper = Paper(width: width)
    let verdict = relation.verdict
    paper.add([
      [
        Run(text: mark(verdict.outcome), style: verdict.outcome == .fails ? .bold : .plain),
        Run(text: " \(path):\(relation.line): ", style: .dim),
        Run(text: verdict.outcome.rawValue, style: verdict.outcome == .fails ? .bold : .plain),
        Run(text: verdict.slip.map { " (\($0))" } ?? "", style: .plain),
      ]
    ])
    paper.add("")
    if let shown = relation.shown {
      add(shown, marking: verdict.places, to: &paper)
    } else {
      add(words: String(relation.latex.prefix(300)), to: &paper)
    }
    paper.add("")
    add(words: verdict.says, to: &paper)
    if let meant = verdict.meant { add(meant: meant, to: &paper) }
    if let source = verdict.source { add(words: "Source: \(source).", to: &paper) }
    paper.add("")
    return paper.screen
  }

  private func add(meant latex: String, to paper: inout Paper) {
    guard let formula = try? Expression(latex: latex) else { return }
    paper.add("")
    add(words: "Meant, probably:", to: &paper)
    paper.add("")
    add(formula, marking: [], to: &paper)
    paper.add("")
  }

  private func mark(_ outcome: Verdict.Outcome) -> String {
    switch outcome {
    case .holds: glyphs.isUnicode ? "✓" : "+"
    case .holdsInDistribution: glyphs.isUnicode ? "≈" : "~"
    case .fails: glyphs.isUnicode ? "✗" : "x"
    case .unknown: "?"
    }
  }

  private func add(words: String, to paper: inout Paper) {
    var flow = TextFlow()
    flow.add(words.visible)
    paper.add(flow.lines(width: max(1, width - 4)), column: 4)
  }

  /// The formula with its wrong part marked, also where nothing is bold: by a line below it.
  private func add(_ formula: Expression, marking ranges: [Range<Int>], to paper: inout Paper) {
    guard !isLinear else { return add(words: formula.line(glyphs: glyphs), to: &paper) }
    let columns = max(1, width - 4)
    let typeset = formula.typeset(glyphs: glyphs, columns: columns, highlighting: ranges)
    paper.add(typeset.screen, column: 4)
    let marked = typeset.places.filter { place in ranges.contains { $0.overlaps(place.range) } }
    guard !marked.isEmpty else { return }
    var line = Screen(Size(columns: columns, rows: 1))
    for place in marked {
      let count = min(place.rectangle.size.columns, columns - place.rectangle.column)
      line.write(
        String(repeating: "^", count: max(0, count)), column: place.rectangle.column, row: 0)
    }
    paper.add(line, column: 4)
  }

  func summary(_ check: NotesCheck) -> Screen {
    var paper = Paper(width: width)
    func count(_ outcome: Verdict.Outcome) -> Int {
      check.relations.count { $0.verdict.outcome == outcome }
    }
    var flow = TextFlow()
    flow.add(
      "\(check.relations.count) relations: \(count(.holds)) hold, "
        + "\(count(.holdsInDistribution)) hold in distribution, \(count(.fails)) fail, "
        + "\(count(.unknown)) unknown.")
    let lines = check.relations.filter { $0.verdict.outcome == .fails }.map(\.line).distinct
    if !lines.isEmpty {
      flow.add(" Look at line\(lines.count == 1 ? "" : "s") ")
      flow.add(lines.map(String.init).joined(separator: ", ") + ".")
    }
    paper.add(flow.lines(width: width))
    return paper.screen
  }
}

extension [Int] {
  /// Each number once, in order of appearance.
  fileprivate var distinct: [Int] {
    var seen: Set<Int> = []
    return filter { seen.insert($0).inserted }
  }
}
