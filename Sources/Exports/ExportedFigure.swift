import Canvas
import Figures
import LessonText
import Lessons

/// A figure of a lesson with what it computes, on its way into a file.
struct ExportedFigure {
  let reference: FigureReference
  let figure: Figure
  let outcome: Outcome
  /// The figure's full name: `ddim/sample`.
  let name: String

  /// The command that computes it again.
  var command: String {
    let verb = outcome.frames.isMoving ? "play" : "run"
    let options = reference.settings.map { " --set \($0.name)=\($0.value.shellWord)" }.joined()
    return "noisebook \(verb) \(name)\(options)"
  }

  /// The numbers below its picture.
  var numbers: [(name: String, text: String)] {
    outcome.values.map { ($0.name, $0.value.short(significant: 6)) }
  }

  /// The picture of a frame, 80 columns wide.
  func picture(frame: Int, depth: ColorDepth) -> Screen {
    let frames = outcome.frames
    let size = Size(columns: 80, rows: min(20, frames.rows ?? 20))
    return frames.draw(size, frame: frame, look: Frames.Look(glyphs: .braille, depth: depth))
  }
}

extension Catalog.Entry {
  /// A figure of a page, computed; nil where there is none of that name.
  func exported(_ reference: FigureReference) -> Result<ExportedFigure, FigureError>? {
    let name = reference.figure.text
    guard let figure = figure(named: name) else { return nil }
    let whole = name.contains("/") ? name : "\(lesson.id)/\(name)"
    do throws(FigureError) {
      let settings = try figure.settings(
        given: reference.settings.map { (name: $0.name, text: $0.value) })
      let outcome = try figure.compute(settings)
      return .success(
        ExportedFigure(reference: reference, figure: figure, outcome: outcome, name: whole))
    } catch {
      return .failure(error)
    }
  }

  /// The figure of a step that an answer brings: it waits until the reader has guessed.
  func isHidden(_ reference: FigureReference, in step: Step) -> Bool {
    guard let block = step.exercise, block.kind == .predict else { return false }
    return block.figure?.id == reference.id
  }
}

extension String {
  /// The text as one word of a shell.
  fileprivate var shellWord: String {
    let isPlain = allSatisfy { $0.isLetter || $0.isNumber || ".,-_+".contains($0) }
    return isPlain && !isEmpty ? self : "'\(replacing("'", with: "'\\''"))'"
  }
}
