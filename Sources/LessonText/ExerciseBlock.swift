/// A task of a lesson, as its author wrote it.
package struct ExerciseBlock: Hashable, Sendable {
  /// The name under which answers are kept: equal in no two lessons.
  package var id: String
  package var kind: Kind
  package var level: Level
  /// What is asked for, with computed numbers in it.
  package var asks: [Claim.Part]
  /// What binds the names of its expressions.
  package var settings: [Setting]
  /// Names of which each student gets another value; the first is everybody else's.
  package var varied: [Varied] = []
  /// The right answer as an expression: of a formula and of a number.
  package var answer: PlacedText?
  /// The exercise of the program whose oracle judges; of a formula and of a program.
  package var task: PlacedText?
  /// What each variable of a formula may be.
  package var domain: [Setting] = []
  /// Tables that a formula may not use.
  package var without: [PlacedText] = []
  package var slips: [SlipText] = []
  package var choices: [Choice] = []
  /// The rows of a derivation, in their order or with one that is wrong.
  package var latex = ""
  package var figure: FigureReference?
  /// The parameters with which the condition holds, of a figure that is to be turned.
  package var turned: [Setting] = []
  /// The condition that a figure's numbers shall meet.
  package var until: PlacedText?
  /// From a nudge to all but the answer, with computed numbers in them.
  package var hints: [[Claim.Part]] = []
  /// The worked answer, with computed numbers in it.
  package var solution: [Claim.Part] = []
  package var points = 1
  package var position: SourcePosition

  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case formula
    case number
    case choice
    /// Put the lines of a derivation in order.
    case order
    /// Find the line of a derivation that is wrong.
    case wrongLine = "wrong-line"
    /// Say what a figure will compute, then run it.
    case predict
    /// Turn a figure's parameters until a condition holds.
    case turn
    case program
  }

  /// What it takes to solve it, from the least on.
  package enum Level: String, Hashable, Sendable, CaseIterable {
    case recall
    case byHand = "by-hand"
    case derive
    case implement
    case transfer
  }

  /// A mistake that learners make: what an answer with it is, and what to say of it.
  package struct SlipText: Hashable, Sendable {
    package var id: String
    /// Expressions of the answer with the slip.
    package var answers: [PlacedText]
    package var says: String
  }

  package struct Choice: Hashable, Sendable {
    package var id: String
    package var text: String
    package var says: String
    /// Whether it is right; of a prediction the figure's numbers decide.
    package var isRight: Bool
    /// The condition of the figure's numbers under which it is right.
    package var when: PlacedText?
    package var position: SourcePosition
  }

  package struct Varied: Hashable, Sendable {
    package var name: String
    package var values: [String]
    package var position: SourcePosition
  }
}
