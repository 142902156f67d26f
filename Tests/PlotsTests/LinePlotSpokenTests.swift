import Testing

@testable import Plots

@Suite struct LinePlotSpokenTests {
  @Test func `a plot in words says what the curves do`() {
    var plot = schedules
    plot.references = [LinePlot.Reference(0.5, label: "half")]
    #expect(
      plot.spoken() == """
        Line plot: How much is left.
        Across: step t from 1 to 1000. Up: ᾱ from 4.036e-5 to 0.9999.
        linear: 1000 points, never rising; first 0.9999 at 1, last 4.036e-5 at 1000, smallest \
        4.036e-5 at 1000, largest 0.9999 at 1. At t = 400: 0.1951.
        scaled: 1000 points, never rising; first 0.9999 at 1, last 0.0007334 at 1000, smallest \
        0.0007334 at 1000, largest 0.9999 at 1. At t = 400: 0.5388.
        Level half at 0.5.
        """)
  }

  @Test func `what is missing is said`() {
    let plot = LinePlot(
      series: [LinePlot.Series("a", x: [1, 2], y: [.nan, .infinity])],
      y: Axis("", scale: .log10))
    #expect(
      plot.spoken() == """
        Line plot.
        Across: from 2 to 2. Up: without values.
        a: no points.
        Left out: 1 not a number; infinite: 1.
        """)
  }
}
