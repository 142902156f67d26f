/// Something that a figure lets its reader turn: a name, its range, its value at first.
package struct Parameter: Hashable, Sendable {
  package let name: String
  package let kind: Kind
  /// The default, as the reader would type it.
  package let standard: String
  /// What it means, a fragment of one line.
  package let summary: String

  package enum Kind: Hashable, Sendable {
    case choice([String])
    case integer(ClosedRange<Int>)
    /// A number between two bounds, which are themselves allowed only where the range says so.
    case real(RealRange)
    /// Numbers separated by commas, at most `count` of them.
    case reals(RealRange, count: Int)
  }

  package init(_ name: String, _ kind: Kind, standard: String, _ summary: String) {
    self.name = name
    self.kind = kind
    self.standard = standard
    self.summary = summary
  }
}

/// An interval of numbers with ends that may be left out.
package struct RealRange: Hashable, Sendable {
  package let lower: Double
  package let upper: Double
  package let includesEnds: Bool
  /// How far the reader turns the number at once; nil for a part of the range.
  package let step: Double?

  /// Everything between, the ends left out.
  package static func between(_ lower: Double, _ upper: Double) -> RealRange {
    RealRange(lower: lower, upper: upper, includesEnds: false, step: nil)
  }

  /// From end to end, the ends included.
  package static func through(
    _ lower: Double, _ upper: Double, step: Double? = nil
  ) -> RealRange {
    RealRange(lower: lower, upper: upper, includesEnds: true, step: step)
  }

  package func contains(_ value: Double) -> Bool {
    guard value.isFinite else { return false }
    return includesEnds ? value >= lower && value <= upper : value > lower && value < upper
  }

  package var words: String {
    if upper == .infinity { return "from \(short(lower)) on" }
    return includesEnds
      ? "from \(short(lower)) to \(short(upper))"
      : "above \(short(lower)) and below \(short(upper))"
  }

  private func short(_ value: Double) -> String {
    Int(exactly: value).map(String.init) ?? "\(value)"
  }
}

extension Parameter {
  /// The range in words, for messages and lists.
  package var range: String {
    switch kind {
    case .choice(let names): "one of \(names.joined(separator: ", "))"
    case .integer(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .real(let range): "a number \(range.words)"
    case .reals(let range, let count):
      "at most \(count) numbers \(range.words), separated by commas"
    }
  }

  /// Reads what the reader gave.
  package func value(of text: String) throws(FigureError) -> Settings.Value {
    let text = text.trimmed
    switch kind {
    case .choice(let names):
      if names.contains(text) { return .choice(text) }
    case .integer(let range):
      if let value = Int(text), range.contains(value) { return .integer(value) }
    case .real(let range):
      if let value = Double(text), range.contains(value) { return .real(value) }
    case .reals(let range, let count):
      let parts = text.split(separator: ",", omittingEmptySubsequences: false)
      let values = parts.compactMap { Double(String($0).trimmed) }
      if values.count == parts.count, (1...count).contains(values.count),
        values.allSatisfy(range.contains)
      {
        return .reals(values)
      }
    }
    throw .badValue(parameter: self, given: text)
  }
}

extension String {
  var trimmed: String {
    var rest = Substring(self)
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
