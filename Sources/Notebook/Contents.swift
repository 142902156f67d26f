import Canvas
import LessonText
import Lessons

/// A row of the contents: a lesson, or a step of the lesson that is open.
struct ContentsRow: Hashable, Sendable {
  let location: Reading.Location
  let text: String
  let isLesson: Bool
  let isSeen: Bool
}

extension Reading {
  var contentsRows: [ContentsRow] {
    catalog.entries.enumerated().flatMap { index, entry -> [ContentsRow] in
      let lesson = entry.lesson
      let seen = progress.lessons[lesson.id]?.pages ?? []
      let pages = lesson.pages
      let seenCount = pages.filter { seen.contains($0.id) }.count
      let title = [lesson.number, lesson.title].filter { !$0.isEmpty }.joined(separator: "  ")
      let row = ContentsRow(
        location: Location(lesson: index, page: 0),
        text: "\(title)   \(seenCount)/\(pages.count) pages, \(lesson.minutes.words) minutes",
        isLesson: true, isSeen: seenCount == pages.count)
      let steps = pages.enumerated().filter { ($0.element.shownLines ?? 1) == 1 }
      return [row]
        + steps.map { number, page in
          ContentsRow(
            location: Location(lesson: index, page: number), text: page.title, isLesson: false,
            isSeen: seen.contains(page.id))
        }
    }
  }

  /// The row of the page that is shown.
  var contentsIndex: Int {
    contentsRows.lastIndex {
      !$0.isLesson && $0.location.lesson == place.lesson && $0.location.page <= place.page
    } ?? 0
  }

  mutating func pressInContents(_ key: Key, _ selected: Int) -> [Effect] {
    let rows = contentsRows
    func select(_ index: Int) -> Mode { .contents(selected: min(max(0, index), rows.count - 1)) }
    switch key {
    case .up, .character("k"): mode = select(selected - 1)
    case .down, .character("j"): mode = select(selected + 1)
    case .pageUp: mode = select(selected - max(1, bodySize.rows - 1))
    case .pageDown: mode = select(selected + max(1, bodySize.rows - 1))
    case .home, .character("g"): mode = select(0)
    case .end, .character("G"): mode = select(rows.count - 1)
    case .enter, .right, .character("l"):
      guard rows.indices.contains(selected) else { return [] }
      return visit(rows[selected].location)
    case .escape, .character("t"), .left: return visit(place)
    case .character("/"): mode = .searching(TextLine(), contents: selected)
    case .character("W"): openSymbols(map: true)
    case .character("?"): mode = .help(scroll: 0, contents: selected)
    case .character("q"): return [.quit]
    default: break
    }
    return []
  }

  func contentsScreen(selected: Int) -> Screen {
    let rows = contentsRows
    var screen = Screen(bodySize)
    // The selected row stays in view, with those around it.
    let height = max(1, bodySize.rows - 2)
    let top = max(0, min(selected - height / 2, rows.count - height))
    screen.write("Lessons", column: margin, row: 0, style: .bold)
    for (line, row) in rows.dropFirst(top).prefix(height).enumerated() {
      let isSelected = top + line == selected
      let mark = row.isSeen ? (glyphs.isUnicode ? "✓ " : "* ") : "  "
      let text = InlineText(glyphs: glyphs).shown(row.text)
      let style: Style = row.isLesson ? .bold : .plain
      screen.write(
        (isSelected ? "> " : "  ") + mark + (row.isLesson ? "" : "  ") + text,
        column: margin, row: line + 2, style: isSelected ? style.adding(.reverse) : style,
        limit: bodySize.columns - margin)
    }
    return screen
  }
}
