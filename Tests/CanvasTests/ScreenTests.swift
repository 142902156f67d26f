import Testing

@testable import Canvas

@Suite struct ScreenTests {
  private func screen(_ text: String, columns: Int = 6) -> Screen {
    var screen = Screen(Size(columns: columns, rows: 1))
    screen.write(text, column: 0, row: 0)
    return screen
  }

  /// Whether every wide glyph has its right half and every right half its glyph.
  private func isWhole(_ screen: Screen) -> Bool {
    (0..<screen.size.rows).allSatisfy { row in
      (-1..<screen.size.columns).allSatisfy { column in
        (screen[column: column, row: row].width == 2)
          == (column + 1 < screen.size.columns && screen[column: column + 1, row: row].width == 0)
      }
    }
  }

  @Test func `a wide glyph is cut whole at the right edge`() {
    let screen = screen("ab日", columns: 3)
    #expect(screen.lines == ["ab"])
    #expect(isWhole(screen))
  }

  @Test func `half a wide glyph left of the picture is a blank`() {
    var screen = screen("xxxx")
    #expect(screen.write("日a", column: -1, row: 0) == 3)
    #expect(screen.lines == [" axx"])
    #expect(isWhole(screen))
  }

  @Test(arguments: 0..<6) func `overwriting half of a wide glyph blanks the other`(column: Int) {
    var screen = screen("日本語")
    screen.write("x", column: column, row: 0)
    #expect(isWhole(screen))
    #expect(screen[column: column, row: 0].character == "x")
    #expect(screen[column: column ^ 1, row: 0] == .blank)
  }

  @Test(arguments: -3..<7) func `a wide glyph laid anywhere leaves no half`(column: Int) {
    var below = screen("日本語")
    below.draw(screen("語x日", columns: 5), column: column, row: 0)
    #expect(isWhole(below))
    #expect(isWhole(below.cropped(to: Rectangle(column: column, row: 0, columns: 3, rows: 1))))
  }

  @Test(arguments: [Int.min, -1, 0, 1, Int.max])
  func `no place and no size is out of bounds`(far: Int) {
    var screen = screen("abc")
    screen.write("x", column: far, row: far)
    screen.fill(Rectangle(column: far, row: far, columns: far, rows: far), with: Cell("日"))
    screen.draw(screen, column: far, row: far)
    #expect(screen.size == Size(columns: 6, rows: 1))
    #expect(isWhole(screen))
    #expect(screen[row: 7].isEmpty)
    let part = screen.cropped(
      to: Rectangle(column: far, row: far, columns: 2, rows: 1))
    #expect(part.size == Size(columns: 2, rows: 1))
  }

  @Test func `an absurd size is cut to what memory holds`() {
    #expect(Screen(Size(columns: -3, rows: .max)).size.columns == 0)
    #expect(Size(columns: .max, rows: .max).drawable == Size(columns: 1 << 16, rows: 1 << 8))
  }

  @Test func `a line takes newlines as spaces and stops at its limit`() {
    var screen = Screen(Size(columns: 9, rows: 1))
    #expect(screen.write("a\nb\r\nc日d", column: 1, row: 0, limit: 6) == 5)
    #expect(screen.lines == [" a b c"])
  }

  @Test func `a filled rectangle ends at the picture's edge`() {
    var screen = Screen(Size(columns: 5, rows: 2))
    screen.fill(Rectangle(column: 2, row: -1, columns: 3, rows: 2), with: Cell("日"))
    #expect(screen.lines == ["  日", ""])
  }
}
