import Diffusion
import Figures
import Probability

/// The figures of lesson 12: guidance by the difference of two answers of one network.
extension Figure {
  static let classifierFreeGuidance: [Figure] = [
    classifierFreeTraining, classifierFreeLearning, classifierFreeExact, classifierFreeSlips,
    classifierFreeTilted,
    classifierFreeSample, classifierFreeTrade, classifierFreeGlyphs,
  ]
}

extension Figure {
  /// Numbers of two classes, exactly guided.
  static let classifierFreeExact = Figure(
    "exact", title: "Numbers that are guided to one of two classes, without a classifier",
    parameters: Parameter.lineClasses() + [.guidance("1"), .visited(1000), .eta()]
      + Parameter.schedule,
    formulas: [GuidedFormula.classifierFree]
  ) { settings, seed, watch throws(FigureError) in
    let (guide, w) = (try LineGuide(settings), settings.real("w"))
    let own = try GuidedFormula(settings, guide.schedule, w: w)
    var ways = [
      GuidedLine.Way(
        "the right formula", suffix: own == nil ? "" : "_right", guide.guided(w: w))
    ]
    if let own {
      let (conditioned, unconditioned) = (guide.classes.conditioned, guide.classes.unconditioned)
      let denoiser = own.denoiser { points, t in
        (conditioned.noise(in: points, at: t), unconditioned.noise(in: points, at: t))
      }
      ways.append(GuidedLine.Way("your formula", denoiser, importance: 1))
    }
    return try guide.outcome(settings, ways, seed: seed, watch)
  }

  /// What becomes of the numbers where the formula has a slip.
  static let classifierFreeSlips = Figure(
    "slips", title: "Three slips in the guided noise, and what they do",
    parameters: Parameter.lineClasses() + [.guidance("2"), .visited(200), .eta()]
      + Parameter.schedule
  ) { settings, seed, watch throws(FigureError) in
    let (guide, w) = (try LineGuide(settings), settings.real("w"))
    let (conditioned, unconditioned) = (guide.classes.conditioned, guide.classes.unconditioned)
    let ways = [
      GuidedLine.Way("right", guide.guided(w: w), importance: 1),
      GuidedLine.Way(
        "conditions swapped", suffix: "_swapped",
        ClassifierFreeDenoiser(unconditioned, conditioned, w: w)),
      GuidedLine.Way("w for 1 + w", suffix: "_w_for_one_plus_w", guide.guided(w: w - 1)),
      GuidedLine.Way("sign of w", suffix: "_sign", guide.guided(w: -w)),
    ]
    return try guide.outcome(settings, ways, count: 4000, seed: seed, watch)
  }
}
