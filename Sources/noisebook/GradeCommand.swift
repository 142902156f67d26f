import ArgumentParser
import Canvas
import Exercises
import Exports
import LessonText
import Lessons
import Notebook
import OrderedJSON
import Programs
import Shelf

struct GradeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "grade", abstract: "Grade the progress files of a class.",
    discussion: """
      noisebook grade class/*.json
      noisebook grade class/*.json --format csv > grades.csv
      noisebook grade ada.json --programs ada --format gradescope > results.json

      Answers are judged again, so that a grade does not rest on what a file claims. --programs DIR
      judges programs as well: DIR/READER/EXERCISE, or DIR/EXERCISE for a single reader, each a
      program or a file that ends in .py or .swift.
      Exit status: 0 fine, 1 a file was tampered with or is broken, 2 no file can be read.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case csv
    case json
    case gradescope
    case junit
  }

  @Argument(help: "Progress files.")
  var files: [String] = []

  @Option(help: "text, csv, json, gradescope or junit.")
  var format: Format = .text

  @Option(help: ArgumentHelp("Judges the programs in a folder.", valueName: "dir"))
  var programs: String?

  @Option(help: ArgumentHelp("Seconds for each program, from 0.1 to 3600.", valueName: "s"))
  var timeout = 30.0

  @Option(
    help: ArgumentHelp(
      "What runs the programs, such as \"setpriv --reuid=nobody\": its words come before theirs.",
      valueName: "command"))
  var under: String?

  @Option(help: "One lesson alone.")
  var lesson: String?

  @OptionGroup var drawing: DrawingOptions
  @OptionGroup var lessons: LessonOptions

  func validate() throws {
    guard !files.isEmpty || programs != nil else {
      throw ValidationError("Name the progress files, or a folder: --programs DIR.")
    }
    guard (0.1...3600).contains(timeout) else {
      throw ValidationError("--timeout takes a number from 0.1 to 3600, not \(timeout).")
    }
    guard format != .gradescope || files.count <= 1 else {
      throw ValidationError("Gradescope's results are those of one student: name one file.")
    }
  }

  func run() throws {
    let catalog = try lessons.catalog()
    let only = try lesson.map { try catalog.resolve($0).entry.lesson.id }
    var (grades, broken) = ([Grade](), [(path: String, reason: String)]())
    for path in files.isEmpty ? [nil] : files.map(Optional.some) {
      do throws(ProgressError) {
        let progress = try path.map { path throws(ProgressError) in try read(path) } ?? Progress()
        grades.append(grade(progress, at: path, in: catalog, only: only))
      } catch {
        broken.append((path ?? "", reason(error, path ?? "")))
      }
    }
    for file in broken { warn(file.reason) }
    for grade in grades where !grade.tampered.isEmpty {
      warn(
        "\(grade.path): claims right answers that are none: \(grade.tampered.joined(separator: ", "))."
      )
    }
    for grade in grades where !grade.otherNumbers.isEmpty {
      warn(
        "\(grade.path): answers with other numbers than this student's: "
          + "\(grade.otherNumbers.joined(separator: ", ")).")
    }
    warnOfTwins(grades)
    guard !grades.isEmpty else { throw ExitCode(2) }
    try show(GradeSheet(grades, broken: broken))
    if !broken.isEmpty || grades.contains(where: { !$0.tampered.isEmpty }) { throw ExitCode(1) }
  }

  private func reason(_ error: ProgressError, _ path: String) -> String {
    switch error {
    case .damaged: "\(path) is no progress file."
    case .newer: "\(path) is of a newer noisebook."
    case .unreadable(let reason): reason
    default: error.description
    }
  }

  private func read(_ path: String) throws(ProgressError) -> Progress {
    guard path == "-" || fileExists(path) else { throw .unreadable("\(path): No such file.") }
    let progress = try ProgressFile(path: path).read()
    // Other JSON than a reader's, such as a sheet of grades, has none of its keys.
    guard progress != Progress() else {
      throw .unreadable("\(path) has neither lessons nor answers in it.")
    }
    return progress
  }

  private func grade(
    _ progress: Progress, at path: String?, in catalog: Catalog, only: String?
  ) -> Grade {
    let stem = path?.split(separator: "/").last.map { String($0.prefix { $0 != "." }) }
    let reader = progress.reader ?? stem ?? "submission"
    let items = catalog.gradeItems(student: progress.student, withPrograms: programs != nil)
      .filter { only == nil || $0.lesson == only }
    return Grade(progress, reader: reader, path: path ?? programs ?? "", items: items) { exercise in
      verdict(on: exercise, of: [reader, stem].compactMap(\.self))
    }
  }

  /// Two readers of one student id have the same numbers, and perhaps the same answers.
  private func warnOfTwins(_ grades: [Grade]) {
    for (student, twins) in Dictionary(grouping: grades, by: { $0.student ?? "" }).sorted(by: {
      $0.key < $1.key
    }) where !student.isEmpty && twins.count > 1 {
      warn(
        "The student \(student) stands in \(twins.count) files: "
          + twins.map(\.path).joined(separator: ", ") + ".")
    }
  }

  private func show(_ sheet: GradeSheet) throws {
    switch format {
    case .text:
      let output = PlainOutput(drawing)
      print(
        sheet.listing(columns: output.columns, isASCII: !output.glyphs.isUnicode), terminator: "")
    case .csv: print(sheet.csv, terminator: "")
    case .json: print(sheet.json.description)
    case .gradescope: print(GradeSheet.gradescope(sheet.grades[0]).description)
    case .junit: print(sheet.junit, terminator: "")
    }
  }
}

extension GradeCommand {
  /// The verdict on a reader's program, nil where none was handed in.
  private func verdict(on exercise: Exercise, of readers: [String]) -> Marking? {
    guard let programs, let task = exercise.program,
      let command = command(for: exercise.id, in: folders(programs, readers))
    else { return nil }
    let sandbox = (under ?? "").split(whereSeparator: \.isWhitespace).map(String.init)
    let trial = Trial(
      command: sandbox + command, cases: task.cases, limits: Limits(seconds: timeout))
    do throws(ProgramError) {
      return task.mark(try trial.run()).marking
    } catch {
      return Marking(.wrong, misconception: "no-start", says: error.description)
    }
  }

  private func folders(_ programs: String, _ readers: [String]) -> [String] {
    let own = readers.filter { !$0.contains("/") && $0 != ".." }.map { "\(programs)/\($0)" }
    return own + (files.count <= 1 ? [programs] : [])
  }

  private func command(for exercise: String, in folders: [String]) -> [String]? {
    for folder in folders {
      for name in [exercise, String(exercise.map { $0 == "-" ? "_" : $0 })] {
        let path = "\(folder)/\(name)"
        if fileExists("\(path).py") { return ["python3", "\(path).py"] }
        if fileExists("\(path).swift") { return ["swift", "\(path).swift"] }
        if isProgram(path) { return [path.contains("/") ? path : "./\(path)"] }
      }
    }
    return nil
  }
}
