/// Why a formula has no value, and which part of it.
package struct EvaluationError: Error, Hashable, Sendable {
  package var reason: Reason
  /// UTF-8 offsets into the formula's source.
  package var range: Range<Int>

  package init(_ reason: Reason, at range: Range<Int> = 0..<0) {
    self.reason = reason
    self.range = range
  }

  package enum Reason: Hashable, Sendable {
    /// A name that nothing is bound to, and the bound name that is spelled most like it.
    case unknownSymbol(String, nearest: String?)
    case undefined(Undefined)
    case needsIndex(String)
    case needsArguments(String)
    case wrongArgumentCount(String, wanted: Int)
    case indexNotWhole(String)
    case indexOutOfRange(String, Int, allowed: ClosedRange<Int>)
    /// What the part is, such as "An ellipsis".
    case notEvaluable(String)
    case unequalLengths(Int, Int)
    case rangeTooLong(limit: Int)
    case tooMuchWork(limit: Int)
    /// A sentence of whoever bound the name.
    case other(String)
  }

  /// An operation that has no result where it was used.
  package enum Undefined: Hashable, Sendable {
    case divisionByZero
    case rootOfNegative
    case logarithm
    case fractionalPowerOfNegative
    /// The result is beyond the largest number.
    case tooLarge(String)
    /// The result is nearer to zero than any number but zero itself, which it is not.
    case tooSmall(String)
  }
}

extension EvaluationError {
  /// Another point may have a value: the formula itself is sound.
  package var dependsOnPoint: Bool {
    switch reason {
    case .undefined, .indexNotWhole, .indexOutOfRange, .rangeTooLong: true
    default: false
    }
  }

  /// The same error with a place, if it has none.
  func located(at range: Range<Int>) -> EvaluationError {
    self.range.isEmpty ? EvaluationError(reason, at: range) : self
  }
}

extension EvaluationError: CustomStringConvertible {
  /// One sentence that says what to do.
  package var description: String {
    switch reason {
    case .unknownSymbol(let name, nil): "Replace \(name): it has no meaning here."
    case .unknownSymbol(let name, let nearest?):
      "Replace \(name): it has no meaning here; \(nearest) has."
    case .undefined(let undefined): undefined.description
    case .needsIndex(let name): "Give \(name) an index, as in \(name)[t]."
    case .needsArguments(let name): "Give \(name) its arguments in brackets."
    case .wrongArgumentCount(let name, let count): "Give \(name) \(count) arguments."
    case .indexNotWhole(let name): "Use a whole number as the index of \(name)."
    case .indexOutOfRange(let name, let index, let allowed):
      "Keep the index of \(name) in \(allowed.lowerBound) to \(allowed.upperBound): it is \(index)."
    case .notEvaluable(let part): "\(part) has no value: write it out."
    case .unequalLengths(let left, let right):
      "Combine vectors of equal length only: these have \(left) and \(right) elements."
    case .rangeTooLong(let limit): "Shorten the range: it may have \(limit) steps at most."
    case .tooMuchWork(let limit): "Simplify the formula: it takes more than \(limit) steps."
    case .other(let sentence): sentence
    }
  }
}

extension EvaluationError.Undefined: CustomStringConvertible {
  package var description: String {
    switch self {
    case .divisionByZero: "Keep the divisor away from 0: nothing can be divided by it."
    case .rootOfNegative: "Keep what is under the root at 0 or above: it is negative."
    case .logarithm: "Keep the argument of the logarithm above 0."
    case .fractionalPowerOfNegative:
      "Keep the base of a power at 0 or above where its exponent is no whole number."
    case .tooLarge(let operation): "Make the \(operation) smaller: it is too large for a number."
    case .tooSmall(let operation): "Make the \(operation) larger: it is too near to 0 for a number."
    }
  }
}
