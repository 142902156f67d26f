import Probability

/// A name that stands for any number of a range: what is said must hold whichever it is.
package struct FreeNumber: Hashable, Sendable {
  let name: String
  let range: ClosedRange<Double>

  package init(_ name: String, in range: ClosedRange<Double>) {
    self.name = name
    self.range = range
  }

  /// Its number at a trial, the same on every run; the stream tells the names of a trial apart.
  ///
  /// In hundredths of the range, so that a counterexample can be read and done again by hand.
  func value(at trial: Int, stream: Int) -> Double {
    var generator = CounterGenerator(
      seed: 21, stream: UInt64(truncatingIfNeeded: stream), index: UInt64(truncatingIfNeeded: trial)
    )
    let share = (generator.nextUniform() * 100).rounded() / 100
    return range.lowerBound * (1 - share) + range.upperBound * share
  }
}
