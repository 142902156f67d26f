package import Diffusion
package import Networks
import Probability

/// The U-Net of latents as a denoiser, asked for a label or for none.
package struct LatentDenoiser: Denoiser {
  private let parameters: Parameters
  private let label: Int?
  private let weight: Double
  /// The network's time for each step of the schedule, index 0 unused.
  private let times: [Double]

  /// A network that has `learned` one schedule, for whoever asks by the steps of another.
  ///
  /// The label is nil for any glyph. The weight is the w of guidance, as ``GlyphDenoiser`` has it.
  package init(
    _ parameters: Parameters, _ schedule: Schedule, label: Int?, weight: Double = 0,
    learned: Schedule
  ) {
    (self.parameters, self.label, self.weight) = (parameters, label, weight)
    times = learned.told(schedule)
  }

  /// Latents that go through the network at once: as many as have the pixels of eight glyphs.
  private static let atOnce = 128

  package func noise(in latents: Latents, at t: Int) -> Latents {
    let found = noise(in: latents, at: t, label: label)
    guard weight != 0, label != nil else { return found }
    return found.combined(1 + weight, with: noise(in: latents, at: t, label: nil), -weight)
  }

  private func noise(in latents: Latents, at t: Int, label: Int?) -> Latents {
    latents.inParts(of: Self.atOnce) { some in
      let tape = Tape()
      let pass = LatentTraining.network.pass(
        tape.constant(Tensor(some)), times: Array(repeating: times[t], count: some.count),
        labels: Array(repeating: label ?? UNet.noLabel, count: some.count), parameters.on(tape))
      return Latents(pass.noise.value)
    }
  }
}
