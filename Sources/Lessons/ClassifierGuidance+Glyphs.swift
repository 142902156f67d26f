import Diffusion
import Figures
import Training

extension Figure {
  /// Digits by a network that is told of none, led by a classifier that knows noise and by one that
  /// does not.
  static let classifierGlyphs = Figure(
    "glyphs", title: "Digits of a network without labels, led by two classifiers",
    parameters: Parameter.glyphSampling() + [.ofEachDigit(4)] + Parameter.schedule
  ) { settings, seed, watch throws(FigureError) in
    let sampling = try GlyphSampling(settings, seed: seed)
    let schedule = sampling.schedule
    let (noisy, clean) = (
      try TrainableModel.noisyClassifier.learned(), try TrainableModel.classifier.learned()
    )
    let network = sampling.denoiser(nil)
    // Each is read by the other, and asked itself besides.
    let ways = [
      GlyphSweep.Way("knows noise", reader: sampling.reader, guide: .noisy(noisy)) {
        let guide = GlyphGuide(noisy: noisy, schedule, label: $0, learned: sampling.learned)
        return ClassifierGuidedDenoiser(network, guide, schedule, scale: $1)
      },
      GlyphSweep.Way(
        "takes x for clean", suffix: "_clean", reader: .noisy(noisy), guide: sampling.reader
      ) {
        let guide = GlyphGuide(clean: clean, label: $0)
        return ClassifierGuidedDenoiser(network, guide, schedule, scale: $1)
      },
    ]
    return try GlyphSweep.outcome(
      settings, sampling, name: "scale", [0, 1, 2, 4, 8], ways, watch)
  }
}
