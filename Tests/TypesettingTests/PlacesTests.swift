import Canvas
import Formula
import Testing
import Typesetting

struct PlacesTests {
  @Test(arguments: GlyphSet.allCases, [60, 20])
  func `a place holds the cells of its symbol`(glyphs: GlyphSet, columns: Int) throws {
    let latex = #"\tilde\mu_t = \frac{1}{\sqrt{\alpha_t}}(x_t + \sigma_t \epsilon_\theta)"#
    let typeset = try Expression(latex: latex).typeset(glyphs: glyphs, columns: columns)
    let sources = typeset.places.map { source(latex, $0.range) }
    #expect(sources == [#"\tilde\mu_t"#, #"\alpha_t"#, "x_t", #"\sigma_t"#, #"\epsilon_\theta"#])
    for (place, source) in zip(typeset.places, sources) {
      let symbol = try Expression(latex: source).typeset(glyphs: glyphs, columns: columns).screen
      #expect(typeset.screen.cropped(to: place.rectangle).lines == symbol.lines)
    }
  }

  @Test func `a symbol that was cut has a place for each piece`() throws {
    let typeset = try Expression(latex: "x_{t-1}").typeset(glyphs: .ascii, columns: 4)
    #expect(typeset.screen.lines == ["x_{t", "-1}"])
    #expect(typeset.places.map(\.range) == [0..<7, 0..<7])
  }

  @Test func `a highlighted range is bold and nothing else`() throws {
    let latex = #"a + \sqrt{b - c} d"#
    let start = try #require(latex.utf8.firstIndex(of: UInt8(ascii: "\\")))
    let range = latex.utf8.distance(from: latex.utf8.startIndex, to: start)..<latex.utf8.count - 2
    let typeset = try Expression(latex: latex).typeset(
      glyphs: .braille, columns: 60, highlighting: [range])
    #expect(marked(typeset.screen, .bold) == ["    √(b - c)"])
    #expect(marked(typeset.screen, .underline) == ["      b   c"])
  }

  @Test func `a highlighted end of a sum takes its sign along`() throws {
    let typeset = try Expression(latex: "a + b - c").typeset(
      glyphs: .ascii, columns: 60, highlighting: [3..<9])
    #expect(typeset.screen.lines == ["a + b - c"])
    #expect(marked(typeset.screen, .bold) == ["    b - c"])
  }

  @Test func `the style of the text around is kept`() throws {
    let style = Style(.palette(33), .dim)
    let screen = try Expression(latex: "a + \\frac{b}{c}").typeset(
      glyphs: .braille, columns: 60, style: style
    ).screen
    let styles = (0..<3).flatMap { screen[row: $0].filter { $0.character != " " }.map(\.style) }
    #expect(Set(styles) == [style])
  }

  private func source(_ latex: String, _ range: Range<Int>) -> String {
    String(decoding: Array(latex.utf8)[range], as: UTF8.self)
  }

  /// The characters that have an attribute, on blanks.
  private func marked(_ screen: Screen, _ attribute: Style.Attributes) -> [String] {
    var picture = Screen(screen.size)
    for row in 0..<screen.size.rows {
      for column in 0..<screen.size.columns
      where screen[column: column, row: row].style.attributes.contains(attribute) {
        picture[column: column, row: row] = Cell(screen[column: column, row: row].character)
      }
    }
    return picture.lines
  }
}
