import Exercises
import Formula
import Foundation
import Probability
import Testing
import Typesetting

private let variance = (.one - .abar("t", -1)) / (.one - .abar()) * Tree.beta()
private let mean =
  (.name("xt") - .beta() / .root(.one - .abar()) * Tree.name("eps")) / .root(.alpha())
private let start = (.name("xt") - .root(.one - .abar()) * Tree.name("eps")) / .root(.abar())
private let pair = (.one - .abar("p")) / (.one - .abar()) * (Tree.one - .abar() / .abar("p"))
private let sigma = Tree.name("eta") * .root(pair)

/// The answers that the rewriting starts from.
private let answers: [(id: String, tree: Tree)] = [
  ("alpha-bar", .product(index: "t")),
  ("snr", .abar() / (.one - .abar())),
  ("merged-variance", .one - .alpha() * .alpha("t", -1)),
  ("forward-jump", .root(.abar()) * .name("x0") + .root(.one - .abar()) * .name("eps")),
  ("posterior-variance", variance),
  (
    "posterior-mean-x0",
    (.root(.abar("t", -1)) * .beta() * .name("x0")
      + .root(.alpha()) * (.one - .abar("t", -1)) * .name("xt")) / (.one - .abar())
  ),
  ("posterior-mean-noise", mean), ("predicted-x0", start),
  ("score-from-noise", -.name("eps") / .root(.one - .abar())),
  ("v-prediction", .root(.abar()) * .name("eps") - .root(.one - .abar()) * .name("x0")),
  ("ddpm-step", mean + .root(.beta()) * .name("z")), ("ddim-sigma", sigma),
  (
    "ddim-step",
    .root(.abar("p")) * start + .root(.one - .abar("p") - .square(.name("eta")) * pair)
      * .name("eps") + sigma * .name("z")
  ),
  ("eta-bound", .root((.one - .abar()) / (.one - .abar() / .abar("p")))),
  ("classifier-guided-noise", .name("eps") - .name("s") * .root(.one - .abar()) * .name("g")),
  ("guided-noise", (.one + .name("w")) * .name("eps_c") - .name("w") * .name("eps_u")),
  ("cfg-convert", .one + .name("w")),
]

/// How many rewritings an exercise gets; `NOISEBOOK_REWRITINGS=10000` for a long look.
private let count =
  ProcessInfo.processInfo.environment["NOISEBOOK_REWRITINGS"].flatMap { Int($0) } ?? 100

struct RewritingTests {
  @Test(arguments: answers)
  func `a right answer stays right however it is rewritten`(id: String, tree: Tree) throws {
    let task = try #require(Exercise.all.first { $0.id == id }?.formula)
    for number in 0..<count {
      let generator = CounterGenerator(seed: 63, stream: UInt64(number))
      var rewriting = Rewriting(generator: generator, avoidsAbar: id == "alpha-bar")
      let rewritten = rewriting.rewritten(tree, steps: 1 + number % 12)
      var typist = Typist(generator: rewriting.generator, isLatex: number % 3 == 0)
      let text = typist.text(rewritten)
      try #require(task.mark(text).verdict == .right, "\(id) \(number): \(text)")
      // What is printed on one line of ASCII can be typed back.
      guard number % 10 == 0 else { continue }
      let line = try Expression(typed: text).typedLine
      try #require(task.mark(line).verdict == .right, "\(id) \(number): \(line)")
    }
  }

  /// Were everything right, the test above would say nothing: some formulas next to the right one,
  /// by a hundredth of a part, are all wrong.
  @Test(arguments: answers)
  func `a wrong answer stays wrong however it is rewritten`(id: String, tree: Tree) throws {
    let task = try #require(Exercise.all.first { $0.id == id }?.formula)
    for number in 0..<count {
      let generator = CounterGenerator(seed: 64, stream: UInt64(number))
      var rewriting = Rewriting(generator: generator, avoidsAbar: id == "alpha-bar")
      let rewritten = rewriting.rewritten(.number(1.0001) * tree, steps: 1 + number % 12)
      var typist = Typist(generator: rewriting.generator, isLatex: number % 3 == 0)
      let text = typist.text(rewritten)
      let marking = task.mark(text)
      try #require(marking.verdict == .wrong, "\(id) \(number): \(text)")
      try #require(marking.misconception == "constant-factor", "\(id) \(number): \(text)")
    }
  }
}
