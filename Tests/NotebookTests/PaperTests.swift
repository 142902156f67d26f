import Canvas
import Testing

@testable import Notebook

@Suite struct `A sheet of paper` {
  @Test func `grows downwards and never has two free rows in turn`() {
    var paper = Paper(width: 10)
    paper.space()
    paper.add("one")
    paper.space()
    paper.space()
    paper.add("two", column: 3)
    paper.add("")
    paper.space()
    paper.add("three")
    #expect(paper.screen.lines == ["one", "", "   two", "", "three"])
    #expect(paper.height == 5)
  }

  @Test func `cuts what is wider`() {
    var paper = Paper(width: 4)
    paper.add("abcdef")
    paper.add("abcdef", column: 2)
    paper.add("abcdef", column: 9)
    #expect(paper.screen.lines == ["abcd", "  ab", ""])
  }

  @Test func `may have no width`() {
    var paper = Paper(width: -3)
    paper.add("a")
    #expect(paper.screen.size == Size(columns: 0, rows: 1))
  }
}
