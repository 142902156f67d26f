package import Diffusion
package import Networks
import Probability

/// The U-Net as a denoiser of images, asked for a label or for none.
package struct GlyphDenoiser: Denoiser {
  private let network: UNet
  private let parameters: Parameters
  private let label: Int?
  private let weight: Double
  private let parts: UNetParts
  /// The network's time for each step of the schedule, index 0 unused.
  private let times: [Double]

  /// A network that has `learned` one schedule, for whoever asks by the steps of another.
  ///
  /// The label is nil for any glyph. The weight is the w of guidance, (1 + w) noise with the label
  /// - w noise without; 0 asks once. Where its clock is `stopped`, it is told that time at every step.
  package init(
    _ parameters: Parameters, _ schedule: Schedule, label: Int?, weight: Double = 0,
    parts: UNetParts = .all, stopped: Int? = nil, network: UNet = GlyphTraining.network,
    learned: Schedule
  ) {
    (self.network, self.parameters) = (network, parameters)
    (self.label, self.weight, self.parts) = (label, weight, parts)
    let told = learned.told(schedule)
    times = stopped.map { stopped in told.map { _ in Double(stopped) } } ?? told
  }

  /// Images that go through the network at once.
  private static let atOnce = 8

  package func noise(in images: Images, at t: Int) -> Images {
    let found = noise(in: images, at: t, label: label)
    guard weight != 0, label != nil else { return found }
    return found.combined(1 + weight, with: noise(in: images, at: t, label: nil), -weight)
  }

  private func noise(in images: Images, at t: Int, label: Int?) -> Images {
    images.inParts(of: Self.atOnce) { some in
      Images(pass(some, at: t, label: label, Tape()).noise.value.values.map(Double.init))
    }
  }

  private func pass(
    _ images: Images, at t: Int, label: Int?, _ tape: Tape, isWatched: Bool = false
  ) -> UNetPass {
    network.pass(
      tape.constant(Tensor(images)), times: Array(repeating: times[t], count: images.count),
      labels: Array(repeating: label ?? UNet.noLabel, count: images.count), parameters.on(tape),
      parts: parts, isWatched: isWatched)
  }

  /// What the network makes of one image on the way to its answer.
  package func look(at image: Images, t: Int) -> GlyphLook {
    GlyphLook(pass(image.part(0..<1), at: t, label: label, Tape(), isWatched: true))
  }
}

/// What was seen in a U-Net while it looked at one image.
package struct GlyphLook: Sendable {
  /// The channels of a block as images, each of side x side numbers.
  package struct Maps: Hashable, Sendable {
    package let side: Int
    package let channels: [[Double]]
  }

  /// After each block: down at 16, 8 and 4 pixels, and up again at 8 and 16.
  package let features: [Maps]
  /// How much each place takes from each at 8 and 4 pixels: a map for each place.
  package let attention: [Maps]

  init(_ pass: UNetPass) {
    features = pass.features.map { tensor in
      let (side, channels) = (tensor.shape[1], tensor.width)
      return Maps(
        side: side,
        channels: (0..<channels).map { channel in
          (0..<side * side).map { Double(tensor.values[$0 * channels + channel]) }
        })
    }
    attention = pass.attention.map { tensor in
      let places = tensor.width
      return Maps(
        side: places == 64 ? 8 : 4,
        channels: (0..<places).map { place in
          tensor.values[place * places..<(place + 1) * places].map(Double.init)
        })
    }
  }
}
