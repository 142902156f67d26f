import Canvas
import Testing

@testable import Plots

@Suite struct TablePictureTests {
  private let table = TablePicture([
    ("t", [1, 2, 3, 1000]), ("ᾱ", [0.9, 0.72, 0.36, 4.0358e-5]), ("snr", [9, 2.571_43, 0.5625]),
  ])

  private func picture(_ table: TablePicture, _ columns: Int, _ rows: Int, _ glyphs: GlyphSet)
    -> String
  {
    table.draw(columns: columns, maxRows: rows, glyphs: glyphs).lines.joined(separator: "\n")
  }

  @Test func `numbers stand with their points below each other`() {
    #expect(
      picture(table, 80, 9, .braille) == """
           t          ᾱ      snr
        ────  ─────────  ───────
           1  0.9        9
           2  0.72       2.57143
           3  0.36       0.5625
        1000  4.0358e-5
        """)
  }

  @Test func `of many rows the first and the last are shown`() {
    #expect(
      picture(table, 80, 3, .ascii) == """
           t  alpha_bar  snr
        ----  ---------  ---
           1  0.9          9
        ... 2 more rows
        1000  4.0358e-5
        """)
  }

  @Test func `columns that do not fit are counted`() {
    #expect(
      picture(table, 23, 9, .ascii).split(separator: "\n").first == "   t  ... 2 more")
    #expect(picture(table, 27, 2, .ascii).split(separator: "\n").last == "... 3 more rows")
  }

  @Test func `words end right and no number is odd`() {
    let table = TablePicture(columns: [
      TablePicture.Column("eta", [.number(0), .number(0.2), .text("sigma-hat")]),
      TablePicture.Column("w2", [.number(1000), .number(1e-7), .number(.nan)]),
    ])
    #expect(
      picture(table, 80, 9, .ascii) == """
              eta       w2
        ---------  -------
              0    1000
              0.2     1e-7
        sigma-hat   nan
        """)
  }

  @Test(arguments: [Int.min, -1, 0, 1, 2, 3, 4, 5, .max], [Int.min, 0, 1, 7, 20, 1000])
  func `any bounds hold`(rows: Int, columns: Int) {
    for table in [table, TablePicture([]), TablePicture([("日本", [])])] {
      let size = table.draw(columns: columns, maxRows: rows, glyphs: .block).size
      #expect(size.columns <= max(0, columns))
      #expect(size.rows <= 2 + max(1, min(rows, 4)))
    }
  }

  @Test func `a table is a picture among others`() {
    let table = TablePicture([("t", [1, 2, 3]), ("beta", [0.1, 0.2, 0.5])])
    let screen = table.draw(Size(columns: 20, rows: 4), glyphs: .ascii, depth: .none)
    #expect(screen.size == Size(columns: 20, rows: 4))
    #expect(screen.lines == ["t  beta", "-  ----", "1   0.1", "... 2 more rows"])
    #expect(table.spoken() == "A table of 3 rows.\nt 1, beta 0.1.\nt 2, beta 0.2.\nt 3, beta 0.5.")
  }
}
