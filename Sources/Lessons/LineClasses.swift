import Diffusion
import Figures
import Probability

/// Two classes of numbers, normal and equally likely, of which the first is asked for.
struct LineClasses: Sendable {
  let data: Mixture
  let schedule: Schedule

  /// The index of the class that is asked for.
  static let asked = 0

  /// The law of the class that is asked for.
  var goal: Gaussian { data.components[Self.asked] }

  var conditioned: ExactLineDenoiser { ExactLineDenoiser(data.part(Self.asked), schedule) }
  var unconditioned: ExactLineDenoiser { ExactLineDenoiser(data, schedule) }

  func classifier(knowsNoise: Bool = true) -> ExactLineClassifier {
    ExactLineClassifier(data, schedule, label: Self.asked, knowsNoise: knowsNoise)
  }

  /// The share of numbers that the data's own law counts to the class that is asked for.
  func accuracy(of numbers: [Double]) -> Double {
    let chances = data.classProbabilities(Self.asked, at: numbers)
    return Double(chances.count { $0 > 0.5 }) / Double(numbers.count)
  }
}

extension Parameter {
  /// Two classes of numbers.
  static func lineClasses(variance: String = "0.25") -> [Parameter] {
    [
      Parameter(
        "means", .reals(.through(-1e6, 1e6), count: 2), standard: "1,-1",
        "the means of two classes; the first is asked for"),
      Parameter(
        "variance", .real(.between(0, 1e6)), standard: variance, "the variance of each class"),
    ]
  }

  /// The strength of classifier-free guidance.
  static func guidance(_ standard: String) -> Parameter {
    Parameter(
      "w", .real(.through(-100, 100, step: 0.5)), standard: standard,
      "strength of guidance: 0 is the conditioned noise, -1 the unconditioned")
  }

  /// The strength of classifier guidance.
  static func guidanceScale(_ standard: String) -> Parameter {
    Parameter(
      "scale", .real(.through(-100, 100, step: 0.5)), standard: standard,
      "strength of guidance: 1 is the class as it is, 0 no class")
  }

  /// Whether the classifier is told how noisy x_t is.
  static let classifier = Parameter(
    "classifier", .choice(["noisy", "clean"]), standard: "noisy",
    "noisy: it knows x at t; clean: it takes x at t for a clean number, a slip")
}

extension Settings {
  /// The classes of `Parameter.lineClasses`.
  func lineClasses(_ schedule: Schedule) throws(FigureError) -> LineClasses {
    let means = reals("means")
    guard means.count == 2 else {
      throw .unfit("means has \(means.count) number; give two, of which the first is asked for.")
    }
    let deviation = real("variance").squareRoot()
    do {
      return LineClasses(
        data: try Mixture(
          weights: [1, 1], means: means, standardDeviations: [deviation, deviation]),
        schedule: schedule)
    } catch {
      throw .unfit(error.description)
    }
  }

  var classifierKnowsNoise: Bool { choice("classifier") != "clean" }
}
