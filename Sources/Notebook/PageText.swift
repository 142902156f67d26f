import Canvas
import Figures
import Formula
import LessonText
import Lessons
import Symbols

/// Lays a page on a sheet of paper: text, formulas with their verdicts, claims, figures.
struct PageText {
  let glyphs: GlyphSet
  /// Whether formulas stand on one line with their words, for reading aloud.
  let isLinear: Bool
  /// The figures that the reader has turned away from the lesson's values.
  let turned: Set<String>
  /// The figures that wait for an answer.
  let hidden: Set<String>
  let exercise: ExerciseText?
  /// Where the derivations are tried, where the reader turns that.
  let trial: [[Run]]
  /// The picture of a figure within a width, nil where figures stand elsewhere.
  let figure: ((FigureReference, Int) -> Screen)?
  private let blocks: BlockText
  private let inline: InlineText

  init(
    glyphs: GlyphSet, isLinear: Bool = false, turned: Set<String> = [], hidden: Set<String> = [],
    exercise: ExerciseText? = nil, trial: [[Run]] = [],
    figure: ((FigureReference, Int) -> Screen)?
  ) {
    self.glyphs = glyphs
    self.isLinear = isLinear
    self.turned = turned
    self.hidden = hidden
    self.exercise = exercise
    self.trial = trial
    self.figure = figure
    blocks = BlockText(glyphs: glyphs, isLinear: isLinear)
    inline = InlineText(glyphs: glyphs)
  }

  /// The page's elements on a sheet `width` cells wide.
  ///
  /// Of the step's derivations `shownLines` lines are shown; nil shows all.
  func sheet(
    _ step: Step, _ judgement: StepJudgement, shownLines: Int?, width: Int
  ) -> Screen {
    layout(step, judgement, shownLines: shownLines, width: width).screen
  }

  /// The same, with the places of its figures.
  func layout(
    _ step: Step, _ judgement: StepJudgement, shownLines: Int?, width: Int
  ) -> PageLayout {
    var paper = Paper(width: width)
    var places: [PageLayout.Place] = []
    var (exerciseEnd, trialEnd): (Int?, Int?)
    for (index, element, lines) in step.shownElements(lines: shownLines) {
      switch element {
      case .block(let block): blocks.add(block, to: &paper)
      case .formula(let formula):
        add(formula, judgement.verdicts[index] ?? [], to: &paper)
      case .derivation(let derivation):
        let verdicts = judgement.verdicts[index] ?? []
        if shownLines == nil {
          add(whole: derivation, verdicts, to: &paper)
        } else {
          add(derivation, verdicts, shown: lines, to: &paper)
        }
        if !trial.isEmpty {
          paper.space()
          paper.add(trial)
          trialEnd = paper.height
        }
      case .claim: add(judgement.claims[index], to: &paper)
      case .figure(let reference):
        if hidden.contains(reference.id) { break }
        if let rectangle = add(reference, to: &paper) {
          places.append(PageLayout.Place(reference: reference, rectangle: rectangle))
        }
      case .exercise:
        exercise?.add(to: &paper, blocks)
        exerciseEnd = paper.height
      case .note: break
      }
    }
    return PageLayout(
      screen: paper.screen, places: places, exerciseEnd: exerciseEnd, trialEnd: trialEnd)
  }

  /// A formula with its verdicts: beside it where there is room, else below; one that repeats the
  /// verdict before it is not shown again.
  private func add(_ formula: DisplayedFormula, _ verdicts: [Verdict], to paper: inout Paper) {
    var said: [Verdict] = []
    for verdict in verdicts where verdict.outcome != .unknown && !said.contains(verdict) {
      said.append(verdict)
    }
    let picture = blocks.picture(of: formula.latex, width: max(1, paper.width - 4))
    paper.space()
    guard let only = said.first, said.count == 1, picture.size.rows == 1, !isLinear,
      let beside = beside(picture, only, width: paper.width)
    else {
      paper.add(picture, column: 4)
      for verdict in said { add(verdict, to: &paper) }
      return
    }
    paper.add(beside)
  }

  private func beside(_ picture: Screen, _ verdict: Verdict, width: Int) -> Screen? {
    let runs = words(of: verdict)
    let needed = runs.reduce(0) { $0 + $1.text.cellWidth }
    // Verdicts of one page stand in one column where they can.
    let column = max(4 + picture.size.columns + 4, min(32, width - needed))
    guard column + needed <= width else { return nil }
    var row = Screen(Size(columns: width, rows: 1))
    row.draw(picture, column: 4, row: 0)
    row.write(runs, column: column, row: 0)
    return row
  }

  private func words(of verdict: Verdict) -> [Run] {
    let mark = Mark(verdict.outcome)
    return [
      Run(text: mark.text(glyphs), style: mark.style),
      Run(text: " " + inline.shown(verdict.says), style: .dim),
    ]
  }

  private func add(
    _ derivation: Derivation, _ verdicts: [Verdict], shown count: Int, to paper: inout Paper
  ) {
    paper.space()
    paper.add(
      blocks.picture(of: derivation.latex, rows: count, width: max(1, paper.width - 4)), column: 4)
    guard count > 0 else { return }
    paper.space()
    explain(derivation, line: count, to: &paper)
    if count <= verdicts.count { add(verdicts[count - 1], to: &paper) }
  }

  /// The whole derivation at once, then what is said of each line.
  private func add(whole derivation: Derivation, _ verdicts: [Verdict], to paper: inout Paper) {
    paper.space()
    paper.add(
      blocks.picture(of: derivation.latex, width: max(1, paper.width - 4)), column: 4)
    paper.space()
    for line in 1...max(1, derivation.lines.count) where line <= derivation.lines.count {
      explain(derivation, line: line, to: &paper)
      if line <= verdicts.count { add(verdicts[line - 1], to: &paper) }
    }
  }

  private func explain(_ derivation: Derivation, line: Int, to paper: inout Paper) {
    let label = "\(line)/\(derivation.lines.count)  "
    paper.add(inline.flow(markdown: derivation.lines[line - 1].says), label: label, .dim)
  }

  private func add(_ claim: JudgedClaim?, to paper: inout Paper) {
    guard let claim else { return }
    var flow = TextFlow()
    flow.addUnbroken(Mark(claim.verdict.outcome).text(glyphs), Mark(claim.verdict.outcome).style)
    flow.add(" ")
    for part in claim.parts {
      flow.add(inline.shown(part.text), part.isNumber ? .bold : .plain)
    }
    paper.space()
    paper.add(flow.lines(width: paper.width))
    if claim.verdict.outcome != .holds { add(claim.verdict, to: &paper) }
  }

  private func add(_ verdict: Verdict, to paper: inout Paper) {
    var flow = TextFlow()
    for run in words(of: verdict) { flow.add(run.text, run.style) }
    paper.add(flow.lines(width: max(1, paper.width - 4)), column: 4)
  }

  /// Adds a figure and its caption; returns where the figure stands, nil where it does elsewhere.
  private func add(_ reference: FigureReference, to paper: inout Paper) -> Rectangle? {
    paper.space()
    var place: Rectangle?
    if let picture = figure?(reference, paper.width) {
      place = Rectangle(
        column: 0, row: paper.height, columns: picture.size.columns, rows: picture.size.rows)
      paper.add(picture)
    }
    if let caption = reference.caption {
      paper.add(inline.flow(markdown: caption, style: .dim).lines(width: paper.width))
    }
    if turned.contains(reference.id) {
      var flow = TextFlow()
      flow.add(
        "Turned. The text holds for the lesson's values; 0 brings them back.", .bold
      )
      paper.add(flow.lines(width: paper.width))
    }
    return place
  }
}

/// How a verdict is marked; never by colour alone.
struct Mark {
  let outcome: Verdict.Outcome

  init(_ outcome: Verdict.Outcome) { self.outcome = outcome }

  func text(_ glyphs: GlyphSet) -> String {
    switch outcome {
    case .holds: glyphs.isUnicode ? "✓" : "[ok]"
    case .holdsInDistribution: glyphs.isUnicode ? "≈" : "[ok in distribution]"
    case .fails: glyphs.isUnicode ? "✗" : "[WRONG]"
    case .unknown: glyphs.isUnicode ? "?" : "[not checked]"
    }
  }

  var style: Style {
    switch outcome {
    case .holds, .holdsInDistribution: Style(.palette(36), .bold)
    case .fails: Style(.palette(166), .bold)
    case .unknown: .dim
    }
  }
}
