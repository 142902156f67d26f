package import Exercises

/// One answer that was given to an exercise, and what came of it.
package struct Attempt: Hashable, Sendable {
  package let kind: Kind
  /// The formula, number or choice as it was typed; of a program its command.
  package let answer: String
  package let isRight: Bool
  package let misconception: String?
  /// When, in milliseconds since 1970.
  package let at: Int

  package enum Kind: String, Hashable, Sendable {
    case typed
    case program
  }

  package init(_ kind: Kind, answer: String, isRight: Bool, misconception: String?, at: Int) {
    self.kind = kind
    self.answer = answer
    self.isRight = isRight
    self.misconception = misconception
    self.at = at
  }

  /// An answer that was judged.
  package init(_ kind: Kind, answer: String, _ marking: Marking, at: Int = 0) {
    self.init(
      kind, answer: answer, isRight: marking.verdict == .right,
      misconception: marking.misconception, at: at)
  }

  /// The same at a time.
  package func timed(_ at: Int) -> Attempt {
    Attempt(kind, answer: answer, isRight: isRight, misconception: misconception, at: at)
  }
}

/// All that a reader did about one exercise.
package struct Tried: Hashable, Sendable {
  /// In the order of their time.
  package var attempts: [Attempt]
  /// The most hints that were seen.
  package var hints: Int
  package var hasGivenUp: Bool

  package init(attempts: [Attempt] = [], hints: Int = 0, hasGivenUp: Bool = false) {
    self.attempts = attempts
    self.hints = hints
    self.hasGivenUp = hasGivenUp
  }

  package var isSolved: Bool { attempts.contains(where: \.isRight) }

  /// The slips of wrong attempts, each once, in the order in which they were made.
  package var misconceptions: [String] {
    attempts.reduce(into: []) { slips, attempt in
      if let slip = attempt.misconception, !slips.contains(slip) { slips.append(slip) }
    }
  }

  /// Both together, each attempt once.
  func merged(with other: Tried) -> Tried {
    let known = Set(attempts)
    return Tried(
      attempts: attempts + other.attempts.filter { !known.contains($0) },
      hints: max(hints, other.hints), hasGivenUp: hasGivenUp || other.hasGivenUp)
  }
}
