import Diffusion
import Figures
import Probability

/// The figures of lesson 11: a classifier that leads the way back to one class.
extension Figure {
  static let classifierGuidance: [Figure] = [
    classifierOdds, classifierExact, classifierSlips, classifierScale, classifierField,
    classifierLearning, classifierSample, classifierGlyphs,
  ]
}

extension Figure {
  /// Numbers of two classes, exactly guided.
  static let classifierExact = Figure(
    "exact", title: "Numbers that a classifier leads to one of two classes",
    parameters: Parameter.lineClasses()
      + [.guidanceScale("2"), .classifier, .visited(1000), .eta()] + Parameter.schedule,
    formulas: [GuidedFormula.classifier]
  ) { settings, seed, watch throws(FigureError) in
    let (guide, scale) = (try LineGuide(settings), settings.real("scale"))
    let own = try GuidedFormula(settings, guide.schedule, scale: scale)
    let classifier = guide.classes.classifier(knowsNoise: settings.classifierKnowsNoise)
    let right = GuidedLine.Way(
      "the right formula", suffix: own == nil ? "" : "_right",
      guide.guided(by: classifier, scale: scale))
    var ways = [right]
    if let own {
      let network = guide.classes.unconditioned
      let denoiser = own.denoiser { points, t in
        (network.noise(in: points, at: t), classifier.gradient(in: points, at: t))
      }
      ways.append(GuidedLine.Way("your formula", denoiser, importance: 1))
    }
    return try guide.outcome(settings, ways, seed: seed, watch)
  }

  /// What becomes of the numbers where the formula has a slip.
  static let classifierSlips = Figure(
    "slips", title: "Three slips in the guidance by a classifier, and what they do",
    parameters: Parameter.lineClasses() + [.guidanceScale("1"), .visited(200), .eta()]
      + Parameter.schedule
  ) { settings, seed, watch throws(FigureError) in
    let (guide, scale) = (try LineGuide(settings), settings.real("scale"))
    let (classes, network) = (guide.classes, guide.classes.unconditioned)
    let classifier = classes.classifier()
    let rootless = MixedDenoiser<[Double]> { points, t in
      network.noise(in: points, at: t).combined(
        1, with: classifier.gradient(in: points, at: t), -scale)
    }
    let ways = [
      GuidedLine.Way("right", guide.guided(by: classifier, scale: scale), importance: 1),
      GuidedLine.Way(
        "sign changed", suffix: "_sign",
        guide.guided(by: classifier, scale: -scale)),
      GuidedLine.Way("root left out", suffix: "_rootless", rootless),
      GuidedLine.Way(
        "clean classifier", suffix: "_clean",
        guide.guided(by: classes.classifier(knowsNoise: false), scale: scale)),
    ]
    return try guide.outcome(settings, ways, count: 4000, seed: seed, watch)
  }
}
