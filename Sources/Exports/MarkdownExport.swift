import Canvas
import Exercises
import Figures
import LessonText
package import Lessons
import Symbols

extension Catalog.Entry {
  /// The whole lesson as Markdown with its outputs: verdicts, numbers, pictures of its figures.
  package var markdown: String {
    let text = LessonMarkdown(entry: self)
    return ([text.heading] + lesson.steps.flatMap { text.parts(of: $0).map(\.text) })
      .filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }
}

/// Writes the pages of a lesson as Markdown.
struct LessonMarkdown {
  let entry: Catalog.Entry
  private let markdown = MarkdownText()

  /// A part of a page: its text, and the figure that it shows.
  struct Part {
    let text: String
    var figure: ExportedFigure?
  }

  var heading: String {
    "# \(markdown.escaped(entry.lesson.title))\n\n"
      + entry.lesson.goals.map { "- \(markdown.escaped($0))" }.joined(separator: "\n")
  }

  /// The parts of a page in order; a figure is one by itself.
  func parts(of step: Step) -> [Part] {
    let judgement = entry.judge(step)
    let isOpening = step.title == entry.lesson.title
    let title = isOpening ? [] : [Part(text: "## \(markdown.text(step.heading))")]
    return title
      + step.elements.enumerated().map { index, element in
        part(element, step, judgement.verdicts[index] ?? [], judgement.claims[index])
      }
  }

  private func part(
    _ element: Step.Element, _ step: Step, _ verdicts: [Verdict], _ claim: JudgedClaim?
  ) -> Part {
    switch element {
    case .block(let block): Part(text: markdown.text(block))
    case .formula(let formula): Part(text: text(formula, verdicts))
    case .derivation(let derivation): Part(text: text(derivation, verdicts))
    case .claim: Part(text: claim.map(text) ?? "")
    case .figure(let reference): figure(reference)
    case .exercise: Part(text: entry.exercise(of: step).map(text) ?? "")
    case .note: Part(text: "")
    }
  }

  private func text(_ formula: DisplayedFormula, _ verdicts: [Verdict]) -> String {
    var said: [Verdict] = []
    for verdict in verdicts where verdict.outcome != .unknown && !said.contains(verdict) {
      said.append(verdict)
    }
    return ([markdown.displayed(formula.latex)] + said.map(text)).joined(separator: "\n\n")
  }

  private func text(_ derivation: Derivation, _ verdicts: [Verdict]) -> String {
    let lines = derivation.lines.enumerated().map { index, line in
      let verdict = verdicts.indices.contains(index) ? "  \n   \(text(verdicts[index]))" : ""
      return "\(index + 1). \(line.says)\(verdict)"
    }
    return markdown.displayed(derivation.latex) + "\n\n" + lines.joined(separator: "\n")
  }

  private func text(_ verdict: Verdict) -> String {
    "*\(verdict.outcome.mark) \(markdown.escaped(verdict.says))*"
  }

  private func text(_ claim: JudgedClaim) -> String {
    claim.verdict.outcome.mark + " "
      + claim.parts.map { part in
        part.isNumber ? "**\(markdown.escaped(part.text))**" : markdown.escaped(part.text)
      }.joined()
  }

  private func figure(_ reference: FigureReference) -> Part {
    switch entry.exported(reference) {
    case nil: return Part(text: "")
    case .failure(let error)?: return Part(text: markdown.escaped(error.description))
    case .success(let figure)?:
      let picture = figure.picture(frame: figure.outcome.frames.first, depth: .none)
      let numbers = figure.numbers.map { "`\($0.name)` = \($0.text)" }.joined(separator: ", ")
      let parts = [
        markdown.fenced(picture.text(depth: nil), "text"), reference.caption ?? "", numbers,
        "`\(figure.command)`",
      ]
      return Part(
        text: parts.filter { !$0.isEmpty }.joined(separator: "\n\n"), figure: figure)
    }
  }

  private func text(_ exercise: LessonExercise) -> String {
    let choices = exercise.block.choices.enumerated()
      .map { "- **\(letter($0.offset))** \($0.element.text)" }
    let rows = exercise.rows.map { "**\($0.label)**\n\n\(markdown.displayed($0.latex))" }
    let hints = exercise.hints.enumerated()
      .map { details("Hint \($0.offset + 1) of \(exercise.block.hints.count)", $0.element) }
    let solution = exercise.solution.isEmpty ? [] : [details("Worked answer", exercise.solution)]
    let parts = [exercise.asks, choices.joined(separator: "\n")] + rows + hints + solution
    return (parts + [exercise.answeredBy]).filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  private func details(_ summary: String, _ text: String) -> String {
    "<details><summary>\(summary)</summary>\n\n\(text)\n\n</details>"
  }
}

extension LessonExercise {
  /// The command that judges it.
  var answeredBy: String {
    switch block.kind {
    case .program: "`noisebook check \(key) -- COMMAND` judges your program."
    case .turn: "`noisebook answer \(id) 'NAME=VALUE ...'` judges your parameters."
    default: "`noisebook answer \(id) ANSWER` judges your answer."
    }
  }
}

extension Verdict.Outcome {
  /// How a verdict is marked.
  var mark: String {
    switch self {
    case .holds: "✓"
    case .holdsInDistribution: "≈"
    case .fails: "✗"
    case .unknown: "?"
    }
  }

  /// The same for somebody who hears it.
  var words: String {
    switch self {
    case .holds: "Holds."
    case .holdsInDistribution: "Holds in distribution."
    case .fails: "Fails."
    case .unknown: "Not checked."
    }
  }
}
