package import Canvas
import Figures
import LessonText
import Lessons

extension Reading {
  /// The smallest screen that a page is laid out on.
  static let smallest = Size(columns: 40, rows: 10)

  /// The picture of all that: a header, the page or what lies over it, and the keys valid now.
  package var view: Screen {
    guard size.columns >= Self.smallest.columns, size.rows >= Self.smallest.rows else {
      return tooSmall
    }
    var screen = Screen(size)
    drawHeader(on: &screen)
    screen.draw(body, column: 0, row: 1)
    drawFooter(on: &screen)
    return screen
  }

  private var body: Screen {
    switch mode {
    case .contents(let selected), .searching(_, contents: .some(let selected)):
      contentsScreen(selected: selected)
    case .symbols(let pane): symbolsScreen(pane)
    case .help(let scroll, _): part(of: helpScreen, from: min(scroll, helpScrollLimit))
    case .page, .searching, .typing, .saving, .answering:
      part(of: markedPage, from: min(scroll, scrollLimit))
    }
  }

  /// The page, with the places that a search found.
  private var markedPage: Screen {
    var page = pageScreen
    if showsMatches { page.mark(search.term) }
    return page
  }

  private func part(of sheet: Screen, from row: Int) -> Screen {
    sheet.cropped(
      to: Rectangle(column: 0, row: row, columns: bodySize.columns, rows: bodySize.rows))
  }

  /// What lies between header and footer.
  var bodySize: Size { Size(columns: size.columns, rows: max(0, size.rows - 2)) }

  var margin: Int { size.columns >= 60 ? 2 : 1 }

  private var tooSmall: Screen {
    var screen = Screen(size)
    let sentence = "noisebook needs \(Self.smallest.columns)x\(Self.smallest.rows); q quits"
    var flow = TextFlow()
    flow.add(sentence)
    for (row, line) in flow.lines(width: size.columns).enumerated() {
      screen.write(line, column: 0, row: row)
    }
    return screen
  }
}

// MARK: - Header and footer

extension Reading {
  private func drawHeader(on screen: inout Screen) {
    let bar = Rectangle(column: 0, row: 0, columns: size.columns, rows: 1)
    screen.fill(bar, with: Cell(" ", .reverse))
    let place = "\(self.place.page + 1)/\(pages.count)"
    let title = isOnPage ? "\(lesson.number) \(lesson.title)" : "diffusion models, step by step"
    let text = "noisebook  \(InlineText(glyphs: glyphs).shown(title))"
    let room = size.columns - 2 * margin - (isOnPage ? place.count + 2 : 0)
    screen.write(
      text.cut(to: room, mark: glyphs.isUnicode ? "…" : "..."), column: margin, row: 0,
      style: .reverse.adding(.bold))
    guard isOnPage else { return }
    screen.write(
      place, column: size.columns - margin - place.count, row: 0, style: .reverse)
  }

  /// Whether a page is shown or lies under what is shown.
  private var isOnPage: Bool {
    switch mode {
    case .contents, .help(_, contents: .some), .searching(_, contents: .some): false
    default: true
    }
  }

  private func drawFooter(on screen: inout Screen) {
    let row = size.rows - 1
    switch mode {
    case .searching(let line, _): draw(line, prompt: "Search: ", on: &screen)
    case .saving(let line): draw(line, prompt: "Save as (.txt .csv .json): ", on: &screen)
    case .answering(let line):
      let (start, first) = draw(line, prompt: "Answer: ", on: &screen)
      drawPreview(of: line, at: start, from: first, on: &screen)
    case .typing(let line):
      draw(line, prompt: "\(chosenKnob?.name ?? "") = ", on: &screen)
      let advice = notice ?? "Enter takes it, Esc leaves it, Ctrl-U clears the line."
      say(advice, above: row - 1, on: &screen)
    default:
      guard let notice else {
        screen.write(
          hint, column: margin, row: row, style: .dim, limit: size.columns - 2 * margin)
        return
      }
      say(notice, above: row, on: &screen)
    }
  }

  /// A sentence at the foot of the screen, over as many rows as it needs.
  func say(_ sentence: String, above last: Int, on screen: inout Screen) {
    var flow = TextFlow()
    flow.add(InlineText(glyphs: glyphs).shown(sentence), .bold)
    let lines = flow.lines(width: size.columns - 2 * margin).suffix(max(1, size.rows / 3))
    let top = last - lines.count + 1
    screen.fill(
      Rectangle(column: 0, row: top, columns: size.columns, rows: lines.count), with: .blank)
    for (offset, line) in lines.enumerated() {
      screen.write(line, column: margin, row: top + offset)
    }
  }

  /// The line in which something is typed; returns where its text starts, and with which character.
  @discardableResult
  private func draw(
    _ line: TextLine, prompt: String, on screen: inout Screen
  ) -> (start: Int, first: Int) {
    let row = size.rows - 1
    let start = screen.write(prompt, column: margin, row: row, style: .bold) + margin
    let room = max(1, size.columns - start - margin - 1)
    // A line longer than its place shows the part around its cursor.
    let first = max(0, line.cursor - room)
    let shown = String(line.characters.dropFirst(first).prefix(room))
    screen.write(shown, column: start, row: row)
    let before = String(line.characters[first..<line.cursor]).cellWidth
    screen.cursor = Screen.Position(column: min(start + before, size.columns - 1), row: row)
    return (start, first)
  }

  /// The keys that mean something now, the most useful first.
  private var hint: String {
    let arrows = glyphs.isUnicode
    var parts: [String] = []
    switch mode {
    case .contents:
      parts = [arrows ? "↑↓ choose" : "up/down choose", "Enter open", "/ search"]
    case .symbols(let pane):
      parts = [
        arrows ? "↑↓ choose" : "up/down choose", "Enter its page",
        pane.isMap ? "Tab page" : "Tab map",
        "Esc back",
      ]
    case .help:
      parts =
        helpScrollLimit == 0
        ? ["q quits, any other key closes the help"]
        : [arrows ? "↑↓ scroll" : "up/down scroll", "q quits, any other key closes the help"]
    default:
      let next = arrows ? "→" : "right:"
      parts.append(scroll < scrollLimit ? "\(next) more" : "\(next) next")
      if place.page > 0 || place.lesson > 0 { parts.append(arrows ? "← back" : "left: back") }
      if step.exercise != nil { parts += ["a answer", "i hint"] }
      if movingReference != nil { parts.append("Space play") }
      if !references.isEmpty || trials[stepKey] != nil {
        parts += chosen == nil ? ["Tab turn"] : ["< > turn", "Enter type", "0 reset"]
      }
      parts += ["t contents", "/ search"]
    }
    return hints(
      parts, keeping: isShowingHelp ? [] : ["? help", "q quit"], width: size.columns - 2 * margin)
  }

  private var isShowingHelp: Bool { if case .help = mode { true } else { false } }

  /// Every key and what it does; it may be taller than the screen.
  var helpScreen: Screen {
    let bindings = keys.shown
    let columns = bodySize.columns >= 78 ? 2 : 1
    let rows = (bindings.count + columns - 1) / columns
    let width = (bodySize.columns - 2 * margin) / columns
    var screen = Screen(Size(columns: bodySize.columns, rows: rows + 2))
    screen.write("Keys", column: margin, row: 0, style: .bold)
    for (index, binding) in keys.shown.enumerated() {
      let column = margin + index / rows * width
      let row = 2 + index % rows
      screen.write(binding.label, column: column, row: row, style: .bold, limit: 14)
      screen.write(binding.meaning, column: column + 15, row: row, limit: max(0, width - 16))
    }
    return screen
  }

  var helpScrollLimit: Int { max(0, helpScreen.size.rows - bodySize.rows) }
}
