import ArgumentParser
import Exercises
import Exports
import LessonText
import Lessons
import Notebook
import OrderedJSON

struct ExercisesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "exercises", abstract: "What there is to solve, and a program to start from.",
    discussion: """
      noisebook exercises ddim-sigma
      noisebook exercises ddim-sigma --template python > ddim_sigma.py
      """)

  @Argument(
    help: ArgumentHelp("One lesson, or one exercise.", valueName: "lesson or exercise"),
    completion: .custom { _, _, _ in Completions.exercises })
  var name: String?

  @Option(help: "Prints a program to start from: python, pytorch or swift.")
  var template: Template.Language?

  @Option(help: ArgumentHelp("Shows so many hints of an exercise.", valueName: "n"))
  var hints: Int?

  @Flag(help: "Shows the worked answer; the exercise then counts as given up.")
  var worked = false

  @Option(help: ArgumentHelp("Whose numbers; else those of progress --student.", valueName: "id"))
  var student: String?

  @Flag(help: "As JSON.")
  var json = false

  @OptionGroup var drawing: DrawingOptions
  @OptionGroup var lessons: LessonOptions

  func run() throws {
    if let template { return try printTemplate(template) }
    if let name, !json, try printPage(of: name) { return }
    let items = try items
    if json {
      print(items.json.description)
    } else if items.count == 1, let own = items[0].own, own.id == name {
      print(own.details, terminator: "")
    } else {
      print(items.listing, terminator: "")
      print("\nnoisebook exercises EXERCISE tells more of one.")
    }
  }

  /// The page of a lesson's exercise, with its hints; false where there is none of that name.
  private func printPage(of name: String) throws -> Bool {
    let catalog = try lessons.catalog()
    let student = student ?? storedStudent()
    for entry in catalog.entries {
      for page in entry.lesson.pages {
        let step = entry.lesson.steps[page.step]
        guard step.exercise?.id == name, let exercise = entry.exercise(of: step, student: student)
        else { continue }
        let output = PlainOutput(drawing)
        let width = min(output.columns, 80)
        for picture in entry.pageText(
          page, width: width, glyphs: output.glyphs, isLinear: false,
          state: try state(of: exercise), student: student)
        {
          output.show(picture)
        }
        if let asked = Exercise.all.first(where: { $0.id == name }) {
          print("\n\(asked.details)", terminator: "")
        }
        return true
      }
    }
    return false
  }

  /// How far the reader is, with what was asked for here, which is stored.
  private func state(of exercise: LessonExercise) throws -> ExerciseState {
    var state = ExerciseState()
    let count = exercise.block.hints.count
    if let hints {
      guard state.walk(by: hints, of: count) else {
        throw Failure.usage("\(exercise.id) has \(count) hints: --hints goes from 0 to \(count).")
      }
    }
    state.showsSolution = worked
    guard hints != nil || worked else { return state }
    var progress = Progress()
    progress.see(hints: state.hints, of: exercise.key)
    if worked { progress.giveUp(exercise.key) }
    if let problem = ProgressStore().save(progress) { warn(problem) }
    return state
  }

  /// All exercises, those of a lesson, or one.
  private var items: [ExerciseItem] {
    get throws {
      let catalog = try lessons.catalog()
      let all = catalog.entries.exerciseItems(student: student ?? storedStudent())
      guard let name else { return all }
      let one = all.filter { $0.id == name }
      guard one.isEmpty else { return one }
      let lesson = (try? catalog.entry(named: name))?.lesson.id
      let found = all.filter { $0.lesson == lesson ?? name }
      guard !found.isEmpty || lesson != nil else {
        throw Failure.usage(unknownExercise(name, among: all.flatMap { [$0.id, $0.lesson] }))
      }
      return found
    }
  }

  private func printTemplate(_ language: Template.Language) throws {
    let items = try items
    guard items.count == 1, items[0].id == name else {
      throw Failure.usage(
        "A template is for one exercise: noisebook exercises EXERCISE --template.")
    }
    guard let template = items[0].task.flatMap(Template.init) else {
      throw Failure.usage("\(items[0].id) is answered without a program.")
    }
    print(template.text(in: language), terminator: "")
  }
}

extension Template.Language: ExpressibleByArgument {}

extension Exercise {
  /// The exercise of that id, or the one that judges a lesson's exercise of that id.
  static func named(_ name: String) throws -> Exercise {
    if let exercise = all.first(where: { $0.id == name }) { return exercise }
    let catalog = try Catalog.builtIn()
    if let exercise = catalog.exercise(named: name)?.task { return exercise }
    throw Failure.usage(
      unknownExercise(name, among: catalog.entries.exerciseItems().map(\.id)))
  }
}

/// What to say of an exercise that there is not.
private func unknownExercise(_ name: String, among names: [String]) -> String {
  let guesses = nearest(name, in: Array(Set(names)).sorted())
  return "There is no exercise \"\(name)\". "
    + didYouMean(guesses, else: "noisebook exercises lists them.")
}

extension Completions {
  static var exercises: [String] {
    ((try? Catalog.builtIn())?.entries.exerciseItems() ?? []).map(\.id)
  }
}
