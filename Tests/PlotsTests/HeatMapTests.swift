import Canvas
import Testing

@testable import Plots

@Suite struct HeatMapTests {
  private let values: [Double] = [
    0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.5, -1, .infinity, -.infinity, 0.05,
  ]

  @Test func `each half of a cell has the colour of its number`() {
    let map = HeatMap(
      grid: Grid(columns: 4, rows: 4, values: values), scale: 0...1, hasAxes: false, hasBar: false)
    let screen = map.draw(Size(columns: 4, rows: 2), glyphs: .block)
    for (index, value) in values.enumerated() {
      let fromTop = 3 - index / 4
      let cell = screen[column: index % 4, row: fromTop / 2]
      let isFront = fromTop % 2 == 0 && cell.character == "▀"
      let color = isFront ? cell.style.foreground : cell.style.background
      #expect(color == ColorMap.viridis.color(min(max(value, 0), 1)))
    }
  }

  @Test func `a number that is missing leaves its half of the cell alone`() {
    let map = HeatMap(
      grid: Grid(columns: 3, rows: 2, values: [1, .nan, .nan, .nan, 1, .nan]), scale: 0...1,
      hasAxes: false, hasBar: false)
    let screen = map.draw(Size(columns: 3, rows: 1), glyphs: .braille)
    let light = Style(ColorMap.viridis.color(1))
    #expect(screen[column: 0, row: 0] == Cell("▄", light))
    #expect(screen[column: 1, row: 0] == Cell("▀", light))
    #expect(screen[column: 2, row: 0] == .blank)
  }

  @Test func `with a given scale one number is one shade in every frame`() {
    let size = Size(columns: 40, rows: 14)
    let frames = [0.5, 0.9].map { peak in
      HeatMap(
        grid: Grid(columns: 2, rows: 1, values: [0.25, peak]), x: Axis(range: 0...2),
        y: Axis(range: 0...1), scale: 0...1
      ).draw(size, glyphs: .braille, depth: .none)
    }
    let left = Rectangle(column: 0, row: 0, columns: 18, rows: 14)
    #expect(frames[0].cropped(to: left) == frames[1].cropped(to: left))
    #expect(frames[0] != frames[1])
  }

  @Test func `a lighter frame only adds dots`() {
    let size = Size(columns: 20, rows: 8)
    let frames = [0.8, 1].map { factor in
      let grid = Grid(columns: 40, rows: 40, x: -2...2, y: -2...2) { factor * bell($0, $1) }
      return HeatMap(grid: grid, scale: 0...1, hasAxes: false, hasBar: false)
        .draw(size, glyphs: .braille, depth: .eight)
    }
    let masks = frames.map { screen in
      (0..<8).flatMap { row in
        screen[row: row].map { $0.character.unicodeScalars.reduce(0) { max($0, $1.value) } & 0xFF }
      }
    }
    #expect(zip(masks[0], masks[1]).allSatisfy { $0 == 0x20 || $0 & ~$1 == 0 })
    #expect(masks[0] != masks[1])
  }

  @Test(arguments: [(1e9 - 1e-3, 1e9 + 1e-3), (0, .leastNormalMagnitude), (-1e308, 1e308), (0, 1)])
  func `the ends of a scale are told apart`(lower: Double, upper: Double) {
    let shading = Shading(glyphs: .ascii, depth: .none, map: .viridis)
    let bar = ColorBar("", Span(lower, upper, scale: .linear), shading)
    #expect(bar.lower != bar.upper)
  }
}
