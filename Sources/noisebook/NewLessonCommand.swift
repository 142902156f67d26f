import ArgumentParser
import LessonText
import Lessons
import Shelf

struct NewLessonCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new-lesson", abstract: "Begin a lesson of your own.",
    discussion: """
      noisebook new-lesson my-lessons
      noisebook open my-lesson --lessons my-lessons

      The folder gets a whole small lesson to change: a formula that runs, a figure, a claim, an
      exercise with its slips. While the notebook is open it follows what you write.
      """)

  @Argument(help: ArgumentHelp("The folder; it is made where it is missing.", valueName: "dir"))
  var folder: String

  @Option(
    help: ArgumentHelp("The lesson's id: small letters, digits and hyphens.", valueName: "id"))
  var id = "my-lesson"

  @Option(
    help: ArgumentHelp("Its number, which orders the lessons, from 0 to 999.", valueName: "n"))
  var number = 20

  func validate() throws {
    guard isID(id) else {
      throw ValidationError(
        "--id takes small letters, digits and hyphens, such as my-lesson, not \"\(id)\".")
    }
    guard (0...999).contains(number) else {
      throw ValidationError("--number takes a number from 0 to 999, not \(number).")
    }
  }

  func run() throws {
    let padded = number < 10 ? "0\(number)" : "\(number)"
    let path = folder.hasSuffix("/") ? folder : folder + "/"
    let file = "\(path)\(padded)-\(id).md"
    guard !fileExists(file) else {
      throw Failure.unreadable(
        "\(file) exists already, and nothing was changed. Choose another id: --id NAME.")
    }
    do throws(FileError) {
      try makeFolder(fullPath(folder), isPrivate: false)
      try writeFile(Array(newLesson(id: id).utf8), to: file)
    } catch {
      throw Failure.unreadable("Nothing was written. \(error.description)")
    }
    print(
      """
      \(file)
      Read it while you write:  noisebook open \(id) --lessons \(folder)
      Check it:                 noisebook lint \(folder)
      """)
  }
}
