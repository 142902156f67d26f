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

struct ProgressReaderTests {
  @Test func `a hundred thousand mutated files are read or refused, and what is read is stored`()
    throws
  {
    var generator = CounterGenerator(seed: 69)
    var read = 0
    for _ in 0..<100_000 {
      var bytes = right
      for _ in 0...Int.random(in: 0...2, using: &generator) {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        let end = min(bytes.count, place + Int.random(in: 0...8, using: &generator))
        bytes.replaceSubrange(place..<end, with: pieces.randomElement(using: &generator) ?? [])
      }
      guard let tree = try? JSON(progress: bytes, of: "x") else { continue }
      read += 1
      let progress = Progress(tree)
      // Whatever could be read is stored again, and comes back.
      guard read % 20 == 0 else { continue }
      let stored = Progress(tree.storing(progress))
      #expect(stored.lessons == progress.lessons && stored.exercises == progress.exercises)
    }
    #expect(read > 10_000)
  }
}
