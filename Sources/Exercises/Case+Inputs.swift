import Canvas
import Diffusion
import Formula
import OrderedJSON

/// What a reader is told of a case.
extension Case {
  /// The inputs of a formula at a case, in the order in which they are told.
  func inputs(of task: FormulaTask) -> [(name: String, value: JSON)] {
    var inputs: [(name: String, value: JSON)] = []
    if task.steps != .none {
      inputs.append(("beta", .array(schedule.beta.dropFirst().map { .number($0) })))
      inputs.append(("t", .integer(t)))
    }
    if task.steps.hasStride { inputs.append(("p", .integer(previous))) }
    return inputs
      + task.variables.map { ($0.typed, numbers[$0].map(JSON.init) ?? .null) }
  }

  /// The same in words: `at t = 2, x0 = 1.5, with betas 0.1, 0.2, 0.5`.
  func place(of task: FormulaTask, isFirst: Bool = false) -> String {
    var parts = task.steps == .none ? [] : ["t = \(t)"]
    if task.steps.hasStride { parts.append("p = \(previous)") }
    parts += task.variables.map { "\($0.typed) = \(self[$0].short())" }
    let betas = schedule.beta.dropFirst().map { $0.short() }.joined(separator: ", ")
    let place = "\(isFirst ? "At" : "at") \(parts.joined(separator: ", "))"
    return task.steps == .none ? place : "\(place), with betas \(betas),"
  }
}

extension JSON {
  init(_ value: Value) {
    switch value {
    case .scalar(let number): self = .number(number)
    case .vector(let numbers): self = .array(numbers.map { .number($0) })
    }
  }
}
