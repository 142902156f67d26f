import Foundation
import OrderedJSON
import Probability
import Testing

private func read(_ text: String, nonFinite: Bool = false) throws -> JSON {
  try JSON(reading: Array(text.utf8), nonFinite: nonFinite)
}

/// Texts that RFC 8259 allows.
private let legal = [
  "{}", "[]", "0", "-0", "1e5", "1E+5", "1.5e-3", "12345678901234567890", "\"\"", "null",
  " [ 1 , 2.5 , true , false , null ] ", "{\"a\": {\"b\": [[], {}]}, \"a\": 2}\n",
  #""\"\\\/\b\f\n\r\t\u0041\u00e4\ud83d\ude00""#, "\"ä€😀\u{7F}\"", "[1,[2,[3,[4]]]]",
]

struct JSONReadingTests {
  @Test(arguments: legal)
  func `a legal text is read as Foundation reads it`(text: String) throws {
    let data = Data(text.utf8)
    let theirs = try JSONSerialization.jsonObject(with: data, options: .fragmentsAllowed)
    let written = Data(try read(text).description.utf8)
    let ours = try JSONSerialization.jsonObject(with: written, options: .fragmentsAllowed)
    #expect(ours as? NSObject == theirs as? NSObject)
  }

  @Test(arguments: [
    "", " ", "{", "[", "[1,]", "{\"a\":1,}", "{a:1}", "01", "+1", ".5", "1.", "1e", "--1", "tru",
    "nul", "'a'", "\"a", "\"\\x\"", "\"\\u12g4\"", "\"\n\"", "[1 2]", "{\"a\" 1}", "1 2", "{}}",
    "NaN", "Infinity", "-Infinity", "\u{FEFF}1", "0x10", "1_0", "[", "]",
  ])
  func `a text that is none is refused`(text: String) {
    #expect(throws: JSONError.self) { try read(text) }
  }

  @Test func `an error says what is missing, and where`() {
    let error = JSONError(reason: .wanted("a comma or a closing bracket"), place: 3)
    #expect(throws: error) { try read("[1 2]") }
    #expect(error.description == "a comma or a closing bracket is missing at byte 4")
    #expect(throws: JSONError(reason: .more, place: 3)) { try read("1  2") }
  }

  @Test func `numbers that are not finite are read where they are asked for`() throws {
    #expect(try read("[NaN, Infinity]", nonFinite: true).items?.first?.number?.isNaN == true)
    #expect(try read("-Infinity", nonFinite: true).number == -.infinity)
  }

  @Test(arguments: [
    ("9223372036854775807", Double(Int.max)), ("-0", -0.0), ("0.1", 0.1), ("1e999", .infinity),
    ("4.9e-324", 0x1p-1074), ("123456789012345678901", 123_456_789_012_345_678_901.0),
  ])
  func `a number is the nearest double`(text: String, value: Double) throws {
    #expect(try read(text).number?.bitPattern == value.bitPattern)
  }

  @Test func `the last of equal keys counts, and all keep their order`() throws {
    let json = try read(#"{"b": 1, "a": 2, "b": 3}"#)
    #expect(json["b"]?.integer == 3)
    #expect(json.line == #"{"b": 1, "a": 2, "b": 3}"#)
  }

  @Test func `nesting is read to two hundred levels and refused beyond`() throws {
    func nested(_ count: Int) -> String {
      String(repeating: "[", count: count) + String(repeating: "]", count: count)
    }
    _ = try read(nested(200))
    #expect(throws: JSONError.self) { try read(nested(202)) }
    #expect(throws: JSONError.self) { try read(String(repeating: "[", count: 1_000_000)) }
  }

  @Test(arguments: ["\"\\ud83d\"", "\"\\ude00\"", "\"\\ud83d\\u0041\""])
  func `half a pair is a mark, and what follows it is kept`(text: String) throws {
    #expect(try read(text).text?.first == "\u{FFFD}")
  }

  /// Twenty thousand texts with some bytes changed: an answer for each, and what is read is written
  /// so that it reads back.
  @Test func `mutated texts are read or refused, never a trap`() throws {
    var generator = CounterGenerator(seed: 61)
    for _ in 0..<20_000 {
      var bytes = Array(legal[Int(generator.next() % UInt64(legal.count))].utf8)
      for _ in 0...(generator.next() % 3) {
        let place = Int(generator.next() % UInt64(bytes.count + 1))
        let byte = Array("{}[]\",:\\u0e-.1 \u{1}é".utf8).randomElement(using: &generator) ?? 0
        bytes.insert(byte, at: place)
        if generator.next() % 2 == 0 {
          bytes.remove(at: Int.random(in: bytes.indices, using: &generator))
        }
      }
      guard let json = try? JSON(reading: bytes) else { continue }
      #expect(try read(json.line).line == json.line)
    }
  }
}
