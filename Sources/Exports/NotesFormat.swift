package import Notes
package import OrderedJSON
import Symbols

extension NotesCheck {
  /// What `check-notes --json` prints.
  package var json: JSON { .object([("formulas", .array(relations.map(\.json)))]) }
}

extension NotesRelation {
  fileprivate var json: JSON {
    .object([
      ("line", .integer(line)), ("latex", .text(latex)),
      ("verdict", .text(verdict.outcome.rawValue)), ("says", .text(verdict.says)),
      ("counterexample", verdict.counterexample?.json ?? .null),
      ("slip", .optional(verdict.slip)), ("meant", .optional(verdict.meant)),
      ("source", .optional(verdict.source)), ("reading", .optional(verdict.reading?.rawValue)),
      ("condition", .optional(verdict.condition)),
    ])
  }
}

extension FieldVerdict.Counterexample {
  fileprivate var json: JSON {
    let inputs = inputs.map { input in
      (
        key: input.name,
        value: input.isList
          ? JSON.array(input.values.map { .number($0) }) : JSON.value(input.values.first ?? 0)
      )
    }
    return .object([
      ("inputs", .object(inputs)), ("quantity", .text(quantity)), ("left", .number(left)),
      ("right", .number(right)),
    ])
  }
}

extension JSON {
  fileprivate static func value(_ number: Double) -> JSON {
    Int(exactly: number).map { .integer($0) } ?? .number(number)
  }
}
