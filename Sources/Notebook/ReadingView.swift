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
    let (body, cut) = body
    screen.draw(body, column: 0, row: 1)
    drawFooter(on: &screen, cut: cut)
    return screen
  }

  /// What lies between header and footer, and whether a part of it is out of sight.
  private var body: (picture: Screen, cut: Cut?) {
    switch mode {
    case .contents(let selected), .searching(_, contents: .some(let selected)):
      (contentsScreen(selected: selected), nil)
    case .help(let scroll, _): part(of: helpScreen, from: scroll)
    case .page, .searching, .typing, .saving: part(of: pageScreen, from: scroll)
    }
  }

  /// Which part of a tall sheet is out of sight.
  private enum Cut {
    case below
    case aboveAlone
  }

  private func part(of sheet: Screen, from row: Int) -> (Screen, Cut?) {
    let limit = max(0, sheet.size.rows - bodySize.rows)
    let place = Rectangle(
      column: 0, row: min(row, limit), columns: bodySize.columns, rows: bodySize.rows)
    return (sheet.cropped(to: place), limit == 0 ? nil : row < limit ? .below : .aboveAlone)
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

// MARK: - The page

extension Reading {
  /// Text and figures side by side from this width on.
  private var isWide: Bool { size.columns >= 120 && !references.isEmpty }

  /// Reading is easiest at about 70 characters a line.
  private var textWidth: Int {
    let free = size.columns - 2 * margin
    return isWide ? min(72, free / 2) : min(76, free)
  }

  /// The whole page, which may be taller than the screen.
  var pageScreen: Screen {
    guard !isWide else { return widePage }
    let draft = text(figure: { _, width in Screen(Size(columns: width, rows: 0)) })
    let rows = figureRows(text: draft.size.rows)
    let sheet = text(figure: { reference, width in
      picture(of: reference, Size(columns: width, rows: rows))
    })
    var screen = Screen(Size(columns: size.columns, rows: max(sheet.size.rows, bodySize.rows)))
    screen.draw(sheet, column: margin, row: 0)
    return screen
  }

  /// Text at the left; at the right the figures, one below the other.
  private var widePage: Screen {
    let sheet = text(figure: nil)
    let share = max(12, (bodySize.rows - 1) / max(1, references.count))
    let rows = max(sheet.size.rows, bodySize.rows, 1 + share * references.count)
    var screen = Screen(Size(columns: size.columns, rows: rows))
    screen.draw(sheet, column: margin, row: 0)
    let left = margin + textWidth + 4
    let width = size.columns - left - margin
    for (index, reference) in references.enumerated() {
      let picture = picture(of: reference, Size(columns: width, rows: min(share, 40)))
      screen.draw(picture, column: left, row: 1 + index * share)
    }
    return screen
  }

  /// Figures fill what the text leaves, within bounds that keep them readable.
  private func figureRows(text rows: Int) -> Int {
    let free = bodySize.rows - rows
    return min(max(free / max(1, references.count), 12), 24)
  }

  private func text(figure: ((FigureReference, Int) -> Screen)?) -> Screen {
    var paper = Paper(width: textWidth)
    paper.space()
    paper.add("")
    paper.add(
      InlineText(glyphs: glyphs).flow([.text(page.title)], style: .bold.adding(.underline))
        .lines(width: textWidth))
    let judgement = judgements[stepKey] ?? StepJudgement()
    let sheet = PageText(glyphs: glyphs, figure: figure)
      .sheet(step, judgement, shownLines: page.shownLines, width: textWidth)
    paper.space()
    paper.add(sheet)
    return paper.screen
  }

  /// A figure in its place: its parameters in a row or two, then the picture.
  private func picture(of reference: FigureReference, _ size: Size) -> Screen {
    guard let state = figures[key(of: reference)] else { return Screen(size) }
    let panel = ParameterPanel(
      settings: state.outcome?.settings.showing(state.settings) ?? state.settings,
      chosen: chosenName(in: reference), glyphs: glyphs)
    let lines = panel.lines(width: size.columns)
    let rows = min(size.rows, lines.count + (state.outcome?.frames.rows ?? size.rows))
    let size = Size(columns: size.columns, rows: rows)
    var screen = Screen(size)
    for (row, line) in lines.enumerated() { screen.write(line, column: 0, row: row) }
    let rest = Size(columns: size.columns, rows: max(0, size.rows - lines.count))
    if let problem = state.problem {
      var flow = TextFlow()
      flow.add(problem, .bold)
      for (row, line) in flow.lines(width: rest.columns).enumerated() {
        screen.write(line, column: 0, row: lines.count + row)
      }
    } else if let outcome = state.outcome {
      screen.draw(outcome.frames.draw(rest, glyphs: glyphs), column: 0, row: lines.count)
    } else {
      screen.write("computing ...", column: 0, row: lines.count, style: .dim)
    }
    return screen
  }

  private func chosenName(in reference: FigureReference) -> String? {
    guard let chosen, chosen < knobs.count, knobs[chosen].reference == reference else { return nil }
    return knobs[chosen].parameter.name
  }
}

extension Settings {
  /// The reader's own values, with what only the computation knows (the T of given betas).
  fileprivate func showing(_ own: Settings) -> Settings {
    var result = own
    if own.choice("schedule") == "custom", self["T"] != nil { result["T"] = self["T"] }
    return result
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

  private func drawFooter(on screen: inout Screen, cut: Cut?) {
    let row = size.rows - 1
    switch mode {
    case .searching(let line, _): draw(line, prompt: "Search: ", on: &screen)
    case .saving(let line): draw(line, prompt: "Save as (.txt .csv .json): ", on: &screen)
    case .typing(let line):
      let name = chosen.map { knobs[$0].parameter.name } ?? ""
      draw(line, prompt: "\(name) = ", on: &screen)
      guard let notice else { return }
      let above = Rectangle(column: 0, row: row - 1, columns: size.columns, rows: 1)
      screen.fill(above, with: .blank)
      screen.write(
        InlineText(glyphs: glyphs).shown(notice), column: margin, row: row - 1, style: .bold)
    default:
      let text = notice.map(InlineText(glyphs: glyphs).shown) ?? hint(cut)
      screen.write(
        text, column: margin, row: row, style: notice == nil ? .dim : .bold,
        limit: size.columns - 2 * margin)
    }
  }

  private func draw(_ line: TextLine, prompt: String, on screen: inout Screen) {
    let row = size.rows - 1
    let start = screen.write(prompt, column: margin, row: row, style: .bold) + margin
    let room = max(1, size.columns - start - margin - 1)
    // A line longer than its place shows the part around its cursor.
    let first = max(0, line.cursor - room)
    let shown = String(line.characters.dropFirst(first).prefix(room))
    screen.write(shown, column: start, row: row)
    let before = String(line.characters[first..<line.cursor]).cellWidth
    screen.cursor = Screen.Position(column: min(start + before, size.columns - 1), row: row)
  }

  /// The keys that mean something now, the most useful first.
  private func hint(_ cut: Cut?) -> String {
    let arrows = glyphs.isUnicode
    var parts: [String] = []
    switch mode {
    case .contents:
      parts = [
        arrows ? "↑↓ choose" : "up/down choose", "Enter open", "/ search", "? help", "q quit",
      ]
    case .help:
      if cut == .below { parts = [arrows ? "↓ more" : "down: more"] }
      parts.append(cut == nil ? "any key closes the help" : "any other key closes the help")
    default:
      if cut == .below { parts.append(arrows ? "↓ more" : "down: more") }
      if cut == .aboveAlone { parts.append("k back up") }
      parts.append(arrows ? "→ next" : "right: next")
      if place.page > 0 || place.lesson > 0 { parts.append(arrows ? "← back" : "left: back") }
      if !references.isEmpty {
        parts += chosen == nil ? ["Tab turn"] : ["< > turn", "Enter type", "0 reset"]
      }
      parts += ["t contents", "? help", "q quit", "/ search"]
    }
    var text = ""
    for part in parts where text.count + part.count + 3 <= size.columns - 2 * margin {
      text += text.isEmpty ? part : "   \(part)"
    }
    return text
  }

  /// Every key and what it does; it may be taller than the screen.
  var helpScreen: Screen {
    let columns = bodySize.columns >= 78 ? 2 : 1
    let rows = (KeyBinding.all.count + columns - 1) / columns
    let width = (bodySize.columns - 2 * margin) / columns
    var screen = Screen(Size(columns: bodySize.columns, rows: rows + 2))
    screen.write("Keys", column: margin, row: 0, style: .bold)
    for (index, binding) in KeyBinding.all.enumerated() {
      let column = margin + index / rows * width
      let row = 2 + index % rows
      screen.write(binding.label, column: column, row: row, style: .bold, limit: 14)
      screen.write(binding.meaning, column: column + 15, row: row, limit: max(0, width - 16))
    }
    return screen
  }

  var helpScrollLimit: Int { max(0, helpScreen.size.rows - bodySize.rows) }
}
