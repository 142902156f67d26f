/// The ways a formula is written: all read into the same tree.
extension Expression {
  /// A formula of LaTeX, without the dollars around it.
  ///
  /// What the reader does not know becomes `unknown`, and what is missing `empty`: only brackets
  /// and environments without partner, more than 20,000 bytes, and more than 100 levels are
  /// errors. A function without brackets, `\log 2x`, takes the factors at its right up to the next
  /// operation, space command, differential, fraction or bracket as its argument. Full stops and
  /// commas at a line's end belong to the sentence around the formula and are left out.
  package init(latex: String) throws(FormulaError) {
    self = try Parser.expression(latex, .latex)
  }

  /// A formula as it is typed on one line: `sqrt(abar[t]) * x0 + sqrt(1 - abar[t]) * eps`.
  ///
  /// Names are words, and every spelling of a quantity gives the same tree as LaTeX does: `abar_t`,
  /// `alpha_bar[t]`, `alphaBar_{t}`. A sign that means nothing and an operand that is missing are
  /// errors besides those of LaTeX.
  package init(plain: String) throws(FormulaError) {
    self = try Parser.expression(plain, .plain)
  }

  /// An answer that somebody typed: LaTeX where it has a backslash, else plain.
  package init(typed: String) throws(FormulaError) {
    self = try Parser.expression(typed, typed.utf8.contains(UInt8(ascii: "\\")) ? .latex : .plain)
  }
}
