import ArgumentParser
import Canvas
import Curses
import Exports
import Figures
import LessonText
import Lessons
import Notebook
import Shelf

struct OpenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "Open the notebook, at a lesson or a page of it.")

  @Argument(
    help: ArgumentHelp(
      "A lesson, and a page by its id or number from 1; else where you left off.",
      valueName: "lesson/page"),
    completion: .custom { _, _, _ in Completions.lessons })
  var place: String?

  @Option(help: ArgumentHelp("Writes the page as a picture, 80x24 cells.", valueName: "file.svg"))
  var snapshot: String?

  @OptionGroup var drawing: DrawingOptions
  @OptionGroup var lessons: LessonOptions

  func run() throws {
    let catalog = try lessons.catalog()
    let location = try place.map { try self.location($0, in: catalog) }
    let facts = TerminalFacts.read()
    if let snapshot {
      try draw(catalog, location, to: snapshot)
    } else if facts.isOutputTerminal, facts.isInputTerminal, facts.obstacle == nil, !drawing.plain {
      try openFullScreen(catalog, location, facts)
    } else if facts.isOutputTerminal || drawing.plain {
      if !drawing.plain, let obstacle = facts.obstacle {
        warn("\(obstacle) Going on line by line.")
      }
      openPlain(catalog, location)
    } else if let location {
      printPage(catalog, location)
    } else {
      printList(catalog)
    }
  }

  /// The page as text, where there is no terminal to step on from it.
  private func printPage(_ catalog: Catalog, _ location: Reading.Location) {
    let entry = catalog.entries[location.lesson]
    let output = PlainOutput(drawing)
    let page = entry.lesson.pages[location.page]
    for picture in entry.pageText(
      page, width: output.columns, glyphs: output.glyphs, isLinear: false)
    {
      output.show(picture)
    }
  }

  /// The screen as it would be with its figures computed, in a file.
  private func draw(_ catalog: Catalog, _ location: Reading.Location?, to path: String) throws {
    let look = Frames.Look(glyphs: .braille, depth: drawing.colorDepth ?? .palette)
    var reading = Reading(catalog, at: location, size: Size(columns: 80, rows: 24), look: look)
    for case .compute(let request) in reading.start() {
      guard let figure = catalog.figure(of: request) else { continue }
      do throws(FigureError) {
        let outcome = try figure.compute(request.settings, seed: request.seed)
        _ = reading.update(.computed(request, .success(outcome)))
      } catch {
        _ = reading.update(.computed(request, .failure(error)))
      }
    }
    do throws(FileError) {
      let title = location.map { catalog.entries[$0.lesson].lesson.title } ?? "noisebook"
      try writeFile(Array(reading.view.svg(title: title).utf8), to: path)
    } catch {
      throw Failure.unreadable("Nothing was written. \(error.description)")
    }
  }

  private func location(_ text: String, in catalog: Catalog) throws -> Reading.Location {
    let (entry, rest) = try catalog.resolve(text)
    let lesson = catalog.index(named: entry.lesson.id) ?? 0
    guard let rest else { return Reading.Location(lesson: lesson, page: 0) }
    guard let page = entry.lesson.page(named: rest) else {
      throw Failure.usage(entry.unknownPage(rest))
    }
    return Reading.Location(lesson: lesson, page: page)
  }

  private func openFullScreen(
    _ catalog: Catalog, _ location: Reading.Location?, _ facts: TerminalFacts
  ) throws {
    var store = ProgressStore()
    let progress = store.load()
    let terminal: Terminal
    do throws(TerminalError) {
      terminal = try Terminal(color: drawing.colorDepth, holdsFrames: drawing.holdsFrames)
    } catch {
      throw Failure.usage(error.description)
    }
    let reading = Reading(
      catalog, at: location, progress: progress, size: terminal.size,
      look: Frames.Look(glyphs: drawing.glyphSet(facts), depth: terminal.colorDepth),
      keys: ReaderConfiguration.own.keys, pace: ReaderConfiguration.own.pace,
      notice: store.problem)
    var session = FullScreenSession(
      terminal: terminal, reading: reading, store: store, watch: LessonWatch(lessons.folder))
    session.run()
  }

  private func openPlain(_ catalog: Catalog, _ location: Reading.Location?) {
    var store = ProgressStore()
    let progress = store.load()
    var session = PlainSession(
      catalog, at: location, progress: progress, output: PlainOutput(drawing), store: store,
      watch: LessonWatch(lessons.folder))
    session.run()
  }

  private func printList(_ catalog: Catalog) {
    let progress = (try? progressFile()?.read()) ?? Progress()
    print(catalog.entries.listing(progress: progress, inFull: false), terminator: "")
    print(
      """

      noisebook read LESSON prints a lesson; noisebook open LESSON needs a terminal.
      noisebook --help lists all commands.
      """)
  }
}
