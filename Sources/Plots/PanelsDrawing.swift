package import Canvas

extension Panels: Picture {
  /// The panels as a picture of exactly this size.
  ///
  /// There are fewer in a row where it is narrow; where not all can be read, the least important
  /// are left out, of equals the last, and counted beside the title.
  package func draw(_ size: Size, glyphs: GlyphSet, depth: ColorDepth) -> Screen {
    var screen = Screen(size)
    let titleRows = title.isEmpty || screen.size.rows < 9 ? 0 : 1
    let room = Size(columns: screen.size.columns, rows: screen.size.rows - titleRows)
    let (shown, layout) = fitting(room)
    for (panel, part) in zip(shown, layout?.parts ?? []) {
      let picture = panel.draw(part.size, glyphs: glyphs, depth: depth)
      screen.draw(picture, column: part.column, row: part.row + titleRows)
    }
    if titleRows > 0 { drawTitle(hidden: panels.count - shown.count, glyphs, on: &screen) }
    return screen
  }

  /// The panels for which there is room, in their order.
  private func fitting(_ size: Size) -> (shown: [Panel], layout: PanelLayout?) {
    let byNeed = panels.indices.sorted {
      (-panels[$0].importance, $0) < (-panels[$1].importance, $1)
    }
    for count in stride(from: panels.count, through: 1, by: -1) {
      guard let layout = PanelLayout(count, direction, in: size) else { continue }
      return (byNeed.prefix(count).sorted().map { panels[$0] }, layout)
    }
    return ([], nil)
  }

  private func drawTitle(hidden: Int, _ glyphs: GlyphSet, on screen: inout Screen) {
    let ellipsis = PlotGlyphs.glyphs(of: glyphs).ellipsis
    let rest = hidden > 0 ? "  \(ellipsis) \(hidden) more" : ""
    let text = (title.spelled(in: glyphs) + rest).cut(to: screen.size.columns, mark: ellipsis)
    let column = (screen.size.columns - text.cellWidth) / 2
    screen.write(text, column: column, row: 0, style: .bold)
  }

  package func spoken() -> String {
    let parts = panels.map { panel in
      (panel.title.isEmpty ? "" : panel.title + ". ") + panel.picture.spoken()
    }
    return ([heading("\(panels.count) pictures", title)] + parts).joined(separator: "\n")
  }
}

extension Panel {
  /// The picture with the panel's title over it.
  fileprivate func draw(_ size: Size, glyphs: GlyphSet, depth: ColorDepth) -> Screen {
    guard !title.isEmpty, size.rows > 3 else {
      return picture.draw(size, glyphs: glyphs, depth: depth)
    }
    var screen = Screen(size)
    let ellipsis = PlotGlyphs.glyphs(of: glyphs).ellipsis
    let text = title.spelled(in: glyphs).cut(to: size.columns, mark: ellipsis)
    screen.write(text, column: (size.columns - text.cellWidth) / 2, row: 0, style: .bold)
    let rest = Size(columns: size.columns, rows: size.rows - 1)
    screen.draw(picture.draw(rest, glyphs: glyphs, depth: depth), column: 0, row: 1)
    return screen
  }
}
