/// A random number generator whose draws are a function of seed, stream and index alone.
///
/// Draw number i of a stream does not depend on threads, on order, or on how many draws other
/// streams took, so equal seeds give equal pictures everywhere and any frame can be made first.
/// The function is the finaliser of SplitMix64 (Steele, Lea, Flood 2014, "Fast splittable
/// pseudorandom number generators"), applied twice to a key and a counter.
package struct CounterGenerator: RandomNumberGenerator, Sendable {
  let key: UInt64
  var index: UInt64

  /// A generator that stands at draw `index` of stream `stream` of `seed`.
  package init(seed: UInt64, stream: UInt64 = 0, index: UInt64 = 0) {
    key = mixed(mixed(seed) ^ (stream &* 0xD1B5_4A32_D192_ED03))
    self.index = index
  }

  package mutating func next() -> UInt64 {
    defer { index &+= 1 }
    return mixed(key ^ mixed(index &* goldenGamma))
  }
}

extension RandomNumberGenerator {
  /// A number of the open interval (0, 1), with 53 random bits.
  package mutating func nextUniform() -> Double {
    (Double(next() >> 11) + 0.5) * 0x1p-53
  }
}

/// 2^64 divided by the golden ratio, made odd.
private let goldenGamma: UInt64 = 0x9E37_79B9_7F4A_7C15

private func mixed(_ value: UInt64) -> UInt64 {
  var bits = value &+ goldenGamma
  bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
  bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
  return bits ^ (bits >> 31)
}
