import Curses
import Notebook
import Testing

/// Everything that a text of bytes says at once, and what is left of it when nothing follows.
private func keys(_ text: String, known: [[UInt8]: Key] = [:]) -> [Key] {
  keys(Array(text.utf8), known: known)
}

private func keys(_ bytes: [UInt8], known: [[UInt8]: Key] = [:]) -> [Key] {
  var decoder = KeyDecoder(known: known)
  decoder.append(bytes)
  var keys: [Key] = []
  while let key = decoder.next() { keys.append(key) }
  if decoder.isUndecided, let key = decoder.giveUp() { keys.append(key) }
  return keys
}

private let esc = "\u{1B}"

@Test(arguments: [
  ("[D", Key.left), ("OD", .left), ("[C", .right), ("OA", .up), ("[B", .down),
  ("[1;2D", .shiftLeft), ("[1;2C", .shiftRight), ("[d", .shiftLeft), ("[c", .shiftRight),
  ("[Z", .shiftTab), ("[5~", .pageUp), ("[6~", .pageDown), ("[3~", .delete),
  ("[H", .home), ("OH", .home), ("[1~", .home), ("[7~", .home),
  ("[F", .end), ("OF", .end), ("[4~", .end), ("[8~", .end),
  ("OP", .function(1)), ("[11~", .function(1)), ("[[A", .function(1)),
  ("[15~", .function(5)), ("[[E", .function(5)), ("[24~", .function(12)),
  ("OM", .enter), ("Ok", .character("+")), ("Op", .character("0")), ("Oy", .character("9")),
])
func `what terminals send for a key is that key`(sequence: String, key: Key) {
  #expect(keys(esc + sequence) == [key])
}

@Test(arguments: [
  "x", "\r", "é", "[1;5C", "[1;3A", "[2~", "[?62;22c", "[I", "[97;5u", "[<0;3;4m", "[<35;3;4M",
  "[M !!", "]11;rgb:0000/0000/0000\u{07}", "]0;title\u{1B}\\", "P1$r0m\u{1B}\\", "[200", "O",
])
func `a sequence without a meaning is swallowed whole`(sequence: String) {
  #expect(keys("a" + esc + sequence) == [.character("a")])
}

@Test(arguments: [
  (0x0D as UInt8, Key.enter), (0x0A, .enter), (0x7F, .backspace), (0x08, .backspace),
  (0x09, .tab), (0x0C, .control("l")), (0x1A, .control("z")), (0x00, .control(" ")),
  (0x1F, .control("_")),
])
func `a control byte is the key that sends it`(byte: UInt8, key: Key) {
  #expect(keys([byte]) == [key])
}

@Test func `Escape is a key when nothing follows`() {
  #expect(keys(esc) == [.escape])
  #expect(keys(esc + esc) == [.escape, .escape])
  #expect(keys(esc + esc + "[A") == [.escape, .up])
}

@Test func `a key that comes in pieces is still one key`() {
  for text in ["\(esc)[1;2C", "漢", "e\u{301}x", "\(esc)]0;t\(esc)\\q"] {
    var decoder = KeyDecoder()
    var pieces: [Key] = []
    for byte in text.utf8 {
      decoder.append([byte])
      while let key = decoder.next() { pieces.append(key) }
    }
    let whole: [Key] =
      text == "e\u{301}x" ? [.character("e"), .character("\u{301}"), .character("x")] : keys(text)
    #expect(pieces == whole)
  }
}

@Test func `typed text comes as characters, marks with their letters`() {
  #expect(keys("aé漢😀") == [.character("a"), .character("é"), .character("漢"), .character("😀")])
  #expect(keys("e\u{301}f") == [.character("e\u{301}"), .character("f")])
}

@Test(
  arguments: [
    [0xFF], [0x80], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xE6, 0x41], [0xF5, 0x80, 0x80, 0x80],
  ] as [[UInt8]])
func `bytes that are no text become visible marks and lose no key`(bytes: [UInt8]) {
  let found = keys(bytes + Array("q".utf8))
  #expect(found.first == .character("\u{FFFD}"))
  #expect(found.last == .character("q"))
}

@Test func `half a character is nothing when no more comes`() {
  #expect(keys([0x61, 0xE6, 0xBC]) == [.character("a")])
}

@Test func `the mouse speaks of cells from zero`() {
  #expect(keys("\(esc)[<0;3;4M") == [.mouse(.click, column: 2, row: 3)])
  #expect(keys("\(esc)[<32;1;1M") == [.mouse(.drag, column: 0, row: 0)])
  #expect(keys("\(esc)[<64;80;24M") == [.mouse(.wheelUp, column: 79, row: 23)])
  #expect(keys("\(esc)[<69;80;24M") == [.mouse(.wheelDown, column: 79, row: 23)])
  #expect(keys("\(esc)[<0;0;99999999999999999999M").isEmpty)
}

@Test func `pasted text is characters on one line`() {
  let text: [Key] = "a b c d".map { .character($0) }
  #expect(keys("\(esc)[200~a\r\nb\nc\td\(esc)[201~\r") == text + [.enter])
}

@Test func `a paste can't press keys`() {
  #expect(
    keys("\(esc)[200~\u{03}\(esc)[Ax\(esc)[201~") == [
      .character("["), .character("A"), .character("x"),
    ])
}

@Test func `a terminal's own sequences come first`() {
  #expect(keys("\(esc)[1;5C", known: [Array("\(esc)[1;5C".utf8): .end]) == [.end])
}

@Test func `noise without an end is not collected for ever`() {
  var decoder = KeyDecoder()
  decoder.append(Array("\(esc)]".utf8) + Array(repeating: UInt8(ascii: "x"), count: 100_000))
  _ = decoder.next()
  #expect(!decoder.isUndecided)
}

@Test func `any bytes at all leave the decoder free for the next key`() {
  var state: UInt64 = 7
  for _ in 0..<2000 {
    let noise = (0..<12).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1
      let byte = UInt8(truncatingIfNeeded: state >> 33)
      return byte < 96 ? 0x1B : byte
    }
    var decoder = KeyDecoder()
    decoder.append(noise)
    while decoder.next() != nil {}
    _ = decoder.giveUp()
    decoder.reset()
    decoder.append(Array("q".utf8))
    #expect(decoder.next() == .character("q"))
  }
}
