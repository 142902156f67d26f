import LessonText
import Symbols
import Testing

@testable import Lessons

private func claims() throws -> (entry: Catalog.Entry, steps: [Step], claims: [(Step, Int, Claim)])
{
  let entry = try Catalog.builtIn().entry(named: "noise-schedule")
  let claims = entry.lesson.steps.flatMap { step in
    step.elements.enumerated().compactMap { index, element -> (Step, Int, Claim)? in
      if case .claim(let claim) = element { (step, index, claim) } else { nil }
    }
  }
  return (entry, entry.lesson.steps, claims)
}

/// The outcome of a claim of lesson 01 whose check is another.
private func outcome(of id: String, checking check: String) throws -> JudgedClaim? {
  let (entry, _, all) = try claims()
  guard let (step, index, claim) = all.first(where: { $0.2.id == id }) else { return nil }
  var changed = step
  var other = claim
  other.check = PlacedText(check, at: claim.check.position)
  changed.elements[index] = .claim(other)
  return entry.judge(changed).claims[index]
}

@Suite struct `A claim` {
  @Test(arguments: [
    ("nothing-left", "abar[1000] < 0.00004"), ("nothing-left", "abar[100] < 0.0001"),
    ("half-way", "abar[500] < 0.07"), ("half-way", "abs(abar[500] - 0.0785) < 1e-6"),
    ("wasted-steps", "abar[600] < 0.01"), ("wasted-steps", "abar[700] > 0.01"),
    ("crossing", "snr(258) > 1 > snr(259)"), ("crossing", "snr(260) > 1 > snr(261)"),
    ("rule-of-thumb", "abs(log(abar[T]) / sum(t, 1, T, beta[t]) + 1) < 0.001"),
    ("rule-of-thumb", "abs(log(abar[T]) / sum(t, 1, T, beta[t]) - 1) < 0.01"),
    ("fifty-steps", "abar[50] > 0.61"), ("stretched-end", "abar[50] < 0.000001"),
  ])
  func `with a changed number fails`(id: String, check: String) throws {
    let judged = try #require(try outcome(of: id, checking: check))
    #expect(judged.verdict.outcome == .fails)
    #expect(judged.verdict.says.hasPrefix("Not so"))
  }

  @Test func `has its numbers computed, and they are what its words say`() throws {
    let (entry, _, all) = try claims()
    for (id, numbers) in [
      ("nothing-left", ["4.036e-5"]), ("half-way", ["0.07859"]), ("wasted-steps", ["0.006966"]),
      ("crossing", ["1.001", "0.9905"]), ("rule-of-thumb", ["10.05", "4.319e-5", "4.036e-5"]),
      ("fifty-steps", ["0.603"]), ("stretched-end", ["7.745e-6"]),
    ] {
      let (step, index, _) = try #require(all.first { $0.2.id == id })
      let judged = try #require(entry.judge(step).claims[index])
      for number in numbers { #expect(judged.parts.contains { $0.isNumber && $0.text == number }) }
      #expect(!judged.sentence.contains("{"))
    }
  }

  @Test(arguments: [
    ("abar[1000]", "The check of this claim has no relation, such as < or =."),
    ("abar[1001] < 1", "There is no point where both sides have a value."),
    ("zeta < 1", "Replace zeta: it has no meaning here; beta has."),
    ("abar[ < 1", "Close the [, or remove it."),
  ])
  func `that can't be tried is unknown and says why`(check: String, says: String) throws {
    let judged = try #require(try outcome(of: "nothing-left", checking: check))
    #expect(judged.verdict.outcome == .unknown)
    #expect(judged.verdict.says.contains(says))
  }
}
