import Foundation
import Notebook
import OrderedJSON
import Probability
import Testing

@testable import Shelf

private let right = Array(
  """
  {"schema": 1, "reader": "Ada", "place": {"lesson": "posterior", "page": "by-hand"},
   "lessons": {"posterior": {"page": "by-hand", "pages": ["by-hand", "start"]}},
   "exercises": {"snr": {"attempts": [{"at": 1, "kind": "typed", "answer": "a", "verdict": "right",
   "misconception": null}], "hints": 1, "gave_up": false}}}
  """.utf8)

private let pieces: [[UInt8]] =
  [
    "", "[", "]", "{", "}", "null", "\"", "-1e999", "true", ",", ":", "\\u0000", "\u{1}", "{}",
    "[]",
  ]
  .map { Array($0.utf8) } + [[0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80]]

/// How many files are tried; `NOISEBOOK_FUZZ=100000` for a long look.
private let count =
  ProcessInfo.processInfo.environment["NOISEBOOK_FUZZ"].flatMap { Int($0) } ?? 2_000

struct ProgressReaderTests {
  @Test func `random and mutated files are read or refused, and what is read is stored`() throws {
    var generator = CounterGenerator(seed: 69)
    var read = 0
    for number in 0..<count {
      var bytes = number % 5 == 0 ? Array("{}".utf8) : right
      for _ in 0...Int.random(in: 0...(number % 5 == 0 ? 12 : 2), using: &generator) {
        guard !bytes.isEmpty else { break }
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        let end = min(bytes.count, place + Int.random(in: 0...8, using: &generator))
        bytes.replaceSubrange(place..<end, with: pieces.randomElement(using: &generator) ?? [])
      }
      guard let tree = try? JSON(progress: bytes, of: "x") else { continue }
      read += 1
      let progress = Notebook.Progress(tree)
      // Whatever could be read is stored again, and comes back.
      guard read % 20 == 0 else { continue }
      let stored = Notebook.Progress(tree.storing(progress))
      #expect(stored.lessons == progress.lessons && stored.exercises == progress.exercises)
    }
    #expect(read > count / 10)
  }

  /// On the disk: whatever lies there, an answer is added to it and stays, and what could not be read
  /// lies beside it as it was.
  @Test func `an answer is recorded beside whatever the file holds, and nothing is lost`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "nb-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = ProgressFile(path: folder.appending(path: "progress.json").path())
    let answer = Attempt(.typed, answer: "b", isRight: true, misconception: nil, at: 2)
    var generator = CounterGenerator(seed: 71)
    for _ in 0..<min(count / 20, 1_000) {
      var bytes = right
      for _ in 0...Int.random(in: 0...2, using: &generator) {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        bytes.replaceSubrange(
          place..<place, with: pieces.randomElement(using: &generator) ?? [])
      }
      try Data(bytes).write(to: folder.appending(path: "progress.json"))
      let before = try? file.read()
      do throws(ProgressError) {
        try file.record(answer, at: "snr")
      } catch {
        // Only a file of a newer version is refused, and then left as it was.
        #expect(error == .newer(file.path))
        #expect(try Data(contentsOf: folder.appending(path: "progress.json")) == Data(bytes))
        continue
      }
      let after = try file.read()
      #expect(after.exercises["snr"]?.attempts.contains(answer) == true)
      if let before {
        for (exercise, tried) in before.exercises {
          let kept = after.exercises[exercise]?.attempts ?? []
          #expect(tried.attempts.allSatisfy { kept.contains($0) })
        }
      } else {
        let aside = folder.appending(path: "progress.json.damaged")
        #expect(try Data(contentsOf: aside) == Data(bytes))
        try FileManager.default.removeItem(at: aside)
      }
    }
  }
}
