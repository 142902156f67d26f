import Canvas
import Formula
import Probability
import RealModule

extension Judge {
  /// Whether both sides have the same law where it is not normal, as far as draws can tell; nil where
  /// a side is no random number, or depends on data of which nothing is said.
  ///
  /// The left side is drawn from one seed, the right from another, so that the samples are
  /// independent. What both sides name is compared beside them: laws of several numbers are one where
  /// those of all their projections are (Cramér and Wold 1936), of which some fixed ones are tried,
  /// each by the test of Kolmogorov and Smirnov. The p-value is the least of all tests, times their
  /// number (Bonferroni).
  func sampledVerdict(of relation: Comparison) -> Verdict? {
    guard !isAveraged(relation), !dependsOnData(relation),
      let lefts = try? trials(of: relation, sample: 1),
      let rights = try? trials(of: relation, sample: 2), let first = lefts.first
    else { return nil }
    var least = (value: 1.0, gap: 0.0, place: first.place)
    var (tests, draws) = (0, 0)
    let shared = relation.left.parts.intersection(relation.right.parts).sorted {
      "\($0)" < "\($1)"
    }
    for (left, right) in zip(lefts, rights) {
      do throws(EvaluationError) {
        guard let samples = try LawSamples(relation, shared, left, right) else { return nil }
        for test in samples.tests {
          if test.pValue < least.value { least = (test.pValue, test.gap, left.place) }
          tests += 1
        }
        draws += samples.count
      } catch {
        guard error.dependsOnPoint else { return nil }
      }
    }
    guard tests > 0 else { return nil }
    let pValue = min(1, least.value * Double(tests))
    let p = "p = \(pValue.short(significant: 2))"
    guard pValue < Self.level else {
      let isLaw = relation.sign == .distributed
      return Verdict(
        isLaw ? .holds : .holdsInDistribution,
        "\(isLaw ? "So distributed" : "Equal in distribution only"), as far as \(draws.grouped) draws of either side can tell: "
          + "\(p) by Kolmogorov and Smirnov.")
    }
    let place = least.place.isEmpty ? "" : "at \(least.place) "
    return Verdict(
      .fails,
      "Not even in distribution: \(place)the distribution functions are "
        + "\(least.gap.short(significant: 2)) apart, \(p) by Kolmogorov and Smirnov.")
  }

  /// An x stands in it whose law is not declared.
  private func dependsOnData(_ relation: Comparison) -> Bool {
    let declared = conditions.random.map(\.name)
    return (relation.left.parts.union(relation.right.parts)).contains { part in
      guard case .indexed(let base, _) = part.node, base.headSymbol?.canonicalName == "x" else {
        return false
      }
      return part.labelledName.map { !declared.contains($0) } ?? true
    }
  }

  /// Laws are told apart below this p-value.
  private static let level = 0.001
}

/// Draws of both sides at one place, each with what both sides name.
private struct LawSamples {
  private let left: [[Double]]
  private let right: [[Double]]

  var count: Int { left[0].count }

  /// Nil where a side is no random number.
  init?(
    _ relation: Comparison, _ shared: [Expression], _ first: Trial, _ second: Trial
  ) throws(EvaluationError) {
    guard case .vector(let lefts) = try relation.left.value(in: first.scope),
      case .vector(let rights) = try Self.draws(of: relation.right, second),
      lefts.count == rights.count
    else { return nil }
    var (left, right) = ([lefts], [rights])
    for part in shared {
      guard case .vector(let first)? = try? part.value(in: first.scope),
        case .vector(let second)? = try? part.value(in: second.scope),
        first.count == lefts.count, second.count == rights.count
      else { continue }
      left.append(first)
      right.append(second)
    }
    (self.left, self.right) = (left, right)
  }

  /// Of a law that is written out, draws.
  private static func draws(of side: Expression, _ trial: Trial) throws(EvaluationError) -> Value {
    guard side.isLaw else { return try side.value(in: trial.scope) }
    let name = "drawn here"
    var scope = trial.scope
    try MixedNumbers([RandomName(name, side)], in: scope).bindDraws(in: &scope, trial.draws)
    return try Expression(.symbol(Symbol(name))).value(in: scope)
  }

  /// Tests of the side alone, and of projections where there is more.
  var tests: [KolmogorovSmirnov] {
    directions.map { direction in
      KolmogorovSmirnov(projected(left, direction), projected(right, direction))
    }
  }

  private var directions: [[Double]] {
    let alone = left.indices.map { $0 == 0 ? 1.0 : 0 }
    guard left.count > 1 else { return [alone] }
    return [alone]
      + (0..<UInt64(4)).map { number in
        var generator = CounterGenerator(seed: 25, stream: number)
        return zip(generator.normals(left.count), left).map { share, numbers in
          share / max(numbers.deviation, .leastNormalMagnitude)
        }
      }
  }

  private func projected(_ numbers: [[Double]], _ direction: [Double]) -> [Double] {
    numbers[0].indices.map { index in
      zip(numbers, direction).reduce(0) { $0 + $1.0[index] * $1.1 }
    }
  }
}

extension [Double] {
  fileprivate var deviation: Double {
    let mean = reduce(0, +) / Double(count)
    return (reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(count)).squareRoot()
  }
}

extension Expression {
  /// A law as it is written, perhaps a mixture of several: `N(m, v)`, `0.3 N(-1, 1) + 0.7 N(1, 1)`.
  fileprivate var isLaw: Bool { writtenLaw != nil || mixedLaws != nil }

  /// Names with their labels and indices that stand in the formula, and might be random numbers.
  fileprivate var parts: Set<Expression> {
    switch node {
    case .symbol, .indexed: [self]
    default: children.reduce(into: []) { $0.formUnion($1.parts) }
    }
  }
}
