import Foundation

// Usage: EmbedLessonsTool FOLDER OUTPUT.swift
// Lists the folder itself, so that a new lesson is seen without naming it anywhere.
let folder = CommandLine.arguments[1]
let output = CommandLine.arguments[2]
let names = try FileManager.default.contentsOfDirectory(atPath: folder)
  .filter { $0.hasSuffix(".md") }.sorted()

var text = """
  /// The lessons' texts, from `lessons/`, in the order of their names.
  package let embeddedLessons: [(name: String, text: String)] = [

  """
for name in names {
  let lesson = try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
  text += "  (\n    \"\(name)\",\n    #####\"\"\"\n\(lesson)\n\"\"\"#####\n  ),\n"
}
text += "]\n"
try text.write(toFile: output, atomically: true, encoding: .utf8)
