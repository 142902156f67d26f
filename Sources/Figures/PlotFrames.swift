package import Plots

extension Frames {
  /// A picture that stands still: a plot.
  package init(plot: LinePlot) {
    self.init(
      draw: { _, size, glyphs in plot.draw(size, glyphs: glyphs) },
      spoken: { _ in plot.spoken() })
  }
}
