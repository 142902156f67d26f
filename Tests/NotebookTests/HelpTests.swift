import Canvas
import Testing

@testable import Notebook

@Suite struct `The help` {
  @Test func `shows every key on a screen of 80 by 24, none cut`() throws {
    var reader = try Reader.lesson01(at: "alpha")
    reader.press("?")
    for binding in KeyMap.standard.shown {
      #expect(reader.shows(binding.label), "\(binding.label)")
      #expect(reader.shows(binding.meaning), "\(binding.meaning)")
    }
    reader.press("x")
    #expect(reader.shows("What survives: alpha"))
  }

  @Test func `is scrolled where it does not fit`() throws {
    var reader = try Reader.lesson01(at: "alpha", columns: 40, rows: 10)
    reader.press("?")
    var seen: Set<String> = []
    for _ in 0..<40 {
      seen.formUnion(reader.lines)
      reader.press(.down)
    }
    for binding in KeyMap.standard.shown {
      #expect(seen.contains { $0.contains(binding.label) && $0.contains(binding.meaning) })
    }
    for _ in 0..<40 { reader.press("k") }
    #expect(reader.lines[1] == " Keys")
    #expect(reader.footer.contains("down") || reader.footer.contains("↓"))
    reader.press(.escape)
    #expect(reader.shows("What survives"))
  }

  @Test(arguments: [Key.character("x"), .escape, .enter, .right, .character("?")])
  func `is closed by any key`(key: Key) throws {
    var reader = try Reader.lesson01(at: "alpha")
    reader.press("?")
    #expect(reader.footer == "  q quits, any other key closes the help")
    reader.press(key)
    #expect(reader.header.hasSuffix(" 5/26") && reader.shows("What survives: alpha"))
    #expect(!reader.asked.contains(.quit))
  }

  @Test func `gives every key to one action`() {
    let keys = KeyBinding.all.flatMap(\.keys)
    #expect(Set(keys).count == keys.count)
  }
}
