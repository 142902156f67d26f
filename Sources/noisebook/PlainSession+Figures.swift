import Canvas
import Figures
import LessonText
import Lessons
import Notebook
import Plots

/// Hearing and turning figures line by line.
extension PlainSession {
  /// A figure of the page with what the reader made of it.
  struct Shown {
    let reference: FigureReference
    let figure: Figure
    /// The name under which its parameters are kept.
    let key: String
    let lesson: String
    var turned: Turned

    func settings() throws(FigureError) -> Settings {
      try figure.settings(
        given: reference.settings.map { (name: $0.name, text: $0.value) } + turned.settings,
        formulas: turned.formulas)
    }
  }

  /// Does what a line says of the page's figure; false where it says nothing of that.
  mutating func takeFigure(_ word: String, _ rest: String) -> Bool {
    switch word {
    case "figure": choose(rest)
    case "set": set(rest)
    case "formula": setFormula(rest)
    case "reset", "0": reset()
    case "parameters": tellParameters()
    case "frame": hear(frame: rest)
    case "numbers": hear(frame: nil)
    case "c", "command": tellCommand()
    case "s", "save": save(rest)
    default: return false
    }
    return true
  }

  private var shownFigures: [Shown] {
    guard let place else { return [] }
    let entry = catalog.entries[place.lesson]
    let references = entry.shownFigures(
      entry.lesson.pages[place.page], state: exerciseState, student: progress.student)
    return references.compactMap { reference in
      guard let figure = entry.figure(named: reference.figure.text) else { return nil }
      let key = "\(entry.lesson.id)/\(reference.id)"
      return Shown(
        reference: reference, figure: figure, key: key, lesson: entry.lesson.id,
        turned: turned[key] ?? Turned())
    }
  }

  /// The page's figure, of several the chosen one; nil is said why.
  private var shown: Shown? {
    let figures = shownFigures
    guard figures.indices.contains(figureNumber) else {
      print(place == nil ? "Open a page first." : "There is no figure on this page.")
      return nil
    }
    return figures[figureNumber]
  }

  private mutating func choose(_ text: String) {
    let figures = shownFigures
    guard let number = Int(text), figures.indices.contains(number - 1) else {
      let count = figures.count == 1 ? "one figure" : "\(figures.count) figures"
      return print(
        figures.isEmpty
          ? "There is no figure on this page." : "This page has \(count); write figure 1.")
    }
    figureNumber = number - 1
    print("Figure \(number), \(figures[number - 1].figure.title).".spelled(in: output.glyphs))
  }

  private mutating func outcome(of shown: Shown) throws(FigureError) -> Outcome {
    let request = FigureRequest(
      lesson: shown.lesson, figure: shown.reference.figure.text, settings: try shown.settings())
    if let outcome = computed[request] { return outcome }
    let outcome = try shown.figure.compute(request.settings)
    computed[request] = outcome
    return outcome
  }

  /// What the page's figures are at the lesson's values, by their names on the page.
  mutating func outcomesOfPage() -> [String: Outcome] {
    var outcomes: [String: Outcome] = [:]
    for var shown in shownFigures {
      shown.turned = Turned()
      outcomes[shown.reference.id] = try? outcome(of: shown)
    }
    return outcomes
  }

  /// The figure at a place of its timeline in words; nil tells all its numbers.
  private mutating func hear(frame text: String?) {
    guard let shown else { return }
    do throws(FigureError) {
      let outcome = try outcome(of: shown)
      guard let text else { return tell(outcome) }
      let frames = outcome.frames
      guard let number = Int(text), (1...frames.count).contains(number) else {
        return print("Frames of this figure go from 1 to \(frames.count).")
      }
      print(frames.spoken(frame: number - 1).spelled(in: output.glyphs))
    } catch {
      print(error.description)
    }
  }

  private func tell(_ outcome: Outcome) {
    for (name, value) in outcome.values { print("\(name) = \(value.short(significant: 6))") }
    for table in outcome.tables {
      print("Table \(table.name):")
      let picture = table.picture.draw(
        columns: min(output.columns, 80), maxRows: 40, glyphs: output.glyphs)
      output.show(picture)
    }
  }

  private func tellParameters() {
    guard let shown, let settings = try? shown.settings() else { return }
    for (entry, parameter) in zip(settings.entries, shown.figure.parameters) {
      print("\(entry.name)=\(entry.value.typed): \(parameter.summary); \(parameter.range)".visible)
    }
    for formula in shown.figure.formulas {
      let now = settings.formulas[formula.name] ?? formula.standard
      print("formula \(formula.name)=\(now): \(formula.summary)".spelled(in: output.glyphs))
    }
  }

  private func tellCommand() {
    guard let shown, let settings = try? shown.settings() else { return }
    let command = shown.figure.commandLine(
      named: shown.reference.figure.text, in: shown.lesson, settings, plays: false)
    print(command.visible)
  }

  private mutating func save(_ path: String) {
    guard let shown else { return }
    do throws(FigureError) {
      let outcome = try outcome(of: shown)
      let settings = try shown.settings()
      let saved = SavedFigure(
        figure: shown.figure,
        request: FigureRequest(
          lesson: shown.lesson, figure: shown.reference.figure.text, settings: settings),
        picture: outcome.frames.draw(
          Size(columns: 80, rows: 24), frame: outcome.frames.first, look: output.look),
        command: shown.figure.commandLine(
          named: shown.reference.figure.text, in: shown.lesson, settings, plays: false))
      switch saved.save(to: path) {
      case .figureSaved(let path): print("Saved as \(path).".visible)
      case .figureNotSaved(let reason): print(reason.visible)
      default: break
      }
    } catch {
      print(error.description)
    }
  }
}

/// Turning parameters and typing formulas.
extension PlainSession {
  private mutating func set(_ text: String) {
    guard let (name, value) = text.assignment else {
      return print("Write set NAME=VALUE, such as set T=50.")
    }
    // A page without a figure may have derivations that can be tried elsewhere.
    if shownFigures.isEmpty, tryDerivations(name, value) { return }
    guard var shown else { return }
    shown.turned.settings.append((name: name, text: value))
    turn(shown)
  }

  private mutating func setFormula(_ text: String) {
    guard var shown else { return }
    guard let (name, value) = text.assignment else {
      let names = shown.figure.formulas.map { "\($0.name)=\($0.standard)" }
      let all = names.joined(separator: ", ").spelled(in: output.glyphs)
      return print(
        names.isEmpty ? "This figure has no formula to replace." : "Write formula NAME=...: \(all)")
    }
    shown.turned.formulas.removeAll { $0.name == name }
    if !value.isEmpty { shown.turned.formulas.append((name: name, text: value)) }
    turn(shown)
  }

  private mutating func reset() {
    trial = nil
    guard var shown else { return }
    shown.turned = Turned()
    turn(shown)
  }

  /// Tells what comes of it, and keeps it where something does.
  private mutating func turn(_ shown: Shown) {
    do throws(FigureError) {
      let outcome = try outcome(of: shown)
      turned[shown.key] = shown.turned
      print(outcome.frames.inWords.spelled(in: output.glyphs))
      print(outcome.summary(columns: min(output.columns, 80), glyphs: output.glyphs))
    } catch {
      print(error.description.visible)
    }
  }

  /// Tries the page's derivations at a place of the reader's; false where there are none.
  private mutating func tryDerivations(_ name: String, _ value: String) -> Bool {
    guard let place else { return false }
    let entry = catalog.entries[place.lesson]
    let step = entry.lesson.steps[entry.lesson.pages[place.page].step]
    guard var settings = trial ?? entry.trialSettings(step) else { return false }
    guard let parameter = entry.trialParameters.first(where: { $0.name == name }) else {
      print(
        FigureError.unknownParameter(name, known: entry.trialParameters.map(\.name)).description)
      return true
    }
    do throws(FigureError) {
      settings[name] = try parameter.value(of: value)
      settings = entry.settled(settings, on: step)
      let judgement = entry.judge(step, at: try entry.trialPlace(settings))
      trial = settings
      showPage(judgement)
    } catch {
      print(error.description.visible)
    }
    return true
  }
}

extension String {
  /// A name and what stands behind its equals sign.
  fileprivate var assignment: (name: String, value: String)? {
    guard let sign = firstIndex(of: "=") else { return nil }
    let name = String(self[..<sign]).trimmingBlanks
    return name.isEmpty ? nil : (name, String(self[index(after: sign)...]).trimmingBlanks)
  }
}
