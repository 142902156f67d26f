import CLoops

extension RandomNumberGenerator {
  /// Two independent draws of the standard normal distribution.
  ///
  /// With uniform u and v, r = sqrt(-2 log u) and the angle 2 pi v are the polar coordinates of a
  /// point of the plane whose coordinates are independent standard normal numbers
  /// (Box and Muller 1958).
  package mutating func nextNormalPair() -> (Double, Double) {
    var (radius, angle, first, second) = (next(), next(), 0.0, 0.0)
    loops_best().pointee.normals(1, &radius, &angle, &first, &second)
    return (first, second)
  }

  /// Points whose coordinates are independent standard normal numbers; each takes two draws.
  package mutating func normalPoints(_ count: Int) -> Points2D { normalPoints(count) { _ in } }

  /// Points whose coordinates are independent standard normal numbers; before each `prepare` may
  /// take draws of its own.
  mutating func normalPoints(_ count: Int, prepare: (inout Self) -> Void) -> Points2D {
    let count = max(0, count)
    var (radii, angles): ([UInt64], [UInt64]) = ([], [])
    radii.reserveCapacity(count)
    angles.reserveCapacity(count)
    for _ in 0..<count {
      prepare(&self)
      radii.append(next())
      angles.append(next())
    }
    return listed(count) { loops_best().pointee.normals(count, radii, angles, $0, $1) }
  }

  /// `count` draws of the standard normal distribution.
  package mutating func normals(_ count: Int) -> [Double] {
    normalPoints((max(0, count) + 1) / 2).interleaved(count)
  }
}

extension CounterGenerator {
  /// The points that any generator of these draws gives, without a list of the draws.
  package mutating func normalPoints(_ count: Int) -> Points2D {
    let count = max(0, count)
    defer { index &+= UInt64(2 * count) }
    return listed(count) { loops_best().pointee.counted_normals(count, key, index, $0, $1) }
  }

  /// The numbers that any generator of these draws gives.
  package mutating func normals(_ count: Int) -> [Double] {
    normalPoints((max(0, count) + 1) / 2).interleaved(count)
  }
}

extension Points2D {
  /// The first `count` coordinates, x and y of a point one after the other.
  func interleaved(_ count: Int) -> [Double] {
    listed(max(0, count)) { numbers in
      for index in 0..<count {
        numbers[index] = index.isMultiple(of: 2) ? xs[index / 2] : ys[index / 2]
      }
    }
  }
}
