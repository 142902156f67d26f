import Canvas
import Exercises
import Formula
import LessonText
import Typesetting

/// What is shown above an answer while it is typed: the formula as it is set, or the place where it
/// can't be read.
struct AnswerPreview {
  let picture: Screen?
  let advice: String
  /// How many characters stand before the place that the advice speaks of.
  let place: Int?

  init(_ text: String, of kind: ExerciseBlock.Kind, glyphs: GlyphSet, size: Size) {
    var (picture, place) = (Screen?.none, Int?.none)
    var advice = kind.advice
    if kind == .formula || kind == .number, !text.allSatisfy(\.isWhitespace) {
      do throws(FormulaError) {
        let set = try Expression(typed: text).typeset(glyphs: glyphs, columns: size.columns).screen
        picture = set.size.rows <= size.rows ? set : nil
      } catch {
        advice = error.description
        place = String(decoding: text.utf8.prefix(error.range.lowerBound), as: UTF8.self).count
      }
    }
    (self.picture, self.advice, self.place) = (picture, advice, place)
  }
}

extension ExerciseBlock.Kind {
  fileprivate var advice: String {
    switch self {
    case .formula: "A formula, as sqrt(abar[t])*x0, or LaTeX. Enter answers, Esc leaves it."
    case .number: "A number, or arithmetic such as sqrt(2)/3. Enter answers, Esc leaves it."
    case .choice, .predict: "A letter. Enter answers, Esc leaves it."
    case .order: "The letters of the lines in their order, as b a c. Enter answers."
    case .wrongLine: "The number of the wrong line. Enter answers, Esc leaves it."
    case .turn, .program: ""
    }
  }
}

extension Reading {
  /// The preview of an answer above the line in which it is typed.
  func drawPreview(of line: TextLine, at start: Int, from first: Int, on screen: inout Screen) {
    let last = size.rows - 2
    let room = Size(columns: size.columns - 2 * margin, rows: max(1, size.rows / 3))
    let preview = AnswerPreview(
      line.text, of: step.exercise?.kind ?? .number, glyphs: glyphs, size: room)
    if let notice { return say(notice, above: last, on: &screen) }
    let pointed = preview.place.map { place in
      start + String(line.characters.dropFirst(first).prefix(max(0, place - first))).cellWidth
    }
    if let pointed {
      clear(row: last, on: &screen)
      let column = min(pointed, size.columns - 1)
      screen.write(glyphs.isUnicode ? "↓" : "v", column: column, row: last, style: .bold)
    }
    let top = pointed == nil ? last : last - 1
    say(preview.advice, above: top, on: &screen)
    guard let picture = preview.picture else { return }
    let height = picture.size.rows + 1
    for row in max(1, top - height)..<top { clear(row: row, on: &screen) }
    screen.draw(picture, column: margin + 2, row: top - picture.size.rows)
  }

  private func clear(row: Int, on screen: inout Screen) {
    screen.fill(Rectangle(column: 0, row: row, columns: size.columns, rows: 1), with: .blank)
  }
}
