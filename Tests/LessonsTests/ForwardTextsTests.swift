import Symbols
import Testing

@testable import LessonText
@testable import Lessons

@Suite struct `Lessons 02 and 03` {
  @Test(arguments: ["merged-gaussians", "forward-process"])
  func `hold, every formula, line and claim of them`(lesson: String) throws {
    let items = try Catalog.builtIn().entry(named: lesson).verification
    #expect(items.count >= 25)
    for item in items {
      #expect(
        item.verdict.outcome == .holds || item.verdict.outcome == .holdsInDistribution,
        "\(item.path):\(item.line): \(item.verdict.says)")
    }
  }

  /// A line that is called equal in the other sense than it is must fail, and no other line.
  @Test(arguments: ["merged-gaussians", "forward-process"])
  func `fail where a line is called equal in the other sense`(lesson: String) throws {
    let (name, text) = try #require(embeddedLessons.first { $0.name.contains(lesson) })
    let swaps = [("draw-by-draw", "in-distribution"), ("in-distribution", "draw-by-draw")]
    for (old, new) in swaps {
      let swapped = text.replacing("equal: \(old)", with: "equal: \(new)")
      var catalog = try Catalog.builtIn()
      _ = try catalog.add(name: name, text: swapped, origin: .file(path: name))
      let failed = try catalog.entry(named: lesson).verification.filter {
        $0.verdict.outcome == .fails
      }
      #expect(failed.count == text.ranges(of: "equal: \(old)").count)
      #expect(failed.allSatisfy { $0.kind == .derivation })
    }
  }
}
