package import OrderedJSON

/// What a program is asked for: its inputs, its result, and the cases that it is tried at.
package struct ProgramTask: Sendable {
  package let inputs: [Input]
  package let result: Result
  /// What to say of known slips; their formulas are with the cases.
  let slips: [Slip]
  /// The cases in the order in which they are sent.
  let makeCases: @Sendable () -> [ProgramCase]

  /// One of the inputs.
  package struct Input: Hashable, Sendable {
    package let name: String
    package let meaning: String
    package let isList: Bool
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
  /// What a program with the slip of that number may answer; none where the slip has no value.
  let slipped: @Sendable (Int) -> [Answer]

  package init(
    inputs: [(name: String, value: JSON)], expected: Answer,
    slipped: @escaping @Sendable (Int) -> [Answer]
  ) {
    self.inputs = inputs
    self.expected = expected
    self.slipped = slipped
  }
}

extension ProgramTask.Input {
  static let t = ProgramTask.Input("t", "the step, from 1 on")
  static let previous = ProgramTask.Input("t_previous", "the step to go to, from 0 to t - 1")
  static let beta = ProgramTask.Input("beta", "beta[0] is beta of step 1", isList: true)
  static let alphaBar = ProgramTask.Input(
    "alpha_bar", "alpha_bar[t] is alpha-bar of step t, alpha_bar[0] is 1", isList: true)

  init(_ name: String, _ meaning: String, isList: Bool = false) {
    self.name = name
    self.meaning = meaning
    self.isList = isList
  }

  init(_ variable: Variable) {
    self.init(variable.input, variable.meaning, isList: variable.domain == .draws)
  }
}
