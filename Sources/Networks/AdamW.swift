import CNetworkLoops
import RealModule

/// Steps down the slope, each parameter at its own pace.
///
///     m <- b1 m + (1 - b1) g,   v <- b2 v + (1 - b2) g^2
///     p <- p - rate (m / (1 - b1^k) / (sqrt(v / (1 - b2^k)) + 1e-8) + decay p)
///
/// at step k. Source: Kingma and Ba 2015; Loshchilov and Hutter 2019, algorithm 2.
package struct AdamW: Sendable {
  package var rate: Double
  private let decay: Double
  /// Gradients whose length together is above it are scaled to it; nil for none.
  private let clip: Double?
  private var steps = 0
  /// The moving averages of the gradients and of their squares.
  package private(set) var means: [Tensor]
  package private(set) var squares: [Tensor]
  /// Room for the next parameters.
  ///
  /// They take turns with the latest, which a tape may still hold: what is held elsewhere would be
  /// copied before it is written.
  private var room: [Tensor]

  private static let (b1, b2) = (0.9, 0.999)

  package init(
    for parameters: Parameters, rate: Double = 1e-3, decay: Double = 0.01, clip: Double? = 1
  ) {
    (self.rate, self.decay, self.clip) = (rate, decay, clip)
    means = parameters.tensors.map { Tensor(zeros: $0.shape) }
    squares = means
    room = means
  }

  /// Takes up the memory of an optimiser that has taken `steps` steps.
  package mutating func recall(_ means: [Tensor], _ squares: [Tensor], steps: Int) {
    (self.means, self.squares, self.steps) = (means, squares, steps)
  }

  /// One step; the gradients are in the parameters' order.
  package mutating func step(_ parameters: inout Parameters, _ gradients: [Tensor]) {
    steps += 1
    let pace = network_pace(
      gradient_factor: Float(clipping(gradients)), first_kept: Float(Self.b1),
      first_taken: Float(1 - Self.b1), second_kept: Float(Self.b2),
      second_taken: Float(1 - Self.b2), pace: Float(rate / (1 - Double.pow(Self.b1, steps))),
      spread: Float(1 / (1 - Double.pow(Self.b2, steps))), shrink: Float(1 - rate * decay))
    swap(&parameters.tensors, &room)
    for index in gradients.indices {
      parameters.tensors[index].values.withUnsafeMutableBufferPointer { p in
        means[index].values.withUnsafeMutableBufferPointer { m in
          squares[index].values.withUnsafeMutableBufferPointer { v in
            guard let p = p.baseAddress, let m = m.baseAddress, let v = v.baseAddress else {
              return
            }
            let gradient = gradients[index].values
            network_adamw(gradient.count, pace, gradient, room[index].values, p, m, v)
          }
        }
      }
    }
  }

  /// What the gradients are multiplied by so that their length is at most `clip`.
  private func clipping(_ gradients: [Tensor]) -> Double {
    guard let clip else { return 1 }
    let square = gradients.reduce(0) { $0 + network_square_sum($1.count, $1.values) }
    let length = square.squareRoot()
    return length > clip ? clip / length : 1
  }
}

/// The moving average of parameters, which makes better samples than the parameters themselves.
///
///     average <- rate average + (1 - rate) parameters,   rate at step k: min(d, (1 + k) / (10 + k))
///
/// Source: DDPM, appendix B (0.9999); the slow start is TensorFlow's.
package struct MovingAverage: Hashable, Sendable {
  package private(set) var parameters: Parameters
  private let rate: Double
  private var steps: Int

  package init(of parameters: Parameters, rate: Double = 0.999, steps: Int = 0) {
    (self.parameters, self.rate, self.steps) = (parameters, rate, steps)
  }

  package mutating func add(_ latest: Parameters) {
    let kept = Float(min(rate, Double(1 + steps) / Double(10 + steps)))
    steps += 1
    for index in latest.tensors.indices {
      let new = latest.tensors[index].values
      parameters.tensors[index].values.withUnsafeMutableBufferPointer { average in
        guard let averages = average.baseAddress else { return }
        network_average(new.count, kept, new, averages)
      }
    }
  }
}
