import Networks

/// What of a U-Net is at work.
package struct UNetParts: OptionSet, Hashable, Sendable {
  package let rawValue: Int

  package init(rawValue: Int) { self.rawValue = rawValue }

  /// The skip of 16 by 16 pixels.
  package static let outerSkip = UNetParts(rawValue: 1)
  /// The skip of 8 by 8 pixels.
  package static let innerSkip = UNetParts(rawValue: 2)
  package static let attention = UNetParts(rawValue: 4)
  package static let all: UNetParts = [.outerSkip, .innerSkip, .attention]
}

/// What a U-Net made of some images.
struct UNetPass {
  /// [n, 16, 16, 1].
  let noise: Variable
  /// What came out of each block: down at 16, 8 and 4 pixels, and up again at 8 and 16.
  let features: [Tensor]
  /// The weights of attention at 8 and 4 pixels, [n, places, places]; none unless watched.
  let attention: [Tensor]
}
