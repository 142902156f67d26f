import Canvas

/// What tells a series from the others: a colour, and a marker that does without it.
struct SeriesLook: Hashable, Sendable {
  let style: Style
  let marker: Character

  init(index: Int, glyphs: GlyphSet) {
    let markers = PlotGlyphs.glyphs(of: glyphs).markers
    let lap = index / markers.count
    marker = markers[index % markers.count]
    style = Style(seriesColors[(index + lap) % seriesColors.count])
  }
}

/// Six colours that colour-blind readers tell apart, after Okabe and Ito (2008): blue, vermilion,
/// green, orange, purple, sky.
///
/// Each is an entry of xterm's cube near theirs, darkened or lightened until its contrast with
/// black and with white is 2.5 at least; yellow has none. Reduced to eight colours all six differ.
let seriesColors: [Color] = [26, 166, 29, 172, 169, 38].map { .palette($0) }
