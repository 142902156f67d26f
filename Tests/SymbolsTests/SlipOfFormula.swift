/// One slip in a formula's LaTeX, as people make them: what stands there, what is put in its place.
struct SlipOfFormula: Hashable, CustomStringConvertible {
  let original: String
  let replacement: String
  /// Which occurrence of the original it replaces, from 1.
  let number: Int
  let latex: String
  /// The formula with the slip in it.
  let result: String

  var description: String { "\(original) \(number) -> \(replacement) in \(latex)" }

  /// Every slip of the list at every place in the formula where it can be made.
  static func all(of latex: String) -> [SlipOfFormula] {
    var found: [SlipOfFormula] = []
    for (original, replacement) in slips {
      var number = 0
      for range in latex.ranges(of: original) where isWhole(range, original, in: latex) {
        number += 1
        var result = latex
        result.replaceSubrange(range, with: replacement)
        found.append(
          SlipOfFormula(
            original: original, replacement: replacement, number: number, latex: latex,
            result: result))
      }
    }
    found += structural(latex)
    var seen: Set<String> = [latex]
    return found.filter { seen.insert($0.result).inserted }
  }

  /// A root, a bar, a tilde, a hat, a square dropped or put where none is; an index shifted; a sign
  /// turned; a letter for its neighbour; a one, a two, a factor lost.
  private static let slips: [(String, String)] = [
    (#"\sqrt"#, ""), (#"\bar\alpha"#, #"\alpha"#), (#"\alpha"#, #"\bar\alpha"#),
    (#"\tilde\beta"#, #"\beta"#), (#"\beta"#, #"\tilde\beta"#), (#"\hat x"#, "x"), ("^2", ""),
    (#"\sigma_t"#, #"\sigma_t^2"#), (#"\eta"#, #"\eta^2"#), (#"\alpha"#, #"\beta"#),
    (#"\beta"#, #"\alpha"#), (#"\bar\alpha"#, #"\beta"#),
    ("_t", "_{t-1}"), ("_{t-1}", "_t"), ("_t", "_{t+1}"), ("_{t-1}", "_{t-2}"),
    ("_{t-2}", "_{t-1}"),
    ("_T", "_{T-1}"), ("+", "-"), ("-", "+"), ("1-", ""), (#"\bar\alpha_t"#, #"(1-\bar\alpha_t)"#),
    (#"\bar\alpha_{t-1}"#, #"(1-\bar\alpha_{t-1})"#),
    ("x_0", "x_t"), ("x_t", "x_0"), ("x_{t-1}", "x_0"), (",x_0", ""), (#"\prod"#, #"\sum"#),
    ("i=1", "i=2"), ("=1}^T", "=2}^T"), ("{2", "{"), ("(1+w)", "w"), ("w", "(1+w)"),
    (#"\tilde\mu_t"#, #"\mu_\theta"#), (#" \epsilon_\theta"#, #" \epsilon"#), (",t,y)", ",t)"),
    (#"\frac12"#, ""), (#"\frac{1}{\sqrt{\alpha_t}}"#, ""), (#"\log"#, ""),
  ]

  /// The original is a token of its own there: `\beta` of `\beta_t` is, `_t` of `_theta` is not, nor
  /// is the second half of `\bar\alpha`.
  private static func isWhole(
    _ range: Range<String.Index>, _ original: String, in latex: String
  ) -> Bool {
    let isWord = original.last?.isLetter ?? false
    let next = range.upperBound < latex.endIndex ? latex[range.upperBound] : " "
    if isWord, next.isLetter { return false }
    let before = latex[..<range.lowerBound]
    if original == "w", before.last?.isLetter ?? false { return false }
    if original == "-" || original == "+", before.hasSuffix("{t") { return false }
    let isMarked = before.hasSuffix(#"\bar"#) || before.hasSuffix(#"\tilde"#)
    return !(isMarked && (original == #"\alpha"# || original == #"\beta"#))
  }
}
