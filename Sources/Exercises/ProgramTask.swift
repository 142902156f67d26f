package import OrderedJSON

/// What a program is asked for: its inputs, its result, and the cases that it is tried at.
package struct ProgramTask: Sendable {
  package let inputs: [Input]
  package let result: Result
  /// What to say of known slips; their formulas are with the cases.
  package let slips: [Slip]
  /// The cases in the order in which they are sent.
  let makeCases: @Sendable () -> [ProgramCase]

  /// One of the inputs.
  package struct Input: Hashable, Sendable {
    package let name: String
    package let meaning: String
    package let kind: Kind

    /// What kind of value it is.
    package enum Kind: String, Hashable, Sendable {
      case integer
      case number
      case integers = "list of integers"
      case list = "list of numbers"
      case lists = "list of lists of numbers"
    }
  }

  /// What the result is.
  package enum Result: Hashable, Sendable {
    case number
    /// As long as that input.
    case list(like: String)
    /// Two lists as long as that input, one after the other.
    case pair(like: String)
    /// A list for each step, each as long as that input.
    case trajectory(like: String, steps: String)
  }

  package var cases: [ProgramCase] { makeCases() }
}

/// One case that a program is tried at.
package struct ProgramCase: Sendable {
  /// The inputs, in the order in which they are told.
  package let inputs: [(name: String, value: JSON)]
  package let expected: Answer
  /// What a program with the slip of that number may answer, for each of the slip's formulas; none
  /// where that has no value.
  package let slipped: @Sendable (Int) -> [[Answer]]

  package init(
    inputs: [(name: String, value: JSON)], expected: Answer,
    slipped: @escaping @Sendable (Int) -> [[Answer]]
  ) {
    self.inputs = inputs
    self.expected = expected
    self.slipped = slipped
  }
}

extension ProgramTask.Input {
  static let t = ProgramTask.Input("t", .integer, "the step, from 1 on")
  static let previous = ProgramTask.Input(
    "t_previous", .integer, "the step to go to, from 0 to t - 1")
  static let beta = ProgramTask.Input("beta", .list, "beta[0] is beta of step 1")
  static let alphaBar = ProgramTask.Input(
    "alpha_bar", .list, "alpha_bar[t] is alpha-bar of step t, alpha_bar[0] is 1")

  init(_ name: String, _ kind: Kind, _ meaning: String) {
    self.name = name
    self.kind = kind
    self.meaning = meaning
  }

  init(_ variable: Variable) {
    self.init(variable.input, variable.domain == .draws ? .list : .number, variable.meaning)
  }
}

extension ProgramTask.Result {
  /// What the result is, in words.
  package var words: String {
    switch self {
    case .number: "a number"
    case .list(let input): "a list as long as \(input)"
    case .pair(let input): "a list twice as long as \(input): x_t, and after it the noise"
    case .trajectory(let start, let steps):
      "a list of lists: the numbers after each step, one list for each of \(steps), each as long "
        + "as \(start)"
    }
  }
}
