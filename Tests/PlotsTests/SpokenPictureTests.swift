import Canvas
import Testing

@testable import Plots

@Suite struct SpokenPictureTests {
  @Test func `points in words say where they are`() {
    let plot = Scatter(
      "Two",
      series: [
        Scatter.Series("a", x: [0, 2, .nan], y: [1, 1, 5]), Scatter.Series("b", x: [], y: []),
      ],
      x: Axis("x", range: 0...1), y: Axis("y"))
    #expect(
      plot.spoken() == """
        Points: Two.
        Across: x from 0 to 2. Up: y from 1 to 1.
        a: 2 points, 1 beyond the axes; across mean 1, deviation 1; up mean 1, deviation 0.
        b: none.
        Left out: 1 not finite.
        """)
  }

  @Test func `a histogram in words says which bin is fullest`() {
    let plot = Histogram(
      "", [Histogram.Sample("s", [0.1, 0.2, 0.7, 5])],
      curves: [LinePlot.Series("exact", x: [0, 1], y: [1, 1])], bins: .count(2),
      x: Axis("x", range: 0...1))
    #expect(
      plot.spoken() == """
        Histogram.
        Across: x from 0 to 1 in 2 bins.
        s: 4 numbers, 1 beyond the axis; mean 1.5, deviation 2.033; most, density 1, from 0 to 0.5.
        With the curve exact.
        """)
  }

  @Test func `shades, arrows and images in words`() {
    #expect(
      HeatMap("", grid: Grid(columns: 2, rows: 1, values: [3, .nan]), name: "p").spoken() == """
        Heat map.
        Across: from 0 to 2. Up: from 0 to 1.
        p: smallest 3 at (0.5, 0.5), largest 3 at (0.5, 0.5).
        Blank: 1 not a number.
        """)
    let arrows = [ArrowField.Arrow(x: 0, y: 0, dx: 1, dy: 0), .init(x: 1, y: 1, dx: 0, dy: -2)]
    #expect(
      ArrowField("f", arrows: arrows).spoken() == """
        Arrows: f.
        2 arrows; longest (0, -2) at (1, 1), shortest (1, 0) at (0, 0).
        """)
    #expect(
      ImagePicture(images: [.init(columns: 2, rows: 1, [0, 1], caption: "3")]).spoken() == """
        Image.
        3: 2 by 1 pixels, mean 0.5, from 0 to 1.
        """)
  }
}
