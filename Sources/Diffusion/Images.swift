import Probability

/// Pictures of one size that take steps together; every number of them is a coordinate.
///
/// Numbers lie picture after picture.
package protocol Pictures: Cloud {
  /// The numbers of one picture; even.
  static var numbers: Int { get }
  /// As many as the pictures have numbers.
  var values: [Double] { get }
  init(_ values: [Double])
}

extension Pictures {
  package var count: Int { values.count / Self.numbers }

  /// The numbers of one picture.
  package subscript(index: Int) -> [Double] {
    Array(values[index * Self.numbers..<(index + 1) * Self.numbers])
  }

  package func combined(_ a: Double, with other: Self, _ b: Double) -> Self {
    Self(values.combined(a, with: other.values, b))
  }

  package func scaled(by factor: Double) -> Self { Self(values.scaled(by: factor)) }

  package func part(_ places: Range<Int>) -> Self {
    Self(Array(values[places.lowerBound * Self.numbers..<places.upperBound * Self.numbers]))
  }

  package static func joined(_ parts: [Self]) -> Self { Self(parts.flatMap(\.values)) }

  /// A number takes a draw.
  package static func normal(_ places: Range<Int>, seed: UInt64, stream: UInt64) -> Self {
    var generator = CounterGenerator(
      seed: seed, stream: stream, index: UInt64(numbers * places.lowerBound))
    return Self(generator.normals(numbers * places.count))
  }
}

/// Gray images of glyphs.
///
/// Pixels are in rows from the top left; -1 is paper and 1 is ink.
package struct Images: Pictures {
  /// Pixels of one image.
  package static let pixels = Glyph.side * Glyph.side
  package static var numbers: Int { pixels }

  package let values: [Double]

  package init(_ values: [Double]) {
    precondition(values.count.isMultiple(of: Self.pixels), "\(values.count) pixels are no images")
    self.values = values
  }
}
