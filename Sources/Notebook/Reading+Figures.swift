import Canvas
package import Figures
import LessonText
import Lessons

extension Reading {
  /// The figure that the chosen parameter belongs to, else the page's first.
  var currentReference: FigureReference? {
    chosenKnob?.reference ?? references.first
  }

  /// Sees to it that a figure has its settings and an outcome.
  mutating func prepare(_ reference: FigureReference) -> [Effect] {
    let key = key(of: reference)
    if let state = figures[key] {
      return state.isInterrupted ? request(reference, state.settings) : []
    }
    guard let figure = entry.figure(named: reference.figure.text) else { return [] }
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
    let key = key(of: reference)
    let old = figures[key]?.pending
    figures[key]?.pending = request
    figures[key]?.share = nil
    figures[key]?.isInterrupted = false
    figures[key]?.isPartial = false
    figures[key]?.isHeld = false
    return (old == request ? [] : stop(old)) + [.compute(request)]
  }

  /// Stops a request that no figure waits for any more.
  private func stop(_ request: FigureRequest?) -> [Effect] {
    guard let request, !figures.values.contains(where: { $0.pending == request }) else { return [] }
    return [.stop(request)]
  }

  /// Stops the figures of other pages that are still being computed, so that those of this page
  /// need not wait for them.
  mutating func leave() -> [Effect] {
    let here = Set(everyReference.map(key))
    var left: [FigureRequest] = []
    for (key, state) in figures where !here.contains(key) {
      guard let request = state.pending else { continue }
      left.append(request)
      figures[key]?.pending = nil
      figures[key]?.share = nil
      figures[key]?.isInterrupted = true
      figures[key]?.isHeld = false
    }
    return left.flatMap(stop)
  }

  /// Keeps how far a computation is, where something still waits for it.
  mutating func note(_ request: FigureRequest, _ share: Double, _ secondsLeft: Double?) {
    for key in figures.keys where figures[key]?.pending == request {
      figures[key]?.share = share
      figures[key]?.secondsLeft = secondsLeft
    }
  }

  /// Takes an outcome; one that has been overtaken by a newer request is dropped.
  mutating func take(_ request: FigureRequest, _ result: Result<Outcome, FigureError>) {
    for (key, state) in figures where state.pending == request {
      var state = state
      (state.pending, state.share) = (nil, nil)
      (state.isPartial, state.isHeld) = (false, false)
      switch result {
      case .success(let outcome):
        // A changed parameter leaves the timeline where it is held.
        let isSame = state.outcome?.frames.count == outcome.frames.count
        if !isSame {
          state.player = Player(
            count: outcome.frames.count, at: outcome.frames.first, pace: pace)
        }
        state.outcome = outcome
        state.problem = nil
      case .failure(let error): state.problem = error.description
      }
      figures[key] = state
    }
  }
}

// MARK: - Moving along a timeline

extension Reading {
  /// The figure that the keys of the timeline speak to: the chosen one, else the first that moves.
  var movingReference: FigureReference? {
    if let current = currentReference, isMoving(current) { return current }
    return references.first(where: isMoving)
  }

  private func isMoving(_ reference: FigureReference) -> Bool {
    figures[key(of: reference)]?.outcome?.frames.isMoving ?? false
  }

  mutating func move(_ change: (inout Player) -> Void) {
    guard let reference = movingReference else {
      notice = "Nothing on this page moves."
      return
    }
    if var state = figures[key(of: reference)] {
      change(&state.player)
      figures[key(of: reference)] = state
      reveal(reference)
    }
  }

  /// Scrolls until a figure and its timeline are in sight.
  private mutating func reveal(_ reference: FigureReference) {
    guard let place = pageLayout.places.first(where: { $0.reference == reference }) else { return }
    let (top, bottom) = (place.rectangle.row, place.rectangle.row + place.rectangle.size.rows)
    if bottom > scroll + bodySize.rows { scroll = min(bottom - bodySize.rows, scrollLimit) }
    scroll = min(scroll, top)
  }

  /// How long until the next frame is due, in seconds; nil while nothing plays.
  package var tickInterval: Double? {
    guard case .page = mode else { return nil }
    return references.compactMap { figures[key(of: $0)]?.player.interval }.min()
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
    defer { if chosenKnob?.reference == nil { revealTrial() } }
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
    guard let knob = chosenKnob, var settings = settings(of: knob) else { return [] }
    guard case .parameter(let parameter) = knob.kind, let value = settings[knob.name] else {
      notice = "A formula is typed: press Enter."
      return []
    }
    settings[knob.name] = parameter.turned(value, up: up)
    return apply(settings, to: knob)
  }

  var chosenKnob: Knob? {
    let knobs = knobs
    return chosen.flatMap { knobs.indices.contains($0) ? knobs[$0] : nil }
  }

  private func settings(of knob: Knob) -> Settings? {
    guard let reference = knob.reference else { return trials[stepKey]?.settings }
    return figures[key(of: reference)]?.settings
  }

  mutating func typeOrAdvance() -> [Effect] {
    guard let knob = chosenKnob, let settings = settings(of: knob) else { return advance() }
    mode = .typing(TextLine(settings.typed(knob)))
    return []
  }

  mutating func resetParameters() -> [Effect] {
    let knob = chosenKnob
    let old = references.compactMap { figures[key(of: $0)]?.pending }
    for reference in references { figures[key(of: reference)] = nil }
    prepareTrial()
    let effects = references.flatMap { prepare($0) }
    choose(knob)
    return old.flatMap(stop) + effects
  }

  mutating func pressWhileTyping(_ key: Key, _ line: inout TextLine) -> [Effect] {
    switch line.press(key) {
    case .editing: mode = .typing(line)
    case .cancelled: mode = .page
    case .accepted: return accept(line)
    }
    return []
  }

  /// Takes what was typed; a value that can't be stays in the line, with a sentence.
  private mutating func accept(_ line: TextLine) -> [Effect] {
    guard let knob = chosenKnob, var settings = settings(of: knob) else {
      mode = .page
      return []
    }
    do throws(FigureError) {
      try settings.take(line.text, for: knob)
      mode = .page
      return apply(settings, to: knob)
    } catch {
      mode = .typing(line)
      notice = error.description
      return []
    }
  }

  private mutating func apply(_ settings: Settings, to knob: Knob) -> [Effect] {
    var settings = settings
    // Betas of one's own are no wish any more once the schedule is another.
    for entry in settings.entries where !settings.gives(entry.name) { settings.disown(entry.name) }
    guard let reference = knob.reference else {
      tryDerivations(at: settings)
      choose(knob)
      return []
    }
    figures[key(of: reference)]?.settings = settings
    choose(knob)
    return request(reference, settings)
  }
}

extension Settings {
  /// What a knob stands at, as it would be typed.
  fileprivate func typed(_ knob: Knob) -> String {
    switch knob.kind {
    case .parameter: self[knob.name]?.typed ?? ""
    case .formula(let formula): formulas[formula.name] ?? formula.standard
    }
  }

  fileprivate mutating func take(_ text: String, for knob: Knob) throws(FigureError) {
    switch knob.kind {
    case .parameter(let parameter): self[knob.name] = try parameter.value(of: text)
    case .formula(let formula):
      let isOwn = !text.allSatisfy(\.isWhitespace) && text != formula.standard
      formulas[formula.name] = isOwn ? text : nil
    }
  }
}

// MARK: - Taking a figure away

extension Reading {
  /// The command that shows what this page shows.
  package var commandLine: String {
    guard let reference = currentReference, let state = figures[key(of: reference)],
      let figure = entry.figure(named: reference.figure.text)
    else { return "noisebook open \(lesson.id)/\(page.id)" }
    return figure.commandLine(
      named: reference.figure.text, in: lesson.id, state.settings,
      plays: state.outcome?.frames.isMoving ?? false)
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
    let picture = outcome.frames.draw(
      Size(columns: 80, rows: 24), frame: state.player.frame, look: look)
    return [.saveFigure(request, picture: picture, path: path)]
  }
}

extension Figure {
  /// The command that computes it with these settings, or plays it.
  package func commandLine(
    named name: String, in lesson: String, _ settings: Settings, plays: Bool
  ) -> String {
    let changed = zip(settings.entries, parameters).filter { entry, parameter in
      settings.gives(entry.name)
        && (try? parameter.value(of: parameter.standard)) != entry.value
    }
    let options = changed.map { " --set \($0.0.name)=\($0.0.value.typed)" }.joined()
    let formulas = settings.formulas.sorted { $0.key < $1.key }
      .map { " --formula '\($0.key)=\($0.value)'" }.joined()
    let whole = name.contains("/") ? name : "\(lesson)/\(name)"
    return "noisebook \(plays ? "play" : "run") \(whole)\(options)\(formulas)"
  }
}
