import Formula

/// An answer tried at one case: what it came to beside what is right.
struct FormulaTrial: Sendable {
  let point: Case
  let expected: Measurement
  /// The answer's value; nil where it has none.
  let got: Measurement?
  /// Why it has none.
  let failure: EvaluationError?

  /// How the answer compares with what is right; nil where it has no value.
  var closeness: Measurement.Closeness? { got?.closeness(to: expected) }

  var values: (expected: Double, got: Double)? {
    guard let right = expected.value.scalar, let value = got?.value.scalar else { return nil }
    return (right, value)
  }
}

extension FormulaTask {
  /// How many cases must decide before the verdict is given.
  static let enoughPoints = 36
  /// As many must agree at least; the others may be where a right rewriting divides by zero.
  static let fewestPoints = 8

  /// The answer at the running example and at drawn cases, until enough of them decide.
  ///
  /// A case where it has no value decides nothing, and another is drawn.
  /// - Throws: what is wrong with the formula itself, whatever the case.
  func trials(of formula: Expression) throws(EvaluationError) -> [FormulaTrial] {
    let cases = Cases(steps: steps, variables: variables, hasLists: false)
    var trials: [FormulaTrial] = []
    var decided = 0
    var work = 0
    for point in cases.running() + cases.edges() + (0..<200).lazy.compactMap(cases.drawn) {
      guard decided < Self.enoughPoints else { break }
      let trial = try trial(of: formula, at: point, &work)
      trials.append(trial)
      if trial.closeness == .equal || trial.closeness == .different { decided += 1 }
    }
    return trials
  }

  private func trial(
    of formula: Expression, at point: Case, _ work: inout Int
  ) throws(EvaluationError) -> FormulaTrial {
    let expected = Measurement(exact: oracle(point))
    do throws(EvaluationError) {
      let got = try formula.measured(in: scope(at: point), work: &work)
      if let table = asked.table, got.hasRead(table, at: point.t) {
        throw EvaluationError(.unknownSymbol(table, nearest: nil))
      }
      return FormulaTrial(point: point, expected: expected, got: got, failure: nil)
    } catch {
      guard error.dependsOnPoint else { throw error }
      return FormulaTrial(point: point, expected: expected, got: nil, failure: error)
    }
  }
}
