import Diffusion
package import Networks
import Probability

/// A network that tells which digit a glyph is.
///
///     16 x 16 pixels, c channels -> 8 x 8, c' -> 4 x 4, c'' -> 64 features -> 10 digits
///
/// One that is to read noisy glyphs hears the time: each convolution adds what a layer makes of it.
package struct GlyphClassifier: Sendable {
  /// What it learns, as it is at first.
  package let fresh: Parameters
  private let convolutions: [Convolution]
  private let features: Linear
  private let last: Linear
  /// How much of a flat row the features are made of.
  private let flat: Int
  private let clock: Clock?

  /// What a network makes of the time: two layers for all, and one for each convolution.
  fileprivate struct Clock: Sendable {
    let waves: SinusoidalEmbedding
    let layers: [Linear]
    let hearing: [Linear]
  }

  package init(channels: [Int] = [16, 32, 48], hearsTime: Bool = false, seed: UInt64 = 0) {
    var parameters = Parameters()
    var generator = CounterGenerator(seed: seed, stream: 0)
    convolutions = zip([1] + channels, channels).enumerated().map { level, width in
      Convolution(
        width.0, width.1, gain: 2, in: &parameters, "conv.\(level)", using: &generator)
    }
    flat = 16 * (channels.last ?? 1)
    features = Linear(flat, 64, in: &parameters, "features", using: &generator)
    last = Linear(64, Glyph.labels.count, in: &parameters, "last", using: &generator)
    clock =
      hearsTime ? Clock(for: channels, width: 64, in: &parameters, using: &generator) : nil
    fresh = parameters
  }

  /// The last layer but one, [n, 64], and what the digits score, [n, 10]: the highest is the guess.
  ///
  /// `times` has one an image, where the network hears it.
  func pass(
    _ images: Variable, times: [Double] = [], _ parameters: Parameters.Placed
  ) -> (features: Variable, scores: Variable) {
    let told = clock?.told(images.constant, times, parameters)
    func convolved(_ x: Variable, _ level: Int) -> Variable {
      let found = convolutions[level](x, parameters)
      guard let clock, let told else { return found.silu() }
      return found.plusRowOfEach(clock.hearing[level](told, parameters)).silu()
    }
    let deep = convolved(convolved(convolved(images, 0).halved(), 1).halved(), 2)
    let features = features(deep.reshaped([images.shape[0], flat]), parameters).gelu()
    return (features, last(features, parameters))
  }
}

extension GlyphClassifier.Clock {
  fileprivate init(
    for channels: [Int], width: Int, in parameters: inout Parameters,
    using generator: inout some RandomNumberGenerator
  ) {
    waves = SinusoidalEmbedding(width: width)
    layers = (0..<2).map {
      Linear(width, width, in: &parameters, "time.\($0)", using: &generator)
    }
    hearing = channels.enumerated().map { level, channels in
      Linear(width, channels, in: &parameters, "conv.\(level).told", using: &generator)
    }
  }

  /// A row for each time.
  fileprivate func told(
    _ constant: (Tensor) -> Variable, _ times: [Double], _ parameters: Parameters.Placed
  ) -> Variable {
    let first = layers[0](constant(waves(times)), parameters).silu()
    return layers[1](first, parameters).silu()
  }
}
