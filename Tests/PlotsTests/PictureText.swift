import Canvas
import Plots

/// The cells of a picture as text.
func text(
  _ picture: some Picture, _ columns: Int, _ rows: Int, _ glyphs: GlyphSet,
  _ depth: ColorDepth = .palette
) -> String {
  picture.draw(Size(columns: columns, rows: rows), glyphs: glyphs, depth: depth).lines
    .joined(separator: "\n")
}

/// The colours of a picture of half blocks, two rows a cell: each its place in a map, as a letter
/// from `a`; a dot is no colour of the map.
func shades(
  _ picture: some Picture, _ columns: Int, _ rows: Int, _ map: ColorMap
) -> String {
  let screen = picture.draw(Size(columns: columns, rows: rows), glyphs: .block, depth: .palette)
  return (0..<2 * screen.size.rows).map { half in
    String(
      screen[row: half / 2].map { cell in
        let isUpper = half % 2 == 0
        let shows = cell.character == (isUpper ? "▀" : "▄")
        return letter(shows ? cell.style.foreground : cell.style.background, in: map)
      })
  }.joined(separator: "\n")
}

private func letter(_ color: Color, in map: ColorMap) -> Character {
  guard case .palette(let entry) = color, let place = map.entries.firstIndex(of: entry) else {
    return "."
  }
  return Character(Unicode.Scalar(UInt8(ascii: "a") + UInt8(place)))
}
