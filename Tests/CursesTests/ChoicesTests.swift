import Canvas
import Testing

@testable import Curses

@Test(
  arguments: [
    ("xterm-256color", true, GlyphSet.braille), ("linux", true, .block), ("linux", false, .ascii),
    ("xterm", false, .ascii), (nil, true, .braille),
  ] as [(String?, Bool, GlyphSet)])
func `glyphs follow the locale, then the terminal`(type: String?, isUTF8: Bool, glyphs: GlyphSet) {
  #expect(GlyphSet.automatic(type: type, isUTF8: isUTF8) == glyphs)
}

@Test(
  arguments: [
    (nil, nil, 256, ColorDepth.palette), (nil, nil, 88, .sixteen), (nil, nil, 16, .sixteen),
    (nil, nil, 15, .eight), (nil, nil, 8, .eight), (nil, nil, -1, .none),
    (nil, nil, 0, .none), (nil, "1", 256, .none), (nil, "", 256, .palette),
    (ColorDepth.none, nil, 256, .none), (.palette, "1", 256, .palette), (.palette, nil, 8, .eight),
    (.eight, nil, 256, .eight),
  ] as [(ColorDepth?, String?, Int, ColorDepth)])
func `a flag comes before NO_COLOR, and NO_COLOR before what the terminal has`(
  flag: ColorDepth?, noColor: String?, available: Int, depth: ColorDepth
) {
  #expect(ColorDepth.choice(flag: flag, noColor: noColor, available: available) == depth)
}

@Test(arguments: [
  ("xterm-256color", true), ("tmux-256color", true), ("linux", false), ("vt100", false),
])
func `only terminals that ignore what they don't know are told to hold a frame`(
  type: String, holds: Bool
) {
  #expect(holdsFrames(type: type) == holds)
}

private func facts() -> TerminalFacts {
  TerminalFacts(
    isInputTerminal: true, isOutputTerminal: true, type: "xterm", isTypeKnown: true,
    canMoveCursor: true, colors: 8, pairs: 64, codeset: "UTF-8", noColor: nil, size: nil)
}

@Test func `what stands in a full screen's way is named, the nearest first`() {
  var facts = facts()
  #expect(facts.obstacle == nil)
  facts.canMoveCursor = false
  #expect(facts.obstacle == .typeWithoutCursor("xterm"))
  facts.isTypeKnown = false
  #expect(facts.obstacle == .typeUnknown("xterm"))
  facts.type = nil
  #expect(facts.obstacle == .typeUnset)
  facts.isOutputTerminal = false
  #expect(facts.obstacle == .outputIsNoTerminal)
  facts.isInputTerminal = false
  #expect(facts.obstacle == .inputIsNoTerminal)
}
