import Exercises
import Foundation
import Testing

/// A right program with one place of it written otherwise.
private struct WrongProgram: CustomTestStringConvertible, Sendable {
  let exercise: String
  let right: String
  let wrong: String
  /// The slip that is to be named; nil where there is no name for it.
  let slip: String?
  /// What is to be said besides.
  let says: String

  init(_ exercise: String, _ right: String, _ wrong: String, slip: String? = nil, says: String = "")
  {
    (self.exercise, self.right, self.wrong) = (exercise, right, wrong)
    (self.slip, self.says) = (slip, says)
  }

  var testDescription: String { "\(exercise): \(wrong)" }

  func marking() throws -> Marking {
    let solution = try #require(solutions[exercise])
    try #require(solution.contains(right))
    let text = try solved(
      try ProgramsTests.exercise(exercise), .python,
      by: solution.replacingOccurrences(of: right, with: wrong))
    let workshop = try Workshop()
    return try mark(
      try ProgramsTests.exercise(exercise), ["python3", try workshop.put(text, "wrong.py")])
  }
}

/// What learners write, in the words of their language.
private let slips = [
  WrongProgram("forward-jump", "alpha_bar[t]", "1 - beta[t - 1]", slip: "alpha-for-abar"),
  WrongProgram("predicted-x0", "alpha_bar[t]", "1 - beta[t - 1]", slip: "alpha-for-abar"),
  WrongProgram("forward-jump", "math.sqrt(1 - a)", "(1 - a)", slip: "variance-unrooted"),
  WrongProgram("ddpm-step", "math.sqrt(b) if", "b if", slip: "variance-unrooted"),
  WrongProgram("ddpm-sample", "s = math.sqrt(b) if", "s = b if", slip: "variance-unrooted"),
  WrongProgram("ddim-sigma", "eta * math.sqrt(", "math.sqrt(eta * ", slip: "eta-not-squared"),
  WrongProgram("ddim-step", "eta * math.sqrt(", "math.sqrt(eta * ", slip: "eta-not-squared"),
  WrongProgram(
    "ddim-step", "1 - p - s ** 2", "1 - p - eta * (1 - p) / (1 - a) * (1 - a / p)",
    slip: "eta-not-squared"),
  WrongProgram("ddim-sample", "eta * math.sqrt(", "math.sqrt(eta * ", slip: "eta-not-squared"),
  WrongProgram("ddim-sigma", "(1 - a / p)", "beta[t - 1]", slip: "strided-beta"),
  WrongProgram("ddim-step", "(1 - a / p)", "beta[t - 1]", slip: "strided-beta"),
  WrongProgram("ddim-sample", "(1 - a / p)", "beta[t - 1]", slip: "strided-beta"),
  WrongProgram("ddim-step", "alpha_bar[t_previous]", "alpha_bar[t - 1]", slip: "unit-stride"),
  WrongProgram("predicted-x0", "alpha_bar[t]", "alpha_bar[t - 1]", slip: "shifted-index"),
  // In Python beta[-1] is the last one, so nothing crashes.
  WrongProgram("posterior-variance", "* beta[t - 1]", "* beta[t - 2]", slip: "shifted-index"),
  // And here it does, at the last step.
  WrongProgram(
    "posterior-variance", "* beta[t - 1]", "* beta[t]", slip: "shifted-index",
    says: "IndexError: list index out of range (wrong.py, line"),
  WrongProgram("alpha-bar", "beta[:t]", "beta[:t - 1]", slip: "shifted-index"),
  WrongProgram("ddpm-step", " if t > 1 else 0", "", slip: "last-step-noise"),
  WrongProgram("ddpm-sample", " if t > 1 else 0", "", slip: "last-step-noise"),
  WrongProgram(
    "guided-noise", "(1 + w) * c - w * u", "w * c + (1 - w) * u", slip: "w-for-one-plus-w"),
  WrongProgram("cfg-convert", "1 + w", "w", slip: "w-for-one-plus-w"),
  WrongProgram("guided-noise", "for c, u in", "for u, c in", slip: "swapped-conditions"),
  WrongProgram("classifier-guided-noise", "e - factor", "e + factor", slip: "sign-of-gradient"),
  WrongProgram(
    "classifier-guided-noise", " * math.sqrt(1 - alpha_bar[t])", "", slip: "dropped-root-factor"),
  WrongProgram("posterior-mean-x0", "zip(x_0, x_t)", "zip(x_t, x_0)", slip: "x0-for-xt"),
  WrongProgram(
    "cfg-convert", "return 1 + w",
    "import struct; return struct.unpack('f', struct.pack('f', 1 + w))[0]",
    slip: "single-precision"),
]

/// Programs that are wrong at an edge alone, and where it is.
private let edges = [
  WrongProgram(
    "posterior-variance", "return", "return beta[0] if t == 1 else", says: "only where t is 1."),
  // The last alpha-bar is taken for that of step 1, as some libraries do.
  WrongProgram(
    "ddim-step", "alpha_bar[t_previous]", "alpha_bar[max(t_previous, 1)]",
    says: "only where t_previous is 0."),
  WrongProgram(
    "ddim-sigma", "return eta *", "return min(eta, 1) *", says: "only where eta is above 1."),
  WrongProgram(
    "ddim-step", "s = eta *", "s = min(eta, 1) *", says: "only where eta is above 1."),
  WrongProgram(
    "alpha-bar", "return", "return 0.5 if len(beta) == 1 else",
    says: "only where there is one step only, T = 1."),
  WrongProgram(
    "eta-bound", "return math", "return (1 + (t - t_previous > 1)) * math",
    says: "only where t_previous is not t - 1."),
  WrongProgram(
    "score-from-noise", "for e in noise", "for e in noise[:1] * len(noise)",
    says: "only where lists have more than one number."),
  WrongProgram(
    "ddpm-step", "s * u", "s * z[0]", says: "only where lists have more than one number."),
  WrongProgram(
    "snr", "return", "return 1 / (len(beta) - 1) and", says: "Case 7 was next: t = 1, beta = [0.3]"),
]

@Suite(.enabled(if: isThere("python3"), "SKIPPED: there is no python3."), .timeLimit(.minutes(5)))
struct WrongProgramTests {
  @Test(arguments: slips)
  fileprivate func `a program with a slip is told which`(program: WrongProgram) throws {
    let marking = try program.marking()
    #expect(marking.verdict == .wrong)
    #expect(marking.misconception == program.slip, "\(marking.says)")
    #expect(program.says.isEmpty || marking.says.contains(program.says), "\(marking.says)")
    #expect(marking.counterexample != nil)
  }

  @Test(arguments: edges)
  fileprivate func `a program that is wrong at an edge alone is told where`(
    program: WrongProgram
  ) throws {
    let marking = try program.marking()
    #expect(marking.verdict == .wrong && marking.misconception == nil)
    #expect(marking.says.contains(program.says), "\(marking.says)")
    #expect(marking.counterexample != nil)
  }
}
