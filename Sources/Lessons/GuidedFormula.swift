import Diffusion
import Figures
import Probability

/// Numbers or points as one list of coordinates, for which a typed formula gives one number each.
protocol Coordinates: Cloud {
  var coordinates: [Double] { get }
  init(coordinates: [Double])
}

extension [Double]: Coordinates {
  var coordinates: [Double] { self }
  init(coordinates: [Double]) { self = coordinates }
}

extension Points2D: Coordinates {
  /// All x, then all y.
  var coordinates: [Double] { xs + ys }

  init(coordinates: [Double]) {
    let half = coordinates.count / 2
    self.init(xs: Array(coordinates[..<half]), ys: Array(coordinates[half...]))
  }
}

/// A denoiser made of another's answers by some rule.
struct MixedDenoiser<Numbers: Cloud>: Denoiser {
  let mix: @Sendable (_ points: Numbers, _ t: Int) -> Numbers

  func noise(in points: Numbers, at t: Int) -> Numbers { mix(points, t) }
}

/// The reader's formula for the guided noise, in place of the right one.
struct GuidedFormula: Sendable {
  private let formula: ReaderFormula
  private let schedule: Schedule
  private let strength: (name: String, value: Double)
  /// What a formula calls the two answers that it is made of.
  private let names: [[String]]

  static let classifier = ReplaceableFormula(
    "guided_noise", standard: "eps - s*sqrt(1-abar[t])*g",
    "the noise that the sampler takes, of eps, s, g, xt, t, T, alpha[t], beta[t] and abar[t]")
  static let classifierFree = ReplaceableFormula(
    "guided_noise", standard: "(1+w)*eps_c - w*eps_u",
    "the noise that the sampler takes, of eps_c, eps_u, w, xt, t, T and the schedule's tables")

  /// A formula of the network's noise and the classifier's gradient; nil where none was typed.
  init?(
    _ settings: Settings, _ schedule: Schedule, scale: Double
  ) throws(FigureError) {
    try self.init(
      Self.classifier, settings, schedule, strength: ("s", scale),
      names: [FormulaNames.wholeNoise, ["g"]])
  }

  /// A formula of the conditioned noise and the unconditioned; nil where none was typed.
  init?(
    _ settings: Settings, _ schedule: Schedule, w: Double
  ) throws(FigureError) {
    try self.init(
      Self.classifierFree, settings, schedule, strength: ("w", w),
      names: [["epsilon_c"], ["epsilon_u"]])
  }

  private init?(
    _ replaceable: ReplaceableFormula, _ settings: Settings, _ schedule: Schedule,
    strength: (name: String, value: Double), names: [[String]]
  ) throws(FigureError) {
    let trials = Set([1, (schedule.steps + 1) / 2, schedule.steps]).sorted().map { t in
      Self.bound(schedule, t, strength, names, [[0.3, -1.2], [0.7, 2.1], [-0.4, 0.9]])
    }
    guard let formula = try ReaderFormula(replaceable, settings, trials: trials) else {
      return nil
    }
    (self.formula, self.schedule) = (formula, schedule)
    (self.strength, self.names) = (strength, names)
  }

  private static func bound(
    _ schedule: Schedule, _ t: Int, _ strength: (name: String, value: Double),
    _ names: [[String]], _ lists: [[Double]]
  ) -> FormulaNames {
    var bound = FormulaNames(schedule, at: t)
    bound.bind(FormulaNames.noisy, to: lists[0])
    for (names, list) in zip(names, lists.dropFirst()) { bound.bind(names, to: list) }
    bound.bind(strength.name, to: strength.value)
    return bound
  }

  /// A denoiser by the formula, from what gives both answers at once.
  func denoiser<Numbers: Coordinates>(
    _ answers: @escaping @Sendable (_ points: Numbers, _ t: Int) -> (Numbers, Numbers)
  ) -> MixedDenoiser<Numbers> {
    MixedDenoiser { points, t in
      let (first, second) = answers(points, t)
      let names = Self.bound(
        schedule, t, strength, names,
        [points.coordinates, first.coordinates, second.coordinates])
      return Numbers(coordinates: formula.values(names))
    }
  }
}
