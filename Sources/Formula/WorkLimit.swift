extension Expression {
  /// What the formula comes to, or the error that it takes more than some steps of work.
  ///
  /// For formulas that are evaluated often: a nested sum that is well for once is not for a film.
  /// `limit` is at most the one that every evaluation has.
  package func value(in scope: Scope, limit: Int) throws(EvaluationError) -> Value {
    var evaluation = Evaluation(scope, steps: max(0, Evaluation.stepLimit - limit))
    do {
      return try evaluation.value(of: self)
    } catch {
      guard case .tooMuchWork = error.reason else { throw error }
      throw EvaluationError(.tooMuchWork(limit: limit), at: error.range)
    }
  }
}
