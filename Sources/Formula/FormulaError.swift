/// What keeps a text from being read as a formula, and where.
package struct FormulaError: Error, Hashable, Sendable {
  package var reason: Reason
  /// UTF-8 offsets into the source.
  package var range: Range<Int>

  package init(_ reason: Reason, at range: Range<Int>) {
    self.reason = reason
    self.range = range
  }

  package enum Reason: Hashable, Sendable {
    /// The source has more UTF-8 bytes than the limit.
    case tooLong(limit: Int)
    /// Brackets, scripts and fractions stand in one another more often than the limit.
    case tooDeep(limit: Int)
    /// A bracket, brace or environment that nothing closes.
    case unclosed(String)
    /// A closing bracket, brace or environment that nothing opened.
    case unopened(String)
    /// An operand is wanted and another sign, or the end, stands there instead.
    case missingOperand(before: String)
    /// A sign that typed maths does not have.
    case unexpected(String)
    /// Nothing but spaces.
    case nothing
  }
}

extension FormulaError: CustomStringConvertible {
  /// One sentence that says what to do.
  package var description: String {
    switch reason {
    case .tooLong(let limit): "Shorten the formula: it may have \(limit) bytes at most."
    case .tooDeep(let limit): "Split the formula: it is nested more than \(limit) levels deep."
    case .unclosed(let opening): "Close the \(opening), or remove it."
    case .unopened(let closing): "Open the \(closing) before it is closed, or remove it."
    case .missingOperand(""): "Write a number, a name or a bracket at the end of the formula."
    case .missingOperand(let sign): "Write a number, a name or a bracket before \(sign)."
    case .unexpected(let sign):
      "Remove \(sign): a formula has numbers, names, + - * / ^ _ ( ) [ ] { } | , and = only."
    case .nothing: "Type a formula."
    }
  }
}
