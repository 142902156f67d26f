import Canvas
import Testing

@testable import Plots

@Suite struct HostileDataTests {
  private static let sizes = [
    (-1, -1), (0, 0), (1, 1), (1, 9), (9, 1), (5, 3), (7, 5), (12, 4), (16, 6), (20, 8), (33, 7),
    (40, 12), (61, 18), (80, 24), (200, 50),
  ].map { Size(columns: $0.0, rows: $0.1) }

  private func plot(_ x: [Double], _ y: [Double], _ scale: Axis.Scale) -> LinePlot {
    LinePlot(
      "Überschrift ᾱ 日本",
      series: [LinePlot.Series("σ", x: x, y: y), LinePlot.Series("b", x: y, y: x)],
      x: Axis("x", scale: scale), y: Axis("ŷ", scale: scale),
      cursors: y.map { LinePlot.Cursor($0, label: "here") },
      references: x.map { LinePlot.Reference($0, label: "日本") })
  }

  @Test(arguments: GlyphSet.allCases, [Axis.Scale.linear, .log10])
  func `any data in any size is a whole picture of that size`(
    glyphs: GlyphSet, scale: Axis.Scale
  ) {
    for x in hostileNumbers {
      for y in hostileNumbers {
        let plot = plot(x, y, scale)
        #expect(!plot.spoken().isEmpty)
        let size = Self.sizes[
          (x.count * 31 + y.count * 7 + hostileNumbers.count) % Self.sizes.count]
        #expect(plot.draw(size, glyphs: glyphs).size.rows == max(0, size.rows))
      }
    }
  }

  @Test(arguments: Self.sizes) func `ASCII pictures are ASCII`(size: Size) {
    for numbers in hostileNumbers {
      let lines = plot(numbers, numbers, .linear).draw(size, glyphs: .ascii).lines
      #expect(lines.allSatisfy { $0.utf8.allSatisfy { (0x20..<0x7F).contains($0) } })
      #expect(lines.allSatisfy { $0.count <= max(0, size.columns) })
    }
  }

  @Test(arguments: Self.sizes) func `labels neither meet nor leave the picture`(size: Size) {
    for numbers in hostileNumbers {
      for scale in [Axis.Scale.linear, .log10] {
        let survey = Survey(of: plot(numbers, numbers, scale))
        let axis = Axis("x", scale: scale)
        let surroundings = Surroundings(x: (axis, survey.x), y: (axis, survey.y))
        let frame = Frame(Screen(size).size, surroundings, glyphs: .braille)
        let ticks = frame.xTicks.ticks
        #expect(zip(ticks, ticks.dropFirst()).allSatisfy { $0.end + 2 <= $1.start })
        #expect(ticks.allSatisfy { $0.start >= 0 && $0.end <= size.columns })
        #expect(frame.yTicks.labelWidth < max(1, size.columns))
        let rowsOfLabels = frame.yTicks.ticks.map(\.cell)
        #expect(zip(rowsOfLabels, rowsOfLabels.dropFirst()).allSatisfy { $0 - $1 >= 2 })
      }
    }
  }

  @Test(arguments: [0.0...0.0, -1.0...(-1.0), 0...Double.infinity, -1e308...1e308, 5...5.000_000_1])
  func `any fixed range is safe`(range: ClosedRange<Double>) {
    for scale in [Axis.Scale.linear, .log10] {
      let axis = Axis("", scale: scale, range: range)
      let plot = LinePlot(
        series: [LinePlot.Series("", x: [-1e308, 5, 1e308], y: [1e308, 5, -1e308])], x: axis,
        y: axis)
      #expect(plot.draw(Size(columns: 40, rows: 12), glyphs: .block).size.rows == 12)
    }
  }

  @Test func `what cannot be shown is counted below`() {
    let plot = LinePlot(
      series: [
        LinePlot.Series("", x: [1, 2, 3, 4, .infinity], y: [0, -1, .nan, .infinity, 1, 99]),
        LinePlot.Series("", x: [1, 2], y: [10, 20]),
      ], y: Axis("", scale: .log10))
    let lines = plot.draw(Size(columns: 60, rows: 9), glyphs: .ascii).lines
    #expect(lines.last == "left out: 2 not a number, 2 zero or negative; infinite: 1")
    #expect(lines.contains { $0.contains("^") })
  }

  @Test func `a million points draw what their extremes draw`() {
    let x = (0..<1_000_000).map(Double.init)
    let size = Size(columns: 40, rows: 10)
    let y = x.map { Int($0) % 2 == 0 ? -1.0 : 1.0 }
    let many = LinePlot(series: [LinePlot.Series("", x: x, y: y)])
    let area = many.draw(size, glyphs: .block).lines.prefix(8)
    #expect(area.allSatisfy { $0.hasSuffix(String(repeating: "█", count: 33)) })
  }
}

extension PlacedTick {
  fileprivate var end: Int { start + tick.label.cellWidth }
}
