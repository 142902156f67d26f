import Foundation
import OrderedJSON
import Testing

private let awkward: [Double] = [
  0.1, 0x1p-1074, 0x1p-1030, 1.797e308, -0.0, 4.035829765375692e-05,
]

@Test(arguments: awkward)
func `a number in JSON reads back exactly`(value: Double) throws {
  let text = JSON.array([.number(value)]).description
  let back = try JSONDecoder().decode([Double].self, from: Data(text.utf8))
  #expect(back[0].bitPattern == value.bitPattern)
}

@Test(arguments: [Double.nan, .infinity, -.infinity])
func `what is not finite is null`(value: Double) {
  #expect(JSON.number(value).description == "null")
}

@Test func `a text with control characters is legal JSON and reads back`() throws {
  let text = String(String.UnicodeScalarView((0..<0x300).compactMap(Unicode.Scalar.init)))
  let json = JSON.object([("key", .text(text))]).description
  let back = try JSONDecoder().decode([String: String].self, from: Data(json.utf8))
  #expect(back["key"] == text)
  #expect(json.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F || $0 == "\n" })
}

@Test func `keys keep their order`() {
  let json = JSON.object([("b", .integer(1)), ("a", .array([])), ("c", .object([]))])
  #expect(json.description == "{\n  \"b\": 1,\n  \"a\": [],\n  \"c\": {}\n}")
}
