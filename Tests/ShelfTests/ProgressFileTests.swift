import Foundation
import Notebook
import Probability
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

private func attempt(_ answer: String, at time: Int = 1) -> Attempt {
  Attempt(.typed, answer: answer, isRight: answer == "right", misconception: nil, at: time)
}

@Test func `attempts come back in order, with hints and the reader's name`() throws {
  let folder = try TemporaryFolder()
  let file = ProgressFile(path: "\(folder.path)/progress.json")
  for answer in ["wrong", "right", "right"] { try file.record(attempt(answer), at: "snr") }
  var hinted = Progress()
  hinted.exercises["snr"] = Tried(hints: 2)
  try file.add(hinted)
  hinted.exercises["snr"] = Tried(hints: 1, hasGivenUp: true)
  try file.add(hinted)
  try file.name(reader: "Ada \u{1F} \"L\"")
  let stored = try file.read()
  #expect(stored.reader == "Ada \u{1F} \"L\"")
  #expect(
    stored.exercises["snr"]
      == Tried(
        attempts: ["wrong", "right", "right"].map { attempt($0) }, hints: 2, hasGivenUp: true))
}

@Test func `a hundred threads that record at once lose no attempt`() async throws {
  let folder = try TemporaryFolder()
  let file = ProgressFile(path: "\(folder.path)/progress.json")
  await withTaskGroup { group in
    for number in 0..<100 {
      group.addTask { try? file.record(attempt("\(number)"), at: "exercise-\(number % 3)") }
    }
  }
  let answers = try file.read().exercises.values.flatMap { $0.attempts.map(\.answer) }
  #expect(Set(answers).count == 100 && answers.count == 100)
}

@Test func `progress goes from one machine to another, each attempt once`() throws {
  let folder = try TemporaryFolder()
  let (one, two) = (
    ProgressFile(path: "\(folder.path)/one.json"), ProgressFile(path: "\(folder.path)/two.json")
  )
  try one.add(progress("noise-schedule", "start"))
  try one.record(attempt("a", at: 1), at: "snr")
  try two.add(progress("noise-schedule", "alpha"))
  try two.record(attempt("b", at: 2), at: "snr")
  try two.record(attempt("c", at: 0), at: "snr")
  for _ in 0..<2 { try one.add(exported: try two.exported(), from: "two.json") }
  let both = try one.read()
  #expect(both.exercises["snr"]?.attempts.map(\.answer) == ["c", "a", "b"])
  #expect(both.lessons["noise-schedule"]?.pages == ["start", "alpha"])
  // The place is this machine's.
  #expect(both.place?.page == "start")
  let before = try folder.text("one.json")
  #expect(throws: ProgressError.unimportable("x", isNewer: false)) {
    try one.add(exported: Array("[]".utf8), from: "x")
  }
  #expect(throws: ProgressError.unimportable("x", isNewer: true)) {
    try one.add(exported: Array(#"{"schema": 9}"#.utf8), from: "x")
  }
  #expect(try folder.text("one.json") == before)
}

@Test func `one lesson is reset alone, or all, and what was is kept beside`() throws {
  let folder = try TemporaryFolder()
  let file = ProgressFile(path: "\(folder.path)/progress.json")
  try file.name(reader: "Ada")
  for lesson in ["noise-schedule", "posterior"] { try file.add(progress(lesson, "p")) }
  for exercise in ["snr", "posterior-variance"] { try file.record(attempt("1"), at: exercise) }
  let before = try folder.text("progress.json")
  try file.reset(lesson: "posterior", exercises: ["posterior-variance"])
  #expect(try folder.text("progress.json.before-reset") == before)
  let rest = try file.read()
  #expect(Array(rest.lessons.keys) == ["noise-schedule"] && rest.place == nil)
  #expect(Array(rest.exercises.keys) == ["snr"])
  try file.reset()
  #expect(
    try file.read()
      == {
        var empty = Progress()
        empty.reader = "Ada"
        return empty
      }())
}

@Test func `what a killed writer left behind goes with the next`() throws {
  let folder = try TemporaryFolder()
  let file = ProgressFile(path: "\(folder.path)/progress.json")
  try folder.put("half a f", "progress.json.4711.tmp")
  try file.add(progress("x", "q"))
  #expect(folder.names.sorted() == ["progress.json", "progress.json.lock"])
}

/// Mutated files are imported, so that each is read, joined and written again, or refused.
@Test func `five hundred mutated files are joined or refused, and nothing is lost`() throws {
  let folder = try TemporaryFolder()
  let file = ProgressFile(path: "\(folder.path)/progress.json")
  try file.add(progress("noise-schedule", "start", "alpha"))
  try file.record(attempt("right"), at: "snr")
  let right = Array(try folder.text("progress.json").utf8)
  var generator = CounterGenerator(seed: 66)
  let pieces = ["", "[", "}", "null", "\"", "7", "{}", ",", "\u{1}"]
  for _ in 0..<500 {
    var bytes = right
    for _ in 0...Int.random(in: 0...2, using: &generator) {
      let place = Int.random(in: 0..<bytes.count, using: &generator)
      let end = min(bytes.count, place + Int.random(in: 0...30, using: &generator))
      bytes.replaceSubrange(
        place..<end, with: Array((pieces.randomElement(using: &generator) ?? "").utf8))
    }
    try? file.add(exported: bytes, from: "other")
    let stored = try file.read()
    #expect(stored.exercises["snr"]?.attempts.contains(attempt("right")) == true)
    #expect(stored.lessons["noise-schedule"]?.pages.isSuperset(of: ["start", "alpha"]) == true)
  }
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
  #expect(text.contains(#""reader": "Ada""#))
  #expect(text.contains("2.5"))
}

@Test(arguments: ["", "{", "[]", "\u{0}\u{1}", String(repeating: "[", count: 100_000)])
func `a damaged file is kept under another name, and a new one begins`(text: String) throws {
  let folder = try TemporaryFolder()
  let file = ProgressFile(path: "\(folder.path)/progress.json")
  for name in ["progress.json.damaged", "progress.json.damaged2"] {
    try folder.put(text, "progress.json")
    #expect(throws: ProgressError.damaged(file.path)) { try file.read() }
    try file.add(progress("x", "q"))
    #expect(try folder.text(name) == text)
    #expect(try file.read() == progress("x", "q"))
  }
}

@Test func `a newer file is refused and left alone`() throws {
  let folder = try TemporaryFolder()
  try folder.put(#"{"schema": 2}"#, "progress.json")
  let file = ProgressFile(path: "\(folder.path)/progress.json")
  #expect(throws: ProgressError.newer(file.path)) { try file.read() }
  #expect(throws: ProgressError.newer(file.path)) { try file.record(attempt("1"), at: "snr") }
  #expect(folder.names.sorted() == ["progress.json", "progress.json.lock"])
}

@Test func `a device or a pipe is written to, and stays what it is`() throws {
  let folder = try TemporaryFolder()
  // A link of our own to a device: if it were replaced, the device itself would not be.
  let link = "\(folder.path)/device"
  try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "/dev/null")
  try writeFile([1, 2, 3], to: link)
  #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "/dev/null")
  #expect(throws: FileError.self) { try writeFile([1], to: "") }
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
