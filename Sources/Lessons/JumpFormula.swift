import Diffusion
import Figures

/// A formula of the reader's for x at t, in place of the jump.
struct JumpFormula: Sendable {
  private let formula: ReaderFormula
  private let schedule: Schedule

  /// What the reader may replace.
  ///
  /// Source: DDPM, equation 4.
  static let replaceable = ReplaceableFormula(
    "jump", standard: "sqrt(abar_t)*x0 + sqrt(1-abar_t)*eps",
    "x at t, of x0, eps, t, T, alpha[t], beta[t] and abar[t]")

  /// Reads what the reader typed; nil where nothing was.
  ///
  /// - Parameters:
  ///   - settings: those of the figure, with the reader's formulas.
  ///   - schedule: the one whose steps the formula is for.
  ///   - trial: some of the numbers that it is for.
  /// - Throws: that the formula can't be read, or has no value whatever the numbers are.
  init?(
    _ settings: Settings, _ schedule: Schedule, trial: (starts: [Double], noise: [Double])
  ) throws(FigureError) {
    let steps = Set([1, (schedule.steps + 1) / 2, schedule.steps]).sorted()
    let trials = steps.map { FormulaNames(schedule, jump: trial.starts, trial.noise, at: $0) }
    guard let formula = try ReaderFormula(Self.replaceable, settings, trials: trials) else {
      return nil
    }
    (self.formula, self.schedule) = (formula, schedule)
  }

  /// x at t of each number; nil where the formula has no value for one of them.
  func whole(_ starts: [Double], noise: [Double], at t: Int) -> [Double]? {
    formula.whole(FormulaNames(schedule, jump: starts, noise, at: t))
  }

  /// x at t of each number; not a number where the formula has no value.
  func values(_ starts: [Double], noise: [Double], at t: Int) -> [Double] {
    formula.values(FormulaNames(schedule, jump: starts, noise, at: t))
  }
}

extension FormulaNames {
  fileprivate init(_ schedule: Schedule, jump starts: [Double], _ noise: [Double], at t: Int) {
    self.init(schedule, at: t)
    bind(Self.start, to: starts)
    bind(Self.wholeNoise, to: noise)
  }
}
