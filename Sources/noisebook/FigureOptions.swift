import ArgumentParser
import Figures
import LessonText
import Lessons

/// A figure and what the reader wants of it: the arguments of `run` and `play`.
struct FigureOptions: ParsableArguments {
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

  /// A figure that was asked for, and what came of it.
  struct Computed {
    let lesson: String
    let figure: Figure
    let outcome: Outcome
  }

  func compute(in catalog: Catalog) throws -> Computed {
    let (entry, name) = try catalog.resolve(figure)
    guard let name else { throw Failure.usage(missingFigure(entry)) }
    let found: Figure
    do throws(CatalogError) {
      found = try entry.knownFigure(named: name)
    } catch {
      throw Failure.usage(error.description)
    }
    let (given, own) = (try pairs(settings, of: "--set"), try pairs(formulas, of: "--formula"))
    do throws(FigureError) {
      let settings = try found.settings(given: given, formulas: own)
      let outcome = try found.compute(settings, seed: seed, watch: .patient(clock: secondsPassed))
      return Computed(lesson: entry.lesson.id, figure: found, outcome: outcome)
    } catch {
      throw error.isUnreadable
        ? Failure.unreadable(error.description) : Failure.usage(error.description)
    }
  }

  private func pairs(
    _ texts: [String], of option: String
  ) throws -> [(name: String, text: String)] {
    try texts.map { text in
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2 else {
        throw Failure.usage("\(option) takes NAME=VALUE, not \"\(text)\".")
      }
      return (name: String(parts[0]), text: String(parts[1]))
    }
  }

  private func missingFigure(_ entry: Catalog.Entry) -> String {
    let names = entry.figures.map { "\(entry.lesson.id)/\($0.name)" }
    return names.isEmpty
      ? "\(entry.lesson.id) has no figures."
      : "Name a figure too: \(names.joined(separator: ", "))."
  }
}
