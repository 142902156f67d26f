import Canvas
import Figures
import LessonText
import Lessons
import Testing

@testable import Notebook

private func large(
  _ text: String, _ letters: LargeLetters = .high, columns: Int = 74, rows: Int = 40,
  glyphs: GlyphSet = .block
) -> [String]? {
  let words = text.split(separator: " ").map(String.init)
  let room = Size(columns: columns, rows: rows)
  return LargeText(words, letters, room: room, glyphs: glyphs)?.screen.lines
}

@Suite struct `Large letters` {
  @Test func `are drawn with two dots in a cell`() {
    #expect(
      large("x up", columns: 21) == [
        "",
        "▄   ▄     ▄   ▄ ▄▄▄▄",
        " ▀▄▀      █   █ █   █",
        "▄▀ ▀▄     ▀▄▄▀█ █▄▄▄▀",
        "                █",
      ])
  }

  @Test func `are drawn in ASCII where nothing else may be shown`() {
    let lines = large("x", columns: 5, glyphs: .ascii) ?? []
    #expect(lines == ["", "m   m", " \"m\"", "m\" \"m", ""])
  }

  /// What lessons, playlists and formulas on a line are made of; the fonts have the rest of
  /// Latin, Greek and Cyrillic too.
  @Test(arguments: [LargeLetters.high, .low]) func `there are for what captions hold`(
    letters: LargeLetters
  ) {
    let ascii = (0x21...0x7E).compactMap { Unicode.Scalar($0).map(Character.init) }
    let others: [Character] = Array(
      "äöüÄÖÜßéñçøåłŠαβγδεζηθλμπρσφχψωΣΔΩᾱβ̃ε̂x̄√∑∏∫∂∇≤≥≠≈∞→←·×±−–—‘’“”…½²³₀₁ₜᵢⱼᵀ𝒩ЖЯ")
    let missing = (ascii + others).filter { letters.columns(of: String($0)) == nil }
    #expect(missing.isEmpty)
  }

  @Test func `all differ from one another`() {
    let ascii = (0x21...0x7E).compactMap { Unicode.Scalar($0).map { String($0) } }
    for letters in [LargeLetters.high, .low] {
      let shapes = Set(ascii.compactMap { letters.columns(of: $0) })
      #expect(shapes.count == ascii.count)
    }
  }

  @Test func `give way where a character has no shape, or the room ends`() {
    #expect(large("noise 扩散") == nil)
    #expect(large("noise", columns: 10) == nil)
    #expect(large("noise and noise", columns: 50, rows: 9) == nil)
    #expect(large("noise and noise", columns: 50, rows: 10) != nil)
  }

  @Test func `stand in lines of about equal length`() throws {
    let text = "one two one two one"
    let lines = try #require(large(text, columns: 74))
    let widths = [lines[0..<5], lines[5..<10]].map { $0.map(\.count).max() ?? 0 }
    #expect(lines.count == 10 && abs(widths[0] - widths[1]) < 20)
  }
}

@Suite struct `A caption` {
  private func view(
    _ caption: String, columns: Int, rows: Int, figure: Bool, glyphs: GlyphSet = .block
  ) throws -> [String] {
    let place = figure ? "figure: noise-schedule/schedule, set: {T: \"10\"}," : ""
    let text = "title: R\nitems: [{id: a, title: A, \(place) caption: '\(caption)'}]"
    let catalog = try Catalog.builtIn(only: "01")
    var demo = try Demo(
      try Playlist.read(text).get(), catalog, size: Size(columns: columns, rows: rows),
      look: Frames.Look(glyphs: glyphs))
    for case .compute(let request) in demo.start() {
      let figure = catalog.entries[0].figure(named: request.figure)
      guard let outcome = try figure?.compute(request.settings) else { continue }
      _ = demo.update(.computed(request, .success(outcome)))
    }
    return demo.view.lines
  }

  @Test func `is large where the screen has room, else in the words themselves`() throws {
    let caption = "Noise comes."
    #expect(
      try view(caption, columns: 80, rows: 24, figure: true).contains { $0.contains(caption) })
    let wide = try view(caption, columns: 200, rows: 50, figure: true)
    #expect(!wide.contains { $0.contains(caption) })
    #expect(wide.suffix(8).contains { $0.contains("▀") })
    // Where no figure needs the room it is large on a small screen too.
    #expect(
      !(try view(caption, columns: 80, rows: 24, figure: false)).contains { $0.contains(caption) })
  }

  @Test func `with what can't be drawn is in the words themselves`() throws {
    let lines = try view("扩散 $x_t$", columns: 200, rows: 50, figure: false)
    #expect(lines.contains { $0.contains("扩散 xₜ") })
  }
}
