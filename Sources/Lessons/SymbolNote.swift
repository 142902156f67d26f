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
  /// running example at its last step. Who asks for many pages reads the origins once.
  package func symbols(
    on step: Step, _ settings: Settings?, origins: SymbolOrigins? = nil
  ) -> [SymbolNote] {
    var seen: Set<String> = []
    let names = step.readFormulas.flatMap(\.fieldNames).filter { seen.insert($0).inserted }
    let lesson = place(of: step)
    let steps = lesson.map { entries[$0].lesson.steps } ?? []
    let symbols = names.map { name in
      step.declared(name) ?? steps.lazy.compactMap { $0.declaredLetter(name) }.first
        ?? FieldSymbol.named(name) ?? step.explained(name)
    }
    return notes(on: symbols.compactMap(\.self), step, of: lesson, settings, origins)
  }

  /// What leads from beta to the sample.
  package func symbolMap(on step: Step, _ settings: Settings?) -> [SymbolNote] {
    notes(on: FieldSymbol.map, step, of: place(of: step), settings, nil)
  }

  /// The lesson that a page belongs to.
  private func place(of step: Step) -> Int? {
    entries.firstIndex { $0.lesson.steps.contains { $0.id == step.id && $0 == step } }
  }

  private func notes(
    on symbols: [FieldSymbol], _ step: Step, of lesson: Int?, _ settings: Settings?,
    _ origins: SymbolOrigins?
  ) -> [SymbolNote] {
    let origins = origins ?? SymbolOrigins(self)
    let place = SymbolPlace(settings) ?? SymbolPlace(step.settings) ?? .example
    return symbols.map { symbol in
      SymbolNote(
        symbol: symbol, value: place?.value(of: symbol),
        origin: origins.first(symbol.name, in: lesson))
    }
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
