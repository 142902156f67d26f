import GoldenFiles
import Testing

/// A film in hand, at both sizes and on every kind of terminal, its frames compared as pictures.
///
/// Where a frame is no longer as in `Golden` on purpose: `sh scripts/draw-golden`.
@Suite(.serialized, .timeLimit(.minutes(4)))
struct GoldenFilmTests {
  @Test(arguments: Place.all)
  private func `a film plays, pauses, steps, is scrubbed and resized`(place: Place) async throws {
    let session = try await TerminalSession.film(
      Film.few, "--loop", columns: 100, rows: 30, type: place.type, locale: place.locale)
    try await session.waitForMotion()
    try await place.fill(session)
    let frames = try await place.frames(in: session)
    try session.press("Space")
    try await session.waitForMotion()
    try session.resize(columns: 61, rows: 20)
    try await session.waitForMotion()
    try await place.fill(session)
    try session.press("Home")
    try await session.wait(for: "the first frame again") {
      $0.joined(separator: "\n") == frames[0]
    }
    try session.press("q")
    try await session.wait(for: "status: 0")
    #expect(try GoldenFile("film-\(place)").difference(from: place.sheet(of: frames)) == nil)
  }
}

private struct Place: CustomStringConvertible {
  let type: String
  let locale: String
  let columns: Int
  let rows: Int

  var description: String { "\(columns)x\(rows)-\(type)\(locale == "C" ? "-ascii" : "")" }

  static let all = [(80, 24), (200, 50)].flatMap { columns, rows in
    [
      ("xterm-256color", "C.UTF-8"), ("screen-256color", "C.UTF-8"), ("linux", "C.UTF-8"),
      ("vt100", "C.UTF-8"), ("xterm-256color", "C"),
    ].map { Place(type: $0, locale: $1, columns: columns, rows: rows) }
  }

  /// Gives a film that plays this size, and waits until it plays on there.
  func fill(_ session: TerminalSession) async throws {
    try session.resize(columns: columns, rows: rows)
    try await session.wait(for: "the keys in the last of \(rows) rows") {
      $0.count == rows && $0[rows - 1].contains("q quit")
    }
    try await session.waitForMotion()
  }

  /// All four frames: by Home, a step, the mouse two thirds along the line, and End.
  ///
  /// Two steps back must show the very same pictures.
  func frames(in session: TerminalSession) async throws -> [String] {
    func picture(_ frame: Int) async throws -> String {
      try await self.picture(of: frame, in: session)
    }
    try session.press("Home")
    let first = try await picture(0)
    try session.press(".")
    let second = try await picture(1)
    try session.press("m")
    try await session.wait(for: "the mouse") { _ in try session.isMouseTaken }
    // The line goes from column 18 to ten columns before the end.
    let column = 18 + (columns - 28) * 2 / 3
    try session.send("\u{1B}[<0;\(column);\(rows - 1)M\u{1B}[<0;\(column);\(rows - 1)m".utf8)
    let third = try await picture(2)
    try session.press("End")
    let fourth = try await picture(3)
    try session.press(",")
    #expect(try await picture(2) == third)
    try session.press(",")
    #expect(try await picture(1) == second)
    return [first, second, third, fourth]
  }

  /// The screen with a frame that is held.
  func picture(of frame: Int, in session: TerminalSession) async throws -> String {
    let held = locale == "C" ? "=" : "‖"
    return try await session.picture(with: "\(held) t = \(frame) ").joined(separator: "\n")
  }

  func sheet(of frames: [String]) -> String {
    frames.enumerated().map { "== frame \($0)\n\($1)\n" }.joined()
  }
}
