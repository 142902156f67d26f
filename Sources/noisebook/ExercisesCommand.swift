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
    if let name, template == nil, !json, try printPage(of: name) { return }
    let found = try exercises
    if let template {
      try printTemplate(template, of: found)
    } else if json {
      print(found.json.description)
    } else if found.count == 1, found[0].id == name {
      print(found[0].details, terminator: "")
    } else {
      let ids = Set(found.map(\.lesson))
      let entries = try lessons.catalog().entries.filter { entry in
        name == nil || ids.contains(entry.lesson.id) || entry.lesson.id == self.entry?.lesson.id
      }
      print(found.listing(with: entries), terminator: "")
      print("\nnoisebook exercises EXERCISE tells more of one.")
    }
  }

  private var entry: Catalog.Entry? {
    name.flatMap { try? lessons.catalog(for: $0).entry(named: $0) }
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

  private var exercises: [Exercise] {
    get throws {
      guard let name else { return Exercise.all }
      if let exercise = Exercise.all.first(where: { $0.id == name }) { return [exercise] }
      let entry = try? Catalog.builtIn(only: name).entry(named: name)
      let found = Exercise.all.filter { $0.lesson == entry?.lesson.id ?? name }
      guard !found.isEmpty || entry != nil else {
        throw Failure.usage(unknownExercise(name, orLessons: true))
      }
      return found
    }
  }

  private func printTemplate(_ language: Template.Language, of found: [Exercise]) throws {
    guard found.count == 1, found[0].id == name else {
      throw Failure.usage(
        "A template is for one exercise: noisebook exercises EXERCISE --template.")
    }
    guard let template = Template(found[0]) else {
      throw Failure.usage("\(found[0].id) is answered without a program.")
    }
    print(template.text(in: language), terminator: "")
  }
}

extension Template.Language: ExpressibleByArgument {}

extension Exercise {
  /// The exercise of that id.
  static func named(_ name: String) throws -> Exercise {
    guard let exercise = all.first(where: { $0.id == name }) else {
      throw Failure.usage(unknownExercise(name))
    }
    return exercise
  }
}

/// What to say of an exercise that there is not.
private func unknownExercise(_ name: String, orLessons: Bool = false) -> String {
  let lessons = orLessons ? Exercise.all.map(\.lesson) : []
  let guesses = nearest(name, in: Array(Set(Exercise.all.map(\.id) + lessons)).sorted())
  return "There is no exercise \"\(name)\". "
    + didYouMean(guesses, else: "noisebook exercises lists them.")
}

extension Completions {
  static var exercises: [String] { Exercise.all.map(\.id) }
}
