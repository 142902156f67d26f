import Diffusion
import Formula

/// Rules on what has a law: `\epsilon \sim \mathcal N(0, I)`, `x_t \sim q(x_t|x_0)`, and sums of laws.
struct LawRule: Sendable {
  let relation: Spelled

  /// `X \sim law`.
  var ruling: Ruling {
    if let law = relation.right.normalLaw { return ruling(normal: law) }
    guard case .call(let head, let arguments, _) = relation.right.node,
      let name = head.headSymbol?.name
    else { return .unknown("This is no law that is known here.") }
    if Densities.Process(rawValue: name) != nil { return ruling(density: arguments) }
    guard relation.left.label == "t" else { return .unknown("This is no law that is known here.") }
    return uniform(name, arguments)
  }

  /// Steps are drawn evenly from 1 to T.
  ///
  /// Source: DDPM, Algorithm 1, line 3.
  private func uniform(_ name: String, _ arguments: Expression) -> Ruling {
    guard ["U", "Uniform", "Unif", "Uni"].contains(name) else {
      return .unknown("This is no law that is known here.")
    }
    var ends = arguments.items
    if ends.count == 1, case .fenced(let content, _) = ends[0].node { ends = content.items }
    ends.removeAll { if case .dots = $0.node { true } else { false } }
    guard ends.count >= 2, ends.last?.label == "T" else {
      return .unknown("Steps are drawn from 1 to T.")
    }
    guard ends.first?.label == "1" else {
      return .unknown("Steps are drawn from 1 to T; this begins elsewhere.")
    }
    return .holds("So training draws its steps.", source: "DDPM, Algorithm 1, line 3")
  }

  /// A number drawn from a density that is written out is the one before its bar.
  private func ruling(density arguments: Expression) -> Ruling {
    let drawn: [Expression]
    if case .list(let items, let separators) = arguments.node {
      drawn = Array(items[..<(separators.firstIndex(of: .given).map { $0 + 1 } ?? items.count)])
    } else {
      drawn = [arguments]
    }
    guard drawn.count == 1, !relation.left.namedX.isEmpty else {
      return .unknown("This is no law that is known here.")
    }
    guard drawn[0] == relation.left.items[0] else {
      return Ruling(
        outcome: .fails, says: "What is drawn is not what stands before the bar of the density.")
    }
    return .holds("What is drawn stands before the bar of the density.")
  }

  private func ruling(normal law: (variable: Expression?, mean: Expression, variance: Expression))
    -> Ruling
  {
    let left = relation.left.items
    if let variable = law.variable, variable != left[0] {
      return Ruling(outcome: .fails, says: "The law is that of another number.")
    }
    if left.count == 1, left[0].isLastX, law.mean.label == "0" {
      return start(law.variance)
    }
    let named = law.mean.namedX + law.variance.namedX + left.dropFirst().flatMap(\.namedX)
    guard relation.names.isDisjoint(with: Set(Network.Kind.allCases.map(\.rawValue) + ["$guided"]))
    else { return step(law) }
    return compare(left[0], named, law)
  }

  /// The way back starts at the standard normal.
  ///
  /// Source: DDPM, equation 1, Algorithm 2, line 1.
  private func start(_ variance: Expression) -> Ruling {
    let one = try? variance.value(in: Scope(["I": .value(.scalar(1))])).scalar
    guard one == 1 else {
      return Ruling(outcome: .fails, says: "The way back starts at the standard normal law.")
    }
    return .holds(
      "The way back starts there; x_T of the forward process has this law only as far as abar_T is 0.",
      source: "DDPM, Algorithm 2, line 1")
  }

  /// The law of a sampler's step, which is a mean plus noise.
  private func step(_ law: (variable: Expression?, mean: Expression, variance: Expression))
    -> Ruling
  {
    let noise = NoiseName(number: relation.noises.count, name: "z", index: .none)
    let fresh = Expression.name(noise.bound, .name("t"))
    var step = relation
    step.noises.append(noise)
    step.right = .plus(law.mean, .times(.root(law.variance), fresh))
    guard let found = Trier(step).reverseStep(Reading()) else {
      return .unknown("It is no published step of a sampler.")
    }
    return .holds("It is \(found.step.name).", source: found.step.source)
  }

  private func compare(
    _ left: Expression, _ named: [Expression],
    _ law: (variable: Expression?, mean: Expression, variance: Expression)
  ) -> Ruling {
    let trier = Trier(relation)
    let reading = Reading(roles: relation.freshRoles)
    var points = 0
    for situation in trier.situations {
      do throws(EvaluationError) {
        let interpretation = situation.interpretation(reading, relation.noises)
        guard let sum = try interpretation.law(of: left) else {
          return .unknown("The left side is no sum of normal numbers.")
        }
        guard sum.isRandom else { return .unknown("Nothing is random at the left side.") }
        let sources = SourceValues(drawing: interpretation.sourceCount, seed: situation.seed)
        let scope = interpretation.scope(sources)
        let others = try interpretation.sums(of: named)
        guard let mean = try law.mean.value(in: scope).scalar,
          let variance = try law.variance.value(in: scope).scalar
        else { return .unknown("Give a law one mean and one variance.") }
        let rest = sum.given(others)
        let expected = sum.mean + dot(sum.weights, sources.point) - dot(rest.weights, sources.point)
        if let difference = difference(
          (expected, mean), (rest.variance, variance), situation, reading)
        {
          return .fails(difference)
        }
        points += 1
      } catch {
        guard error.dependsOnPoint else { return .unknown(error.description) }
      }
    }
    guard points >= Trier.fewestPoints else { return .unknown("There are too few points to try.") }
    return .holds("Mean and variance agree at \(points) points.")
  }

  private func difference(
    _ means: (Double, Double), _ variances: (Double, Double), _ situation: Situation,
    _ reading: Reading
  ) -> Difference? {
    let size = max(abs(means.0), abs(means.1), variances.0.squareRoot())
    if !isEqual(means.0, means.1, size) {
      return Difference(
        situation: situation, reading: reading, quantity: .mean, left: means.0, right: means.1,
        spelled: relation)
    }
    if !isEqual(variances.0, variances.1, max(variances.0, abs(variances.1))) {
      return Difference(
        situation: situation, reading: reading, quantity: .variance, left: variances.0,
        right: variances.1, spelled: relation)
    }
    return nil
  }
}

extension Expression {
  /// A normal law as it is written: `N(m, v)`, `N(x; m, v)`.
  var normalLaw: (variable: Expression?, mean: Expression, variance: Expression)? {
    guard case .call(let head, let arguments, .parentheses) = node,
      head.headSymbol?.canonicalName == "N", case .list(let items, let separators) = arguments.node
    else { return nil }
    switch separators {
    case [.comma]: return (nil, items[0], items[1])
    case [.semicolon, .comma]: return (items[0], items[1], items[2])
    default: return nil
    }
  }

  fileprivate var isLastX: Bool {
    guard case .indexed(let base, let index) = node else { return false }
    return base.headSymbol?.canonicalName == "x" && index.label == "T"
  }
}
