import Foundation
import Notebook
import Shelf
import Testing

/// Foundation has a `Progress` too.
private typealias Progress = Notebook.Progress

/// A folder of a test's own, removed at its end.
private final class TemporaryFolder {
  let path: String
  init() throws {
    path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path()
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }
  deinit { try? FileManager.default.removeItem(atPath: path) }

  func text(_ name: String) throws -> String {
    try String(contentsOfFile: "\(path)/\(name)", encoding: .utf8)
  }
  func put(_ text: String, _ name: String) throws {
    try text.write(toFile: "\(path)/\(name)", atomically: true, encoding: .utf8)
  }
  var names: [String] { (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [] }
}

private func progress(_ lesson: String, _ pages: String...) -> Progress {
  var progress = Progress()
  for page in pages { progress.visit(lesson: lesson, page: page) }
  return progress
}

@Test func `progress comes back as it was stored`() throws {
  let folder = try TemporaryFolder()
  let file = ProgressFile(path: "\(folder.path)/deep/er/progress.json")
  #expect(try file.read() == Progress())
  let seen = progress("noise-schedule", "start", "alpha")
  try file.add(seen)
  #expect(try file.read() == seen)
}

@Test func `two instances that write in turn lose no page`() throws {
  let folder = try TemporaryFolder()
  let file = ProgressFile(path: "\(folder.path)/progress.json")
  try file.add(progress("noise-schedule", "start", "alpha"))
  try file.add(progress("noise-schedule", "snr"))
  let stored = try file.read()
  #expect(stored.lessons["noise-schedule"]?.pages == ["start", "alpha", "snr"])
  #expect(stored.place == Progress.Place(lesson: "noise-schedule", page: "snr"))
}

@Test func `keys that this version does not know are kept`() throws {
  let folder = try TemporaryFolder()
  try folder.put(
    #"{"schema": 1, "reader": "Ada", "lessons": {"x": {"page": "p", "stars": [1, 2.5, null]}}}"#,
    "progress.json")
  let file = ProgressFile(path: "\(folder.path)/progress.json")
  try file.add(progress("x", "q"))
  let text = try folder.text("progress.json")
  #expect(text.contains(#""reader" : "Ada""#))
  #expect(text.contains("2.5"))
}

@Test(arguments: ["", "{", "[]", "\u{0}\u{1}", String(repeating: "[", count: 100_000)])
func `a damaged file is refused and left alone`(text: String) throws {
  let folder = try TemporaryFolder()
  try folder.put(text, "progress.json")
  let file = ProgressFile(path: "\(folder.path)/progress.json")
  #expect(throws: ProgressError.damaged(file.path)) { try file.add(progress("x", "q")) }
  #expect(try folder.text("progress.json") == text)
}

@Test func `a newer file is refused and left alone`() throws {
  let folder = try TemporaryFolder()
  try folder.put(#"{"schema": 2}"#, "progress.json")
  let file = ProgressFile(path: "\(folder.path)/progress.json")
  #expect(throws: ProgressError.newer(file.path)) { try file.read() }
}

@Test func `a full disk costs a sentence and leaves no half file`() throws {
  #expect(throws: FileError.self) { try writeFile([1, 2, 3], to: "/dev/full/progress.json") }
  let folder = try TemporaryFolder()
  // A folder stands where the file should be, so the last step, the renaming, fails.
  try FileManager.default.createDirectory(
    atPath: "\(folder.path)/taken/inside", withIntermediateDirectories: true)
  #expect(throws: FileError.self) { try writeFile([1, 2, 3], to: "\(folder.path)/taken") }
  #expect(folder.names == ["taken"])
}

@Test(arguments: [
  (["XDG_STATE_HOME": "/s", "HOME": "/h"], "/s/noisebook/progress.json"),
  (["XDG_STATE_HOME": "relative", "HOME": "/h"], "/h/.local/state/noisebook/progress.json"),
  (["HOME": "/h"], "/h/.local/state/noisebook/progress.json"),
])
func `the state folder follows the XDG rules`(environment: [String: String], path: String) {
  #expect(Folders(environment: environment).progressFile == path)
}

@Test func `without a home there is no progress file`() {
  #expect(Folders(environment: [:]).progressFile == nil)
}
