import ArgumentParser
import Canvas
import Exercises
import Exports
import LessonText
import Lessons
import Notebook
import OrderedJSON
import Shelf

struct ProgressCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "progress", abstract: "What you have read and solved, and where that is kept.",
    discussion: """
      noisebook progress --export mine.json           for another machine, or for a grader
      noisebook progress --import mine.json           adds what another machine has
      noisebook progress --reset posterior            forgets one lesson
      noisebook progress --reader "Ada Lovelace"      names you in a grade sheet
      """)

  @Flag(help: "As JSON.")
  var json = false

  @Flag(help: "Forgets the lesson that is named, or all; what was is kept beside the file.")
  var reset = false

  @Option(
    name: .customLong("export"),
    help: ArgumentHelp("Writes all of it; - is standard output.", valueName: "file"))
  var exportPath: String?

  @Option(
    name: .customLong("import"),
    help: ArgumentHelp("Adds what an exported file has; - is standard input.", valueName: "file"))
  var importPath: String?

  @Option(help: ArgumentHelp("Your name, for a grade sheet.", valueName: "name"))
  var reader: String?

  @Option(
    help: ArgumentHelp(
      "Your id in a class: exercises draw your own numbers from it.", valueName: "id"))
  var student: String?

  @Argument(help: "One lesson.", completion: .custom { _, _, _ in Completions.lessons })
  var lesson: String?

  @OptionGroup var lessons: LessonOptions

  func run() throws {
    guard let file = progressFile() else {
      throw Failure.unreadable("Your progress is not kept: HOME is not set.")
    }
    let catalog = try lessons.catalog(for: lesson)
    let entry = try lesson.map { try catalog.resolve($0).entry }
    do {
      var isAsked = true
      if let reader { try file.name(reader: reader) }
      if let student { try file.name(student: student) }
      if reader == nil, student == nil { isAsked = false }
      if reset {
        try file.reset(lesson: entry?.lesson.id, exercises: entry?.exerciseNames ?? [])
        isAsked = true
      }
      if let importPath {
        try file.add(exported: try readFile(importPath), from: importPath)
        isAsked = true
      }
      if let exportPath {
        try export(file, to: exportPath)
        isAsked = true
      }
      if !isAsked { show(try file.read(), entry.map { [$0] } ?? catalog.entries, file.path) }
    } catch let error as ProgressError {
      throw Failure.unreadable(error.description)
    } catch let error as FileError {
      throw Failure.unreadable(error.description)
    }
  }

  private func export(_ file: ProgressFile, to path: String) throws {
    let bytes = try file.exported()
    if path == "-" {
      print(String(decoding: bytes, as: UTF8.self), terminator: "")
    } else {
      try writeFile(bytes, to: path, isPrivate: true)
    }
  }

  private func show(_ progress: Progress, _ entries: [Catalog.Entry], _ path: String) {
    if json {
      print(entries.progressJSON(progress, path: path).description)
    } else {
      print(entries.progressListing(progress), terminator: "")
      print("\nkept in \(path.visible)")
    }
  }
}
