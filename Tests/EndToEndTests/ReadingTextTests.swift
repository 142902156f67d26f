import Foundation
import Testing

/// Texts that want to break a reader, by name.
private let hostile: [(name: String, text: String)] = [
  ("quotes", String(repeating: ">", count: 10_000) + " deep\n"),
  ("lists", (0..<700).map { String(repeating: "  ", count: $0) + "- a\n" }.joined()),
  ("brackets", String(repeating: "[", count: 10_000) + "a" + String(repeating: "]", count: 10_000)),
  (
    "braces",
    "$$" + String(repeating: "{", count: 10_000) + "x" + String(repeating: "}", count: 10_000)
      + "$$"
  ),
  (
    "fractions",
    "$$" + String(repeating: #"\frac{1}{"#, count: 3000) + "x"
      + String(repeating: "}", count: 3000) + "$$"
  ),
  ("formula", "$$\n" + String(repeating: "x + ", count: 250_000) + "x\n$$\n"),
  ("inline", "a $" + String(repeating: "x+", count: 250_000) + "x$ b\n"),
  ("word", String(repeating: "x", count: 300_000)),
  ("emphasis", String(repeating: "*a ", count: 10_000)),
  (
    "unbalanced",
    "$$\n\\frac{a}{b \\left( x \\\\ &= [ }\n$$\n\n$\\sqrt{$ and $}$ "
      + "\\begin{aligned} a & b \\end{matrix}\n"
  ),
  ("powers", "$x^{9^{9^{9^{9}}}} = 10^{1000000}$\n\n$$\\sum_{i=1}^{1000000000} i = 9^{9^9}$$\n"),
  (
    "controls",
    "plain words, plain words\n\na\u{1B}[31m\u{9B}2J\u{1B}]0;t\u{7}\u{7F}\u{202E}b\u{200B}c\u{2066}d"
      + "\n\n| a\u{1B} | b |\n|---|---|\n| \u{1} | \u{8} |\n\n$\u{1B}[31m x$\n\n"
      + "```\n\u{1B}[31mcode\n```\n\n$$\n\\text{\u{1B}[2J}\n$$\n"
  ),
  (
    "table", "|" + String(repeating: "a|", count: 400) + "\n|" + String(repeating: "-|", count: 400)
  ),
]

/// The scalars that the contract wants a visible mark for.
private func steers(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x0A: false
  case 0..<0x20, 0x7F..<0xA0, 0x200B...0x200F, 0x202A...0x202E, 0x2066...0x2069: true
  default: false
  }
}

/// The cells of a line, by this test's own count: marks take none, wide glyphs two.
private func width(_ line: String) -> Int {
  line.unicodeScalars.reduce(0) { sum, scalar in
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: sum
    default:
      sum
        + ((0x1100..<0x1160).contains(scalar.value)
          || scalar.value >= 0x2E80 && scalar.value < 0xA4D0 ? 2 : 1)
    }
  }
}

@Suite(.timeLimit(.minutes(3))) struct `Text that is read` {
  @Test(arguments: ["ascii", "unicode"], [20, 60, 80, 120])
  func `stays within the width, in the glyphs that were asked for`(glyphs: String, columns: Int)
    throws
  {
    let result = try Command.run("read noise-schedule --width \(columns) --glyphs \(glyphs)")
    #expect(result.status == 0 && result.errors.isEmpty)
    #expect(result.lines.map(width).max() ?? 0 <= columns)
    #expect(!result.output.unicodeScalars.contains(where: steers))
    if glyphs == "ascii" { #expect(result.output.utf8.allSatisfy { $0 < 0x80 }) }
    for words in ["The noise schedule", "alpha-bar", "✓", "[ok]"]
    where words != (glyphs == "ascii" ? "✓" : "[ok]") {
      #expect(result.lines.joined(separator: " ").contains(words), "\(words)")
    }
  }

  @Test(arguments: hostile, ["ascii --width 40", "unicode --width 80"])
  func `is read to its end, whatever it holds`(file: (name: String, text: String), look: String)
    throws
  {
    let result = try Command("read ./\(file.name).md --glyphs \(look)")
      .with("\(file.name).md", file.text.utf8).run()
    #expect(result.status == 0, "\(result.errors)")
    #expect(!result.output.isEmpty)
    #expect(result.lines.map(width).max() ?? 0 <= (look.hasSuffix("40") ? 40 : 80))
    #expect(!result.output.unicodeScalars.contains(where: steers))
    #expect(!result.errors.unicodeScalars.contains(where: steers))
  }

  @Test func `keeps its words however deep they stand`() throws {
    for mark in [">", "- "] {
      let text = String(repeating: mark, count: 60) + "treasure\n"
      let result = try Command("read - --width 60 < deep.md").with("deep.md", text.utf8).run()
      #expect(result.output.filter { !$0.isWhitespace }.contains("treasure"))
    }
  }

  @Test func `may come from standard input, and be nothing`() throws {
    let one = try Command("read - < a.md").with("a.md", "# A *title*\n\nand $x^2$\n".utf8).run()
    #expect(one.status == 0 && one.lines.first == "A title" && one.lines.last == "and x²")
    #expect(try Command.run("read - < /dev/null").status == 0)
  }

  @Test func `ends quietly where its reader goes away`() throws {
    let result = try Command.run("read noise-schedule --width 80 | head -1")
    #expect(result.lines.count == 1 && result.errors.isEmpty)
  }

  @Test func `that can't be written is not called written`() throws {
    let result = try Command.run("read noise-schedule > /dev/full")
    #expect(result.status != 0)
    #expect(result.errors.contains("No space left on device"))
  }
}
