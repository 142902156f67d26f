import RealModule

extension Glyph {
  /// A place of a digit: a digit is 2 high, around 0; y runs down.
  struct Place: Hashable, Sendable {
    let x: Double
    let y: Double
  }

  /// The strokes of a digit, each a line with corners.
  static func strokes(_ label: Int) -> [[Place]] {
    switch label {
    case 0: [arc(0, 0, 0.68, 1, 0...360)]
    case 1: [stem]
    case 2:
      [
        arc(0, -0.45, 0.62, 0.55, 180...390) + [Place(x: -0.62, y: 1)],
        line(-0.62, 1, 0.65, 1),
      ]
    case 3: [arc(0, -0.5, 0.55, 0.5, 200...450), arc(0, 0.5, 0.62, 0.5, 270...520)]
    case 4: [line(0.3, 1, 0.3, -1), line(0.3, -1, -0.65, 0.35), line(-0.65, 0.35, 0.7, 0.35)]
    case 5:
      [
        line(0.55, -1, -0.45, -1), line(-0.45, -1, -0.42, -0.06),
        arc(-0.02, 0.4, 0.62, 0.6, 230...500),
      ]
    case 6: [arc(0.45, 0.35, 1.07, 1.35, 180...268), arc(0, 0.42, 0.62, 0.58, 0...360)]
    case 7: [line(-0.6, -1, 0.5, -1), stem]
    case 8: [arc(0, -0.5, 0.5, 0.5, 0...360), arc(0, 0.5, 0.62, 0.5, 0...360)]
    default: [arc(0, -0.42, 0.6, 0.56, 0...360), line(0.6, -0.4, 0.3, 1)]
    }
  }

  /// What 1 and 7 have in common.
  private static let stem = line(0.5, -1, -0.15, 1)

  private static func line(_ x: Double, _ y: Double, _ toX: Double, _ toY: Double) -> [Place] {
    [Place(x: x, y: y), Place(x: toX, y: toY)]
  }

  /// A part of an ellipse around (x, y), in degrees from the right, with the clock.
  private static func arc(
    _ x: Double, _ y: Double, _ across: Double, _ down: Double, _ degrees: ClosedRange<Double>
  ) -> [Place] {
    let whole = degrees.upperBound - degrees.lowerBound
    let pieces = Int((whole / 24).rounded(.up))
    return (0...pieces).map { piece in
      let angle = (degrees.lowerBound + whole * Double(piece) / Double(pieces)) * .pi / 180
      return Place(x: x + across * .cos(angle), y: y + down * .sin(angle))
    }
  }
}
