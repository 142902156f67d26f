package import Diffusion
package import Networks
import Probability

/// The loss of a U-Net on glyphs that it has not seen, whole or with something taken away.
///
/// The same draws each time, so differences tell of the network and not of chance.
package struct GlyphLoss: Sendable {
  private let schedule: Schedule
  private let batches: [GlyphBatch]

  /// What is taken away.
  package enum Loss: String, CaseIterable, Hashable, Sendable {
    case nothing
    case outerSkip = "outer-skip"
    case innerSkip = "inner-skip"
    case time
    case attention
    case label
  }

  private static let atOnce = 10
  private static let seed: UInt64 = 9

  /// `draws` is a multiple of ten.
  package init(_ schedule: Schedule, draws: Int) {
    self.schedule = schedule
    batches = (0..<draws / Self.atOnce).map {
      GlyphBatch(.fresh, Self.atOnce, schedule, seed: Self.seed, stream: UInt64($0), dropped: 0)
    }
  }

  /// The mean squared error per pixel.
  package func loss(
    _ learned: Parameters, of network: UNet = GlyphTraining.network, without lost: Loss = .nothing
  ) -> Double {
    let losses = inParallel(batches.count) { index in
      let tape = Tape()
      let loss = batches[index].loss(
        network, tape, learned.on(tape), without: lost, middle: schedule.steps / 2)
      return Double(loss.value.values[0])
    }
    return losses.reduce(0, +) / Double(max(1, losses.count))
  }
}

extension GlyphBatch {
  /// The mean squared error of the noise that a network finds that lacks something.
  ///
  /// Without the time every image is said to be at the `middle` step, without the label to have none.
  func loss(
    _ network: UNet, _ tape: Tape, _ parameters: Parameters.Placed, without lost: GlyphLoss.Loss,
    middle: Int
  ) -> Variable {
    network.pass(
      tape.constant(Tensor(images)),
      times: lost == .time ? times.map { _ in Double(middle) } : times,
      labels: lost == .label ? labels.map { _ in UNet.noLabel } : labels, parameters,
      parts: lost.parts
    ).noise.meanSquaredError(Tensor(noise))
  }
}

extension GlyphLoss.Loss {
  /// The parts of the network that are left.
  package var parts: UNetParts {
    switch self {
    case .outerSkip: UNetParts.all.subtracting(.outerSkip)
    case .innerSkip: UNetParts.all.subtracting(.innerSkip)
    case .attention: UNetParts.all.subtracting(.attention)
    case .nothing, .time, .label: .all
    }
  }
}
