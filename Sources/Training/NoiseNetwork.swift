package import Networks
import Probability

/// A network that finds the noise in points of the plane: the whole noise, from x_t and t.
///
/// Both coordinates and the step are spread into sines and cosines, and a few layers with shortcuts
/// do the rest:
///
///     h   = W [sines of x, y and t]
///     h  <- h + gelu(W h)         once a block
///     out = W gelu(h)             two numbers, the noise of x and of y
package struct NoiseNetwork: Sendable {
  /// What it learns, as it is at first.
  package let fresh: Parameters
  let first: Linear
  let blocks: [Linear]
  let last: Linear
  let place: SinusoidalEmbedding
  let time: SinusoidalEmbedding

  /// The numbers between the layers.
  let width: Int

  /// How many numbers it learns.
  package var size: Int { fresh.count }

  /// `width` numbers between the layers, even; `blocks` layers with shortcuts; weights by `seed`.
  package init(width: Int = 128, blocks count: Int = 3, seed: UInt64 = 0) {
    self.width = width
    var parameters = Parameters()
    var generator = CounterGenerator(seed: seed, stream: 0)
    place = SinusoidalEmbedding(width: width, scale: 25)
    time = SinusoidalEmbedding(width: width)
    first = Linear(3 * width, width, in: &parameters, "first", using: &generator)
    blocks = (0..<count).map {
      Linear(width, width, in: &parameters, "blocks.\($0)", using: &generator)
    }
    last = Linear(width, 2, gain: 0, in: &parameters, "last", using: &generator)
    fresh = parameters
  }

  /// Its inputs: one row a point.
  func inputs(_ points: Points2D, _ steps: [Int]) -> Tensor {
    SinusoidalEmbedding.joined([
      (place, points.xs), (place, points.ys), (time, steps.map(Double.init)),
    ])
  }

  /// The predicted noise, [points, 2].
  func noise(_ inputs: Variable, _ parameters: Parameters.Placed) -> Variable {
    var hidden = first(inputs, parameters)
    for block in blocks { hidden = hidden + block(hidden, parameters).gelu() }
    return last(hidden.gelu(), parameters)
  }
}
