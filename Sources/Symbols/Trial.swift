import Canvas
import Diffusion
import Formula
import Probability

/// One place where a formula is tried: a step of a schedule, and a number for each free name.
struct Trial: Sendable {
  let field: Field
  let t: Int
  let scope: Scope
  let numbers: MixedNumbers
  /// Where this is, for a reader who wants to do it again; empty where there is but one place.
  let place: String
}

extension Judge {
  /// Where a relation is tried: at steps of all schedules, or where it speaks of no step, at
  /// values of its free names alone.
  ///
  /// - Throws: why a declared random number is none.
  func trials(of relation: Comparison) throws(EvaluationError) -> [Trial] {
    guard let field = fields.first, !speaksOfSteps(relation) else { return try trialsOfSteps() }
    var trials: [Trial] = []
    for number in 0..<(isFixed(relation) ? 1 : Conditions.draws) {
      trials.append(try trial(field, t: 1, number: number, place: []))
    }
    return trials
  }

  private func trialsOfSteps() throws(EvaluationError) -> [Trial] {
    var trials: [Trial] = []
    for field in fields {
      for t in conditions.trials(of: field.schedule)
      where conditions.earlier.allSatisfy({ $0.value(at: 0, t: t) != nil }) {
        let place = ["t = \(t) of T = \(field.schedule.steps)"]
        trials.append(try trial(field, t: t, number: trials.count, place: place))
      }
    }
    return trials
  }

  func trial(
    _ field: Field, t: Int, number: Int, place: [String]
  ) throws(EvaluationError) -> Trial {
    var scope = field.scope(at: t, constants: conditions.constants)
    scope.bindLaws()
    var place = place
    for earlier in conditions.earlier {
      guard let step = earlier.value(at: number, t: t) else { continue }
      scope[earlier.name] = .value(.scalar(Double(step)))
      place.append("\(earlier.name) = \(step)")
    }
    for (stream, free) in conditions.free.enumerated() {
      let value = free.value(at: number, stream: stream)
      scope[free.name] = .value(.scalar(value))
      place.append("\(free.name) = \(value.short(significant: 4))")
    }
    let numbers = try MixedNumbers(conditions.random, in: scope)
    if let start = numbers.alone?.sums["X_0"] {
      let law = Gaussian(mean: start.mean, variance: start.variance)
      scope.bindChainDensity(of: field.schedule, start: law)
    }
    if !conditions.random.isEmpty { scope.bind(numbers) }
    return Trial(
      field: field, t: t, scope: scope, numbers: numbers, place: place.joined(separator: ", "))
  }

  /// Whether no free name stands in the relation, so that one trial says all.
  private func isFixed(_ relation: Comparison) -> Bool {
    names(in: relation).isDisjoint(with: conditions.free.map(\.name))
  }

  /// The names in a relation, and in what its declared names are made of.
  private func names(in relation: Comparison) -> Set<String> {
    conditions.random.reversed().reduce(into: relation.left.names.union(relation.right.names)) {
      if $0.contains($1.name) || $0.contains($1.name.lowercased()) { $0.formUnion($1.law.names) }
    }
  }

  private func speaksOfSteps(_ relation: Comparison) -> Bool {
    let own =
      conditions.constants.map(\.name) + conditions.free.map(\.name)
      + conditions.random.map(\.name)
    return !names(in: relation).subtracting(own)
      .isDisjoint(with: Field.namesOfSteps.union(conditions.earlier.map(\.name)))
  }
}
