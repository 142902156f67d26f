import ArgumentParser
import Exercises
import Exports
import LessonText
import Lessons
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

  @Flag(help: "As JSON.")
  var json = false

  func run() throws {
    let found = try exercises
    if let template {
      try printTemplate(template, of: found)
    } else if json {
      print(found.json.description)
    } else if found.count == 1, found[0].id == name {
      print(found[0].details, terminator: "")
    } else {
      print(found.listing, terminator: "")
      print("\nnoisebook exercises EXERCISE tells more of one.")
    }
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
    + (guesses.isEmpty
      ? "noisebook exercises lists them." : "Did you mean \(guesses.joined(separator: " or "))?")
}

extension Completions {
  static var exercises: [String] { Exercise.all.map(\.id) }
}
