package import Networks
import Probability

/// A network that finds the noise in glyphs: a U-Net with attention, told the time and the label.
///
///     16 x 16   first ── down ──────────── skip ─────────── up ── last
///      8 x 8            └── down, attention ── skip ── up ──┘
///      4 x 4                 └── middle, attention ──┘
///
/// Each block of layers is told the time and the label. Source: DDPM, appendix B, made small.
package struct UNet: Sendable {
  /// What it learns, as it is at first.
  package let fresh: Parameters
  private let time: SinusoidalEmbedding
  private let timeLayers: [Linear]
  private let labels: Embedding
  private let first: Convolution
  private let large: Residual
  private let medium: Residual
  private let mediumAttention: SelfAttention
  private let small: Residual
  private let smallAttention: SelfAttention
  private let mediumUp: Residual
  private let largeUp: Residual
  private let lastNorm: GroupNormLayer
  private let last: Convolution

  /// The label that stands for none, so that one network answers with and without a label.
  package static let noLabel = 10
  /// The channels of the three sizes, each a multiple of eight.
  package typealias Channels = (large: Int, medium: Int, small: Int)
  package static let channels: Channels = (large: 24, medium: 48, small: 64)

  /// How many numbers it learns.
  package var size: Int { fresh.count }

  /// For images of so many channels, with weights by `seed`; `width` numbers tell each block of the
  /// time and the label.
  package init(
    imageChannels: Int = 1, seed: UInt64 = 0, channels c: Channels = Self.channels, width: Int = 96
  ) {
    var parameters = Parameters()
    var generator = CounterGenerator(seed: seed, stream: 0)
    func block(_ name: String, _ inputs: Int, _ outputs: Int) -> Residual {
      Residual(inputs, outputs, told: width, in: &parameters, name, using: &generator)
    }
    time = SinusoidalEmbedding(width: 64)
    timeLayers = [
      Linear(64, width, in: &parameters, "time.0", using: &generator),
      Linear(width, width, in: &parameters, "time.1", using: &generator),
    ]
    labels = Embedding(Self.noLabel + 1, width, in: &parameters, "label", using: &generator)
    first = Convolution(imageChannels, c.large, in: &parameters, "first", using: &generator)
    large = block("large", c.large, c.large)
    medium = block("medium", c.large, c.medium)
    mediumAttention = SelfAttention(
      c.medium, in: &parameters, "medium.attention", using: &generator)
    small = block("small", c.medium, c.small)
    smallAttention = SelfAttention(c.small, in: &parameters, "small.attention", using: &generator)
    mediumUp = block("medium.up", c.small + c.medium, c.medium)
    largeUp = block("large.up", c.medium + c.large, c.large)
    lastNorm = GroupNormLayer(Residual.groups, c.large, in: &parameters, "last.norm")
    last = Convolution(c.large, imageChannels, gain: 0, in: &parameters, "last", using: &generator)
    fresh = parameters
  }

  /// The predicted noise of images, [n, h, w, channels], and what was seen on the way.
  ///
  /// h and w are multiples of 4; they are 16 for pixels, 4 for latents.
  ///
  /// Times and labels are one an image, ``noLabel`` for none. All parts are at work, but to see what
  /// each is for. Weights of attention are kept where it is watched.
  func pass(
    _ images: Variable, times: [Double], labels: [Int], _ parameters: Parameters.Placed,
    parts: UNetParts = .all, isWatched: Bool = false
  ) -> UNetPass {
    let told = told(images, times, labels, parameters)
    var attention: [Tensor] = []
    func attended(_ x: Variable, _ layer: SelfAttention) -> Variable {
      guard parts.contains(.attention) else { return x }
      if isWatched { attention.append(layer.weights(x, parameters)) }
      return layer(x, parameters)
    }
    func skipped(_ x: Variable, _ part: UNetParts) -> Variable {
      parts.contains(part) ? x : x.scaled(by: 0)
    }
    let outside = large(first(images, parameters), told, parameters)
    let inside = attended(medium(outside.halved(), told, parameters), mediumAttention)
    let deep = attended(small(inside.halved(), told, parameters), smallAttention)
    let up = mediumUp(deep.doubled().joined(skipped(inside, .innerSkip)), told, parameters)
    let out = largeUp(up.doubled().joined(skipped(outside, .outerSkip)), told, parameters)
    return UNetPass(
      noise: last(lastNorm(out, parameters).silu(), parameters),
      features: [outside, inside, deep, up, out].map(\.value), attention: attention)
  }

  /// What every block is told: one row an image.
  private func told(
    _ images: Variable, _ times: [Double], _ labels: [Int], _ parameters: Parameters.Placed
  ) -> Variable {
    let waves = images.constant(time(times))
    let hours = timeLayers[1](timeLayers[0](waves, parameters).silu(), parameters)
    return (hours + self.labels(labels, parameters)).silu()
  }
}
