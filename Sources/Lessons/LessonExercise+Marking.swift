import Canvas
package import Exercises
package import Figures
import Formula
import LessonText
import OrderedJSON
import Symbols

extension LessonExercise {
  /// Whether a figure's numbers decide.
  package var needsFigure: Bool { block.kind == .predict || block.kind == .turn }

  /// The verdict on an answer as it is typed; of a figure that is turned its parameters.
  ///
  /// `outcome` is the figure with those parameters, or the figure that was predicted, where it has
  /// been computed; else it is computed here.
  package func mark(_ answer: String, outcome: Outcome? = nil) -> Marking {
    do {
      switch block.kind {
      case .formula: return formulaTask?.mark(answer) ?? Self.unready
      case .number: return try markNumber(answer)
      case .choice:
        return choiceTask(right: block.choices.firstIndex(where: \.isRight)).mark(answer)
      case .order: return orderTask.mark(answer)
      case .wrongLine: return markLine(answer)
      case .predict:
        let outcome = try outcome ?? computed("")
        guard let right = try predicted(outcome) else { return Self.unready }
        return disproved(choiceTask(right: right).mark(answer), by: outcome)
      case .turn: return try judge(turned: answer, try outcome ?? computed(answer))
      case .program:
        return Marking(.invalid, says: "A program answers it: noisebook check \(key) -- COMMAND.")
      }
    } catch {
      return Marking(.invalid, says: "\(error)")
    }
  }

  static let unready = Marking(
    .invalid, says: "This exercise can't be judged: noisebook lint tells its author why.")

  /// The task of a formula: the program's own, or the author's.
  package var formulaTask: FormulaTask? {
    if let task { return task.formula }
    guard let answer = block.answer, let (steps, variables) = domain else { return nil }
    return FormulaTask(
      reference: answer.text, variables: variables, steps: steps,
      without: block.without.map(\.text),
      slips: block.slips.map { Slip($0.id, of: $0.answers.map(\.text), says: $0.says) })
  }

  /// What the author says of the variables; nil where that can't be read.
  private var domain: (steps: FormulaTask.Steps, variables: [Variable])? {
    var steps = FormulaTask.Steps.none
    var variables: [Variable] = []
    for setting in block.domain {
      if setting.name == "t" {
        guard let first = Int(setting.value.prefix { $0 != "." }), first > 0 else { return nil }
        if steps == .none { steps = .from(first) }
      } else if setting.name == "p" {
        steps = .pairs
      } else {
        guard let range = Conditions.realRange(setting.value) else { return nil }
        variables.append(Variable(named: setting.name, in: range))
      }
    }
    return (steps, variables)
  }

  func numberTask() throws -> NumberTask {
    NumberTask(
      expected: try number(block.answer?.text ?? ""),
      slips: try block.slips.map { slip in
        NumberTask.NumberSlip(
          slip.id, try slip.answers.map { try number($0.text) }, says: slip.says)
      })
  }

  private func choiceTask(right: Int?) -> ChoiceTask {
    ChoiceTask(
      block.choices.map { ChoiceTask.Choice($0.id, says: $0.says) }, right: right ?? -1)
  }

  /// The line that the judge of formulas finds wrong.
  var lineTask: LineTask? {
    let verdicts = verdictsOfRows
    guard let wrong = verdicts.firstIndex(where: { $0.contains { $0.outcome == .fails } }) else {
      return nil
    }
    let says = "Line \(wrong + 1): \(verdicts[wrong].first { $0.outcome == .fails }?.says ?? "")"
    return LineTask(verdicts.count, wrong: wrong, says: says)
  }

  /// What the judge of formulas says of each row.
  var verdictsOfRows: [[Verdict]] {
    derivation.map { $0.judge.verdicts(of: $0.formula) } ?? []
  }

  /// Its rows, and what judges them; nil where they can't be read.
  var derivation: (judge: Judge, formula: Expression)? {
    guard let conditions = try? Conditions(settings),
      let formula = try? Expression(latex: block.latex)
    else { return nil }
    return (Judge(conditions), formula)
  }
}

extension LessonExercise {
  /// The parameters of its figure, with those of an answer.
  package func figureSettings(_ answer: String) throws(FigureError) -> Settings {
    guard let figure, let reference = block.figure else {
      throw .unfit("There is no such figure.")
    }
    var given = reference.settings.map { (name: $0.name, text: $0.value) }
    for word in answer.split(whereSeparator: \.isWhitespace) {
      let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2 else {
        throw .unfit("Type parameters as NAME=VALUE, such as T=50.")
      }
      given.removeAll { $0.name == parts[0] }
      given.append((name: parts[0], text: parts[1]))
    }
    return try figure.settings(given: given)
  }

  private func computed(_ answer: String) throws -> Outcome {
    guard let figure else { throw FigureError.unfit("There is no such figure.") }
    return try figure.compute(try figureSettings(answer))
  }

  /// The choice whose condition the figure's numbers meet.
  func predicted(_ outcome: Outcome) throws -> Int? {
    let meeting = try block.choices.indices.filter { index in
      try holds(block.choices[index].when?.text ?? "", outcome)
    }
    return meeting.count == 1 ? meeting[0] : nil
  }

  /// A wrong prediction with the figure's numbers beside what it claims of them.
  private func disproved(_ marking: Marking, by outcome: Outcome) -> Marking {
    guard marking.verdict == .wrong,
      let claim = block.choices.first(where: { $0.id == marking.misconception })?.when?.text,
      let numbers = try? shownNumbers(claim, outcome)
    else { return marking }
    return marking.showing(
      Marking.Counterexample(
        inputs: inputs(of: outcome), expected: .text(numbers), got: .text(claim)),
      saying: "The figure has \(numbers).")
  }

  private func inputs(of outcome: Outcome) -> [(name: String, value: JSON)] {
    outcome.settings.entries.map { ($0.name, .text($0.value.typed)) }
  }

  private func judge(turned answer: String, _ outcome: Outcome) throws -> Marking {
    let condition = block.until?.text ?? ""
    let numbers = try shownNumbers(condition, outcome)
    if try holds(condition, outcome) { return Marking(.right, says: "Right: \(numbers).") }
    return Marking(
      .wrong, misconception: "condition-not-met",
      says: "Not yet: \(numbers), and it shall be \(condition).",
      counterexample: Marking.Counterexample(
        inputs: inputs(of: outcome), expected: .text(condition), got: .text(numbers)))
  }

  /// The numbers of a figure that a condition speaks of.
  private func shownNumbers(_ condition: String, _ outcome: Outcome) throws -> String {
    outcome.values.filter { condition.contains($0.name) }
      .map { "\($0.name) = \($0.value.short(significant: 5))" }.joined(separator: ", ")
  }

  /// Whether relations hold of a figure's numbers and parameters: `a < 1`, `a < 1 and T = 50`.
  func holds(_ relations: String, _ outcome: Outcome) throws -> Bool {
    try relations.components(between: " and ").allSatisfy { try holds(one: $0, outcome) }
  }

  private func holds(one relation: String, _ outcome: Outcome) throws -> Bool {
    var constants = outcome.values.map { (name: canonical($0.name), value: $0.value) }
    for entry in outcome.settings.entries {
      if let number = Double(entry.value.typed) {
        constants.append((canonical(entry.name), number))
      }
    }
    let formula = try Expression(plain: relation)
    let verdicts = Judge(Conditions(constants: constants)).verdicts(of: formula).flatMap { $0 }
    if let unknown = verdicts.first(where: { $0.outcome == .unknown }) {
      throw FigureError.unfit(unknown.says)
    }
    return !verdicts.isEmpty && verdicts.allSatisfy { $0.outcome == .holds }
  }

  /// A figure's name for a number as formulas have it.
  private func canonical(_ name: String) -> String {
    (try? Expression(plain: name))?.labelledName ?? name
  }
}

extension String {
  /// The parts between a word's places.
  fileprivate func components(between word: String) -> [String] {
    var (parts, rest) = ([String](), self[...])
    while let place = rest.firstRange(of: word) {
      parts.append(String(rest[..<place.lowerBound]))
      rest = rest[place.upperBound...]
    }
    return parts + [String(rest)]
  }
}
