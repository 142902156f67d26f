package import Networks
import Probability

/// A network that finds the noise in points of the plane, told of their class or not.
///
///     h   = W [sines of x, y and t] + (a learned row for the label)
///     h  <- h + gelu(W h)         once a block
///     out = W gelu(h)             two numbers, the noise of x and of y
///
/// Beside the rows of the labels there is one for no label, the null label. Source: Ho and Salimans
/// 2022, section 3.2.
package struct LabelledNetwork: Sendable {
  /// The number of labels; the null label is that number.
  package let labels: Int
  /// What it learns, as it is at first.
  package let fresh: Parameters
  private let first: Linear
  private let rows: Embedding
  private let blocks: [Linear]
  private let last: Linear
  private let place: SinusoidalEmbedding
  private let time: SinusoidalEmbedding

  /// `width` numbers between the layers, even; weights by `seed`.
  package init(labels: Int, width: Int = 64, blocks count: Int = 2, seed: UInt64 = 0) {
    var parameters = Parameters()
    var generator = CounterGenerator(seed: seed, stream: 0)
    self.labels = labels
    place = SinusoidalEmbedding(width: width, scale: 25)
    time = SinusoidalEmbedding(width: width)
    first = Linear(3 * width, width, in: &parameters, "first", using: &generator)
    rows = Embedding(labels + 1, width, in: &parameters, "labels", using: &generator)
    blocks = (0..<count).map {
      Linear(width, width, in: &parameters, "blocks.\($0)", using: &generator)
    }
    last = Linear(width, 2, gain: 0, in: &parameters, "last", using: &generator)
    fresh = parameters
  }

  /// The predicted noise, [points, 2].
  func noise(
    in points: Points2D, times: [Double], _ labels: [Int], _ parameters: Parameters.Placed,
    on tape: Tape
  ) -> Variable {
    let inputs = SinusoidalEmbedding.joined([
      (place, points.xs), (place, points.ys), (time, times),
    ])
    var hidden = first(tape.constant(inputs), parameters) + rows(labels, parameters)
    for block in blocks { hidden = hidden + block(hidden, parameters).gelu() }
    return last(hidden.gelu(), parameters)
  }
}
