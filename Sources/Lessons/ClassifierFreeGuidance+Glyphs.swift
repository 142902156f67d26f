import Figures

extension Figure {
  /// Digits by their labels, at one w after another.
  static let classifierFreeGlyphs = Figure(
    "glyphs", title: "Digits by label: what w gives them, and what it takes",
    parameters: Parameter.glyphSampling() + [.ofEachDigit(4)] + Parameter.schedule
  ) { settings, seed, watch throws(FigureError) in
    let sampling = try GlyphSampling(settings, seed: seed)
    return try GlyphSweep.outcome(
      settings, sampling, name: "w", [-1, -0.5, 0, 0.5, 1, 2, 4, 8],
      [GlyphSweep.Way(reader: sampling.reader) { sampling.denoiser($0, w: $1) }], watch)
  }
}
