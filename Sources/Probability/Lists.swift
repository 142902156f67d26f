import CLoops

/// A list whose every number `fill` sets.
func listed(_ count: Int, _ fill: (UnsafeMutablePointer<Double>) -> Void) -> [Double] {
  guard count > 0 else { return [] }
  return [Double](unsafeUninitializedCapacity: count) { buffer, initialized in
    guard let start = buffer.baseAddress else { return }
    fill(start)
    initialized = count
  }
}

/// Points whose every coordinate `fill` sets.
func listed(
  _ count: Int, _ fill: (UnsafeMutablePointer<Double>, UnsafeMutablePointer<Double>) -> Void
) -> Points2D {
  var ys: [Double] = []
  let xs = listed(count) { xs in ys = listed(count) { ys in fill(xs, ys) } }
  return Points2D(xs: xs, ys: ys)
}

extension [Double] {
  /// Number by number: a x + b y, where x is of this list and y of the other at equal index.
  ///
  /// What one list has more than the other is left out.
  package func combined(_ a: Double, with other: [Double], _ b: Double) -> [Double] {
    let count = Swift.min(count, other.count)
    return listed(count) { loops_best().pointee.combine(count, a, self, b, other, $0) }
  }
}
