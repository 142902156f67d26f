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
  ///
  /// Without the time every image is said to be at the middle step, without the label to have none.
  package func loss(_ learned: Parameters, without lost: Loss = .nothing) -> Double {
    let losses = inParallel(batches.count) { index in
      let batch = batches[index]
      let tape = Tape()
      let pass = GlyphTraining.network.pass(
        tape.constant(Tensor(batch.images)),
        times: lost == .time ? batch.times.map { _ in Double(schedule.steps / 2) } : batch.times,
        labels: lost == .label ? batch.labels.map { _ in UNet.noLabel } : batch.labels,
        learned.on(tape), parts: lost.parts)
      return Double(pass.noise.meanSquaredError(Tensor(batch.noise)).value.values[0])
    }
    return losses.reduce(0, +) / Double(max(1, losses.count))
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
