import Probability

/// Gray images of one size that take steps together; every pixel is a coordinate.
///
/// Pixels are in rows from the top left, image after image; -1 is paper and 1 is ink.
package struct Images: Cloud {
  /// Pixels of one image; even.
  package static let pixels = Glyph.side * Glyph.side

  /// As many as the images have pixels.
  package private(set) var values: [Double]

  package init(_ values: [Double]) {
    precondition(values.count.isMultiple(of: Self.pixels), "\(values.count) pixels are no images")
    self.values = values
  }

  package var count: Int { values.count / Self.pixels }

  /// The pixels of one image.
  package subscript(index: Int) -> [Double] {
    Array(values[index * Self.pixels..<(index + 1) * Self.pixels])
  }

  package func combined(_ a: Double, with other: Images, _ b: Double) -> Images {
    Images(values.combined(a, with: other.values, b))
  }

  package func scaled(by factor: Double) -> Images { Images(values.scaled(by: factor)) }

  package func part(_ places: Range<Int>) -> Images {
    Images(Array(values[places.lowerBound * Self.pixels..<places.upperBound * Self.pixels]))
  }

  package static func joined(_ parts: [Images]) -> Images { Images(parts.flatMap(\.values)) }

  /// A pixel takes a draw.
  package static func normal(_ places: Range<Int>, seed: UInt64, stream: UInt64) -> Images {
    var generator = CounterGenerator(
      seed: seed, stream: stream, index: UInt64(pixels * places.lowerBound))
    return Images(generator.normals(pixels * places.count))
  }
}
