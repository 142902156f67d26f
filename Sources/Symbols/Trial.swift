import Canvas
import Diffusion
package import Formula
import Probability

/// One place where a formula is tried: a step of a schedule, and a number for each free name.
struct Trial: Sendable {
  let field: Field
  let t: Int
  let scope: Scope
  let numbers: MixedNumbers
  let draws: Draws
  /// Where this is, for a reader who wants to do it again; empty where there is but one place.
  let place: String
}

extension Judge {
  /// Where a relation is tried: at steps of all schedules, or where it speaks of no step, at
  /// values of its free names alone.
  ///
  /// A sample, by its number, has many draws at few of the places, independent of those of others.
  ///
  /// - Throws: why a declared random number is none.
  func trials(
    of relation: Comparison, sample: UInt64? = nil
  ) throws(EvaluationError) -> [Trial] {
    var places = places(of: relation)
    if sample != nil { places = places.spread(to: Self.mostSampled) }
    let last = places.map(\.t).max() ?? 1
    let draws =
      isAveraged(relation)
      ? .averaged
      : Draws(
        atEachOf: sample == nil ? places.count : 1, through: last, seed: sample ?? 0)
    var trials: [Trial] = []
    for (number, place) in places.enumerated() {
      trials.append(try trial(place.field, t: place.t, number: number, draws, place.words))
    }
    return trials
  }

  /// So many places have a sample.
  private static let mostSampled = 6

  private func places(of relation: Comparison) -> [(field: Field, t: Int, words: [String])] {
    guard let field = fields.first, !speaksOfSteps(relation) else { return placesOfSteps }
    return (0..<(isFixed(relation) ? 1 : Conditions.draws)).map { _ in (field, 1, []) }
  }

  private var placesOfSteps: [(field: Field, t: Int, words: [String])] {
    fields.flatMap { field in
      conditions.trials(of: field.schedule)
        .filter { t in conditions.earlier.allSatisfy { $0.value(at: 0, t: t) != nil } }
        .map { (field, $0, ["t = \($0) of T = \(field.schedule.steps)"]) }
    }
  }

  func trial(
    _ field: Field, t: Int, number: Int, _ draws: Draws = .averaged, _ place: [String] = []
  ) throws(EvaluationError) -> Trial {
    var scope = field.scope(at: t, constants: conditions.constants, draws)
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
    if !conditions.random.isEmpty { scope.bind(numbers, draws) }
    return Trial(
      field: field, t: t, scope: scope, numbers: numbers, draws: draws,
      place: place.joined(separator: ", "))
  }

  /// Whether no free name stands in the relation, so that one trial says all.
  private func isFixed(_ relation: Comparison) -> Bool {
    names(in: relation).isDisjoint(with: conditions.free.map(\.name))
  }

  /// Whether each draw costs an average.
  func isAveraged(_ relation: Comparison) -> Bool {
    !names(in: relation).isDisjoint(with: ["E", "Var", "Cov"])
  }

  /// The names in a relation, and in what its declared names are made of.
  private func names(in relation: Comparison) -> Set<String> {
    conditions.random.reversed().reduce(into: relation.left.names.union(relation.right.names)) {
      if $0.contains($1.name) || $0.contains($1.name.lowercased()) { $0.formUnion($1.law.names) }
    }
  }

  /// Whether a relation of the formula depends on a step of a schedule.
  package func speaksOfSteps(_ formula: Expression) -> Bool {
    formula.relationsByLine().joined().contains(where: speaksOfSteps)
  }

  private func speaksOfSteps(_ relation: Comparison) -> Bool {
    let own =
      conditions.constants.map(\.name) + conditions.free.map(\.name)
      + conditions.random.map(\.name)
    return !names(in: relation).subtracting(own)
      .isDisjoint(with: Field.namesOfSteps.union(conditions.earlier.map(\.name)))
  }
}

extension Array {
  /// Some of the elements, the first and the last among them.
  fileprivate func spread(to most: Int) -> [Element] {
    guard count > most, most > 1 else { return self }
    return (0..<most).map { self[$0 * (count - 1) / (most - 1)] }
  }
}
