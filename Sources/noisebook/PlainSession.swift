import Canvas
import Figures
import LessonText
import Lessons
import Notebook

/// The notebook line by line, without a full screen: for screen readers and simple terminals.
struct PlainSession {
  private(set) var catalog: Catalog
  let output: PlainOutput
  let store: ProgressStore
  var progress: Progress
  private(set) var place: Reading.Location?
  private var watch: LessonWatch?
  /// How far the reader is with exercises, by their ids.
  var exercises: [String: ExerciseState] = [:]
  /// What the reader set, by the figure.
  var turned: [String: [(name: String, text: String)]] = [:]

  init(
    _ catalog: Catalog, at location: Reading.Location?, progress: Progress, output: PlainOutput,
    store: ProgressStore, watch: LessonWatch? = nil
  ) {
    self.catalog = catalog
    self.watch = watch
    self.output = output
    self.store = store
    self.progress = progress
    place =
      location
      ?? Reading(
        catalog, progress: progress, size: Size(columns: 80, rows: 24), look: output.look
      ).remembered
  }

  /// One line, so that what stands above it is not pushed off a small screen.
  private static let hint = "Enter: next. b: back. ?: all that can be typed. q: quit."

  private static let help =
    "Enter: next. b: back. A number: that page. set NAME=VALUE: turn the figure. "
    + "a ANSWER: answer the exercise. hint, less: a hint more, one less. worked: the worked answer. "
    + "frame N: hear the figure there. numbers: its table. /WORD: search. open LESSON/PAGE. "
    + "t: contents. w: where am I. q: quit."

  mutating func run() {
    if let problem = store.problem { print(problem) }
    if place == nil { printContents() } else { show() }
    print(Self.hint)
    while let line = prompt() {
      if let message = watch?.look() { take(message) }
      guard take(line) else { return }
    }
  }

  /// Goes on where the reader is when the lessons' author has changed them.
  private mutating func take(_ message: Message) {
    switch message {
    case .lessonsChanged(let changed):
      if let old = place, !changed.entries.isEmpty {
        let lesson = catalog.entries[old.lesson].lesson
        let index = changed.index(named: lesson.id) ?? 0
        let pages = changed.entries[index].lesson
        let page = pages.page(named: lesson.pages[old.page].id)
        place = Reading.Location(lesson: index, page: page ?? min(old.page, pages.pages.count - 1))
      }
      catalog = changed
      print("The lessons have been read anew.")
    case .lessonsNotRead(let reason): print(reason)
    default: break
    }
  }

  private func prompt() -> String? {
    print("> ", terminator: "")
    return readLine()
  }

  private mutating func take(_ line: String) -> Bool {
    switch line.trimmingBlanks.lowercased() {
    case "": move(by: 1)
    case "b", "back": move(by: -1)
    case "t", "contents": printContents()
    case "w", "where": print(whereabouts)
    case "q", "quit": return false
    case "a", "answer": answer("")
    case "hint": hint(by: 1)
    case "less": hint(by: -1)
    case "worked": showWorkedAnswer()
    case let text:
      if let number = Int(text) {
        go(to: max(0, number) - 1)
      } else if text.hasPrefix("set ") {
        set(String(line.trimmingBlanks.dropFirst(4)))
      } else if text.hasPrefix("frame ") {
        hear(frame: String(text.dropFirst(6)))
      } else if text == "numbers" {
        hear(frame: nil)
      } else if text.hasPrefix("open ") {
        open(String(line.trimmingBlanks.dropFirst(5)))
      } else if text.hasPrefix("/") {
        search(String(line.trimmingBlanks.dropFirst()))
      } else if text.hasPrefix("a ") || text.hasPrefix("answer ") {
        answer(String(line.trimmingBlanks.drop { $0 != " " }.dropFirst()))
      } else {
        print(Self.help)
      }
    }
    return true
  }

  mutating func visit(_ location: Reading.Location) {
    place = location
    show()
  }

  private mutating func move(by offset: Int) {
    guard let place else {
      self.place = Reading.Location(lesson: 0, page: 0)
      return show()
    }
    let pages = catalog.entries[place.lesson].lesson.pages
    if pages.indices.contains(place.page + offset) {
      go(to: place.page + offset)
    } else if catalog.entries.indices.contains(place.lesson + offset) {
      let other = catalog.entries[place.lesson + offset].lesson.pages
      self.place = Reading.Location(
        lesson: place.lesson + offset, page: offset > 0 ? 0 : other.count - 1)
      show()
    } else {
      print(offset > 0 ? "This is the last page." : "This is the first page.")
    }
  }

  private mutating func go(to page: Int) {
    let lesson = place?.lesson ?? 0
    let count = catalog.entries[lesson].lesson.pages.count
    guard (0..<count).contains(page) else {
      print("Pages go from 1 to \(count).")
      return
    }
    place = Reading.Location(lesson: lesson, page: page)
    show()
  }

  mutating func show() {
    guard let place else { return }
    let entry = catalog.entries[place.lesson]
    let page = entry.lesson.pages[place.page]
    print("\n\(whereabouts)\n")
    let width = min(output.columns, 80)
    for picture in entry.pageText(
      page, width: width, glyphs: output.glyphs, isLinear: true, state: exerciseState,
      student: progress.student, advice: adviceForExercises)
    {
      output.show(picture)
    }
    print("")
    progress.visit(lesson: entry.lesson.id, page: page.id)
    if let problem = store.save(progress) { print(problem) }
  }

  /// Turns a parameter of the page's figure and tells what comes of it.
  private mutating func set(_ text: String) {
    guard let (reference, figure, key) = figureOfPage else { return }
    let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return print("Write set NAME=VALUE, such as set T=50.") }
    let own = (turned[key] ?? []) + [(name: parts[0].trimmingBlanks, text: parts[1])]
    do throws(FigureError) {
      let given = reference.settings.map { (name: $0.name, text: $0.value) } + own
      let outcome = try figure.compute(try figure.settings(given: given))
      turned[key] = own
      print(outcome.frames.inWords.spelled(in: output.glyphs))
      print(outcome.summary(columns: min(output.columns, 80), glyphs: output.glyphs))
    } catch {
      print(error.description)
    }
  }

  private var whereabouts: String {
    guard let place else { return "No lesson is open." }
    let lesson = catalog.entries[place.lesson].lesson
    return
      "Lesson \(lesson.number), \(lesson.title): page \(place.page + 1) of \(lesson.pages.count)."
  }

  private func printContents() {
    for (index, entry) in catalog.entries.enumerated() {
      print(
        "Lesson \(entry.lesson.number): \(entry.lesson.title), \(entry.lesson.minutes.words) minutes."
      )
      guard index == place?.lesson || catalog.entries.count == 1 else { continue }
      for (number, page) in entry.lesson.pages.enumerated() where (page.shownLines ?? 1) == 1 {
        print("  \(number + 1): \(page.title)")
      }
    }
  }
}

extension String {
  var trimmingBlanks: String {
    String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }
}
