import Formula
import Probability

/// The random numbers of one trial, each made of independent standard normal sources.
///
/// One in which nothing is random is a number under a name: `V: 1/(1/v + 1/w)`; one made of x of the
/// chain has a number for each draw.
struct RandomNumbers: Sendable {
  private(set) var sums: [String: NormalSum] = [:]
  /// Names of numbers that follow from the chain's draws.
  private var followers: [String: Value] = [:]
  private(set) var sourceCount = 0
  private var scope: Scope

  /// More sources than a lesson ever has.
  static let sourceLimit = 16

  /// The numbers of some declarations, each made of those before it.
  ///
  /// - Parameters:
  ///   - declared: the names with their laws.
  ///   - scope: what other names stand for.
  ///   - isPart: whether these are the numbers of one part of a mixture only, so that averages can't
  ///     be declared.
  /// - Throws: that a law is not a sum of normal numbers with weights, or has no value.
  init(
    _ declared: [RandomName], in scope: Scope, isPart: Bool = false
  ) throws(EvaluationError) {
    self.scope = scope
    for declaration in declared {
      if let value = follower(declaration.law) {
        followers[declaration.name] = value
        self.scope[declaration.name] = .value(value)
        continue
      }
      if !isPart, declaration.law.names.contains("E") {
        self.scope.bindForms(of: MixedNumbers(self))
      }
      let sum = try sum(declaring: declaration.law)
      sums[declaration.name] = sum
      if !sum.isRandom { self.scope[declaration.name] = .value(.scalar(sum.mean)) }
    }
  }

  /// The values of a formula that the scope alone gives several, with nothing declared random in it.
  private func follower(_ law: Expression) -> Value? {
    guard !law.names.contains(where: { sums[$0]?.isRandom ?? false }),
      let value = try? law.value(in: scope), value.scalar == nil
    else { return nil }
    return value
  }

  private mutating func sum(declaring law: Expression) throws(EvaluationError) -> NormalSum {
    guard let (mean, variance) = law.writtenLaw else { return try sum(of: law) }
    guard let mean = try mean.value(in: scope).scalar,
      let variance = try variance.value(in: scope).scalar
    else { throw EvaluationError(.other("Give a law one mean and one variance.")) }
    guard variance >= 0 else { throw EvaluationError(.undefined(.rootOfNegative)) }
    guard sourceCount < Self.sourceLimit else {
      throw EvaluationError(.other("Declare at most \(Self.sourceLimit) random numbers."))
    }
    sourceCount += 1
    let weights = Array(repeating: 0, count: sourceCount - 1) + [variance.squareRoot()]
    return NormalSum(mean: mean, weights: weights)
  }

  /// What a formula is made of, read off its values.
  ///
  /// At zero sources it is the mean; with one source at 1, that source's weight more. At another
  /// point the sum must come out, else the formula is not one.
  func sum(of formula: Expression) throws(EvaluationError) -> NormalSum {
    let count = sourceCount
    let probe: @Sendable (Int) -> Double = { Double($0 % 7) / 4 - 0.8 }
    var scope = scope
    bind(
      in: &scope, places: count + 2,
      (0..<count).map { source in
        (0...count).map { $0 == source + 1 ? 1 : 0 } + [probe(source)]
      })
    let value = try formula.value(in: scope)
    guard case .vector(let values) = value, values.count == count + 2 else {
      guard let mean = value.scalar else {
        throw EvaluationError(.other("This formula has several values."))
      }
      return NormalSum(mean: mean, weights: [])
    }
    let sum = NormalSum(mean: values[0], weights: values[1...count].map { $0 - values[0] })
    let scale = sum.weights.reduce(abs(sum.mean)) { $0 + abs($1) }
    guard abs(values[count + 1] - sum.value(at: probe)) <= Test.tolerance * scale else {
      throw EvaluationError(.other("This is not a sum of normal numbers with weights."))
    }
    return sum
  }

  /// Binds random names to a vector each.
  ///
  /// - Parameters:
  ///   - scope: where they are bound.
  ///   - places: the length of the vectors.
  ///   - sources: for each source its values at the places.
  ///   - wanted: the names to bind; nil for all.
  func bind(
    in scope: inout Scope, places: Int, _ sources: [[Double]], only wanted: Set<String>? = nil
  ) {
    for (name, sum) in sums where wanted?.contains(name) ?? true {
      guard sum.isRandom else {
        scope[name] = .value(.scalar(sum.mean))
        continue
      }
      var values = [Double](repeating: sum.mean, count: places)
      for (weight, source) in zip(sum.weights, sources) where weight != 0 {
        for place in values.indices { values[place] += weight * source[place] }
      }
      scope[name] = .value(.vector(values))
    }
  }

  /// Binds each random name to draws: equal sources have equal draws.
  func bindDraws(in scope: inout Scope, _ draws: Draws) {
    let normals = (0..<sourceCount).map { source in
      var generator = CounterGenerator(
        seed: draws.seed(of: 22), stream: UInt64(truncatingIfNeeded: source))
      return generator.normals(draws.count)
    }
    bind(in: &scope, places: draws.count, normals)
    for (name, value) in followers { scope[name] = .value(value) }
  }
}
