import Canvas
package import Plots

extension Frames {
  /// A picture that stands still.
  package init(plot: any Picture) {
    self.init(
      draw: { _, size, look in plot.draw(size, glyphs: look.glyphs, depth: look.depth) },
      spoken: { _ in plot.spoken() })
  }

  /// Pictures along a timeline, each made when it is asked for.
  package init(
    count: Int, first: Int = 0, label: @escaping @Sendable (_ frame: Int) -> String,
    picture: @escaping @Sendable (_ frame: Int) -> any Picture
  ) {
    self.init(
      count: count, first: first,
      draw: { frame, size, look in
        picture(frame).draw(size, glyphs: look.glyphs, depth: look.depth)
      },
      spoken: { frame in "\(label(frame)): \(picture(frame).spoken())" }, label: label)
  }
}
