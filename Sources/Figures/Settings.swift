/// The values of a figure's parameters, in the figure's order.
package struct Settings: Hashable, Sendable {
  package private(set) var entries: [Entry]
  /// The reader's formulas in place of the figure's, by name, as they were typed.
  package var formulas: [String: String] = [:]

  package struct Entry: Hashable, Sendable {
    package let name: String
    package var value: Value
    /// Whether the reader chose it.
    package var isGiven: Bool
  }

  package enum Value: Hashable, Sendable {
    case choice(String)
    case integer(Int)
    case real(Double)
    case reals([Double])
  }

  /// The defaults of these parameters, with what the reader gave in their place.
  ///
  /// A later value for a name replaces an earlier one.
  package init(
    _ parameters: [Parameter], given: [(name: String, text: String)] = []
  ) throws(FigureError) {
    let names = parameters.map(\.name)
    for (name, _) in given where !names.contains(name) {
      throw .unknownParameter(name, known: names)
    }
    entries = []
    for parameter in parameters {
      let text = given.last { $0.name == parameter.name }?.text
      let value = try parameter.value(of: text ?? parameter.standard)
      entries.append(Entry(name: parameter.name, value: value, isGiven: text != nil))
    }
  }

  /// Whether the reader chose this one, and did not leave it at its default.
  package func isGiven(_ name: String) -> Bool {
    entries.first { $0.name == name }?.isGiven ?? false
  }

  /// Keeps a value and forgets that the reader chose it, for another choice has made it void.
  package mutating func disown(_ name: String) {
    guard let index = entries.firstIndex(where: { $0.name == name }) else { return }
    entries[index].isGiven = false
  }

  package subscript(name: String) -> Value? {
    get { entries.first { $0.name == name }?.value }
    set {
      guard let newValue, let index = entries.firstIndex(where: { $0.name == name }) else { return }
      entries[index].value = newValue
    }
  }
}

extension Settings {
  /// The value of a parameter that the figure declares as a choice.
  package func choice(_ name: String) -> String {
    if case .choice(let value)? = self[name] { value } else { "" }
  }

  package func integer(_ name: String) -> Int {
    if case .integer(let value)? = self[name] { value } else { 0 }
  }

  package func real(_ name: String) -> Double {
    if case .real(let value)? = self[name] { value } else { .nan }
  }

  package func reals(_ name: String) -> [Double] {
    if case .reals(let values)? = self[name] { values } else { [] }
  }
}

extension Settings.Value {
  /// The value as the reader would type it; numbers read back exactly.
  package var typed: String {
    switch self {
    case .choice(let name): name
    case .integer(let value): String(value)
    case .real(let value): value.typed
    case .reals(let values): values.map(\.typed).joined(separator: ",")
    }
  }
}

extension Double {
  /// The shortest text that reads back exactly, without a needless `.0`.
  package var typed: String {
    let text = "\(self)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
