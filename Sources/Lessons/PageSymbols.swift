import Formula
import LessonText
import Symbols

/// What a page says of the letters on it.
extension Step {
  /// A name that the page declares in its `with`, or of whose random number it is a value; nil for
  /// any other.
  func declared(_ name: String) -> FieldSymbol? {
    if let setting = setting(name) { return symbol(name, setting.value) }
    let capital = name.prefix(1).uppercased() + name.dropFirst()
    guard name.prefix(while: { $0 != "_" }).count == 1, let setting = setting(capital) else {
      return nil
    }
    return FieldSymbol(
      name, latex(name), "a value of \(capital), which is \(setting.value)", "as \(capital)")
  }

  /// A Latin letter that another page of the lesson declares; those of the field keep their meaning.
  func declaredLetter(_ name: String) -> FieldSymbol? {
    guard name.count == 1, !["x", "t", "T", "z", "q"].contains(name) else { return nil }
    return declared(name)
  }

  /// A letter that neither the page declares nor the field has: what the page says that it equals.
  func explained(_ name: String) -> FieldSymbol? {
    guard !["d", "e", "I", "theta", "pi", "0", "1"].contains(name) else { return nil }
    if readFormulas.contains(where: { $0.runs(over: name) }) {
      return FieldSymbol(name, latex(name), "a step that a sum or a product runs over", "1 to t")
    }
    for latex in formulas {
      guard let formula = try? Expression(latex: latex), formula.definedNames.contains(name),
        let statement = formula.statements.all.first(where: { $0.left.fieldNames.first == name })
      else { continue }
      return FieldSymbol(
        name, self.latex(name), "a letter of this page", "as its formula",
        latex.line(statement.relation.range))
    }
    return FieldSymbol(name, self.latex(name), "a letter of this page", "as the text says")
  }

  private func setting(_ name: String) -> Setting? {
    (settings + elements.flatMap(\.settings)).last { Conditions.name($0) == name }
  }

  private func symbol(_ name: String, _ value: String) -> FieldSymbol? {
    // t keeps its meaning, whatever its range is here.
    if name == "t" || name == "T" { return nil }
    if let range = Conditions.realRange(value) {
      let (low, high) = (range.lowerBound.formatted, range.upperBound.formatted)
      return FieldSymbol(name, latex(name), "any number", "\(low) to \(high)")
    }
    if Conditions.earlierStep(name, value) != nil {
      return FieldSymbol(
        name, latex(name), "any step before t", value.replacing("..", with: " to "))
    }
    let isLaw = value.contains("N(")
    return FieldSymbol(
      name, latex(name), isLaw ? "a random number: \(value)" : "here \(value)",
      isLaw ? "drawn" : "a number")
  }

  private func latex(_ name: String) -> String {
    let parts = name.split(separator: "_").map(String.init)
    guard let first = parts.first else { return name }
    let letter = first.count > 1 ? "\\\(first)" : first
    return parts.dropFirst().reduce(letter) { base, part in
      ["bar", "tilde", "hat", "dot"].contains(part)
        ? "\\\(part) \(base)" : "\(base)_{\(part == "theta" ? "\\theta" : part)}"
    }
  }
}

extension Step.Element {
  fileprivate var settings: [Setting] {
    switch self {
    case .derivation(let derivation): derivation.settings
    case .claim(let claim): claim.settings
    default: []
    }
  }
}

extension Double {
  /// `2` for 2.0.
  fileprivate var formatted: String { Int(exactly: self).map(String.init) ?? "\(self)" }
}
