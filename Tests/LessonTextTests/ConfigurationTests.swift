import Testing

@testable import LessonText

@Suite struct `A configuration` {
  @Test func `has glyphs, colours, a pace, a folder and keys`() throws {
    let text = """
      glyphs: ascii
      color: no
      plain: no
      fps: 12
      lessons: /home/me/lessons
      keys: {next: n, play: [space, p]}
      """
    let configuration = try Configuration.read(text).get()
    #expect(configuration.glyphs?.text == "ascii")
    #expect(configuration.color == false && configuration.plain == false)
    #expect(configuration.pace == 12 && configuration.lessons?.text == "/home/me/lessons")
    #expect(configuration.keys.map(\.action) == ["next", "play"])
    #expect(configuration.keys.map(\.keys) == [["n"], ["space", "p"]])
  }

  @Test func `may be empty`() throws {
    #expect(try Configuration.read("# nothing yet\n").get() == Configuration())
  }

  @Test(arguments: [
    ("glyph: ascii", "1:1: A configuration has no key `glyph`. Did you mean `glyphs`?"),
    ("fps: 0", "1:6: `fps` must be a number from 1 to 60."),
    ("color: blue", "1:8: `color` must be yes or no."),
  ])
  func `tells what is wrong, and where`(text: String, sentence: String) {
    guard case .failure(let errors) = Configuration.read(text) else {
      Issue.record("This configuration was read: \(text)")
      return
    }
    let said = errors.all.map { "\($0.position.line):\($0.position.column): \($0.message)" }
    #expect(said == [sentence])
  }
}
