package import OrderedJSON

/// What a program said when it was tried: its results in order, and how it came to its end.
package struct Transcript: Sendable {
  /// The results of the first cases, in order, up to the first line that is none.
  package let results: [JSON]
  package let ending: Ending
  /// The end of what it wrote to standard error.
  package let complaint: String

  package enum Ending: Hashable, Sendable {
    /// It ended by itself, with this status.
    case status(Int)
    /// A signal ended it.
    case signal(Int)
    /// No answer came within so many seconds.
    case silent(seconds: Double)
    /// Not all answers came within so many seconds.
    case late(seconds: Double)
    /// A line of its output is not what was asked for.
    case malformed(line: String, reason: String)
    /// It answered another case than the next one.
    case outOfOrder(wanted: Int, got: Int)
    /// It wrote more than it may.
    case flood(bytes: Int)
    /// It wrote on after the last answer.
    case surplus(line: String)
  }

  package init(results: [JSON], ending: Ending, complaint: String = "") {
    self.results = results
    self.ending = ending
    self.complaint = complaint
  }
}
