package import Plots

extension Frames {
  /// Pictures made when they are asked for, each from its index alone.
  package init(
    count: Int = 1, first: Int = 0,
    label: @escaping @Sendable (_ frame: Int) -> String = { "frame \($0 + 1)" },
    picture: @escaping @Sendable (_ frame: Int) -> any Picture
  ) {
    self.init(
      count: count, first: first,
      draw: { frame, size, look in
        picture(frame).draw(size, glyphs: look.glyphs, depth: look.depth)
      },
      spoken: { picture($0).spoken() }, label: label)
  }
}
