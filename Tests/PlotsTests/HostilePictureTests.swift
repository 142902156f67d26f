import Canvas
import Testing

@testable import Plots

@Suite struct HostilePictureTests {
  private static let sizes = [
    (-1, -1), (0, 0), (0, 9), (1, 1), (1, 9), (9, 1), (2, 2), (5, 3), (7, 5), (12, 4), (16, 6),
    (27, 9), (40, 12), (80, 24),
  ].map { Size(columns: $0.0, rows: $0.1) }

  /// Every kind of picture, of the same numbers.
  private func pictures(_ a: [Double], _ b: [Double], _ scale: Axis.Scale) -> [any Picture] {
    let (x, y) = (Axis("ŷ", scale: scale), Axis("日本", scale: scale))
    let scatter = Scatter(
      "ᾱ", series: [Scatter.Series("σ", x: a, y: b), Scatter.Series("b", x: b, y: a)], x: x, y: y)
    let map = HeatMap(
      "ᾱ", grid: Grid(columns: a.count, rows: b.count, values: a + b), x: x, y: y, name: "日本")
    let arrows = zip(a, b).map { ArrowField.Arrow(x: $0, y: $1, dx: $1, dy: $0) }
    let image = ImagePicture.Image(columns: a.count, rows: 2, b, caption: "ŷ")
    return [
      scatter, map, ArrowField("σ", arrows: arrows, x: x, y: y, over: .scatter(scatter)),
      ArrowField(arrows: arrows, over: .heatMap(map)),
      Scatter(series: scatter.series, hasEqualUnits: true, hasAxes: false, over: map),
      Histogram(
        "ᾱ", [Histogram.Sample("σ", a), Histogram.Sample("日本", b)],
        curves: [LinePlot.Series("p", x: a, y: b)], x: x, y: y),
      Histogram("", [Histogram.Sample("", b)], bins: .edges(a), measure: .count),
      ImagePicture("ᾱ", images: [image, image, image], scale: nil),
      Panels("σ", [Panel("ŷ", map), Panel("", scatter, importance: 2)], direction: .stacked),
    ]
  }

  @Test(arguments: GlyphSet.allCases, ColorDepth.allCases)
  func `any data in any size is a whole picture of that size`(glyphs: GlyphSet, depth: ColorDepth) {
    for (index, a) in hostileNumbers.enumerated() {
      for b in [a, hostileNumbers[(index * 7 + 3) % hostileNumbers.count]] {
        for picture in pictures(a, b, index % 3 == 0 ? .log10 : .linear) {
          let size = Self.sizes[(index + b.count) % Self.sizes.count]
          let screen = picture.draw(size, glyphs: glyphs, depth: depth)
          #expect(screen.size.columns == max(0, size.columns))
          #expect(screen.size.rows == max(0, size.rows))
          #expect(screen == picture.draw(size, glyphs: glyphs, depth: depth))
        }
      }
    }
  }

  @Test(arguments: sizes) func `ASCII pictures are ASCII`(size: Size) {
    for a in hostileNumbers {
      for picture in pictures(a, [1, 2, .nan], .linear) {
        let lines = picture.draw(size, glyphs: .ascii, depth: .none).lines
        #expect(lines.allSatisfy { $0.utf8.allSatisfy { (0x20..<0x7F).contains($0) } })
        #expect(!picture.spoken().isEmpty)
      }
    }
  }

  @Test(arguments: [0.0...0.0, -1.0...(-1.0), 0...Double.infinity, -1e308...1e308, 5...5.000_000_1])
  func `any fixed range is safe`(range: ClosedRange<Double>) {
    for scale in [Axis.Scale.linear, .log10] {
      let axis = Axis("", scale: scale, range: range)
      let points = Scatter(
        series: [Scatter.Series(x: [-1e308, 5, 1e308, 0], y: [1e308, 5, -1e308, -0.0])], x: axis,
        y: axis, hasEqualUnits: true)
      let numbers = Histogram("", [Histogram.Sample("", [-1e308, 5, 1e308, 0])], x: axis, y: axis)
      for picture in [points, numbers] as [any Picture] {
        #expect(picture.draw(Size(columns: 40, rows: 12), glyphs: .block).size.rows == 12)
        #expect(!picture.spoken().isEmpty)
      }
    }
  }
}
