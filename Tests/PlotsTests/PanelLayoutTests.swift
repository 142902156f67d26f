import Canvas
import Testing

@testable import Plots

@Suite struct PanelLayoutTests {
  @Test(arguments: 1...7, [(30, 9), (60, 24), (80, 24), (120, 40), (200, 50)])
  func `parts lie within the size and apart from each other`(count: Int, size: (Int, Int)) throws {
    let room = Size(columns: size.0, rows: size.1)
    guard let layout = PanelLayout(count, .sideBySide, in: room) else { return }
    var taken: Set<Screen.Position> = []
    for part in layout.parts {
      for row in part.row..<part.row + part.size.rows {
        for column in part.column..<part.column + part.size.columns {
          #expect(column < size.0 && row < size.1)
          #expect(taken.insert(Screen.Position(column: column, row: row)).inserted)
        }
      }
    }
    #expect(layout.parts.count == count)
  }

  @Test func `stacked panels stand in one column where there is room`() {
    let room = Size(columns: 80, rows: 24)
    #expect(PanelLayout(3, .stacked, in: room)?.inRow == 1)
    #expect(PanelLayout(3, .sideBySide, in: room)?.inRow == 2)
    #expect(PanelLayout(4, .stacked, in: room)?.inRow == 2)
    #expect(PanelLayout(7, .stacked, in: room) == nil)
  }

  @Test func `panels that are left out are those of least importance`() {
    let panels = [("a", 0), ("b", 5), ("c", 0), ("d", 1)].map { name, importance in
      Panel(name, Scatter(series: []), importance: importance)
    }
    let lines = Panels("all", panels).draw(Size(columns: 60, rows: 10), glyphs: .ascii).lines
    #expect(lines[0].hasSuffix("all  ... 2 more"))
    #expect(lines[1].split(separator: " ") == ["b", "d"])
  }
}
