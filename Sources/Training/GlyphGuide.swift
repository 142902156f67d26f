package import Diffusion
package import Networks

/// A classifier of glyphs that leads to one digit: how its log probability changes with each pixel.
///
/// The slope comes by the same backward pass that trains, carried on to the pixels. Source: Dhariwal
/// and Nichol 2021, section 4.1.
package struct GlyphGuide: NoisyClassifier {
  private let network: GlyphClassifier
  private let parameters: Parameters
  private let label: Int
  /// The network's time for each step of the schedule, index 0 unused; nil where it hears none.
  private let times: [Double]?

  /// One that knows noisy glyphs: that of ``NoisyGlyphTraining``, for any schedule.
  package init(
    noisy parameters: Parameters, _ schedule: Schedule, label: Int, learned: Schedule
  ) {
    (network, self.parameters) = (NoisyGlyphTraining.network, parameters)
    (self.label, times) = (label, learned.told(schedule))
  }

  /// One that has seen clean glyphs only, that of ``ClassifierTraining``: it takes x_t for clean.
  package init(clean parameters: Parameters, label: Int) {
    (network, self.parameters) = (ClassifierTraining.network, parameters)
    (self.label, times) = (label, nil)
  }

  package func gradient(in images: Images, at t: Int) -> Images {
    images.inParts(of: 8) { some in
      let tape = Tape()
      let pixels = tape.variable(Tensor(some))
      let scores = network.pass(
        pixels, times: times.map { Array(repeating: $0[t], count: some.count) } ?? [],
        parameters.on(tape)
      ).scores
      let surprise = scores.crossEntropy(Array(repeating: label, count: some.count))
      let slopes = tape.gradients(of: surprise)[pixels].values
      // The surprise is the mean over the images of minus the log probability.
      return Images(slopes.map { -Double($0) * Double(some.count) })
    }
  }
}
