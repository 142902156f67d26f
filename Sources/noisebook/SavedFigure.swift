import Canvas
import Exports
import Figures
import Notebook
import OrderedJSON
import Shelf

/// A figure on its way into a file, in the format that the path's ending names.
struct SavedFigure: Sendable {
  let figure: Figure
  let request: FigureRequest
  let picture: Screen
  /// The command that makes the figure again.
  let command: String

  /// Writes it; a file that is there already is never replaced.
  func save(to typed: String) -> Message {
    let home = environment("HOME") ?? ""
    let path = typed.hasPrefix("~/") && !home.isEmpty ? home + typed.dropFirst(1) : typed
    guard !fileExists(path) else {
      return .figureNotSaved("\(path) exists already; press s again and give another name.")
    }
    do throws(FigureError) {
      guard let text = try text(ending: path) else {
        return .figureNotSaved("A figure is saved as .txt, .csv or .json; end the name so.")
      }
      return write(text, to: path)
    } catch {
      return .figureNotSaved(error.description)
    }
  }

  private func write(_ text: String, to path: String) -> Message {
    do throws(FileError) {
      try writeFile(Array(text.utf8), to: path)
      return .figureSaved(path: fullPath(path))
    } catch {
      return .figureNotSaved("Not saved. \(error.description)")
    }
  }

  private func text(ending path: String) throws(FigureError) -> String? {
    let outcome = try figure.compute(request.settings, seed: request.seed)
    if path.hasSuffix(".json") {
      return outcome.json(lesson: request.lesson, figure: request.figure, seed: request.seed)
        .description + "\n"
    }
    if path.hasSuffix(".csv") { return outcome.csv }
    guard path.hasSuffix(".txt") else { return nil }
    let values = outcome.values.map { "\($0.name) = \($0.value.short(significant: 6))\n" }.joined()
    return picture.text(depth: nil) + "\n" + values + "\(command)\n"
  }
}
