import Formula
import Probability
import RealModule

extension Scope {
  /// Binds the densities `p(x)`, `p(x, y)` and `p(x | y)`, where x is a value of the random number X
  /// or itself random, and their divergence `KL(p(x | y) || p(z))`; q says the same as p, where it
  /// does not speak of the chain.
  ///
  /// A label chooses other numbers of the same names: `p_\theta(x)` is the density of the number
  /// that is declared as `X_theta`, at the value x.
  mutating func bindDensities(of numbers: MixedNumbers) {
    // Where p is a step, q has to do for both.
    if self["p"] == nil {
      self["p"] = .form { call, evaluation throws(EvaluationError) in
        try numbers.density(call, &evaluation)
      }
    }
    let ofChain = self["q"]
    self["q"] = .form { call, evaluation throws(EvaluationError) in
      if case .form(let density)? = ofChain, !numbers.declare(call.arguments) {
        return try density(call, &evaluation)
      }
      return try numbers.density(call, &evaluation)
    }
    guard case .form(let written)? = self["KL"], let numbers = numbers.alone else { return }
    self["KL"] = .form { call, evaluation throws(EvaluationError) in
      guard call.separators == [.doubleBar] else { return try written(call, &evaluation) }
      let first = try numbers.law(of: call.arguments[0], &evaluation)
      let second = try numbers.law(of: call.arguments[1], &evaluation)
      guard
        let divergences = first.mean.combined(
          with: second.mean,
          {
            Gaussian(mean: $0, variance: first.variance)
              .divergence(from: Gaussian(mean: $1, variance: second.variance))
          })
      else { throw EvaluationError(.other("Let both laws be of equally many values.")) }
      return divergences
    }
  }
}

extension Expression {
  /// `p(...)` or `q(...)`, perhaps with a label.
  fileprivate var isDensity: Bool {
    guard case .call(let head, _, _) = node, let name = head.headSymbol?.canonicalName else {
      return false
    }
    return name == "p" || name == "q"
  }
}

extension MixedNumbers {
  /// Whether each formula is a value of a number that is declared.
  fileprivate func declare(_ formulas: [Expression]) -> Bool {
    formulas.allSatisfy { (try? name(ofValue: $0, label: nil)) != nil }
  }

  /// The density of the numbers before the bar, given those after it.
  fileprivate func density(
    _ call: Scope.Call, _ evaluation: inout Evaluation
  ) throws(EvaluationError) -> Value {
    let arguments = try DensityArguments(call.arguments, call.separators, call.index?.label, self)
    let values = try arguments.values(&evaluation)
    let count = values.first { $0.scalar == nil }?.elements.count
    guard values.allSatisfy({ $0.scalar != nil || $0.elements.count == count }) else {
      throw EvaluationError(.other("Give a density equally many values of each number."))
    }
    let all = try MixedDensity(of: arguments.names, in: self)
    let behind = try MixedDensity(of: arguments.seen, in: self)
    let densities = (0..<(count ?? 1)).map { place -> Double in
      let point = values.map { $0.scalar ?? $0.elements[place] }
      let rest = Array(point[(point.count - arguments.seen.count)...])
      return .exp(all.logarithm(at: point) - behind.logarithm(at: rest))
    }
    return count == nil ? .scalar(densities[0]) : .vector(densities)
  }
}

extension RandomNumbers {
  /// The law of one number given others: its mean, which goes with their values, and its variance.
  fileprivate func law(
    of formula: Expression, _ evaluation: inout Evaluation
  ) throws(EvaluationError) -> (mean: Value, variance: Double) {
    if let law = formula.writtenLaw {
      guard let variance = try evaluation.value(of: law.variance).scalar, variance > 0 else {
        throw EvaluationError(.undefined(.divisionByZero))
      }
      return (try evaluation.value(of: law.mean), variance)
    }
    guard formula.isDensity, case .call(let head, let list, _) = formula.node else {
      throw EvaluationError(.other("Write a divergence as KL(p(x | y) || p(x))."))
    }
    var (items, separators) = ([list], [Expression.Separator]())
    if case .list(let several, let signs) = list.node { (items, separators) = (several, signs) }
    var label: String?
    if case .indexed(_, let index) = head.node { label = index.label }
    let arguments = try DensityArguments(items, separators, label, MixedNumbers(self))
    guard arguments.names.count == arguments.seen.count + 1, let sum = sums[arguments.names[0]]
    else { throw EvaluationError(.other("Take the divergence of one number's laws.")) }
    return try law(of: sum, given: arguments, &evaluation)
  }

  private func law(
    of sum: NormalSum, given arguments: DensityArguments, _ evaluation: inout Evaluation
  ) throws(EvaluationError) -> (mean: Value, variance: Double) {
    let seen = arguments.seen.compactMap { sums[$0] }
    // The mean is a sum of the values with weights: at zero, and with one value at 1.
    let zero = Array(repeating: 0.0, count: seen.count)
    let base = try [sum].conditioned(on: seen, at: zero)[0]
    guard base.variance > NormalSum.vanishing * sum.variance else {
      throw EvaluationError(.other("One of these numbers is fixed by the others: no density."))
    }
    var mean = Value.scalar(base.mean)
    for (index, argument) in arguments.expressions.dropFirst().enumerated() {
      var unit = zero
      unit[index] = 1
      let weight = try [sum].conditioned(on: seen, at: unit)[0].mean - base.mean
      let value = try evaluation.value(of: argument)
      guard let next = mean.combined(with: value, { $0 + weight * $1 }) else {
        throw EvaluationError(.unequalLengths(mean.elements.count, value.elements.count))
      }
      mean = next
    }
    return (mean, base.variance)
  }
}

/// What stands in a density's brackets.
private struct DensityArguments {
  let expressions: [Expression]
  /// The random number of each.
  let names: [String]
  /// Of those after the bar.
  let seen: [String]

  init(
    _ items: [Expression], _ separators: [Expression.Separator], _ label: String?,
    _ numbers: MixedNumbers
  ) throws(EvaluationError) {
    guard separators.allSatisfy({ $0 == .comma || $0 == .given }) else {
      throw EvaluationError(.other("Write a density as p(x), p(x, y) or p(x | y)."))
    }
    var names: [String] = []
    for item in items { names.append(try numbers.name(ofValue: item, label: label)) }
    let bar = separators.firstIndex(of: .given).map { $0 + 1 } ?? items.count
    (expressions, self.names, seen) = (items, names, Array(names[bar...]))
  }

  func values(_ evaluation: inout Evaluation) throws(EvaluationError) -> [Value] {
    var values: [Value] = []
    for expression in expressions { values.append(try evaluation.value(of: expression)) }
    return values
  }
}
