import Exercises
import Probability
import Testing

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
}

struct AnswerFuzzTests {
  @Test func `a hundred thousand random answers to a number are judged or refused`() {
    let task = NumberTask(expected: 0.36, slips: [.init("half", [0.18], says: "Half.")])
    var mutations = Mutations(generator: CounterGenerator(seed: 67))
    var judged = 0
    for number in 0..<100_000 {
      let text = number % 2 == 0 ? mutations.answer() : mutations.mutated("sqrt(0.9*0.8)/2^(1/3)")
      let marking = task.mark(text)
      if marking.verdict != .invalid { judged += 1 }
      #expect(!marking.says.isEmpty)
    }
    // The mutations do not only make nonsense.
    #expect(judged > 1000)
  }

  @Test(arguments: ["posterior-mean-noise", "ddim-step", "alpha-bar", "guided-noise"])
  func `random and mutated formulas are judged or refused`(id: String) throws {
    let task = try #require(Exercise.all.first { $0.id == id }?.formula)
    var mutations = Mutations(generator: CounterGenerator(seed: 68))
    for number in 0..<500 {
      let text = number % 3 == 0 ? mutations.answer() : mutations.mutated(task.reference)
      #expect(!task.mark(text).says.isEmpty)
    }
  }
}
