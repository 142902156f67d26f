import Canvas
import Formula

extension Judge {
  /// Whether a sum of declared normal numbers has the law that is claimed: `X + Y ~ N(m, v)`, or
  /// that of another sum; nil where the relation is about something else.
  func normalVerdict(of relation: Comparison) -> Verdict? {
    guard !conditions.random.isEmpty, let trials = try? trials(of: relation) else { return nil }
    var count = 0
    var correlations = Correlations()
    for trial in trials {
      do throws(EvaluationError) {
        guard let pair = try LawPair(relation, trial) else { return nil }
        if let difference = pair.difference { return Verdict(.fails, "Not so: \(difference)") }
        if let correlation = pair.correlation { correlations.add(correlation) }
        count += 1
      } catch {
        guard error.dependsOnPoint else { return nil }
      }
    }
    guard count > 0 else { return nil }
    return relation.sign == .distributed
      ? Verdict(
        .holds, "A sum of normal numbers; its mean and variance agree\(places(count)).")
      : Verdict(
        .holdsInDistribution,
        "Equal in distribution only: same mean and same variance\(places(count)), correlation "
          + "\(correlations.words)."
      )
  }
}

private func places(_ count: Int) -> String { count > 1 ? " at \(count) points" : "" }

/// The laws of both sides of a relation at one trial.
private struct LawPair {
  private let left: NormalSum
  private let right: (mean: Double, variance: Double)
  /// How far both sides go together.
  private(set) var correlation: Double?
  /// Covariances, left and right, with each random number that both sides name.
  private var shared: [(Double, Double)] = []
  private let place: String

  /// Nil where the relation does not compare laws.
  init?(_ relation: Comparison, _ trial: Trial) throws(EvaluationError) {
    guard let numbers = trial.numbers.alone else { return nil }
    place = trial.place
    left = try numbers.sum(of: relation.left)
    switch relation.sign {
    case .distributed:
      guard let law = relation.right.writtenLaw,
        let mean = try law.mean.value(in: trial.scope).scalar,
        let variance = try law.variance.value(in: trial.scope).scalar
      else { return nil }
      right = (mean, variance)
    case .equal:
      let other = try numbers.sum(of: relation.right)
      guard left.isRandom || other.isRandom else { return nil }
      right = (other.mean, other.variance)
      correlation = left.correlation(with: other)
      for name in relation.left.names.intersection(relation.right.names).sorted() {
        guard let number = numbers.sums[name] else { continue }
        shared.append((left.covariance(with: number), other.covariance(with: number)))
      }
    default: return nil
    }
  }

  /// What is not equal, in words.
  var difference: String? {
    let size = max(left.variance, right.variance)
    if !agree(left.mean, right.mean, max(abs(left.mean), abs(right.mean), size.squareRoot())) {
      return said("mean", left.mean, right.mean)
    }
    if !agree(left.variance, right.variance, size) {
      return said("variance", left.variance, right.variance)
    }
    return shared.first { !agree($0.0, $0.1, max(size, abs($0.0))) }.map {
      said("covariance with a number that both sides name", $0.0, $0.1)
    }
  }

  private func agree(_ left: Double, _ right: Double, _ scale: Double) -> Bool {
    Test.equal.holds(left, right, scale: scale)
  }

  private func said(_ what: String, _ left: Double, _ right: Double) -> String {
    "\(place.isEmpty ? "" : "at \(place) ")the left side has the \(what) \(left.short(significant: 6)), "
      + "the right side \(right.short(significant: 6))."
  }
}
