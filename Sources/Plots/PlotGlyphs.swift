import Canvas

/// The glyphs that a plot is framed with, by what the terminal may show.
///
/// Consoles draw half blocks but lack many other glyphs, so there the markers are ASCII's.
struct PlotGlyphs: Sendable {
  var upright: Character = "│"
  var level: Character = "─"
  var corner: Character = "└"
  var tickOfY: Character = "┤"
  var tickOfX: Character = "┬"
  var cursor: Character = "│"
  var reference: Character = "─"
  var up: Character = "↑"
  var down: Character = "↓"
  var ellipsis = "..."
  var markers: [Character] = ["o", "+", "x", "*", "#", "@", "%", "&", "$", "="]

  static func glyphs(of set: GlyphSet) -> PlotGlyphs {
    switch set {
    case .braille:
      PlotGlyphs(
        cursor: "┊", reference: "┄", ellipsis: "…",
        markers: ["●", "▲", "■", "○", "△", "□", "◆", "◇", "★", "☆"])
    case .block: PlotGlyphs()
    case .ascii:
      PlotGlyphs(
        upright: "|", level: "-", corner: "+", tickOfY: "+", tickOfX: "+", cursor: ":",
        reference: ".", up: "^", down: "v")
    }
  }
}
