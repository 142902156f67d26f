import Diffusion
package import Formula

/// Tells whether relations hold under some conditions, with the evidence.
package struct Judge: Sendable {
  let conditions: Conditions
  let fields: [Field]

  package init(_ conditions: Conditions) {
    self.conditions = conditions
    fields = conditions.schedules.map(Field.init)
  }

  /// The verdicts on each line of a formula, one for each relation of the line.
  package func verdicts(of formula: Expression) -> [[Verdict]] {
    formula.relationsByLine().map { $0.map(verdict) }
  }

  /// The value of a formula without a relation, under the first schedule at its last step.
  package func value(of formula: Expression) throws(EvaluationError) -> Value {
    guard let field = fields.first, let t = conditions.trials(of: field.schedule).last else {
      throw EvaluationError(.other("There is no step to try."))
    }
    return try formula.value(in: trial(field, t: t, number: 0).scope)
  }

  /// Draw by draw first; where that can't be decided or is not so, in distribution: exactly where
  /// both sides are normal, by draws where they are not.
  private func verdict(of relation: Comparison) -> Verdict {
    let drawn = drawnVerdict(of: relation)
    guard drawn.outcome != .holds, relation.sign == .equal || relation.sign == .distributed else {
      return drawn
    }
    return normalVerdict(of: relation) ?? lawVerdict(of: relation) ?? sampledVerdict(of: relation)
      ?? drawn
  }

  private func drawnVerdict(of relation: Comparison) -> Verdict {
    guard let test = Test(relation.sign) else {
      return Verdict(.unknown, "This sign says something that is not a matter of numbers.")
    }
    var evidence = Evidence(test)
    let trials: [Trial]
    do {
      trials = try self.trials(of: relation)
    } catch {
      return Verdict(.unknown, error.description)
    }
    for trial in trials {
      do throws(EvaluationError) {
        let left = try relation.left.value(in: trial.scope)
        let right = try relation.right.value(in: trial.scope)
        evidence.add(left, right, at: trial.place, steps: trial.field.schedule.steps)
      } catch {
        guard error.dependsOnPoint else { return Verdict(.unknown, error.description) }
      }
    }
    return evidence.verdict
  }
}
