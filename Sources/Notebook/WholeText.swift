package import Canvas
package import Figures
package import LessonText
package import Lessons

extension Catalog.Entry {
  /// The whole lesson as pictures, one below the other: what `read` prints.
  ///
  /// With `isLinear` formulas stand on one line and in words, figures in words: for reading aloud.
  package func wholeText(width: Int, glyphs: GlyphSet, isLinear: Bool = false) -> [Screen] {
    let heading = title(lesson.number + " " + lesson.title, width, glyphs, level: 1)
    return [heading]
      + lesson.steps.flatMap { step -> [Screen] in
        let sheet = text(of: step, shownLines: nil, width, glyphs, isLinear)
        // The opening stands under the lesson's own title.
        return step.title == lesson.title
          ? [sheet, gap(width)] : [title(step.title, width, glyphs, level: 2), sheet, gap(width)]
      }
  }

  /// One page as a picture: what the line-by-line notebook prints.
  ///
  /// `state` is how far the reader is with the page's exercise, whose numbers are those of `student`;
  /// `advice` says how to answer, nil says it by commands; `judgement` is that of a place that the
  /// reader turned to, nil judges at many; `known` is what was computed already of its figures.
  package func pageText(
    _ page: Page, width: Int, glyphs: GlyphSet, isLinear: Bool,
    state: ExerciseState = ExerciseState(), student: String? = nil, advice: String? = nil,
    judgement: StepJudgement? = nil, known: [String: Outcome] = [:]
  ) -> [Screen] {
    let step = lesson.steps[page.step]
    return [
      title(page.title, width, glyphs, level: 2),
      text(
        of: step, shownLines: page.shownLines, width, glyphs, isLinear, state: state,
        student: student, advice: advice, judgement: judgement, known: known),
    ]
  }

  /// The figures of a page that are shown: one that is to be predicted waits for an answer.
  package func shownFigures(
    _ page: Page, state: ExerciseState, student: String?
  ) -> [FigureReference] {
    let step = lesson.steps[page.step]
    let hidden = hiddenFigure(exercise(of: step, student: student), state)
    return step.shownElements(lines: page.shownLines).compactMap { shown in
      guard case .figure(let reference) = shown.element else { return nil }
      return reference.id == hidden ? nil : reference
    }
  }

  private func hiddenFigure(_ exercise: LessonExercise?, _ state: ExerciseState) -> String? {
    exercise?.block.kind == .predict && !state.isAnswered ? exercise?.block.figure?.id : nil
  }

  private func text(
    of step: Step, shownLines: Int?, _ width: Int, _ glyphs: GlyphSet, _ isLinear: Bool,
    state: ExerciseState = ExerciseState(), student: String? = nil, advice: String? = nil,
    judgement: StepJudgement? = nil, known: [String: Outcome] = [:]
  ) -> Screen {
    let exercise = exercise(of: step, student: student)
    let shown = exercise.map { exercise in
      ExerciseText(exercise, state, advice: advice ?? exercise.commands)
    }
    let hidden = Set([hiddenFigure(exercise, state)].compactMap(\.self))
    let text = PageText(
      glyphs: glyphs, isLinear: isLinear, hidden: hidden, exercise: shown
    ) { reference, width in
      isLinear
        ? spoken(reference, known[reference.id], width, glyphs)
        : picture(of: reference, Size(columns: min(width, 100), rows: 18), glyphs)
    }
    return text.sheet(step, judgement ?? judge(step), shownLines: shownLines, width: width)
  }

  private func title(
    _ words: String, _ width: Int, _ glyphs: GlyphSet, level: Int
  ) -> Screen {
    var paper = Paper(width: width)
    paper.add(InlineText(glyphs: glyphs).flow([.text(words)], style: .bold).lines(width: width))
    paper.underline(level: level, glyphs: glyphs)
    paper.add("")
    return paper.screen
  }

  private func gap(_ width: Int) -> Screen { Screen(Size(columns: width, rows: 1)) }

  private func outcome(of reference: FigureReference) throws(FigureError) -> Outcome? {
    guard let figure = figure(named: reference.figure.text) else { return nil }
    return try figure.compute(
      try Settings(
        figure.parameters, given: reference.settings.map { (name: $0.name, text: $0.value) }))
  }

  private func picture(of reference: FigureReference, _ size: Size, _ glyphs: GlyphSet) -> Screen {
    do throws(FigureError) {
      guard let frames = try outcome(of: reference)?.frames else { return Screen(size) }
      let rows = min(size.rows, frames.rows ?? size.rows)
      return frames.draw(
        Size(columns: size.columns, rows: rows), frame: frames.first,
        look: Frames.Look(glyphs: glyphs))
    } catch {
      return sentence(error.description, size.columns)
    }
  }

  private func spoken(
    _ reference: FigureReference, _ known: Outcome?, _ width: Int, _ glyphs: GlyphSet
  ) -> Screen {
    do throws(FigureError) {
      let found = if let known { known } else { try outcome(of: reference) }
      let words = found?.frames.inWords ?? ""
      return sentence("Figure: " + InlineText(glyphs: glyphs).shown(words), width)
    } catch {
      return sentence(error.description, width)
    }
  }

  private func sentence(_ words: String, _ width: Int) -> Screen {
    var paper = Paper(width: width)
    var flow = TextFlow()
    flow.add(words)
    paper.add(flow.lines(width: width))
    return paper.screen
  }
}

extension Document {
  /// Any notes as pictures, a block each.
  package func pictures(width: Int, glyphs: GlyphSet, isLinear: Bool = false) -> [Screen] {
    let text = BlockText(glyphs: glyphs, isLinear: isLinear)
    return blocks.enumerated().map { index, block in
      var paper = Paper(width: width)
      if index > 0 { paper.add("") }
      text.add(block, to: &paper)
      return paper.screen
    }
  }
}
