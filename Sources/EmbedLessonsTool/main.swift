import Foundation

// Usage: EmbedLessonsTool FOLDER OUTPUT.swift STAMP
// Lists the folder itself, so that a new lesson is seen without naming it anywhere.

/// Ends the tool, and with it the build, with a sentence in the form that the build shows.
func fail(_ sentence: String) -> Never {
  FileHandle.standardError.write(Data("error: \(sentence)\n".utf8))
  exit(1)
}

func lessonNames(in folder: String) -> [String] {
  do {
    return try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".md") && !$0.hasPrefix(".") }.sorted()
  } catch {
    fail("The folder \(folder) cannot be read: the lessons belong there.")
  }
}

func lessonText(_ path: String) -> String {
  guard let data = FileManager.default.contents(atPath: path) else {
    fail("The lesson \(path) cannot be read: check that it is a file, and its permissions.")
  }
  guard let text = String(validating: data, as: UTF8.self) else {
    fail("The lesson \(path) is no UTF-8 text: save it as UTF-8.")
  }
  return text
}

func write(_ text: String, to path: String) {
  do {
    try text.write(toFile: path, atomically: true, encoding: .utf8)
  } catch {
    fail("The file \(path) cannot be written: \(error.localizedDescription)")
  }
}

guard CommandLine.arguments.count == 4 else {
  fail("Usage: EmbedLessonsTool FOLDER OUTPUT.swift STAMP")
}
let folder = CommandLine.arguments[1]
let output = CommandLine.arguments[2]
let lessons = lessonNames(in: folder).map { name in
  "  (\n\(swiftLiteral(name)),\n\(swiftLiteral(lessonText("\(folder)/\(name)")))\n  ),\n"
}
let source = """
  /// The lessons' texts, from `lessons/`, in the order of their names.
  package let embeddedLessons: [(name: String, text: String)] = [
  \(lessons.joined())]

  """
// An equal file is left alone, so that nothing is compiled again.
if FileManager.default.contents(atPath: output) != Data(source.utf8) { write(source, to: output) }
// A new stamp makes the next build run the tool again.
write("\(Date().timeIntervalSince1970)\n", to: CommandLine.arguments[3])
