package import Plots

extension Frames {
  /// A picture that stands still: a plot.
  package init(plot: LinePlot) {
    self.init(
      draw: { _, size, look in plot.draw(size, glyphs: look.glyphs) },
      spoken: { _ in plot.spoken() })
  }
}
