package import Canvas

extension ImagePicture: Picture {
  /// The images as a picture of exactly this size; those for which there is no room are counted.
  package func draw(_ size: Size, glyphs: GlyphSet, depth: ColorDepth) -> Screen {
    var screen = Screen(size)
    let titleRows = title.isEmpty || screen.size.rows < 3 ? 0 : 1
    let room = Size(columns: screen.size.columns, rows: screen.size.rows - titleRows)
    let largest = Size(
      columns: images.map(\.columns).max() ?? 0, rows: images.map(\.rows).max() ?? 0)
    let captionRows = images.allSatisfy { $0.caption.isEmpty } || room.rows < 2 ? 0 : 1
    let layout = ImageLayout(largest, count: images.count, captionRows: captionRows, in: room)
    let left = (room.columns - layout.size.columns) / 2
    let shading = Shading(glyphs: glyphs, depth: depth, map: map)
    for (index, image) in images.prefix(layout.shown).enumerated() {
      var place = layout.place(index)
      (place.column, place.row) = (place.column + left, place.row + titleRows)
      draw(image, largest, layout, shading, at: place, on: &screen)
    }
    if titleRows > 0 { drawTitle(glyphs, hidden: images.count - layout.shown, on: &screen) }
    return screen
  }

  private func drawTitle(_ glyphs: GlyphSet, hidden: Int, on screen: inout Screen) {
    let ellipsis = PlotGlyphs.glyphs(of: glyphs).ellipsis
    let rest = hidden > 0 ? "  \(ellipsis) \(hidden) more" : ""
    let text = (title.spelled(in: glyphs) + rest).cut(to: screen.size.columns, mark: ellipsis)
    let column = (screen.size.columns - text.cellWidth) / 2
    screen.write(text, column: column, row: 0, style: .bold)
  }

  /// Draws one image in the cells of the largest, and its caption below.
  private func draw(
    _ image: Image, _ largest: Size, _ layout: ImageLayout, _ shading: Shading,
    at place: Screen.Position, on screen: inout Screen
  ) {
    let (across, down) = shading.inCell
    let (columns, rows) = (layout.image.columns * across, layout.image.rows * down)
    let samples = Samples(columns: image.columns, rows: image.rows, shades: shades(image))
    let resampled = samples.resampled(
      across: parts(columns, of: image.columns, by: Double(largest.columns)),
      down: parts(rows, of: image.rows, by: Double(largest.rows)))
    shading.draw(resampled, on: &screen, column: place.column, row: place.row)
    guard layout.captionRows > 0 else { return }
    let ellipsis = PlotGlyphs.glyphs(of: shading.glyphs).ellipsis
    let caption = image.caption.spelled(in: shading.glyphs)
      .cut(to: layout.image.columns, mark: ellipsis)
    let column = place.column + (layout.image.columns - caption.cellWidth) / 2
    screen.write(caption, column: column, row: place.row + layout.image.rows)
  }

  /// The pixels that each of some places covers.
  private func parts(_ count: Int, of pixels: Int, by largest: Double) -> [Range<Int>] {
    let stretch = largest / Double(max(1, pixels))
    return (0..<count).map { index in
      cover(
        Double(index) / Double(count) * stretch, Double(index + 1) / Double(count) * stretch,
        cells: pixels)
    }
  }

  private func shades(_ image: Image) -> [Double] {
    let span = span
    return image.pixels.map { $0.isNaN ? $0 : min(max(span.share(of: $0), 0), 1) }
  }

  private var span: Span {
    var extent = Extent()
    if scale == nil {
      for image in images {
        for pixel in image.pixels where pixel.isFinite { extent.include(pixel) }
      }
    }
    return Span(of: Axis(range: scale), data: extent)
  }
}

extension ImagePicture {
  /// The images in words and numbers: how large they are, and how light.
  package func spoken() -> String {
    var lines = [heading(images.count == 1 ? "Image" : "\(images.count) images", title)]
    lines += images.map { image in
      let pixels = image.pixels.filter(\.isFinite)
      let name = image.caption.isEmpty ? "Image" : image.caption
      let size = "\(image.columns) by \(image.rows) pixels"
      guard let least = pixels.min(), let greatest = pixels.max() else {
        return "\(name): \(size)."
      }
      let mean = Spread(pixels).mean
      return "\(name): \(size), mean \(mean.spoken), from \(least.spoken) to \(greatest.spoken)."
    }
    return lines.joined(separator: "\n")
  }
}
