import Probability
import RealModule

/// A digit of 16 by 16 pixels, drawn with a pen: each time shifted, turned, scaled, and with another
/// pen.
///
///     var generator = CounterGenerator(seed: 1)
///     Glyph.drawn(7, using: &generator)   // 256 numbers from -1, paper, to 1, ink
///
/// Ten classes of a few strokes; 1 is a 7 without its bar.
package enum Glyph {
  package static let side = 16
  package static let labels = 0...9

  /// How a digit is written down this time.
  struct Hand: Sendable {
    /// Pixels to the right, and down.
    var shift = (x: 0.0, y: 0.0)
    /// Radians, with the clock.
    var turn = 0.0
    /// Half of the height of a digit, in pixels, across and down.
    var size = (x: 5.2, y: 5.2)
    /// Half of the pen's width, in pixels.
    var pen = 0.8
  }

  /// A digit in a hand of its own, row by row from the top left.
  package static func drawn(
    _ label: Int, using generator: inout some RandomNumberGenerator
  ) -> [Double] {
    drawn(label, Hand(using: &generator))
  }

  static func drawn(_ label: Int, _ hand: Hand) -> [Double] {
    var ink = [Double](repeating: 0, count: side * side)
    for line in strokes(label) {
      let placed = line.map(hand.placed)
      for (a, b) in zip(placed, placed.dropFirst()) { ink.addStroke(a, b, radius: hand.pen) }
    }
    return ink.map { 2 * $0 - 1 }
  }
}

extension Glyph.Hand {
  init(using generator: inout some RandomNumberGenerator) {
    func draw(_ range: ClosedRange<Double>) -> Double {
      range.lowerBound + (range.upperBound - range.lowerBound) * generator.nextUniform()
    }
    shift = (draw(-1...1), draw(-1...1))
    turn = draw(-0.2...0.2)
    size = (draw(4.4...5.7), draw(4.4...5.7))
    pen = draw(0.55...1.1)
  }

  /// Where a place of the digit comes to lie on the paper, in pixels from the top left.
  func placed(_ place: Glyph.Place) -> Glyph.Place {
    let (x, y) = (place.x * size.x, place.y * size.y)
    let middle = Double(Glyph.side) / 2
    return Glyph.Place(
      x: middle + shift.x + x * .cos(turn) - y * .sin(turn),
      y: middle + shift.y + x * .sin(turn) + y * .cos(turn))
  }
}

extension [Double] {
  /// Inks what a round pen covers on its way; a pixel at the rim is gray.
  fileprivate mutating func addStroke(_ a: Glyph.Place, _ b: Glyph.Place, radius: Double) {
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    let square = Swift.max(dx * dx + dy * dy, 1e-12)
    for row in Glyph.pixels(from: Swift.min(a.y, b.y), to: Swift.max(a.y, b.y), around: radius) {
      for column in Glyph.pixels(
        from: Swift.min(a.x, b.x), to: Swift.max(a.x, b.x), around: radius)
      {
        let (x, y) = (Double(column) + 0.5 - a.x, Double(row) + 0.5 - a.y)
        let share = Swift.min(Swift.max((x * dx + y * dy) / square, 0), 1)
        let distance = Double.hypot(x - share * dx, y - share * dy)
        let cover = Swift.min(Swift.max(radius + 0.5 - distance, 0), 1)
        let index = row * Glyph.side + column
        self[index] = Swift.max(self[index], cover)
      }
    }
  }
}

extension Glyph {
  /// The pixels that a pen may touch on its way along one axis.
  fileprivate static func pixels(
    from least: Double, to most: Double, around radius: Double
  ) -> Range<Int> {
    let first = Swift.max(0, Int((least - radius - 1).rounded(.down)))
    return first..<Swift.max(first, Swift.min(side, Int((most + radius + 1).rounded(.up))))
  }
}
