import Canvas
import Figures
import LessonText
import Lessons
import Testing

@testable import Notebook

@Suite struct `Keys of a reader's own` {
  @Test func `do what they are given to, and no more what they did`() throws {
    var keys = KeyMap.standard
    #expect(keys.action(of: .character("n")) == .nextMatch)
    let isGiven = keys.give("n", to: "next")
    #expect(isGiven)
    #expect(keys.action(of: .character("n")) == .nextPage)
    #expect(keys.action(of: .right) == .nextPage)
    let unknown = [keys.give("page-down", to: "scroll-down"), keys.give("bckspace", to: "next")]
    #expect(unknown == [false, false])
  }

  @Test(arguments: KeyMap.names) func `can be given to everything that a key does`(name: String) {
    var keys = KeyMap.standard
    let isGiven = keys.give("f9", to: name)
    #expect(isGiven)
    #expect(keys.action(of: .function(9)) != nil || keys.demoAction(of: .function(9)) != nil)
  }

  @Test func `do in a demo what they do in the notebook, and what only a demo can do`() {
    var keys = KeyMap.standard
    let given = [
      keys.give("n", to: "back"), keys.give("f9", to: "blank"), keys.give("z", to: "quit"),
      keys.give("o", to: "hint"),
    ]
    #expect(given == [true, true, true, true])
    #expect(keys.demoAction(of: .character("n")) == .back)
    #expect(keys.demoAction(of: .function(9)) == .blank)
    #expect(keys.action(of: .function(9)) == nil)
    #expect(keys.demoWord(of: .character("z")) == "quit")
    // A demo has no hints: the key keeps what it does there.
    #expect(keys.demoAction(of: .character("o")) == .loop)
  }

  @Test func `turn pages and are named by the help`() throws {
    var keys = KeyMap.standard
    _ = keys.give("f9", to: "next")
    var reading = Reading(
      try .builtIn(only: "01"), at: Reading.Location(lesson: 0, page: 0),
      size: Size(columns: 80, rows: 40), look: Frames.Look(glyphs: .ascii), keys: keys)
    _ = reading.update(.keyPressed(.function(9)))
    #expect(reading.place.page == 1)
  }
}
