import Testing

@testable import Canvas

@Suite struct DotsTests {
  private func picture(
    _ columns: Int, _ rows: Int, _ glyphs: GlyphSet, _ draw: (inout Dots) -> Void
  )
    -> [String]
  {
    var dots = Dots(Size(columns: columns, rows: rows), glyphs: glyphs)
    draw(&dots)
    var screen = Screen(Size(columns: columns, rows: rows))
    dots.draw(on: &screen, column: 0, row: 0)
    return screen.lines
  }

  private func point(_ x: Double, _ y: Double) -> Dots.Point { Dots.Point(x: x, y: y) }

  @Test(
    arguments: [
      (GlyphSet.braille, ["⠑⢄", "  ⠑⢄"]), (.block, ["▀▄", "  ▀▄"]), (.ascii, ["'-.", "   '-."]),
    ])
  func `a falling line`(glyphs: GlyphSet, expected: [String]) {
    let picture = picture(6, 2, glyphs) { dots in
      let last = Double(dots.rows - 1)
      dots.line(from: point(0, 0), to: point(last, last))
    }
    #expect(picture == expected)
  }

  @Test func `each braille dot is the one that Unicode numbers`() {
    let glyphs = (0..<8).map { dot in
      picture(1, 1, .braille) { $0.set(x: dot % 2, y: dot / 2) }[0]
    }
    #expect(glyphs == ["⠁", "⠈", "⠂", "⠐", "⠄", "⠠", "⡀", "⢀"])
  }

  @Test func `a later layer wins the colour and keeps the dots below`() {
    let (red, blue) = (Style(.palette(166)), Style(.palette(26)))
    var dots = Dots(Size(columns: 1, rows: 1), glyphs: .braille)
    dots.set(x: 0, y: 0, ink: Ink(red))
    var layer = dots
    layer.set(x: 1, y: 0, ink: Ink(blue))
    dots.add(layer)
    var screen = Screen(Size(columns: 1, rows: 1))
    dots.draw(on: &screen, column: 0, row: 0)
    #expect(screen[column: 0, row: 0] == Cell("⠉", blue))
  }

  @Test func `an ink's own glyph stands in place of the pattern`() {
    let picture = picture(5, 1, .ascii) {
      $0.line(from: point(0, 1), to: point(4, 1), ink: Ink(glyph: "x"))
    }
    #expect(picture == ["xxxxx"])
  }

  @Test(arguments: [1e3, 1e9, 1e18, 1e100, 1e308, Double.greatestFiniteMagnitude])
  func `a line from far away crosses where it should`(far: Double) {
    let picture = picture(4, 4, .block) {
      $0.line(from: point(-far, 3), to: point(far, 3))
      $0.line(from: point(1, -far), to: point(1, far))
    }
    #expect(picture == [" █", "▄█▄▄", " █", " █"])
  }

  @Test(
    arguments: [Double.nan, .infinity, -.infinity, 1e308, -1e308, 0.5, .leastNonzeroMagnitude],
    [Double.nan, -1e308, 1e308, -3, 0, 2.4])
  func `any coordinates are safe`(a: Double, b: Double) {
    for size in [Size(columns: 0, rows: 3), Size(columns: 3, rows: 2)] {
      var dots = Dots(size, glyphs: .braille)
      dots.line(from: point(a, b), to: point(b, a))
      dots.line(from: point(b, b), to: point(a, 1))
      dots.point(point(a, b))
      dots.set(x: .min, y: .max)
      #expect(dots.size == size)
    }
  }

  @Test func `a line outside leaves nothing`() {
    let picture = picture(3, 3, .block) {
      $0.line(from: point(-5, 2), to: point(2, -5))
      $0.line(from: point(-5, -2), to: point(20, -2))
      $0.line(from: point(.nan, 2), to: point(2, 2))
    }
    #expect(picture == ["", "", ""])
  }
}
