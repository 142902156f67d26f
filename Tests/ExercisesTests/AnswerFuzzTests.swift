import Exercises
import Foundation
import Probability
import Testing

/// How many inputs each test tries; `NOISEBOOK_FUZZ=100000` for a long look.
private let count =
  ProcessInfo.processInfo.environment["NOISEBOOK_FUZZ"].flatMap { Int($0) } ?? 2_000

/// What answers are made of, and what they are not.
private let pieces = [
  "abar[t]", "sqrt(", ")", "(", "+", "-", "*", "/", "^", "_", "[", "]", "{", "}", "1", "0", "1e999",
  ".", "\\frac", "\\sqrt", "\\bar\\alpha_t", "prod(s, 1, t, ", "sum(k, 1, 1e9, ", "x0", "eps", "t",
  "t-1", ",", "=", "<", "|", " ", "\u{0}", "\u{202E}", "ᾱ", "₋₁", "é", "\"", "\\begin{cases}", "!",
]

private struct Mutations {
  var generator: CounterGenerator

  mutating func answer() -> String {
    let count = Int.random(in: 0...12, using: &generator)
    return (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
  }

  /// A right answer with a few of its characters replaced.
  mutating func mutated(_ text: String) -> String {
    var characters = Array(text)
    for _ in 0...Int.random(in: 0...3, using: &generator) where !characters.isEmpty {
      let place = Int.random(in: 0..<characters.count, using: &generator)
      let end = min(characters.count, place + Int.random(in: 0...3, using: &generator))
      characters.replaceSubrange(place..<end, with: pieces.randomElement(using: &generator) ?? "")
    }
    return String(characters)
  }

  /// One or the other.
  mutating func next(near text: String) -> String {
    Bool.random(using: &generator) ? answer() : mutated(text)
  }
}

private let withFormula = Exercise.all.filter { $0.formula != nil }

struct AnswerFuzzTests {
  @Test func `random answers to a number are judged or refused`() {
    let task = NumberTask(expected: 0.36, slips: [.init("half", [0.18], says: "Half.")])
    var mutations = Mutations(generator: CounterGenerator(seed: 67))
    var judged = 0
    for _ in 0..<count {
      let marking = task.mark(mutations.next(near: "sqrt(0.9*0.8)/2^(1/3)"))
      if marking.verdict != .invalid { judged += 1 }
      #expect(!marking.says.isEmpty)
    }
    // The mutations do not only make nonsense.
    #expect(judged > count / 100)
  }

  @Test(arguments: withFormula)
  func `random and mutated formulas are judged or refused`(exercise: Exercise) throws {
    let task = try #require(exercise.formula)
    var mutations = Mutations(generator: CounterGenerator(seed: 68))
    for _ in 0..<count / withFormula.count {
      let text = mutations.next(near: task.reference)
      let marking = task.mark(text)
      #expect(!marking.says.isEmpty)
      // A verdict is the same on every run, and what is invalid has no counterexample.
      #expect(marking.verdict != .invalid || marking.counterexample == nil, "\(text)")
    }
  }

  /// Each piece many times over, so that whatever is nested is nested deeply.
  @Test(arguments: pieces)
  func `an answer as long as it can be is judged or refused`(piece: String) throws {
    let task = try #require(withFormula.first { $0.id == "ddim-step" }?.formula)
    for times in [90, 3_000, 30_000] {
      #expect(!task.mark(String(repeating: piece, count: times)).says.isEmpty)
    }
  }

  @Test func `random answers to a choice, an order and a line are judged or refused`() {
    let choice = ChoiceTask([.init("one", says: "No."), .init("two", says: "Yes.")], right: 1)
    let order = OrderTask(4, id: "fuzz")
    let line = LineTask(3, wrong: 1, says: "It is.")
    var mutations = Mutations(generator: CounterGenerator(seed: 70))
    for _ in 0..<count {
      let letters = mutations.next(near: "a b c d")
      for marking in [
        choice.mark(letters), order.mark(letters), line.mark(mutations.next(near: "2")),
      ] {
        #expect(!marking.says.isEmpty)
      }
    }
    #expect(order.mark(order.solution).verdict == .right)
  }
}
