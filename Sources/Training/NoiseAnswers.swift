import Networks
import Probability

/// The answers of a network that has learned, where nobody asks for slopes: less work than on a tape.
///
/// The first layer adds up what it makes of x, of y and of the time. The time is equal for all points:
/// one row. And what it makes of a coordinate depends on that one number, so it is computed at every
/// 256th of a unit once, and taken from there by the cubic through four neighbours. Its error is at
/// most 3/128 (w h)^4 of a wave, where h = 1/256 and w is at most 25: 2e-6, as much as the sums of 384
/// products of single precision are rounded.
struct NoiseAnswers: Sendable {
  private let network: NoiseNetwork
  private let parameters: Parameters
  /// What the first layer makes of x and of y: a row a place.
  private let ofX: Tensor
  private let ofY: Tensor

  /// Places beyond it are computed one by one; starts of a sampler are within at p = 1e-6.
  private static let reach = 5
  private static let perUnit = 256

  init(_ network: NoiseNetwork, _ parameters: Parameters) {
    (self.network, self.parameters) = (network, parameters)
    // One more at the left and two more at the right, for the cubic.
    let ends = Self.reach * Self.perUnit
    let waves = network.place((-ends - 1...ends + 2).map { Double($0) / Double(Self.perUnit) })
    let none = [Float](repeating: 0, count: network.width)
    ofX = network.first.answers(to: waves, from: 0, parameters, plus: none)
    ofY = network.first.answers(to: waves, from: network.place.width, parameters, plus: none)
  }

  /// The predicted noise at a time, [points, 2].
  func noise(in points: Points2D, at time: Double) -> Tensor {
    var hidden = firstLayer(points, at: time)
    for block in network.blocks { hidden.addGelu(of: block.answers(to: hidden, parameters)) }
    var gated = Tensor(zeros: hidden.shape)
    gated.addGelu(of: hidden)
    return network.last.answers(to: gated, parameters)
  }

  private func firstLayer(_ points: Points2D, at time: Double) -> Tensor {
    let width = network.place.width
    let hour = network.first.row(of: network.time([time]).values, from: 2 * width, parameters)
    let reach = Double(Self.reach)
    guard (points.xs + points.ys).allSatisfy({ abs($0) < reach }) else {
      let places = SinusoidalEmbedding.joined([
        (network.place, points.xs), (network.place, points.ys),
      ])
      return network.first.answers(to: places, from: 0, parameters, plus: hour)
    }
    return Tensor(
      interpolating: ofX, at: points.xs.map(place), and: ofY, at: points.ys.map(place), plus: hour)
  }

  /// Where a number lies in the table, in rows.
  private func place(_ number: Double) -> Double {
    (number + Double(Self.reach)) * Double(Self.perUnit) + 1
  }
}
