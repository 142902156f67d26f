import Canvas
import Exercises
import LessonText
package import Lessons
import Symbols

/// An exercise on a page: what is asked for, hints, the verdict, and how to answer.
package struct ExerciseText {
  let exercise: LessonExercise
  let state: ExerciseState
  /// What to do, in the words of where the page is shown.
  let advice: String

  package init(_ exercise: LessonExercise, _ state: ExerciseState, advice: String) {
    self.exercise = exercise
    self.state = state
    self.advice = advice
  }

  func add(to paper: inout Paper, _ blocks: BlockText) {
    let inline = InlineText(glyphs: blocks.glyphs)
    func add(_ text: String, _ style: Style = .plain, label: String = "") {
      paper.add(inline.flow(markdown: text, style: style), label: label, .bold)
    }
    paper.space()
    paper.add(title, .bold)
    add(exercise.asks)
    paper.space()
    for (label, text) in exercise.choices { add(text, label: "  \(label)  ") }
    for (label, latex) in exercise.rows {
      let picture = blocks.picture(of: latex, width: max(1, paper.width - 5))
      var row = Screen(Size(columns: paper.width, rows: picture.size.rows))
      row.write(
        "  \(label)  ", column: 0, row: blocks.isLinear ? 0 : picture.size.rows / 2, style: .bold)
      row.draw(picture, column: 5, row: 0)
      paper.add(row)
    }
    paper.space()
    for (number, hint) in exercise.hints.prefix(state.hints).enumerated() {
      add(hint, label: "Hint \(number + 1) of \(exercise.block.hints.count): ")
    }
    if let said = state.said {
      let mark = Mark(said.isRight ? .holds : .fails)
      add(said.text, label: mark.text(blocks.glyphs) + " ")
    }
    if state.showsSolution, !exercise.solution.isEmpty {
      add(exercise.solution, label: "Worked answer: ")
    }
    paper.space()
    add(advice, .dim)
  }

  private var title: String {
    let points = exercise.block.points
    let worth = points == 1 ? "" : ", \(points) points"
    let done = state.isSolved ? ": solved" : state.showsSolution ? ": given up" : ""
    return "\(exercise.block.level.words)\(worth)\(done)"
  }
}

extension LessonExercise {
  /// Its choices, each with its letter.
  fileprivate var choices: [(label: String, text: String)] {
    block.choices.enumerated().map { (letter($0.offset), $0.element.text) }
  }

  /// How it is answered by commands alone.
  package var commands: String {
    let hints = "`noisebook exercises \(id) --hints N` gives hints, `--worked` the worked answer."
    return switch block.kind {
    case .program:
      "`noisebook exercises \(key) --template python` prints a program to start from, "
        + "`noisebook check \(key) -- COMMAND` judges yours."
    case .turn: "`noisebook answer \(id) 'NAME=VALUE ...'` judges your parameters. \(hints)"
    default: "`noisebook answer \(id) ANSWER` judges an answer. \(hints)"
    }
  }
}

extension ExerciseBlock.Level {
  fileprivate var words: String {
    switch self {
    case .recall: "Recall"
    case .byHand: "By hand"
    case .derive: "Derive"
    case .implement: "Implement"
    case .transfer: "Further"
    }
  }
}
