import Diffusion
import Formula

extension Difference {
  /// The point with what the relation uses there.
  func counterexample(of statement: Statement) -> FieldVerdict.Counterexample {
    let names = statement.left.everyName.union(statement.right.everyName)
    func input(_ name: String, _ values: [Double], isList: Bool = false) -> FieldVerdict.Input {
      FieldVerdict.Input(name: name, values: values, isList: isList)
    }
    let schedule = situation.world.schedule
    if let free = spelled?.free, !free.isEmpty {
      return FieldVerdict.Counterexample(
        inputs: free.enumerated().map {
          input($1, [GeneralNames.value($0, at: situation)])
        },
        quantity: quantity.rawValue, left: left, right: right)
    }
    var inputs = [
      input("t", [Double(situation.t)]),
      input("betas", Array(schedule.beta.dropFirst()), isList: true),
    ]
    for name in ["eta", "w", "s", "gamma", "lambda", "omega"] where names.contains(name) {
      if let value = situation.parameters[name] { inputs.append(input(name, [value])) }
    }
    if names.contains("sigma"), let eta = situation.parameters["eta"], !names.contains("eta") {
      inputs.append(input("eta", [eta]))
    }
    return FieldVerdict.Counterexample(
      inputs: inputs + numbers(statement), quantity: quantity.rawValue, left: left, right: right)
  }

  /// The x that the relation names, where values are compared.
  private func numbers(_ statement: Statement) -> [FieldVerdict.Input] {
    guard quantity == .value, let relation = spelled else { return [] }
    let interpretation = situation.interpretation(reading, relation.noises)
    let sources = SourceValues(drawing: interpretation.sourceCount, seed: situation.seed)
    let scope = interpretation.scope(sources)
    let named = relation.left.namedX + relation.right.namedX
    var inputs: [FieldVerdict.Input] = []
    for x in named {
      guard case .indexed(_, let index) = x.node, let step = try? index.value(in: scope).scalar,
        let value = try? x.value(in: scope).scalar
      else { continue }
      let name = "x_\(Int(step))"
      if !inputs.contains(where: { $0.name == name }) {
        inputs.append(FieldVerdict.Input(name: name, values: [value], isList: false))
      }
    }
    return inputs
  }
}

extension String {
  /// One line of a formula: without the marks of its table, on one line.
  package func line(_ range: Range<Int>) -> String {
    let bytes = Array(utf8)
    let text = String(decoding: bytes[range.clamped(to: bytes.indices)], as: UTF8.self)
    var result = ""
    var isEscaped = false
    for character in text {
      if character != "&" || isEscaped {
        result.append(character.isNewline ? " " : character)
      }
      isEscaped = character == "\\" && !isEscaped
    }
    return result.trimmingPrefix(while: \.isWhitespace).trimmingEnd
  }
}

extension Substring {
  fileprivate var trimmingEnd: String {
    var text = self
    while text.last?.isWhitespace ?? false { text.removeLast() }
    return String(text)
  }
}
