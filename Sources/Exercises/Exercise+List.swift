extension Exercise {
  /// The exercises that came with the program, in the order of the lessons.
  package static let all: [Exercise] =
    forward + posterior + prediction + steps + guidance + journeys

  /// One of a formula, which a program can answer as well.
  init(
    _ id: String, in lesson: String, asks: String, _ formula: FormulaTask,
    program: ProgramTask? = nil
  ) {
    self.init(
      id: id, lesson: lesson, asks: asks, formula: formula,
      program: program ?? ProgramTask(formula))
  }
}

/// Formulas that several exercises have in common, as they are typed.
enum Common {
  static let variance = "(1 - abar[t-1])/(1 - abar[t]) * beta[t]"
  static let mean = "(xt - beta[t]/sqrt(1 - abar[t])*eps)/sqrt(alpha[t])"
  static let x0 = "(xt - sqrt(1 - abar[t])*eps)/sqrt(abar[t])"
  static let varianceOfPair = "((1 - abar[p])/(1 - abar[t])*(1 - abar[t]/abar[p]))"

  static let alphaForAbar =
    "Alpha stands where alpha-bar is meant: alpha is one step's share, alpha-bar the product of all."
  static let unrooted =
    "A variance stands where a standard deviation is meant: noise of variance v is sqrt(v) times "
    + "a standard normal draw."
  static let shifted = "An index is off by one."
  static let inverted = "A fraction stands upside down."
  static let signOfNoise = "The sign of the noise is wrong: what was added is taken away again."
}
