import Diffusion
import Formula

/// One schedule with the names of the field bound to its tables and to simulated numbers.
struct Field: Sendable {
  let schedule: Schedule

  /// The names whose meaning is a schedule's, or a number's on its way through the steps.
  static let namesOfSteps = Set(
    ["t", "T", "alpha", "beta", "alpha_bar", "beta_tilde", "mu_tilde", "q", "SNR", "snr", "x"]
      + Law.names)

  init(_ schedule: Schedule) { self.schedule = schedule }

  /// The names at step t: t, T, alpha, beta, alpha-bar, SNR, and x and epsilon draw by draw.
  func scope(
    at t: Int, constants: [(name: String, value: Double)], _ draws: Draws = .averaged
  ) -> Scope {
    var scope = Scope()
    scope["t"] = .value(.scalar(Double(t)))
    scope["T"] = .value(.scalar(Double(schedule.steps)))
    scope["alpha"] = Scope.table(from: 1, Array(schedule.alpha.dropFirst()))
    scope["beta"] = Scope.table(from: 1, Array(schedule.beta.dropFirst()))
    scope["alpha_bar"] = Scope.table(from: 0, schedule.alphaBar)
    for name in ["SNR", "snr"] { scope[name] = signalToNoiseRatio }
    // One pixel at a time: the identity matrix is the number 1.
    scope["I"] = .value(.scalar(1))
    scope["x"] = .table(0...schedule.steps) { index throws(EvaluationError) in
      .vector(WalkedChain.of(schedule, draws).values(at: index))
    }
    scope["epsilon"] = .table(1...schedule.steps) { index throws(EvaluationError) in
      .vector(WalkedChain.of(schedule, draws).noise(at: index))
    }
    scope.bindPosterior(of: schedule)
    scope.bindChainDensity(of: schedule)
    scope.bindFreshNoise(through: schedule.steps, draws)
    for (name, value) in constants { scope[name] = .value(.scalar(value)) }
    return scope
  }

  private var signalToNoiseRatio: Scope.Binding {
    .function { arguments throws(EvaluationError) in
      guard let argument = arguments.first?.scalar, arguments.count == 1,
        let t = Int(exactly: argument)
      else { throw EvaluationError(.needsArguments("SNR")) }
      guard (1...schedule.steps).contains(t) else {
        throw EvaluationError(.indexOutOfRange("SNR", t, allowed: 1...schedule.steps))
      }
      return .scalar(schedule.signalToNoiseRatio(at: t))
    }
  }
}
