import Canvas
import Diffusion
import Figures
import Plots
import Probability
import RealModule
import Training

extension Figure {
  /// How often each code of the VQ-VAE is used.
  static let latentCodes = Figure(
    "codes", title: "How often each code of the codebook is used",
    parameters: [
      Parameter(
        "samples", .integer(20...2000), standard: "500",
        "the digits, never seen by any network, whose codes are counted")
    ]
  ) { settings, seed throws(FigureError) in
    let use = CodeUse(
      try .learned(), count: settings.integer("samples"), first: Int(seed % 1000) * 10_000)
    return Outcome(
      settings: settings, values: use.values, tables: [use.table], frames: use.frames)
  }
}

/// The codes of glyphs, counted.
private struct CodeUse: Sendable {
  /// 16 codes a glyph, numbered from the most used one, 1, to the least.
  private let ranks: [Int]
  private let use: CodebookUse
  private static let places = Latents.side * Latents.side

  init(_ autoencoder: GlyphAutoencoder, count: Int, first: Int) {
    let glyphs = GlyphSet.fresh.glyphs((0..<count).map { first + $0 }).images
    let codes = autoencoder.codes(of: autoencoder.latents(of: glyphs))
    let use = CodebookUse(codes, of: VQVAE.codes)
    let order = (0..<VQVAE.codes).sorted { (use.shares[$0], $1) > (use.shares[$1], $0) }
    var rank = [Int](repeating: 0, count: VQVAE.codes)
    for (place, code) in order.enumerated() { rank[code] = place + 1 }
    (ranks, self.use) = (codes.map { rank[$0] }, use)
  }

  var values: [(name: String, value: Double)] {
    let bits = Double.log2(Double(VQVAE.codes))
    return [
      ("perplexity", use.perplexity),
      ("perplexity_share", use.perplexity / Double(VQVAE.codes)),
      ("codes_used", Double(use.used)), ("codes_in_all", Double(VQVAE.codes)),
      ("largest_share", use.shares.max() ?? 0),
      ("bits_of_a_digit", Double(Self.places) * bits),
    ]
  }

  var table: Table {
    let shares = use.shares.sorted(by: >)
    return Table(
      "use", columns: ["rank", "share"],
      rows: shares.indices.map { [Double($0 + 1), shares[$0]] })
  }

  /// The counts after more and more glyphs.
  var frames: Frames {
    let glyphs = ranks.count / Self.places
    let counts = Set((1...20).map { max(1, $0 * glyphs / 20) }).sorted()
    return Frames(
      count: counts.count, first: counts.count - 1, label: { "\(counts[$0]) digits" },
      picture: { frame in picture(counts[frame]) })
  }

  private func picture(_ glyphs: Int) -> any Picture {
    let (codes, all) = (Double(VQVAE.codes), Double(ranks.count))
    let seen = ranks.prefix(glyphs * Self.places).map(Double.init)
    let even = Double(seen.count) / codes
    let most = all * (use.shares.max() ?? 0)
    return Histogram(
      "perplexity \(CodebookUse(ranks.prefix(seen.count).map { $0 - 1 }, of: VQVAE.codes).perplexity.short(significant: 3)) of \(VQVAE.codes)",
      [Histogram.Sample("places", seen)],
      curves: [
        LinePlot.Series("if all were used equally", x: [0.5, codes + 0.5], y: [even, even])
      ],
      bins: .edges((0...VQVAE.codes).map { Double($0) + 0.5 }), measure: .count,
      x: Axis("code, the most used one first", range: 0.5...codes + 0.5),
      y: Axis("places", range: 0...max(1, most)))
  }
}
