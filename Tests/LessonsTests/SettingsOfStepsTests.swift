import LessonText
import Symbols
import Testing

@testable import Lessons

/// The verdict on a formula under a step's `with`.
private func verdict(_ latex: String, with settings: String) throws -> Verdict {
  var catalog = Catalog(entries: [])
  let front = "---\nid: made\nminutes: 5\ngoals: [a]\nneeds: []\n---\n# Made\n\n"
  let step = "<!-- step\nid: a\nwith: {\(settings)}\n-->\n## A\n\n$$\n\(latex)\n$$\n"
  _ = try catalog.add(name: "01-made.md", text: front + step, origin: .file(path: "made"))
  return try #require(catalog.entries.first?.verification.first?.verdict)
}

@Suite struct `The settings of a step` {
  @Test(arguments: [
    ("T: 0", #"T can't be "0"; give a whole number from 1 to 10000."#),
    ("beta_end: 1", #"beta_end can't be "1"; give a number above 0 and below 1."#),
    ("schedule: square", "schedule can't be \"square\"; give one of linear"),
    ("betas: \"0.1,0.2\"", "Betas of your own need schedule=custom"),
    ("schedule: linear, betas: \"0.1,0.2\"", "Betas of your own need schedule=custom"),
    ("schedule: custom, betas: \"0.1,0.2\", T: 3", "T is 3, but the number of betas is 2"),
    ("s: much", "Replace much: it has no meaning here."),
    ("s: .nan", #"s is ".nan"; give a number"#),
    ("t: 5..1", "give a step, or a range such as 1..999."),
    ("t: 1.5", "give a step, or a range such as 1..999."),
    ("t: x", "give a step, or a range such as 1..999."),
    ("t: \"..5\"", "give a step, or a range such as 1..999."),
    ("t: 1..2..3", "give a step, or a range such as 1..999."),
  ])
  func `that are wrong have a sentence`(settings: String, sentence: String) throws {
    let verdict = try verdict(#"\alpha_t = 1 - \beta_t"#, with: settings)
    #expect(verdict.outcome == .unknown)
    #expect(verdict.says.contains(sentence), "\(verdict.says)")
  }

  @Test(arguments: [
    ("t: 1..999, T: 1000", "8 points"), ("t: 7", "7 points of 4 schedules"), ("T: 1", "Computed"),
    ("schedule: custom, betas: [0.1, 0.2, 0.5]", "3 points"), ("T: 10000", "8 points"),
  ])
  func `say what is tried`(settings: String, evidence: String) throws {
    let verdict = try verdict(#"\alpha_t = 1 - \beta_t"#, with: settings)
    #expect(verdict.outcome == .holds)
    if settings != "t: 7" { #expect(verdict.says.contains(evidence), "\(verdict.says)") }
  }

  @Test func `that leave no step leave no verdict`() throws {
    let verdict = try verdict(#"\alpha_t = 1 - \beta_t"#, with: "T: 5, t: 6..9")
    #expect(verdict.outcome == .unknown)
  }

  @Test(arguments: [
    ("p: 0..t-1", #"\bar\alpha_t < \bar\alpha_p"#, Verdict.Outcome.holds, "True at"),
    ("p: 0..t-1", #"\bar\alpha_p = \bar\alpha_{t-1}"#, .fails, "p = 0"),
    ("p: 0..t-2, t: 1..2", #"p = 0"#, .holds, "0 on both sides"),
    ("p: 1..t-1, t: 1", #"\bar\alpha_t < \bar\alpha_p"#, .unknown, "no point"),
    // A sum of declared numbers at a step before t; where p is a step, q is the density.
    (
      "p: 0..t-1, \"eps\": \"N(0, 1)\"",
      #"\sqrt{1-\bar\alpha_p}\epsilon \sim \mathcal N(0, 1-\bar\alpha_p)"#, .holds, "variance agree"
    ),
    (
      "p: 1..t-1, X: \"N(0, 1-abar[p])\", x: -1..1",
      #"q(x) = \mathcal N(x; 0, 1-\bar\alpha_p)"#, .holds, "Equal at"
    ),
  ])
  func `bind a name to steps before t`(
    settings: String, formula: String, outcome: Verdict.Outcome, says: String
  ) throws {
    let verdict = try verdict(formula, with: settings)
    #expect(verdict.outcome == outcome && verdict.says.contains(says), "\(verdict)")
  }

  @Test func `bind further names to numbers`() throws {
    #expect(try verdict("s + 1 = 3.5", with: "s: 2.5").outcome == .holds)
    #expect(try verdict("s + 1 = 3", with: "s: 2.5").outcome == .fails)
  }
}
