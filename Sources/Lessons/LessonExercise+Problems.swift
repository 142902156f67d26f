import Exercises
import Figures
import Formula
package import LessonText
import Symbols

extension Catalog.Entry {
  /// What is wrong with the lesson's exercises: an answer that equals one of its slips, a variable
  /// without a domain, a derivation that doesn't hold, a condition that never does.
  package var exerciseProblems: [TextError] { exercises().flatMap(\.problems) }
}

extension LessonExercise {
  package var problems: [TextError] {
    do {
      return try problemsOfKind + textProblems
    } catch {
      return [problem("\(error)")]
    }
  }

  private var problemsOfKind: [TextError] {
    get throws {
      switch block.kind {
      case .formula: formulaProblems
      case .program: taskProblems
      case .number: try numberProblems
      case .choice: []
      case .order: orderProblems
      case .wrongLine: lineProblems
      case .predict: try predictionProblems
      case .turn: try turningProblems
      }
    }
  }

  /// Expressions in its words that have no value.
  private var textProblems: [TextError] {
    (block.hints + [block.asks, block.solution]).flatMap(\.self).compactMap { part in
      guard case .expression(let source) = part else { return nil }
      do {
        _ = try number(source.text)
        return nil
      } catch {
        return problem("{\(source.text)} has no value: \(error)", at: source.position)
      }
    }
  }

  private func problem(_ message: String, at position: SourcePosition? = nil) -> TextError {
    TextError("\(id): \(message)", at: position ?? block.position)
  }

  private var taskProblems: [TextError] {
    guard let name = block.task else { return [] }
    guard let task else {
      return [problem("There is no exercise `\(name.text)` in the program.", at: name.position)]
    }
    if block.kind == .formula, task.formula == nil {
      return [problem("`\(name.text)` is answered by a program.", at: name.position)]
    }
    return []
  }
}

extension LessonExercise {
  private var formulaProblems: [TextError] {
    guard let answer = block.answer else { return taskProblems }
    guard let task = formulaTask else {
      return [
        problem(
          "A `domain` has ranges such as `x: -2..2`, and steps as `t: 1..` or `t: 2..`; `p: 0..` "
            + "stands for any step before t.")
      ]
    }
    if let reason = task.problem(of: answer.text) {
      return [
        problem("The answer: \(reason) Give each variable a `domain`.", at: answer.position)
      ]
    }
    let marking = task.mark(answer.text)
    guard marking.verdict == .right else {
      return [problem("The answer is not judged right: \(marking.says)", at: answer.position)]
    }
    return block.slips.flatMap { slip in
      slip.answers.compactMap { formula in
        reason(formula.text, slip.id, task).map { problem($0, at: formula.position) }
      }
    }
  }

  private func reason(_ formula: String, _ slip: String, _ task: FormulaTask) -> String? {
    if let reason = task.problem(of: formula) { return "The slip `\(slip)`: \(reason)" }
    let marking = task.mark(formula)
    if marking.verdict == .right { return "The slip `\(slip)` equals the answer." }
    // A slip may use what an answer may not.
    guard marking.verdict == .wrong, marking.misconception != slip else { return nil }
    return "The slip `\(slip)` equals `\(marking.misconception ?? "none")`."
  }

  /// Slips are told apart whatever numbers a student gets.
  private var numberProblems: [TextError] {
    get throws {
      for exercise in variants {
        let problems = try exercise.problemsOfNumbers
        if !problems.isEmpty { return problems }
      }
      return []
    }
  }

  /// The exercise with each choice of its varied numbers, as far as they are not too many.
  var variants: [LessonExercise] {
    block.varied.reduce([self]) { variants, varied in
      variants.flatMap { variant in
        varied.values.map { value in
          var other = variant
          other.settings.removeAll { $0.name == varied.name }
          other.settings.append(Setting(name: varied.name, value: value, at: varied.position))
          return other
        }
      }.prefix(300).map(\.self)
    }
  }

  private var problemsOfNumbers: [TextError] {
    get throws {
      let task = try numberTask()
      guard task.expected.isFinite else { return [problem("The answer is no finite number.")] }
      var known: [(id: String, value: Double)] = [("the answer", task.expected)]
      var problems: [TextError] = []
      for slip in task.slips {
        for value in slip.values {
          if let other = known.first(where: {
            $0.id != slip.id && NumberTask.agree($0.value, value, to: 3e-3)
          }) {
            let numbers = block.varied.map { varied in
              settings.last { $0.name == varied.name }.map { "\($0.name) = \($0.value)" } ?? ""
            }.joined(separator: ", ")
            let place = numbers.isEmpty ? "" : " with \(numbers)"
            problems.append(problem("The slip `\(slip.id)` equals \(other.id)\(place)."))
          }
          known.append((slip.id, value))
        }
      }
      return problems
    }
  }

  private var orderProblems: [TextError] {
    let rows = latexRows(block.latex).map { $0.filter { !$0.isWhitespace } }
    guard Set(rows).count == rows.count else { return [problem("Two of its lines are equal.")] }
    let verdicts = verdictsOfRows
    let failing = verdicts.enumerated().flatMap { index, verdicts in
      verdicts.filter { $0.outcome == .fails }
        .map { problem("Line \(index + 1) does not hold. \($0.says)") }
    }
    return failing + unjudged(verdicts)
  }

  private var lineProblems: [TextError] {
    let verdicts = verdictsOfRows
    let failing = verdicts.indices.filter { index in
      verdicts[index].contains { $0.outcome == .fails }
    }
    guard failing.count == 1 else {
      let says = verdicts.flatMap { $0 }.map { "\($0.outcome.rawValue): \($0.says)" }
      return [
        problem("One line must be wrong, and \(failing.count) are. \(says.joined(separator: " "))")
      ]
    }
    return unjudged(verdicts)
  }

  /// Lines of which nothing can be said: then nobody knows that they are right.
  private func unjudged(_ verdicts: [[Verdict]]) -> [TextError] {
    verdicts.enumerated().flatMap { index, verdicts in
      verdicts.filter { $0.outcome == .unknown }
        .map { problem("Line \(index + 1) can't be judged. \($0.says)") }
    }
  }
}

extension LessonExercise {
  private func outcome(_ answer: String) throws -> Outcome {
    guard let figure else { throw FigureError.unfit("There is no such figure.") }
    return try figure.compute(try figureSettings(answer))
  }

  private var predictionProblems: [TextError] {
    get throws {
      try predicted(try outcome("")) == nil
        ? [problem("Of its choices the condition of one must hold.")] : []
    }
  }

  /// The answer that the author gives.
  var turned: String {
    block.turned.map { "\($0.name)=\($0.value)" }.joined(separator: " ")
  }

  private var turningProblems: [TextError] {
    get throws {
      let condition = block.until?.text ?? ""
      if try holds(condition, try outcome("")) {
        return [problem("The condition holds before anything is turned.")]
      }
      return try holds(condition, try outcome(turned))
        ? [] : [problem("The condition does not hold with `turned`.")]
    }
  }
}
