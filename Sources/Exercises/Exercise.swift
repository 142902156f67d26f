import Formula

/// A task whose answer is known exactly, to be given as a formula, as a program, or as either.
package struct Exercise: Sendable {
  /// The name that never changes: `posterior-variance`.
  package let id: String
  /// The lesson that it belongs to.
  package let lesson: String
  /// What is asked for, as a noun: `the variance of q(x_{t-1} given x_t, x_0)`.
  package let asks: String
  /// Nil where only a program can answer.
  package let formula: FormulaTask?
  /// Nil where only a formula can answer.
  package let program: ProgramTask?
}

extension Exercise: CustomStringConvertible {
  package var description: String { id }
}
