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
  /// What the reader set, by the figure: parameters, and formulas of their own.
  var turned: [String: Turned] = [:]
  /// Which of the page's figures is spoken of, where there are several.
  var figureNumber = 0
  /// Where the page's derivations are tried, once the reader turned that.
  var trial: Settings?
  /// What was computed for this page, so that more can be told of it at once.
  var computed: [FigureRequest: Outcome] = [:]

  struct Turned {
    var settings: [(name: String, text: String)] = []
    var formulas: [(name: String, text: String)] = []
  }

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

  private static let help = """
    Enter: next. b: back. A number: that page. open LESSON/PAGE. /WORD: search.
    set NAME=VALUE: turn the figure, or try a derivation there. reset: as it was.
    parameters: all that can be set. formula NAME=EXPRESSION: your own formula.
    frame N: hear the figure there. numbers: its values and tables.
    figure N: of several on the page, the N-th. command: how to run it.
    save FILE: its words, or its numbers as .csv or .json.
    a ANSWER: answer the exercise. hint, less: a hint more, one less.
    worked: the worked answer. symbols: the page's letters. map: all of them.
    t: contents. where: where am I. q: quit.
    """

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

  /// Does what a line says; false ends the session.
  ///
  /// The notebook's keys are words here too.
  private mutating func take(_ line: String) -> Bool {
    let line = line.trimmingBlanks
    let word = String(line.prefix { !$0.isWhitespace })
    let rest = String(line.dropFirst(word.count)).trimmingBlanks
    switch word == "W" ? "map" : word.lowercased() {
    case "": move(by: 1)
    case "b", "back": move(by: -1)
    case "t", "contents": printContents()
    case "where": print(whereabouts)
    case "q", "quit": return false
    case "open": open(rest)
    case "a", "answer": answer(rest)
    case "i", "hint": hint(by: 1)
    case "less": hint(by: -1)
    case "x", "worked": showWorkedAnswer()
    case "w", "symbols": tellSymbols(map: false)
    case "map": tellSymbols(map: true)
    case let name where name.hasPrefix("/"): search(String(line.dropFirst()))
    case let name:
      if let number = Int(name), rest.isEmpty {
        go(to: max(0, number) - 1)
      } else if !takeFigure(name, rest) {
        print(Self.help)
      }
    }
    return true
  }

  mutating func visit(_ location: Reading.Location) {
    place = location
    show()
  }

  private var width: Int { min(output.columns, 80) }

  private mutating func move(by offset: Int) {
    guard let place else {
      return visit(Reading.Location(lesson: 0, page: 0))
    }
    let pages = catalog.entries[place.lesson].lesson.pages
    if pages.indices.contains(place.page + offset) {
      go(to: place.page + offset)
    } else if catalog.entries.indices.contains(place.lesson + offset) {
      let other = catalog.entries[place.lesson + offset].lesson.pages
      visit(
        Reading.Location(lesson: place.lesson + offset, page: offset > 0 ? 0 : other.count - 1))
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
    visit(Reading.Location(lesson: lesson, page: page))
  }

  mutating func show() {
    guard let place else { return }
    (figureNumber, trial, computed) = (0, nil, [:])
    let entry = catalog.entries[place.lesson]
    let page = entry.lesson.pages[place.page]
    print("\n\(whereabouts)\n")
    showPage(nil)
    progress.visit(lesson: entry.lesson.id, page: page.id)
    if let problem = store.save(progress) { print(problem) }
  }

  /// The page in words, its derivations tried where the reader turned to.
  mutating func showPage(_ judgement: StepJudgement?) {
    guard let place else { return }
    let known = outcomesOfPage()
    let entry = catalog.entries[place.lesson]
    for picture in entry.pageText(
      entry.lesson.pages[place.page], width: width, glyphs: output.glyphs, isLinear: true,
      state: exerciseState, student: progress.student, advice: adviceForExercises,
      judgement: judgement, known: known)
    {
      output.show(picture)
    }
    print("")
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
