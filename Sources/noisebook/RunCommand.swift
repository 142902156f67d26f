import ArgumentParser
import Canvas
import Curses
import Exports
import Figures
import LessonText
import Lessons

struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Compute one figure.",
    discussion: """
      noisebook run noise-schedule/schedule --set schedule=custom --set betas=0.1,0.2,0.5
      """)

  @Argument(
    help: ArgumentHelp("A lesson and a figure of it.", valueName: "lesson/figure"),
    completion: .custom { _, _, _ in Completions.figures })
  var figure: String

  @Option(
    name: .customLong("set"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Sets a parameter.", valueName: "name=value"))
  var settings: [String] = []

  @Option(
    name: .customLong("formula"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "Puts your formula in place of the figure's.", valueName: "name=expression"))
  var formulas: [String] = []

  @Option(help: "Where random draws begin.")
  var seed: UInt64 = 0

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
    let (entry, name) = try lessons.catalog().resolve(figure)
    guard let name else { throw Failure.usage(missingFigure(entry)) }
    let found: Figure
    do throws(CatalogError) {
      found = try entry.knownFigure(named: name)
    } catch {
      throw Failure.usage(error.description)
    }
    try refuseFormulas(found, entry)
    let outcome = try compute(found)
    print(text(outcome, entry, found), terminator: "")
  }

  private func compute(_ figure: Figure) throws -> Outcome {
    let given = try settings.map { setting in
      let parts = setting.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2 else {
        throw Failure.usage("--set takes NAME=VALUE, not \"\(setting)\".")
      }
      return (name: String(parts[0]), text: String(parts[1]))
    }
    do throws(FigureError) {
      return try figure.compute(try Settings(figure.parameters, given: given), seed: seed)
    } catch {
      throw Failure.usage(error.description)
    }
  }

  private func text(_ outcome: Outcome, _ entry: Catalog.Entry, _ figure: Figure) -> String {
    switch format {
    case .json:
      return outcome.json(lesson: entry.lesson.id, figure: figure.name, seed: seed).description
        + "\n"
    case .csv: return outcome.csv
    case .text:
      let output = PlainOutput(drawing)
      let size = Size(columns: output.columns, rows: 20)
      return output.text(of: outcome.frames.draw(size, glyphs: output.glyphs))
        + outcome.summary(columns: output.columns, glyphs: output.glyphs)
    }
  }

  private func missingFigure(_ entry: Catalog.Entry) -> String {
    let names = entry.figures.map { "\(entry.lesson.id)/\($0.name)" }
    return "Name a figure too: \(names.joined(separator: ", "))."
  }

  private func refuseFormulas(_ figure: Figure, _ entry: Catalog.Entry) throws {
    guard let formula = formulas.first else { return }
    let name = formula.prefix { $0 != "=" }
    throw Failure.usage(
      "\(entry.lesson.id)/\(figure.name) has no formula \"\(name)\" that can be replaced.")
  }
}
