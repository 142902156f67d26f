import Canvas

extension HistogramPicture {
  /// What tells the bars and lines of a histogram apart.
  struct Looks: Hashable, Sendable {
    let isFilled: Bool
    let lines: Int
    let glyphs: GlyphSet

    /// The cells of a bar's top, from low to full.
    var steps: [Cell] {
      let style = SeriesLook(index: 0, glyphs: glyphs).style
      let characters: [Character]
      switch glyphs {
      case .braille: characters = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
      case .block: characters = ["▄", "█"]
      case .ascii: characters = [".", "#"]
      }
      return characters.map { Cell($0, style) }
    }

    func line(_ index: Int) -> SeriesLook {
      SeriesLook(index: index + (isFilled ? 1 : 0), glyphs: glyphs)
    }

    /// The names: of bars after a piece of one, of a line alone after a line, else after markers.
    func legend(_ filled: String?, _ names: [String]) -> Legend? {
      let line = String(repeating: PlotGlyphs.glyphs(of: glyphs).level, count: 2)
      var entries = names.enumerated().map { index, name in
        let look = self.line(index)
        let usesLine = names.count == 1 && glyphs != .ascii
        return Legend.Entry(
          sign: usesLine ? line : String(look.marker), name: name, style: look.style)
      }
      if let filled, let full = steps.last {
        let sign = String(repeating: full.character, count: 2)
        entries.insert(Legend.Entry(sign: sign, name: filled, style: full.style), at: 0)
      }
      let legend = Legend(entries: entries, glyphs: glyphs)
      return legend.entries.isEmpty ? nil : legend
    }
  }
}
