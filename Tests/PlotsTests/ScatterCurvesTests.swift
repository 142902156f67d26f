import Canvas
import Plots
import Testing

@Suite struct `Curves over points` {
  private let plot = Scatter(
    "noise over x", series: [Scatter.Series("draws", x: [-2, -1, 0, 1, 2], y: [-2, 0, 1, 0, 2])],
    curves: [LinePlot.Series("mean", x: [-2, 2], y: [-2, 2])], x: Axis("x", range: -2...2),
    y: Axis(range: -2...2))

  @Test func `stand before the points, with a marker and a name`() {
    #expect(
      text(plot, 40, 12, .ascii)
        == #"""
                      noise over x
        .:oO@ draws   + mean
         2+                              +++++
          |                 .       +++++
          |                    +++++
         0+         .     +++++      .
          |          +++++
          |     +++++
        -2++++++
          ++--------+-------+--------+-------+
          -2       -1       0        1       2
                            x
        """#)
  }

  @Test func `are lines with markers in braille, so that they need no colour`() {
    let picture = text(plot, 40, 12, .braille, .none)
    #expect(picture.contains("─▲─ mean"))
    #expect(picture.filter { $0 == "▲" }.count > 3)
  }

  @Test func `are told in words`() {
    #expect(plot.spoken().contains("mean: 2 points, never falling; first -2 at -2, last 2 at 2"))
  }
}
