import Formula
import LessonText
import Symbols

/// The pages that first say what symbols are, of all lessons of a catalog.
package struct SymbolOrigins: Sendable {
  /// Where a name of the field is first said to equal something, if it follows from others.
  private var defined: [String: SymbolNote.Origin] = [:]
  /// Where a name of the field is first named.
  private var named: [String: SymbolNote.Origin] = [:]
  /// Where each lesson first names a letter that the field has not.
  private var letters: [[String: SymbolNote.Origin]] = []

  package init(_ catalog: Catalog) {
    for (lesson, entry) in catalog.entries.enumerated() {
      letters.append([:])
      for (step, page) in entry.lesson.steps.enumerated() {
        let origin = SymbolNote.Origin(lesson: lesson, step: step)
        for formula in page.readFormulas { add(formula, at: origin) }
      }
    }
  }

  private mutating func add(_ formula: Expression, at origin: SymbolNote.Origin) {
    for name in formula.definedNames where FieldSymbol.named(name)?.formula != nil {
      defined[name] = defined[name] ?? origin
    }
    for name in formula.fieldNames {
      if FieldSymbol.named(name) != nil {
        named[name] = named[name] ?? origin
      } else {
        letters[origin.lesson][name] = letters[origin.lesson][name] ?? origin
      }
    }
  }

  /// The first page that says what a name is; a letter that the field has not is that of the lesson.
  func first(_ name: String, in lesson: Int?) -> SymbolNote.Origin? {
    defined[name] ?? named[name] ?? lesson.flatMap { letters[$0][name] }
  }
}
