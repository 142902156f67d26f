/// Shades made of dots that are on or off, by Bayer's pattern of 4 by 4.
///
/// The pattern belongs to the place on the screen and not to the data, so a still shade is a still
/// picture: error diffusion is finer, but changes half of its cells from frame to frame.
/// B. E. Bayer, "An optimum method for two-level rendition of continuous-tone pictures" (1973).
package enum OrderedDither {
  /// The shade above which a dot is on: an odd number of parts in 32.
  @inlinable
  package static func threshold(x: Int, y: Int) -> Double {
    let place = (y & 3) * 4 + (x & 3)
    return (Double(pattern >> UInt64(place * 4) & 15) + 0.5) / 16
  }

  /// Rows 0 8 2 10, 12 4 14 6, 3 11 1 9, 15 7 13 5: four bits each, the first place lowest.
  @usableFromInline
  package static let pattern: UInt64 = 0x5d7f_91b3_6e4c_a280
}
