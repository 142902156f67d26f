import Canvas
import Figures
import LessonText
import Lessons

/// A page laid out: its text, and the places that its figures fill.
struct PageLayout: Sendable {
  let screen: Screen
  let places: [Place]
  /// The row after what is said of the page's exercise.
  var exerciseEnd: Int?
  /// The row after the place where a derivation is tried, where that is shown.
  var trialEnd: Int?

  struct Place: Hashable, Sendable {
    let reference: FigureReference
    var rectangle: Rectangle
  }
}

extension Reading {
  /// Text and figures side by side from this width on.
  private var isWide: Bool { size.columns >= 120 && !references.isEmpty }

  /// Reading is easiest at about 70 characters a line.
  var textWidth: Int {
    let free = size.columns - 2 * margin
    return isWide ? min(72, free / 2) : min(76, free)
  }

  /// The whole page with its figures, which may be taller than the screen.
  var pageScreen: Screen {
    let layout = pageLayout
    var screen = layout.screen
    for place in layout.places {
      let picture = picture(of: place.reference, place.rectangle.size)
      screen.draw(picture, column: place.rectangle.column, row: place.rectangle.row)
    }
    return screen
  }

  /// The page without its figures, laid out anew only when something moved it.
  var pageLayout: PageLayout {
    let key = LayoutCache.Key(
      place: place, size: size, heights: references.map(naturalRows),
      surroundings: references.map(rowsAround), turned: turnedFigures, exercise: exerciseState,
      trial: trialPanel)
    return layouts.layout(for: key) { isWide ? widePage : narrowPage }
  }

  private var narrowPage: PageLayout {
    let draft = text { _ in 0 }
    let sheet = text { reference in
      let rows = figureRows(of: reference, text: draft.screen.size.rows)
      return min(rows, naturalRows(reference) ?? rows)
    }
    let height = max(sheet.screen.size.rows, bodySize.rows)
    var screen = Screen(Size(columns: size.columns, rows: height))
    screen.draw(sheet.screen, column: margin, row: 0)
    return PageLayout(
      screen: screen, places: sheet.places.map { $0.moved(columns: margin, rows: 0) },
      exerciseEnd: sheet.exerciseEnd, trialEnd: sheet.trialEnd)
  }

  /// Text at the left; at the right the figures, one below the other.
  private var widePage: PageLayout {
    let draft = text(figureRows: nil)
    let sheet = draft.screen
    let share = max(12, (bodySize.rows - 1) / max(1, references.count))
    let height = max(sheet.size.rows, bodySize.rows, 1 + share * references.count)
    var screen = Screen(Size(columns: size.columns, rows: height))
    screen.draw(sheet, column: margin, row: 0)
    let left = margin + textWidth + 4
    let width = figureWidth
    let places = references.enumerated().map { index, reference in
      let rows = min(share, 40, naturalRows(reference) ?? share)
      return PageLayout.Place(
        reference: reference,
        rectangle: Rectangle(column: left, row: 1 + index * share, columns: width, rows: rows))
    }
    return PageLayout(
      screen: screen, places: places, exerciseEnd: draft.exerciseEnd,
      trialEnd: draft.trialEnd)
  }

  /// Figures fill what the text leaves, within bounds that keep them readable.
  private func figureRows(of reference: FigureReference, text rows: Int) -> Int {
    let free = bodySize.rows - rows
    let least = min(14 + rowsAround(reference), max(10, bodySize.rows - 2))
    return min(max(free / max(1, references.count), least), 24)
  }

  private var turnedFigures: Set<String> {
    Set(references.filter { figures[key(of: $0)]?.isTurned ?? false }.map(\.id))
  }

  /// The rows of a figure with its parameters, where it would not fill more.
  private func naturalRows(_ reference: FigureReference) -> Int? {
    guard let state = figures[key(of: reference)], let rows = state.outcome?.frames.rows else {
      return nil
    }
    return rows + panel(of: reference, state).lines(width: figureWidth).count
  }

  /// The rows of a figure above and below its picture.
  private func rowsAround(_ reference: FigureReference) -> Int {
    guard let state = figures[key(of: reference)] else { return 2 }
    let timeline = state.outcome?.frames.isMoving ?? false ? 1 : 0
    return panel(of: reference, state).lines(width: figureWidth).count + timeline
  }

  /// The columns that a figure has.
  private var figureWidth: Int {
    isWide ? size.columns - 2 * margin - textWidth - 4 : textWidth
  }

  /// The page's text with free places for the figures; nil leaves none.
  private func text(figureRows: ((FigureReference) -> Int)?) -> PageLayout {
    var paper = Paper(width: textWidth)
    paper.add("")
    paper.add(
      InlineText(glyphs: glyphs).flow(step.heading, style: .bold.adding(.underline))
        .lines(width: textWidth))
    paper.space()
    let judgement = judgements[stepKey] ?? StepJudgement()
    let blank = figureRows.map { rows in
      { (reference: FigureReference, width: Int) in
        Screen(Size(columns: width, rows: rows(reference)))
      }
    }
    let sheet = PageText(
      glyphs: glyphs, turned: turnedFigures, hidden: hiddenFigures, exercise: exerciseText,
      trial: trialPanel, figure: blank
    )
    .layout(step, judgement, shownLines: page.shownLines, width: textWidth)
    let top = paper.height
    paper.add(sheet.screen)
    return PageLayout(
      screen: paper.screen, places: sheet.places.map { $0.moved(columns: 0, rows: top) },
      exerciseEnd: sheet.exerciseEnd.map { $0 + top }, trialEnd: sheet.trialEnd.map { $0 + top })
  }
}

extension PageLayout.Place {
  fileprivate func moved(columns: Int, rows: Int) -> PageLayout.Place {
    var place = self
    place.rectangle.column += columns
    place.rectangle.row += rows
    return place
  }
}

// MARK: - A figure in its place

extension Reading {
  /// Its parameters in a row or two, the picture, and the timeline of one that moves.
  private func picture(of reference: FigureReference, _ size: Size) -> Screen {
    guard let state = figures[key(of: reference)] else { return Screen(size) }
    let panel = panel(of: reference, state)
    let lines = panel.lines(width: size.columns)
    let natural = state.outcome?.frames.rows.map { $0 + lines.count }
    var screen = Screen(
      Size(columns: size.columns, rows: min(size.rows, natural ?? size.rows)))
    for (row, line) in lines.enumerated() { screen.write(line, column: 0, row: row) }
    draw(state, on: &screen, from: lines.count)
    return screen
  }

  /// The rows above the picture: what can be turned, and what was computed.
  private func panel(of reference: FigureReference, _ state: FigureState) -> ParameterPanel {
    ParameterPanel(
      settings: state.outcome?.settings.showing(state.settings) ?? state.settings,
      chosen: chosenName(in: reference),
      formulas: entry.figure(named: reference.figure.text)?.formulas ?? [],
      values: state.outcome?.values ?? [], glyphs: glyphs)
  }

  private func draw(_ state: FigureState, on screen: inout Screen, from top: Int) {
    let columns = screen.size.columns
    if let problem = state.problem {
      var flow = TextFlow()
      flow.add(InlineText(glyphs: glyphs).shown(problem), .bold)
      for (row, line) in flow.lines(width: columns).enumerated() {
        screen.write(line, column: 0, row: top + row)
      }
      return
    }
    guard let frames = state.outcome?.frames else {
      screen.write(state.computing, column: 0, row: top, style: .dim)
      return
    }
    let rest = Size(
      columns: columns, rows: max(0, screen.size.rows - top - (frames.isMoving ? 1 : 0)))
    let frame = state.player.frame
    screen.draw(frames.draw(rest, frame: frame, look: look), column: 0, row: top)
    if frames.isMoving {
      timeline(of: state, frames).draw(on: &screen, row: screen.size.rows - 1)
    }
    // The old picture stays until the new one is there.
    if state.share != nil {
      let note = " \(state.computing) "
      screen.write(note, column: columns - note.count, row: top, style: .reverse)
    }
  }

  private func timeline(of state: FigureState, _ frames: Frames) -> Timeline {
    Timeline(
      player: state.player, label: frames.label(frame: state.player.frame), glyphs: glyphs)
  }

  /// Goes along a timeline by the mouse, where it points at one.
  mutating func scrub(column: Int, row: Int) {
    let pageRow = row - 1 + min(scroll, scrollLimit)
    for place in pageLayout.places {
      let (area, key) = (place.rectangle, key(of: place.reference))
      guard let frames = figures[key]?.outcome?.frames, frames.isMoving,
        let state = figures[key], pageRow == area.row + area.size.rows - 1,
        (area.column..<area.column + area.size.columns).contains(column)
      else { continue }
      let share = timeline(of: state, frames)
        .share(column: column - area.column, width: area.size.columns)
      figures[key]?.player.seek(share: share)
    }
  }

  private func chosenName(in reference: FigureReference) -> String? {
    guard let knob = chosenKnob, knob.reference == reference else { return nil }
    return knob.name
  }
}

extension FigureState {
  /// That it is being computed, how much is done and how long it takes still, where that is known.
  fileprivate var computing: String {
    let done = share.map { "\(Int($0 * 100)) %" }
    if let done, let secondsLeft, !isHeld { return "\(done), \(timeLeft(secondsLeft))" }
    return ([isHeld ? "held; Space goes on" : "computing ...", done] as [String?])
      .compactMap(\.self).joined(separator: " ")
  }
}

/// Such as `12 s left`, or `3 min left`.
package func timeLeft(_ seconds: Double) -> String {
  let whole = Int(min(max(0, seconds), 1e6).rounded(.up))
  return whole < 100 ? "\(whole) s left" : "\((whole + 30) / 60) min left"
}

extension Settings {
  /// The reader's own values, with what only the computation knows (the T of given betas).
  fileprivate func showing(_ own: Settings) -> Settings {
    var result = own
    if own.choice("schedule") == "custom", self["T"] != nil { result["T"] = self["T"] }
    return result
  }
}
