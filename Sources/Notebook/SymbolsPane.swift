package import Canvas
import Formula
import LessonText
package import Lessons
import Symbols
import Typesetting

/// The symbols of a page, or the map from beta to the sample, over the page.
struct SymbolsPane: Hashable, Sendable {
  var notes: [SymbolNote]
  var selected = 0
  var isMap = false
}

extension Reading {
  /// Opens the symbols of the page; the map where there are none, or it is asked for.
  mutating func openSymbols(map: Bool) {
    let settings = references.first.flatMap { figures[key(of: $0)]?.settings }
    let notes = map ? [] : catalog.symbols(on: step, settings)
    mode = .symbols(
      notes.isEmpty
        ? SymbolsPane(notes: catalog.symbolMap(on: step, settings), isMap: true)
        : SymbolsPane(notes: notes))
  }

  mutating func pressInSymbols(_ key: Key, _ pane: SymbolsPane) -> [Effect] {
    let last = max(0, pane.notes.count - 1)
    func select(_ index: Int) {
      var pane = pane
      pane.selected = min(max(0, index), last)
      mode = .symbols(pane)
    }
    switch key {
    case .up, .character("k"): select(pane.selected - 1)
    case .down, .character("j"): select(pane.selected + 1)
    case .home, .character("g"): select(0)
    case .end, .character("G"): select(last)
    case .tab, .shiftTab: openSymbols(map: !pane.isMap)
    case .enter, .right, .character("l"): return visitOrigin(of: pane)
    case .character("w") where pane.isMap: openSymbols(map: false)
    case .character("W") where !pane.isMap: openSymbols(map: true)
    case .escape, .left, .character("w"), .character("W"): mode = .page
    case .character("q"): return [.quit]
    default: break
    }
    return []
  }

  /// Goes to the page that says what the selected symbol is.
  private mutating func visitOrigin(of pane: SymbolsPane) -> [Effect] {
    guard pane.notes.indices.contains(pane.selected),
      let origin = pane.notes[pane.selected].origin,
      let page = catalog.entries[origin.lesson].lesson.pages.firstIndex(where: {
        $0.step == origin.step
      })
    else { return [] }
    return visit(Location(lesson: origin.lesson, page: page))
  }

  func symbolsScreen(_ pane: SymbolsPane) -> Screen {
    var screen = Screen(bodySize)
    let title = pane.isMap ? "From beta to the sample" : "Symbols on this page"
    screen.write(title, column: margin, row: 0, style: .bold)
    let details = details(of: pane)
    let foot = min(details.count + 1, max(0, bodySize.rows - 4))
    let height = max(1, bodySize.rows - 2 - foot)
    let top = max(0, min(pane.selected - height / 2, pane.notes.count - height))
    for (line, note) in pane.notes.dropFirst(top).prefix(height).enumerated() {
      let isSelected = top + line == pane.selected
      let text = (isSelected ? "> " : "  ") + row(note.symbol, in: pane)
      screen.write(
        text.cut(to: bodySize.columns - 2 * margin, mark: glyphs.isUnicode ? "…" : "..."),
        column: margin, row: line + 2, style: isSelected ? .reverse : .plain)
    }
    for (line, runs) in details.prefix(max(0, foot - 1)).enumerated() {
      screen.write(runs, column: margin, row: bodySize.rows - foot + 1 + line)
    }
    return screen
  }

  private func row(_ symbol: FieldSymbol, in pane: SymbolsPane) -> String {
    guard pane.isMap else {
      let widest = pane.notes.map { shown($0.symbol.latex).cellWidth }.max() ?? 0
      return shown(symbol.latex).padded(to: max(12, widest + 2)) + symbol.meaning
    }
    return String(repeating: "  ", count: symbol.depth) + shown(symbol.formula ?? symbol.latex)
  }

  /// What is known of the selected symbol, in lines.
  private func details(of pane: SymbolsPane) -> [[Run]] {
    guard pane.notes.indices.contains(pane.selected) else { return [] }
    let facts = catalog.facts(of: pane.notes[pane.selected], isMap: pane.isMap, glyphs: glyphs)
    return facts.flatMap { name, fact -> [[Run]] in
      var flow = TextFlow()
      flow.add("\(name): ", .bold)
      flow.add(fact)
      return flow.lines(width: max(1, bodySize.columns - 2 * margin))
    }
  }

  private func shown(_ latex: String) -> String { latex.setOnLine(glyphs) }
}

extension Catalog {
  /// What is known of a symbol of a page, or of the map: its meaning or formula, value and place.
  fileprivate func facts(
    of note: SymbolNote, isMap: Bool, glyphs: GlyphSet
  ) -> [(name: String, fact: String)] {
    let symbol = note.symbol
    func names(_ symbols: [FieldSymbol]) -> String? {
      symbols.isEmpty ? nil : symbols.map { $0.latex.setOnLine(glyphs) }.joined(separator: "  ")
    }
    let facts: [(String, String?)] = [
      ("Is", isMap ? symbol.meaning : symbol.formula?.setOnLine(glyphs)),
      ("Unit", symbol.unit), ("Value", note.value),
      ("Made of", names(symbol.parts.compactMap(FieldSymbol.named))),
      ("Goes into", names(symbol.uses)), ("From", note.origin.map { place($0, glyphs) }),
    ]
    return facts.compactMap { name, fact in fact.map { (name, $0) } }
  }

  private func place(_ origin: SymbolNote.Origin, _ glyphs: GlyphSet) -> String {
    let lesson = entries[origin.lesson].lesson
    let title = InlineText(glyphs: glyphs).shown(lesson.steps[origin.step].title)
    return "\(lesson.number) \(lesson.title), \(title)"
  }

  /// A symbol's row in words, for reading aloud: what it is, and what is known of it.
  package func spoken(_ note: SymbolNote, isMap: Bool, glyphs: GlyphSet) -> String {
    let symbol = note.symbol
    let name = (isMap ? symbol.formula ?? symbol.latex : symbol.latex).setOnLine(glyphs)
    let facts = facts(of: note, isMap: isMap, glyphs: glyphs)
      .map { "\($0.name): \($0.fact)" }.joined(separator: ". ")
    let head = isMap ? name : "\(name), \(symbol.meaning)"
    return "\(head). \(facts)".spelled(in: glyphs)
  }
}

extension String {
  /// LaTeX on one line, as it stands where it can't be read.
  fileprivate func setOnLine(_ glyphs: GlyphSet) -> String {
    (try? Expression(latex: self))?.line(glyphs: glyphs) ?? self
  }

  /// With blanks up to a width in cells.
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(1, width - cellWidth))
  }
}
