/// How long some work takes: the median of a number of runs, after one that is not counted.
struct Measured {
  let name: String
  let milliseconds: Double

  /// The work returns a number that depends on all of it, so that none can be left out.
  init(_ name: String, repeats: Int, _ work: () -> Int) {
    self.name = name
    precondition(work() > 0, "\(name) did nothing")
    let times = (0..<repeats).map { _ in
      ContinuousClock().measure { precondition(work() > 0) } / .milliseconds(1)
    }
    milliseconds = times.sorted()[repeats / 2]
  }

  /// A line of a JSON object.
  var line: String { "  \"\(name)\": \(milliseconds)" }
}
