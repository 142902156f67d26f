/// From values of an axis to its dots: dot i holds what is nearer to it than to the others.
struct DotScale: Hashable, Sendable {
  /// The value that is taken off, what the rest is multiplied with, and what is added.
  let origin: Double
  let factor: Double
  let shift: Double
  let count: Int
  private let span: Span
  private let parts: Double

  /// Dots of which the first lies at one end of a span and the last at the other.
  init(dots count: Int, _ span: Span, isFlipped: Bool = false) {
    self.init(count, span, parts: Double(count - 1), shift: 0.5, isFlipped)
  }

  /// Cells that divide a span, upwards.
  init(cells count: Int, _ span: Span) {
    self.init(count, span, parts: Double(count), shift: 0, false)
  }

  private init(_ count: Int, _ span: Span, parts: Double, shift: Double, _ isFlipped: Bool) {
    self.count = count
    self.span = span
    self.shift = shift
    origin = isFlipped ? span.upper : span.lower
    let width = isFlipped ? span.lower - span.upper : span.upper - span.lower
    factor = parts / width
    self.parts = isFlipped ? -parts : parts
  }

  /// Whether a place is a difference times a factor, without overflow.
  var isSimple: Bool {
    span.scale == .linear && factor.isFinite && factor.magnitude >= .leastNormalMagnitude
  }

  /// The place of a value, whose whole part is its dot; NaN if it has none.
  func place(of value: Double) -> Double {
    guard span.scale.holds(value) else { return .nan }
    let share = span.share(of: value)
    return (parts < 0 ? (1 - share) * -parts : share * parts) + shift
  }
}

/// How many points lie at each dot of a grid.
struct PointCounts: Hashable, Sendable {
  let columns: Int
  let rows: Int
  private(set) var counts: [UInt32]

  init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    counts = Array(repeating: 0, count: columns * rows)
  }

  /// Counts points; what is outside or not a number is left out.
  ///
  /// This is where a million points spend their time: two subtractions, two products and one
  /// addition in memory each.
  mutating func add(x: [Double], y: [Double], _ across: DotScale, _ down: DotScale) {
    guard across.isSimple, down.isSimple else { return addSlowly(x: x, y: y, across, down) }
    let (columns, width, height) = (columns, Double(across.count), Double(down.count))
    x.withUnsafeBufferPointer { x in
      y.withUnsafeBufferPointer { y in
        counts.withUnsafeMutableBufferPointer { counts in
          for index in 0..<min(x.count, y.count) {
            let column = (x[index] - across.origin) * across.factor + across.shift
            let row = (y[index] - down.origin) * down.factor + down.shift
            if column >= 0, column < width, row >= 0, row < height {
              counts[Int(row) &* columns &+ Int(column)] &+= 1
            }
          }
        }
      }
    }
  }

  /// Adds the counts of a grid of the same size.
  mutating func add(_ other: PointCounts) {
    guard other.counts.count == counts.count else { return }
    for index in counts.indices { counts[index] &+= other.counts[index] }
  }

  /// The sums of patches of so many dots, row by row.
  func sums(across: Int, down: Int) -> [UInt32] {
    let wide = columns / across
    var sums: [UInt32] = Array(repeating: 0, count: wide * (rows / down))
    counts.withUnsafeBufferPointer { counts in
      sums.withUnsafeMutableBufferPointer { sums in
        for row in 0..<rows {
          let (from, to) = (row &* columns, row / down &* wide)
          for dot in 0..<across {
            for column in 0..<wide {
              sums[to &+ column] &+= counts[from &+ column &* across &+ dot]
            }
          }
        }
      }
    }
    return sums
  }

  private mutating func addSlowly(
    x: [Double], y: [Double], _ across: DotScale, _ down: DotScale
  ) {
    for index in 0..<min(x.count, y.count) {
      let (column, row) = (across.place(of: x[index]), down.place(of: y[index]))
      if column >= 0, column < Double(columns), row >= 0, row < Double(rows) {
        counts[Int(row) * columns + Int(column)] &+= 1
      }
    }
  }
}
