import Probability
import RealModule

/// A curve of the plane, given by a parameter.
struct Curve {
  private let range: ClosedRange<Double>
  private let place: (Double) -> Point2D

  init(_ range: ClosedRange<Double>, _ place: @escaping (Double) -> Point2D) {
    self.range = range
    self.place = place
  }

  /// Chords that measure the curve; the length is right to some 1e-6 of itself.
  private static let chords = 2000

  /// Points evenly spaced along the arc, at most `spacing` apart, in the middle of equal pieces.
  func points(spacing: Double) -> Points2D {
    let lengths = arcLengths()
    let whole = lengths[lengths.count - 1]
    let count = Int((whole / spacing).rounded(.up))
    var chord = 0
    return Points2D(
      (0..<count).map { index in
        let target = whole * (Double(index) + 0.5) / Double(count)
        while lengths[chord + 1] < target { chord += 1 }
        let share = (target - lengths[chord]) / (lengths[chord + 1] - lengths[chord])
        return place(parameter(Double(chord) + share))
      })
  }

  /// The length of the arc up to each end of a chord, from 0.
  private func arcLengths() -> [Double] {
    var lengths = [0.0]
    var last = place(range.lowerBound)
    for chord in 1...Self.chords {
      let next = place(parameter(Double(chord)))
      lengths.append(lengths[chord - 1] + .hypot(next.x - last.x, next.y - last.y))
      last = next
    }
    return lengths
  }

  private func parameter(_ chord: Double) -> Double {
    range.lowerBound + (range.upperBound - range.lowerBound) * chord / Double(Self.chords)
  }
}

extension Mixture2D {
  /// Round normal noise around curves, each of which is a class and has the same share.
  ///
  /// Made of small normal distributions along the arc, 0.7 of their deviation apart: so dense that
  /// the density along the curve is even to 2 exp(-2 pi^2 / 0.7^2) = 6e-18.
  init(along curves: [Curve], deviation: Double) {
    let lines = curves.map { $0.points(spacing: 0.7 * deviation) }
    let shares = lines.map { 1 / Double(curves.count * $0.count) }
    self.init(
      weights: zip(lines, shares).flatMap { Array(repeating: $1, count: $0.count) },
      centres: Points2D(xs: lines.flatMap(\.xs), ys: lines.flatMap(\.ys)),
      variances: Array(repeating: deviation * deviation, count: lines.reduce(0) { $0 + $1.count }),
      labels: lines.indices.flatMap { Array(repeating: $0, count: lines[$0].count) })
  }
}
