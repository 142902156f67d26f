import Diffusion
import Training

/// Samples that a network has drawn of one digit, and what a classifier says of them.
struct DrawnDigits: Sendable {
  let label: Int
  let images: Images
  /// What each is read as.
  let read: [Int]
  /// How much they differ in that classifier's features.
  let spread: Double

  init(_ label: Int, _ images: Images, reader: GlyphReader) {
    let reading = GlyphReading(of: images, by: reader)
    (self.label, self.images) = (label, images)
    (read, spread) = (reading.labels, reading.spread)
  }

  /// As many that are drawn with a pen, and that nothing has seen: what samples are compared with.
  static func byPen(_ count: Int, reader: GlyphReader) -> [DrawnDigits] {
    Glyph.labels.map { label in
      let numbers = (0..<count).map { Glyph.labels.count * $0 + label }
      return DrawnDigits(label, GlyphSet.fresh.glyphs(numbers).images, reader: reader)
    }
  }

  /// The share that is read as what was asked for.
  var recognised: Double { Double(read.count { $0 == label }) / Double(max(1, read.count)) }
}

extension [DrawnDigits] {
  /// The same as another classifier reads them.
  func read(by reader: GlyphReader) -> [DrawnDigits] {
    map { DrawnDigits($0.label, $0.images, reader: reader) }
  }

  /// The mean of a number over the digits.
  func mean(_ part: (DrawnDigits) -> Double) -> Double {
    reduce(0) { $0 + part($1) } / Double(Swift.max(1, count))
  }

  /// How much those of a digit differ, by how much others do: 1 where just as much.
  func diversity(beside others: [DrawnDigits]) -> Double {
    mean(\.spread) / others.mean(\.spread)
  }
}
