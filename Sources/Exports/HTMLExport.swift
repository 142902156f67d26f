import Exercises
import Figures
import LessonText
package import Lessons
import Symbols

extension Catalog.Entry {
  /// The lesson as one page for a browser that needs nothing beside it.
  package var html: String {
    let text = LessonHTML(entry: self)
    return pageAround(
      text.body, title: "\(lesson.number) \(lesson.title)".shown, contents: text.contents)
  }
}

/// Writes the pages of a lesson as sections of an HTML document.
private struct LessonHTML {
  let entry: Catalog.Entry
  private let text = HTMLText()

  var contents: String {
    let items = entry.lesson.steps.dropFirst().map { step in
      "<li><a href=\"#\(step.id.shown)\">\(text.text(step.heading))</a></li>"
    }
    return tag("ol", items.joined(separator: "\n"))
  }

  var body: String {
    let goals = entry.lesson.goals.map { tag("li", text.sentence($0)) }.joined()
    let opening = "<h1>\(entry.lesson.title.shown)</h1>\n<ul class=\"goals\">\(goals)</ul>"
    return opening + "\n" + entry.lesson.steps.map(section).joined(separator: "\n")
  }

  private func section(_ step: Step) -> String {
    let judgement = entry.judge(step)
    let isOpening = step.title == entry.lesson.title
    let title = isOpening ? "" : "<h2>\(text.text(step.heading))</h2>\n"
    let parts = step.elements.enumerated().map { index, element in
      part(element, step, judgement.verdicts[index] ?? [], judgement.claims[index])
    }
    return "<section id=\"\(step.id.shown)\" class=\"\(step.kind.rawValue)\">\n"
      + title + parts.joined(separator: "\n") + "\n</section>"
  }

  private func part(
    _ element: Step.Element, _ step: Step, _ verdicts: [Verdict], _ claim: JudgedClaim?
  ) -> String {
    switch element {
    case .block(let block): text.text(block)
    case .formula(let formula): displayed(formula, verdicts)
    case .derivation(let derivation): displayed(derivation, verdicts)
    case .claim: claim.map(sentence) ?? ""
    case .figure(let reference): figure(reference, step)
    case .exercise: entry.exercise(of: step).map(asked) ?? ""
    case .note: ""
    }
  }

  private func displayed(_ formula: DisplayedFormula, _ verdicts: [Verdict]) -> String {
    var said: [Verdict] = []
    for verdict in verdicts where verdict.outcome != .unknown && !said.contains(verdict) {
      said.append(verdict)
    }
    return text.displayed(formula.latex) + said.map { tag("p", mark($0)) }.joined()
  }

  private func displayed(_ derivation: Derivation, _ verdicts: [Verdict]) -> String {
    let lines = derivation.lines.enumerated().map { index, line in
      let verdict = verdicts.indices.contains(index) ? "<br>" + mark(verdicts[index]) : ""
      return tag("li", text.sentence(line.says) + verdict)
    }
    return text.displayed(derivation.latex) + "<ol class=\"lines\">\(lines.joined())</ol>"
  }

  /// A verdict: a sign for the eye, words for the ear, and the evidence.
  private func mark(_ verdict: Verdict) -> String {
    "<span class=\"verdict\">\(sign(verdict.outcome)) \(verdict.says.shown)</span>"
  }

  private func sign(_ outcome: Verdict.Outcome) -> String {
    "<b class=\"\(outcome.rawValue)\" aria-hidden=\"true\">\(outcome.mark)</b>"
      + "<span class=\"heard\">\(outcome.words)</span>"
  }

  private func sentence(_ claim: JudgedClaim) -> String {
    let words = claim.parts.map { $0.isNumber ? tag("strong", $0.text.shown) : $0.text.shown }
    return "<p class=\"claim\">\(sign(claim.verdict.outcome)) \(words.joined())</p>"
  }

  private func figure(_ reference: FigureReference, _ step: Step) -> String {
    switch entry.exported(reference) {
    case nil: return ""
    case .failure(let error)?: return tag("p", error.description.shown)
    case .success(let figure)?:
      let html = HTMLFigure(figure).html
      return entry.isHidden(reference, in: step)
        ? "<details><summary>What the figure shows</summary>\(html)</details>" : html
    }
  }

  private func asked(_ exercise: LessonExercise) -> String {
    let choices = exercise.block.choices.map { tag("li", text.sentence($0.text)) }
    let list = choices.isEmpty ? "" : "<ol type=\"a\">\(choices.joined())</ol>"
    let rows = exercise.rows.map { row in
      "<div class=\"row\"><b>\(row.label)</b>\(text.displayed(row.latex))</div>"
    }
    let hints = exercise.hints.enumerated()
      .map { details("Hint \($0.offset + 1) of \(exercise.block.hints.count)", $0.element) }
    let solution = exercise.solution.isEmpty ? "" : details("Worked answer", exercise.solution)
    return "<div class=\"exercise\"><p>\(text.sentence(exercise.asks))</p>"
      + list + rows.joined() + hints.joined() + solution
      + "<p class=\"answered\">\(text.sentence(exercise.answeredBy))</p></div>"
  }

  private func details(_ summary: String, _ words: String) -> String {
    "<details><summary>\(summary)</summary><p>\(text.sentence(words))</p></details>"
  }
}
