/// One slip in a formula's LaTeX: what stands there, what is put in its place, and where.
struct Mutation: Hashable, CustomStringConvertible {
  let original: String
  let replacement: String
  /// Which occurrence of the original it replaces, from 1.
  let number: Int
  let latex: String

  var description: String { "\(original) \(number) -> \(replacement) in \(latex)" }

  /// The formula with the slip in it.
  let result: String

  /// Every slip of the list at every place in the formula where it can be made.
  static func all(of latex: String) -> [Mutation] {
    slips.flatMap { original, replacement in
      latex.ranges(of: original).enumerated().compactMap { index, range -> Mutation? in
        var result = latex
        guard isWhole(range, original, in: latex) else { return nil }
        result.replaceSubrange(range, with: replacement)
        return Mutation(
          original: original, replacement: replacement, number: index + 1, latex: latex,
          result: result)
      }
    }
  }

  /// What people really write in place of what they mean: digits, signs, letters, indices, roots.
  private static let slips: [(String, String)] =
    [
      ("+", "-"), ("-", "+"), (#"\cdot"#, "+"), (#"\bar\alpha"#, #"\alpha"#),
      (#"\alpha"#, #"\beta"#), (#"\beta"#, #"\alpha"#), ("_t", "_{t-1}"), ("_{t-1}", "_t"),
      ("_T", "_1"), ("_1", "_2"), ("_2", "_1"), ("_3", "_2"), (#"\sqrt"#, ""),
      (#"\prod"#, #"\sum"#), (#"\sum"#, #"\prod"#), (#"\cos"#, #"\sin"#), (#"\log"#, #"\exp"#),
      (#"\epsilon"#, "x"), ("x_{t-1}", "x_t"), ("t/T", "T/t"), ("^2", ""), ("i=1", "i=2"),
      ("t=1", "t=2"), ("{t-1}", "{t}"), ("^{t}", "^{t-1}"), ("^{T}", "^{T-1}"),
      ("(t)", "(t-1)"), (#"\pi"#, "3"), ("+s", "-s"), ("=", "<"), (#"\approx"#, "="),
    ] + (0...9).map { ("\($0)", "\(($0 + 1) % 10)") }

  /// Whether the original is a token of its own there: `\beta` of `\beta_t` is, `_t` of `_text` not.
  private static func isWhole(
    _ range: Range<String.Index>, _ original: String, in latex: String
  ) -> Bool {
    let isWord = original.last?.isLetter ?? false
    let next = range.upperBound < latex.endIndex ? latex[range.upperBound] : " "
    return !(isWord && next.isLetter) && !(original == #"\alpha"# && isBarred(range, in: latex))
  }

  private static func isBarred(_ range: Range<String.Index>, in latex: String) -> Bool {
    latex[..<range.lowerBound].hasSuffix(#"\bar"#)
  }
}
