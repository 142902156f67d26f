import Testing

@testable import Notes
@testable import Symbols

/// Texts that nobody writes but to see what happens: each ends at once, with a sentence that says
/// what to do.
@Suite(.timeLimit(.minutes(2))) struct `Hostile notes` {
  private func says(_ latex: String, in language: NotesCheck.Language = .markdown) -> [String] {
    let text = language == .markdown ? "$$\n\(latex)\n$$\n" : latex
    return NotesCheck(of: text, in: language).relations.map(\.verdict.says)
  }

  private static func nested(_ open: String, _ close: String, _ count: Int) -> String {
    "x_t = " + String(repeating: open, count: count) + "x_0"
      + String(repeating: close, count: count)
  }

  private static let pairs = [
    ("{", "}"), ("(", ")"), (#"\frac{1}{"#, "}"), (#"\left("#, #"\right)"#), (#"\sqrt{"#, "}"),
    ("x_{", "}"), ("x^{", "}"), ("-", ""), (#"\begin{aligned}"#, #"\end{aligned}"#), ("|", "|"),
    (#"\mathbb E["#, "]"), (#"\bar{"#, "}"), (#"\underbrace{"#, "}"), ("q(x_t|", ")"),
  ]

  @Test(arguments: pairs) func `nested 10,000 deep are refused`(_ pair: (String, String)) {
    let found = says(Self.nested(pair.0, pair.1, 10_000))
    #expect(found.count == 1)
    #expect(
      found.allSatisfy { $0.hasPrefix("Shorten the formula") || $0.hasPrefix("Split the formula") })
  }

  /// Short enough to be read, so that what reads it must count its own depth.
  @Test(arguments: pairs) func `nested as deep as a formula's length allows are refused`(
    _ pair: (String, String)
  ) {
    let count = 19_000 / (pair.0.utf8.count + pair.1.utf8.count)
    #expect(
      says(Self.nested(pair.0, pair.1, count)).allSatisfy { $0.hasPrefix("Split the formula") })
  }

  @Test func `of a megabyte are refused`() {
    let sum = "x_t = " + String(repeating: "x_0 + ", count: 200_000) + "x_0"
    #expect(says(sum) == ["Shorten the formula: it may have 20000 bytes at most."])
    #expect(says(String(repeating: "$", count: 1_000_000)).isEmpty)
    let open = String(repeating: #"\begin{align} \begin{"#, count: 40_000)
    #expect(NotesCheck(of: open, in: .latex).relations.isEmpty)
  }

  @Test(arguments: [
    (#"x_t = \frac{1}{2"#, "Close the {"), ("x_t = }x_0{", "Open the }"),
    (#"x_t = \left( x_0"#, "Close"), (#"x_t = \end{aligned}"#, "Open the environment"),
    (#"x_t = [x_0"#, "Close the ["),
  ])
  func `with unbalanced braces say which one`(_ latex: String, _ start: String) {
    #expect(says(latex).map { $0.hasPrefix(start) } == [true])
  }

  @Test(arguments: [
    #"\newcommand{\a}{\a\a} $x_t = \a$"#, #"\def\b{\c}\def\c{\b x} $x_t = \b$"#,
    #"\newcommand{\d}[1]{\d{#1 #1}} $x_t = \d{y}$"#,
  ])
  func `with commands that stand for themselves end`(_ text: String) {
    #expect(NotesCheck(of: text, in: .latex).relations.map(\.verdict.outcome) == [.unknown])
  }

  @Test(arguments: [
    #"x_t = 9^{9^{9^{9^9}}}"#, #"x_t = x_0^{999999999999999999999999}"#,
    #"\alpha_t = \prod_{i=1}^{999999999}\alpha_i"#, #"\alpha_t = \sum_{i=1}^{10^{18}} 1"#,
    #"x_t = \sum_{i=1}^{1000}\sum_{j=1}^{1000}\sum_{k=1}^{1000} x_0"#,
    #"x_{99999999999999999999} = x_0"#, "x_0 = 1" + String(repeating: "0", count: 5000),
    #"x_t = 2^{100000000}"#, #"x_t = 1/0"#,
  ])
  func `with huge numbers are not called right`(_ latex: String) {
    let found = NotesCheck(of: "$$\(latex)$$", in: .markdown).relations
    #expect(found.map(\.verdict.outcome) != [.holds])
    #expect(found.allSatisfy { !$0.verdict.says.isEmpty })
  }

  @Test func `of many formulas are judged as far as an answer comes soon`() {
    let text = (1...2000).map { "$T = \($0)$" }.joined(separator: " ")
    let found = NotesCheck(of: text, in: .markdown).relations
    #expect(found.count == 2000)
    #expect(found.first?.verdict.says.contains("This chooses T") ?? false)
    #expect(found.last?.verdict.says.contains("split the text") ?? false)
  }

  @Test func `with control bytes are read as text`() {
    let text = "$x_t = \u{1B}[31m x_0$ and $\u{202E}x_t = \u{9B}x_0$"
    #expect(
      NotesCheck(of: text, in: .markdown).relations.allSatisfy { $0.verdict.outcome != .holds })
  }
}
