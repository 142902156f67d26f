import Canvas
import Diffusion
import Formula

/// What is to be said of a relation, before a slip is looked for.
struct Ruling: Sendable {
  var outcome: Verdict.Outcome
  var says: String
  var difference: Difference?
  var source: String?
  var condition: String?

  static func holds(_ says: String, source: String? = nil) -> Ruling {
    Ruling(outcome: .holds, says: says, source: source)
  }

  static func unknown(_ says: String) -> Ruling { Ruling(outcome: .unknown, says: says) }

  /// A formula that has no value anywhere is wrong where it speaks of what does not exist.
  static func undefined(_ error: EvaluationError) -> Ruling {
    switch error.reason {
    case .undefined(.tooLarge("density")):
      Ruling(
        outcome: .fails,
        says: "A density is taken of a number that is given: there is none, at no step.")
    case .indexOutOfRange(let name, let index, let allowed)
    where index < 0 || index > allowed.upperBound:
      Ruling(
        outcome: .fails,
        says: "It speaks of \(name) at \(index), but the steps go to \(allowed.upperBound).")
    default: .unknown(error.description)
    }
  }

  static func fails(_ difference: Difference) -> Ruling {
    Ruling(outcome: .fails, says: difference.sentence, difference: difference)
  }

  var isRight: Bool { outcome == .holds || outcome == .holdsInDistribution }
}

extension Difference {
  /// Where it is, and by how much.
  var sentence: String {
    let what = quantity == .value ? "is" : "has the \(quantity.rawValue)"
    return "Not so: at \(place) the left side \(what) \(left.short(significant: 6)), "
      + "the right side \(right.short(significant: 6))."
  }

  private var place: String {
    if let names = spelled?.free, !names.isEmpty {
      return names.enumerated().map { number, name in
        "\(name) = \(GeneralNames.value(number, at: situation).short(significant: 3))"
      }.joined(separator: ", ")
    }
    let betas = situation.world.schedule.beta.dropFirst().map { $0.short(significant: 3) }
    return "t = \(situation.t) with betas \(betas.joined(separator: ", "))"
  }
}
