import ArgumentParser
import Canvas
import Exports
import Figures
import OrderedJSON

struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Compute one figure.",
    discussion: """
      noisebook run noise-schedule/schedule --set schedule=custom --set betas=0.1,0.2,0.5
      """)

  @OptionGroup var figure: FigureOptions

  @Option(help: "text, json or csv.")
  var format: Format = .text

  @OptionGroup var drawing: DrawingOptions
  @OptionGroup var lessons: LessonOptions

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
    case csv
  }

  func run() throws {
    let computed = try figure.compute(in: try lessons.catalog(for: figure.figure))
    print(text(computed), terminator: "")
  }

  private func text(_ computed: FigureOptions.Computed) -> String {
    let outcome = computed.outcome
    switch format {
    case .json:
      let (lesson, name) = (computed.lesson, computed.figure.name)
      return outcome.json(lesson: lesson, figure: name, seed: figure.seed).description + "\n"
    case .csv: return outcome.csv
    case .text:
      let output = PlainOutput(drawing)
      let frames = outcome.frames
      guard !drawing.plain else {
        let words = frames.spoken(frame: frames.count - 1)
        return words.spelled(in: output.glyphs) + "\n"
          + outcome.summary(columns: output.columns, glyphs: output.glyphs)
      }
      let size = Size(columns: output.columns, rows: min(20, frames.rows ?? 20))
      return output.text(of: frames.draw(size, frame: frames.count - 1, look: output.look))
        + outcome.summary(columns: output.columns, glyphs: output.glyphs)
    }
  }
}
