import Canvas
import Diffusion
package import Figures
import Formula
package import LessonText
package import Symbols

/// A symbol with what a page makes of it.
package struct SymbolNote: Hashable, Sendable {
  package let symbol: FieldSymbol
  /// Its value at the page's step, with the step; nil for what is no number of a schedule.
  package let value: String?
  /// The first page that says what it is: a lesson and a step of it, by their places.
  package let origin: Origin?

  package struct Origin: Hashable, Sendable {
    package let lesson: Int
    package let step: Int
  }
}

extension Catalog {
  /// The symbols on a page, in order of appearance: what the page itself says of a name goes before
  /// what it is in the field.
  ///
  /// Their values are those of the figure's settings, else of what the page says, else of the
  /// running example at its last step.
  package func symbols(on step: Step, _ settings: Settings?) -> [SymbolNote] {
    var seen: Set<String> = []
    let names = step.readFormulas.flatMap(\.fieldNames).filter { seen.insert($0).inserted }
    let steps = entries.first { $0.lesson.steps.contains(step) }?.lesson.steps ?? []
    let symbols = names.map { name in
      step.declared(name) ?? steps.lazy.compactMap { $0.declaredLetter(name) }.first
        ?? FieldSymbol.named(name) ?? step.explained(name)
    }
    return notes(on: symbols.compactMap(\.self), step, settings)
  }

  /// What leads from beta to the sample.
  package func symbolMap(on step: Step, _ settings: Settings?) -> [SymbolNote] {
    notes(on: FieldSymbol.map, step, settings)
  }

  private func notes(
    on symbols: [FieldSymbol], _ step: Step, _ settings: Settings?
  ) -> [SymbolNote] {
    let origins = origins(of: Set(symbols.map(\.name)), in: step)
    let place = SymbolPlace(settings) ?? SymbolPlace(step.settings) ?? .example
    return symbols.map { symbol in
      SymbolNote(symbol: symbol, value: place?.value(of: symbol), origin: origins[symbol.name])
    }
  }

  /// Where each name is first said to equal something, if it follows from others; else where it is
  /// first named.
  ///
  /// A letter that the field has not is that of the lesson.
  private func origins(of names: Set<String>, in own: Step) -> [String: SymbolNote.Origin] {
    var defined: [String: SymbolNote.Origin] = [:]
    var named: [String: SymbolNote.Origin] = [:]
    for (lesson, entry) in entries.enumerated() {
      for (number, step) in entry.lesson.steps.enumerated() {
        let origin = SymbolNote.Origin(lesson: lesson, step: number)
        for formula in step.readFormulas {
          for name in formula.definedNames where FieldSymbol.named(name)?.formula != nil {
            defined[name] = defined[name] ?? origin
          }
          for name in formula.fieldNames
          where FieldSymbol.named(name) != nil || entry.lesson.steps.contains(own) {
            named[name] = named[name] ?? origin
          }
        }
        if names.isSubset(of: defined.keys) { return defined }
      }
    }
    return named.merging(defined) { $1 }
  }
}

extension Step {
  /// The formulas of the page that can be read, in order.
  var readFormulas: [Expression] {
    formulas.compactMap { try? Expression(latex: $0) }
  }
}

/// A step of a schedule, at which symbols have a value.
private struct SymbolPlace {
  let schedule: Schedule
  let t: Int

  static let example = (try? Schedule(betas: [0.1, 0.2, 0.5])).map { SymbolPlace($0, t: nil) }

  private init(_ schedule: Schedule, t: Int?) {
    self.schedule = schedule
    self.t = min(max(1, t ?? schedule.steps), schedule.steps)
  }

  /// Nil where the settings have no schedule.
  init?(_ settings: Settings?) {
    guard let settings, settings["schedule"] != nil, let schedule = try? settings.noiseSchedule()
    else { return nil }
    self.init(schedule, t: settings["t"] == nil ? nil : settings.integer("t"))
  }

  /// Nil where the page speaks of no schedule of its own.
  init?(_ settings: [Setting]) {
    let names = Set(Parameter.schedule.map(\.name))
    let given = settings.filter { names.contains($0.name) }
    guard !given.isEmpty,
      let read = try? Settings(Parameter.schedule, given: given.map { ($0.name, $0.value) }),
      let schedule = try? read.noiseSchedule()
    else { return nil }
    let step = settings.first { $0.name == "t" }
    self.init(schedule, t: step.flatMap { Int($0.value.prefix { $0.isNumber }) })
  }

  func value(of symbol: FieldSymbol) -> String? {
    guard let value = symbol.value(at: t, of: schedule) else { return nil }
    let betas = schedule.beta.dropFirst().map { $0.short(significant: 3) }
    let which =
      betas.count <= 5 ? "betas \(betas.joined(separator: ", "))" : "T = \(schedule.steps)"
    return "\(value.short(significant: 4)) at t = \(t) of \(which)"
  }
}
