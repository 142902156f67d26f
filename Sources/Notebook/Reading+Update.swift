import Canvas
import Figures
import LessonText
import Lessons

extension Reading {
  /// Takes in what happened; returns what is to be done in the world.
  package mutating func update(_ message: Message) -> [Effect] {
    switch message {
    case .keyPressed(let key): return press(key)
    case .resized(let size):
      self.size = size
      scroll = min(scroll, scrollLimit)
      return []
    case .ticked(let seconds):
      for reference in references { figures[key(of: reference)]?.player.pass(seconds) }
      return []
    case .computed(let request, let result):
      take(request, result)
      return []
    case .shown(let request, let outcome):
      follow(outcome, of: request)
      return []
    case .advanced(let request, let share, let secondsLeft):
      note(request, share, secondsLeft)
      return []
    case .lessonsChanged(let catalog): return goOn(in: catalog)
    case .lessonsNotRead(let reason):
      notice = reason
      return []
    case .progressSaved: return []
    case .progressNotSaved(let reason):
      // Said once: a sentence at every page would cover the keys for nothing.
      if !hasWarned { notice = reason }
      hasWarned = true
      return []
    case .figureSaved(let path):
      notice = "Saved as \(path)."
      return []
    case .figureNotSaved(let reason):
      notice = reason
      return []
    }
  }

  private mutating func press(_ key: Key) -> [Effect] {
    notice = nil
    let isSure = isAskingToGiveUp
    isAskingToGiveUp = false
    if key == .control("l") { return [.redraw] }
    switch mode {
    case .page: return pressOnPage(key, isSure: isSure)
    case .contents(let selected): return pressInContents(key, selected)
    case .symbols(let pane): return pressInSymbols(key, pane)
    case .help(let scroll, let contents): return pressInHelp(key, scroll, contents)
    case .searching(var line, let contents): return pressWhileSearching(key, &line, contents)
    case .typing(var line): return pressWhileTyping(key, &line)
    case .answering(var line): return pressWhileAnswering(key, &line)
    case .saving(var line): return pressWhileSaving(key, &line)
    }
  }

  private mutating func pressOnPage(_ key: Key, isSure: Bool) -> [Effect] {
    if case .character(let character) = key, let digit = character.wholeNumberValue,
      character.isASCII, digit > 0 || count != nil
    {
      count = min((count ?? 0) * 10 + digit, 9999)
      return []
    }
    defer { count = nil }
    if case .mouse(let event, let column, let row) = key {
      return point(event, column: column, row: row)
    }
    guard let action = keys.action(of: key) else { return [] }
    return action == .giveUp ? giveUp(isSure: isSure) : perform(action)
  }

  private mutating func point(_ event: Key.Mouse, column: Int, row: Int) -> [Effect] {
    switch event {
    case .wheelUp: return perform(.scroll(-3))
    case .wheelDown: return perform(.scroll(3))
    case .click, .drag:
      scrub(column: column, row: row)
      return []
    }
  }

  private mutating func perform(_ action: Action) -> [Effect] {
    switch action {
    case .nextPage: return advance()
    case .previousPage: return retreat()
    case .firstPage: return go(to: (count ?? 1) - 1)
    case .lastPage: return go(to: (count ?? pages.count) - 1)
    case .scroll(let rows): scroll = min(max(0, scroll + rows), scrollLimit)
    case .nextParameter: choose(by: 1)
    case .previousParameter: choose(by: -1)
    case .turn(let up): return turn(up: up)
    case .typeParameter: return typeOrAdvance()
    case .resetParameters: return resetParameters()
    case .play:
      if let effects = holdOrRelease() { return effects }
      guard movingReference != nil else { return advance() }
      move { $0.toggle() }
    case .rewind: move { $0.rewind() }
    case .step(let frames): move { $0.step(by: frames) }
    case .timelineStart: move { $0.seek(to: 0) }
    case .timelineEnd: move { $0.seek(to: .max) }
    case .speed(let faster): move { $0.changeSpeed(faster: faster) }
    case .loop: move { $0.toggleLoop() }
    case .contents: mode = .contents(selected: contentsIndex)
    case .symbols: openSymbols(map: false)
    case .symbolMap: openSymbols(map: true)
    case .search: mode = .searching(TextLine(), contents: nil)
    case .nextMatch: return visitMatch(by: 1)
    case .previousMatch: return visitMatch(by: -1)
    case .help: mode = .help(scroll: 0, contents: nil)
    case .command:
      let command = commandLine
      notice = command
      return [.copy(command)]
    case .saveFigure: startSaving()
    case .answer: return answer()
    case .hint(let offset): return hint(by: offset)
    case .giveUp: return giveUp(isSure: false)
    case .mouse:
      isMouseOn.toggle()
      notice = isMouseOn ? "The mouse is on." : "The mouse is off."
      return [.setMouse(isMouseOn)]
    case .redraw: return [.redraw]
    case .close:
      if chosen == nil, !showsMatches, let effects = endGrowing() { return effects }
      chosen = nil
      showsMatches = false
    case .quit: return [.quit]
    }
    return []
  }
}

// MARK: - Going from page to page

extension Reading {
  /// Shows what is still hidden of the page, then the next page: nothing is skipped unseen.
  mutating func advance() -> [Effect] {
    if scroll < scrollLimit {
      scroll = min(scroll + max(1, bodySize.rows - 2), scrollLimit)
      return []
    }
    if place.page + 1 < pages.count { return go(to: place.page + 1) }
    guard place.lesson + 1 < catalog.entries.count else {
      notice = "This is the last page. Press t for the contents, q to quit."
      return []
    }
    return visit(Location(lesson: place.lesson + 1, page: 0))
  }

  private mutating func retreat() -> [Effect] {
    if scroll > 0 {
      scroll = max(0, scroll - max(1, bodySize.rows - 2))
      return []
    }
    if place.page > 0 { return go(to: place.page - 1) }
    guard place.lesson > 0 else {
      notice = "This is the first page."
      return []
    }
    let pages = catalog.entries[place.lesson - 1].lesson.pages
    return visit(Location(lesson: place.lesson - 1, page: pages.count - 1))
  }

  private mutating func go(to page: Int) -> [Effect] {
    visit(Location(lesson: place.lesson, page: min(max(0, page), pages.count - 1)))
  }

  mutating func visit(_ location: Location) -> [Effect] {
    place = location
    mode = .page
    return arrive()
  }

  /// Judges the page's formulas, asks for its figures and notes that it was seen.
  mutating func arrive() -> [Effect] {
    scroll = 0
    chosen = nil
    if judgements[stepKey] == nil { prepareTrial() }
    progress.visit(lesson: lesson.id, page: page.id)
    return leave() + everyReference.flatMap { prepare($0) } + [.save(progress)]
  }

  var scrollLimit: Int { max(0, pageLayout.screen.size.rows - bodySize.rows) }
}

// MARK: - The panes over the page

extension Reading {
  private mutating func pressInHelp(_ key: Key, _ scroll: Int, _ contents: Int?) -> [Effect] {
    if key == .character("q") { return [.quit] }
    let limit = helpScrollLimit
    switch key {
    case .down where limit > 0, .character("j") where limit > 0:
      mode = .help(scroll: min(scroll + 1, limit), contents: contents)
    case .up where limit > 0, .character("k") where limit > 0:
      mode = .help(scroll: max(0, min(scroll, limit) - 1), contents: contents)
    default: mode = beneath(contents)
    }
    return []
  }

  private mutating func pressWhileSearching(
    _ key: Key, _ line: inout TextLine, _ contents: Int?
  ) -> [Effect] {
    switch line.press(key) {
    case .editing: mode = .searching(line, contents: contents)
    case .cancelled: mode = beneath(contents)
    case .accepted:
      mode = beneath(contents)
      search = Search(line.text, in: catalog)
      return visitMatch(by: 0)
    }
    return []
  }

  /// What a pane lay over: the contents, or the page.
  private func beneath(_ contents: Int?) -> Mode {
    contents.map { .contents(selected: $0) } ?? .page
  }

  private mutating func visitMatch(by offset: Int) -> [Effect] {
    guard !search.matches.isEmpty else {
      notice =
        search.term.isEmpty
        ? "Press / to search." : "Nothing found for \"\(search.term)\"."
      return []
    }
    search.step(by: offset, from: place)
    let effects = visit(search.matches[search.current])
    showsMatches = true
    var page = pageScreen
    if let row = page.mark(search.term) { scroll = min(max(0, row - 2), scrollLimit) }
    notice = "\"\(search.term)\": \(search.current + 1) of \(search.matches.count); n for the next."
    return effects
  }

  private mutating func pressWhileSaving(_ key: Key, _ line: inout TextLine) -> [Effect] {
    switch line.press(key) {
    case .editing: mode = .saving(line)
    case .cancelled: mode = .page
    case .accepted:
      mode = .page
      return saveFigure(as: line.text)
    }
    return []
  }
}
