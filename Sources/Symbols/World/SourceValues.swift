import Formula
import Probability
import Synchronization

/// A value of each source of a world: one point, and perhaps many places around it.
struct SourceValues: Sendable {
  /// One for each source.
  private(set) var point: [Double]
  private var axes: [Axis] = []

  /// A direction in which the sources move, and how far along it each place lies.
  private struct Axis: Sendable {
    var direction: [Double]
    var places: [Double]
  }

  init(at point: [Double]) { self.point = point }

  /// One draw of every source, to two decimals.
  init(drawing count: Int, seed: UInt64) {
    var generator = CounterGenerator(seed: seed)
    point = generator.normals(count).map { ($0 * 100).rounded() / 100 }
  }

  /// Moves the sources along a direction, to a place for each number.
  mutating func spread(along direction: [Double], _ places: [Double]) {
    axes.append(Axis(direction: direction, places: places))
  }

  /// Lets the sources from one on be seen apart: first all are zero, then each alone is 1, and last
  /// they are where only a sum comes out.
  mutating func probe(from first: Int = 0) {
    let count = point.count - first
    for number in 0..<count {
      point[first + number] = 0
      let places = (0...count).map { $0 == number + 1 ? 1.0 : 0 } + [Self.probe(number)]
      spread(along: Array(repeating: 0, count: first + number) + [1], places)
    }
  }

  static func probe(_ source: Int) -> Double { Double(source * 5 % 7) / 4 - 0.8 }

  /// The value of a random number here.
  subscript(sum: NormalSum) -> Value {
    var values: [Double]?
    let center = sum.mean + dot(sum.weights, point)
    for axis in axes {
      let weight = dot(sum.weights, axis.direction)
      guard weight != 0 else { continue }
      var moved = values ?? Array(repeating: center, count: axis.places.count)
      for place in moved.indices { moved[place] += weight * axis.places[place] }
      values = moved
    }
    return values.map { .vector($0) } ?? .scalar(center)
  }

  /// Whether there is but one place.
  var isPoint: Bool { axes.isEmpty }
}

/// The random numbers that a formula read.
final class Reads: Sendable {
  private let found = Mutex<Set<NormalSum>>([])

  func note(_ sum: NormalSum) { found.withLock { _ = $0.insert(sum) } }

  /// In an order that is the same on every run.
  var sums: [NormalSum] {
    found.withLock { sums in
      sums.sorted { ($0.weights.count, $0.mean) < ($1.weights.count, $1.mean) }
    }
  }
}
