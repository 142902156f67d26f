import Canvas
import Figures
import Foundation
import LessonText
import Notebook
import Testing

@testable import Lessons

/// A reader at a notebook: presses keys and looks; what the notebook asks for is done at once.
struct Reader {
  var reading: Reading
  /// Everything that was asked of the world, in order.
  private(set) var asked: [Effect] = []

  init(
    _ catalog: Catalog, at page: String? = nil, columns: Int = 80, rows: Int = 24,
    glyphs: GlyphSet = .braille, progress: Notebook.Progress = Progress(), notice: String? = nil
  ) throws {
    let location = page.flatMap { name in
      catalog.entries[0].lesson.page(named: name).map { Reading.Location(lesson: 0, page: $0) }
    }
    try #require((location == nil) == (page == nil), "There is a page \(page ?? "").")
    reading = Reading(
      catalog, at: location, progress: progress, size: Size(columns: columns, rows: rows),
      look: Frames.Look(glyphs: glyphs), notice: notice)
    perform(reading.start())
  }

  /// The first lesson, open at a page.
  static func lesson01(
    at page: String, columns: Int = 80, rows: Int = 24, glyphs: GlyphSet = .braille
  ) throws -> Reader {
    try Reader(.lesson01(), at: page, columns: columns, rows: rows, glyphs: glyphs)
  }

  mutating func press(_ keys: Key...) {
    for key in keys { perform(reading.update(.keyPressed(key))) }
  }

  mutating func press(_ characters: String) {
    for character in characters { press(.character(character)) }
  }

  mutating func resize(_ columns: Int, _ rows: Int) {
    perform(reading.update(.resized(Size(columns: columns, rows: rows))))
  }

  mutating func hear(_ message: Message) { perform(reading.update(message)) }

  private mutating func perform(_ effects: [Effect]) {
    asked += effects
    for case .compute(let request) in effects { hear(.computed(request, outcome(of: request))) }
  }

  /// What the worker sends back.
  func outcome(of request: FigureRequest) -> Result<Outcome, FigureError> {
    let entry = reading.catalog.entries.first { $0.lesson.id == request.lesson }
    guard let figure = entry?.figure(named: request.figure) else {
      return .failure(.unfit("No such figure."))
    }
    do throws(FigureError) {
      return .success(try figure.compute(request.settings, seed: request.seed))
    } catch {
      return .failure(error)
    }
  }
}

extension Reader {
  var lines: [String] { reading.view.lines }
  var picture: String { lines.joined(separator: "\n") }
  var header: String { lines.first ?? "" }
  var footer: String { lines.last ?? "" }
  /// The rows between header and footer.
  var body: String { lines.dropFirst().dropLast().joined(separator: "\n") }

  func shows(_ text: String) -> Bool { lines.contains { $0.contains(text) } }
}

extension Catalog {
  /// A lesson that stays as it is, with the figures of lesson 01: what the pictures show.
  static func lesson01() throws -> Catalog {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    let name = "01-noise-schedule.md"
    let text = try String(contentsOf: folder.appending(path: "Specimen/\(name)"), encoding: .utf8)
    var catalog = Catalog(entries: [])
    _ = try catalog.add(name: name, text: text, origin: .file(path: name))
    return catalog
  }

  /// Lessons made for a test, each with its title; the numbers follow their order.
  static func made(_ bodies: String...) throws -> Catalog {
    var catalog = Catalog(entries: [])
    for (index, body) in bodies.enumerated() {
      let name = "0\(index + 1)-made-\(index + 1).md"
      _ = try catalog.add(
        name: name, text: front(index + 1) + body, origin: .file(path: "made/\(name)"))
    }
    return catalog
  }

  private static func front(_ number: Int) -> String {
    "---\nid: made-\(number)\nminutes: 20\ngoals: [a goal]\nneeds: []\n---\n"
  }
}

/// A step's mark and heading.
func step(_ id: String, _ title: String, with settings: String = "") -> String {
  let with = settings.isEmpty ? "" : "with: {\(settings)}\n"
  return "\n<!-- step\nid: \(id)\n\(with)-->\n## \(title)\n\n"
}

extension Reader: CustomTestStringConvertible {
  /// What the reader sees, where a test fails.
  var testDescription: String { "\n\(picture)\n" }
}
