import Exercises
import Foundation
import OrderedJSON
import Probability
import Programs
import Testing

/// How many outputs are tried; `NOISEBOOK_FUZZ=100000` for a long look.
private let count =
  ProcessInfo.processInfo.environment["NOISEBOOK_FUZZ"].flatMap { Int($0) } ?? 2_000

private func read(_ text: String, answers: Int = 3, limit: Int = 1 << 16) -> AnswerReader {
  var reader = AnswerReader(answers: answers, limit: limit)
  reader.read(Array(text.utf8))
  reader.finish()
  return reader
}

private func lines(_ count: Int) -> String {
  (1...count).map { "{\"case\": \($0), \"result\": [0.\($0), -1e-3]}\n" }.joined()
}

struct AnswerReaderTests {
  @Test func `answers are read in whatever pieces they come`() {
    let bytes = Array(lines(3).utf8)
    for size in 1...bytes.count {
      var reader = AnswerReader(answers: 3, limit: 1 << 16)
      for start in stride(from: 0, to: bytes.count, by: size) {
        reader.read(bytes[start..<min(start + size, bytes.count)])
      }
      #expect(reader.isComplete && reader.fault == nil)
      #expect(reader.results.map(\.line) == read(lines(3)).results.map(\.line))
    }
  }

  @Test(arguments: [
    "\n\r\n{\"case\": 1, \"result\": 1}\r\n  \n", "{\"result\": 1, \"case\": 1.0, \"time\": 3}",
    "{\"case\":1,\"result\":1}",
  ])
  func `blank lines, further keys and a missing newline are no fault`(text: String) {
    let reader = read(text, answers: 1)
    #expect(reader.isComplete && reader.fault == nil)
  }

  @Test(
    arguments: [
      ("hello\n", .malformed(line: "hello", reason: "a value is missing at byte 1")),
      ("[1]\n", .malformed(line: "[1]", reason: "it is a list")),
      ("{\"case\": 1}\n", .malformed(line: "{\"case\": 1}", reason: "\"result\" is missing")),
      (
        "{\"case\": \"1\", \"result\": 1}\n",
        .malformed(
          line: "{\"case\": \"1\", \"result\": 1}", reason: "the number \"case\" is missing")
      ),
      ("{\"case\": 2, \"result\": 1}\n", .outOfOrder(wanted: 1, got: 2)),
      (lines(4), .surplus(line: "{\"case\": 4, \"result\": [0.4, -1e-3]}")),
      ("\u{1B}[2J\n", .malformed(line: "\u{FFFD}[2J", reason: "a value is missing at byte 1")),
    ] as [(String, Transcript.Ending)])
  func `the first line that is no answer is told`(text: String, fault: Transcript.Ending) {
    #expect(read(text).fault == fault)
  }

  @Test func `a flood is stopped, with or without lines`() {
    #expect(read(String(repeating: "x", count: 2000), limit: 1000).fault == .flood(bytes: 1000))
    #expect(read(lines(100), answers: 100, limit: 1000).fault == .flood(bytes: 1000))
  }

  /// Python writes numbers that are not finite so.
  @Test func `NaN and Infinity are results, to be told from texts`() {
    let reader = read("{\"case\": 1, \"result\": [NaN, -Infinity]}\n", answers: 1)
    #expect(reader.results.first?.items?.first?.number?.isNaN == true)
  }

  /// Outputs made of pieces, or mutated from a right one: each is read or refused at once, in
  /// whatever parts it comes, and what came before the first wrong line is kept.
  @Test func `random and mutated outputs are read or refused, and no answer is lost`() {
    var generator = CounterGenerator(seed: 65)
    let right = Array(lines(3).utf8)
    let pieces = [
      "{", "}", "[", "\n", "case", ":", "1", "e9", "-", "\u{0}", "é", "\"", "\\u", "NaN",
    ]
    .map { Array($0.utf8) }
    for number in 0..<count {
      var bytes = number % 4 == 0 ? [] : right
      let place = Int.random(in: 0...bytes.count, using: &generator)
      for _ in 0..<Int.random(in: number % 4 == 0 ? 0...12 : 1...3, using: &generator) {
        let piece = pieces.randomElement(using: &generator) ?? []
        let end = min(place + Int.random(in: 0...4, using: &generator), bytes.count)
        bytes.replaceSubrange(min(place, bytes.count)..<end, with: piece)
      }
      var reader = AnswerReader(answers: 3, limit: 1 << 16)
      let cut = Int.random(in: 0...bytes.count, using: &generator)
      reader.read(bytes[..<cut])
      reader.read(bytes[cut...])
      reader.finish()
      guard number % 4 != 0 else { continue }
      let untouched = right[..<place].count { $0 == UInt8(ascii: "\n") }
      #expect(reader.results.count >= untouched)
    }
  }
}
