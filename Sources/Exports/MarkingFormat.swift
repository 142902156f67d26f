package import Exercises
package import OrderedJSON

extension Marking {
  /// What `answer --json` prints.
  package func json(exercise: String) -> JSON { .object(members(exercise)) }

  fileprivate func members(_ exercise: String) -> [(key: String, value: JSON)] {
    [
      ("exercise", .text(exercise)), ("verdict", .text(verdict.rawValue)),
      ("misconception", .optional(misconception)), ("says", .text(says)),
      ("counterexample", counterexample?.json ?? .null),
    ]
  }
}

extension Marking.Counterexample {
  fileprivate var json: JSON {
    .object([
      ("inputs", .object(inputs.map { (key: $0.name, value: $0.value) })), ("expected", expected),
      ("got", got),
    ])
  }
}

extension ProgramMarking {
  /// What `check --json` prints.
  package func json(exercise: String) -> JSON {
    .object(marking.members(exercise) + [("cases", .array(entries))])
  }

  private var entries: [JSON] {
    cases.enumerated().map { number, mark in
      let verdict = mark.isRight ? "right" : mark.got == nil ? "missing" : "wrong"
      return .object([
        ("case", .integer(number + 1)), ("verdict", .text(verdict)),
        ("inputs", .object(mark.inputs.map { (key: $0.name, value: $0.value) })),
        ("expected", mark.expected), ("got", mark.got ?? .null),
      ])
    }
  }
}
