import RealModule

extension RandomNumberGenerator {
  /// Two independent draws of the standard normal distribution.
  ///
  /// With uniform u and v, r = sqrt(-2 log u) and the angle 2 pi v are the polar coordinates of a
  /// point of the plane whose coordinates are independent standard normal numbers
  /// (Box and Muller 1958).
  package mutating func nextNormalPair() -> (Double, Double) {
    let radius = Double.sqrt(-2 * .log(nextUniform()))
    let angle = 2 * Double.pi * nextUniform()
    return (radius * .cos(angle), radius * .sin(angle))
  }

  /// `count` draws of the standard normal distribution.
  package mutating func normals(_ count: Int) -> [Double] {
    var draws: [Double] = []
    draws.reserveCapacity(count + 1)
    while draws.count < count {
      let (first, second) = nextNormalPair()
      draws += [first, second]
    }
    return Array(draws.prefix(max(0, count)))
  }
}
