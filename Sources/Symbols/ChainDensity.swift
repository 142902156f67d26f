import Diffusion
import Formula
import Probability
import RealModule

/// Densities of a number on its way through the steps: `q(x_t | x_{t-1})`, `q(x_{t-1} | x_t, x_0)`.
///
/// The chain has no memory. So a joint density is that of the earliest x, times a transition to each
/// later one from the one before it:
///
///     q(x_a, x_b, x_c) = q(x_a) q(x_b | x_a) q(x_c | x_b),  a < b < c
///
/// and what some x have when others are given is a ratio of two such products. Where the earliest x
/// is given, its own density cancels, and nothing need be known of the data.
struct ChainDensity: Sendable {
  let schedule: Schedule
  /// The law of x_0; nil where nothing is said of it.
  let start: Gaussian?

  /// Some x with their values, the earliest first.
  private typealias Points = [(index: Int, values: Value)]

  func density(
    _ call: Scope.Call, _ evaluation: inout Evaluation
  ) throws(EvaluationError) -> Value {
    let bar = call.separators.firstIndex(of: .given).map { $0 + 1 } ?? call.arguments.count
    guard call.index == nil, call.separators.allSatisfy({ $0 == .comma || $0 == .given }) else {
      throw EvaluationError(.other("Write a density as q(x_t), or as q(x_t | x_0)."))
    }
    let all = try points(call.arguments, &evaluation)
    let given = try points(Array(call.arguments[bar...]), &evaluation)
    let knowsEarliest = given.first?.index == all.first?.index
    let joint = try logarithm(of: all, isFirstGiven: knowsEarliest)
    let condition = try logarithm(of: given, isFirstGiven: knowsEarliest)
    guard let ratio = joint.combined(with: condition, -) else {
      throw EvaluationError(.unequalLengths(joint.elements.count, condition.elements.count))
    }
    return ratio.map { .exp($0) }
  }

  private func points(
    _ arguments: [Expression], _ evaluation: inout Evaluation
  ) throws(EvaluationError) -> Points {
    var points: Points = []
    for argument in arguments {
      guard case .indexed(let base, let index) = argument.node,
        base.headSymbol?.canonicalName == "x",
        let step = try evaluation.value(of: index).scalar.flatMap({ Int(exactly: $0) })
      else { throw EvaluationError(.other("Give q an x with its step, such as x_t.")) }
      points.append((step, try evaluation.value(of: argument)))
    }
    points.sort { $0.index < $1.index }
    guard zip(points, points.dropFirst()).allSatisfy({ $0.index < $1.index }) else {
      // At t = 1 the x before is x_0: a number that is known has no density.
      throw EvaluationError(.undefined(.tooLarge("density")))
    }
    return points
  }

  private func logarithm(
    of points: Points, isFirstGiven: Bool
  ) throws(EvaluationError) -> Value {
    guard let first = points.first else { return .scalar(0) }
    var total = Value.scalar(0)
    if !isFirstGiven {
      guard let start else {
        throw EvaluationError(.other("Declare X_0: this density depends on the law of the data."))
      }
      let law = schedule.diffused(start, to: first.index)
      total = first.values.map { law.logDensity(at: $0) }
    }
    for (earlier, later) in zip(points, points.dropFirst()) {
      let pair = schedule.posterior(at: later.index, previous: earlier.index)
      let transition = Gaussian(mean: 0, variance: pair.beta)
      let step = later.values.combined(with: earlier.values) { later, earlier in
        transition.logDensity(at: later - pair.alpha.squareRoot() * earlier)
      }
      guard let step, let sum = total.combined(with: step, +) else {
        throw EvaluationError(
          .unequalLengths(earlier.values.elements.count, later.values.elements.count))
      }
      total = sum
    }
    return total
  }
}

extension Scope {
  /// Binds `q` to the densities of the chain; `start` is the law of x_0 where it is declared.
  mutating func bindChainDensity(of schedule: Schedule, start: Gaussian? = nil) {
    let chain = ChainDensity(schedule: schedule, start: start)
    self["q"] = .form { call, evaluation throws(EvaluationError) in
      try chain.density(call, &evaluation)
    }
  }
}
