import Canvas
import Figures
import LessonText
import Lessons

extension Reading {
  /// The figure that the chosen parameter belongs to, else the page's first.
  var currentReference: FigureReference? {
    if let chosen, chosen < knobs.count { return knobs[chosen].reference }
    return references.first
  }

  /// Sees to it that a figure has its settings and an outcome.
  mutating func prepare(_ reference: FigureReference) -> [Effect] {
    let key = key(of: reference)
    guard figures[key] == nil, let figure = entry.figure(named: reference.figure.text) else {
      return []
    }
    do throws(FigureError) {
      let settings = try Settings(
        figure.parameters, given: reference.settings.map { (name: $0.name, text: $0.value) })
      figures[key] = FigureState(settings: settings)
      return request(reference, settings)
    } catch {
      figures[key] = (try? Settings(figure.parameters)).map {
        FigureState(settings: $0, problem: error.description)
      }
      return []
    }
  }

  private mutating func request(_ reference: FigureReference, _ settings: Settings) -> [Effect] {
    let request = FigureRequest(
      lesson: lesson.id, figure: reference.figure.text, settings: settings)
    figures[key(of: reference)]?.pending = request
    return [.compute(request)]
  }

  /// Takes an outcome; one that has been overtaken by a newer request is dropped.
  mutating func take(_ request: FigureRequest, _ result: Result<Outcome, FigureError>) {
    for (key, state) in figures where state.pending == request {
      var state = state
      state.pending = nil
      switch result {
      case .success(let outcome):
        state.outcome = outcome
        state.problem = nil
      case .failure(let error): state.problem = error.description
      }
      figures[key] = state
    }
  }
}

// MARK: - Turning parameters

extension Reading {
  mutating func choose(by offset: Int) {
    let count = knobs.count
    guard count > 0 else {
      notice = "There is nothing to turn on this page."
      return
    }
    guard let current = chosen else {
      chosen = offset > 0 ? 0 : count - 1
      return
    }
    chosen = (current + offset + count) % count
  }

  /// Marks a parameter by its name: what it changes may give it another number among the others.
  private mutating func choose(_ knob: Knob?) {
    chosen = knob.flatMap { knobs.firstIndex(of: $0) }
  }

  mutating func turn(up: Bool) -> [Effect] {
    if chosen == nil { choose(by: 1) }
    guard let chosen, chosen < knobs.count else { return [] }
    let knob = knobs[chosen]
    guard let value = figures[key(of: knob.reference)]?.settings[knob.parameter.name] else {
      return []
    }
    return set(knob, to: knob.parameter.turned(value, up: up))
  }

  mutating func typeOrAdvance() -> [Effect] {
    guard let chosen, chosen < knobs.count,
      let value = figures[key(of: knobs[chosen].reference)]?
        .settings[knobs[chosen].parameter.name]
    else { return advance() }
    mode = .typing(TextLine(value.typed))
    return []
  }

  mutating func resetParameters() -> [Effect] {
    let knob = chosen.flatMap { knobs.indices.contains($0) ? knobs[$0] : nil }
    for reference in references { figures[key(of: reference)] = nil }
    let effects = references.flatMap { prepare($0) }
    choose(knob)
    return effects
  }

  mutating func pressWhileTyping(_ key: Key, _ line: inout TextLine) -> [Effect] {
    switch line.press(key) {
    case .editing: mode = .typing(line)
    case .cancelled: mode = .page
    case .accepted:
      guard let chosen, chosen < knobs.count else { return [] }
      do throws(FigureError) {
        let value = try knobs[chosen].parameter.value(of: line.text)
        mode = .page
        return set(knobs[chosen], to: value)
      } catch {
        mode = .typing(line)
        notice = error.description
      }
    }
    return []
  }

  private mutating func set(_ knob: Knob, to value: Settings.Value) -> [Effect] {
    guard var settings = figures[key(of: knob.reference)]?.settings else { return [] }
    settings[knob.parameter.name] = value
    // Betas of one's own are no wish any more once the schedule is another.
    for entry in settings.entries where !settings.gives(entry.name) { settings.disown(entry.name) }
    figures[key(of: knob.reference)]?.settings = settings
    choose(knob)
    return request(knob.reference, settings)
  }
}

// MARK: - Taking a figure away

extension Reading {
  /// The command that shows what this page shows.
  package var commandLine: String {
    guard let reference = currentReference, let state = figures[key(of: reference)],
      let figure = entry.figure(named: reference.figure.text)
    else { return "noisebook open \(lesson.id)/\(page.id)" }
    let changed = zip(state.settings.entries, figure.parameters).filter { entry, parameter in
      state.settings.gives(entry.name)
        && (try? parameter.value(of: parameter.standard)) != entry.value
    }
    let options = changed.map { " --set \($0.0.name)=\($0.0.value.typed)" }.joined()
    return "noisebook run \(lesson.id)/\(reference.figure.text)\(options)"
  }

  mutating func startSaving() {
    guard let reference = currentReference, figures[key(of: reference)]?.outcome != nil else {
      notice = "There is no figure on this page."
      return
    }
    mode = .saving(TextLine("\(reference.figure.text).txt"))
  }

  func saveFigure(as path: String) -> [Effect] {
    guard let reference = currentReference, let state = figures[key(of: reference)],
      let outcome = state.outcome, !path.isEmpty
    else { return [] }
    let request = FigureRequest(
      lesson: lesson.id, figure: reference.figure.text, settings: state.settings)
    let picture = outcome.frames.draw(Size(columns: 80, rows: 24), glyphs: glyphs)
    return [.saveFigure(request, picture: picture, path: path)]
  }
}
