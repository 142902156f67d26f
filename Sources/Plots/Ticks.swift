import Canvas

/// The values that an axis names.
struct Ticks: Hashable, Sendable {
  var marks: [Tick]
  /// What is to be added to every label, as `+1e9`, where whole numbers would be too long.
  var offset: String?

  static let none = Ticks(marks: [])
}

/// A value and its name; the value is the label's number, and the offset's, to the last digit.
struct Tick: Hashable, Sendable {
  let value: Double
  let label: String
}

/// Ways to name values, each worked out when its turn comes: labels take time, and the first may fit.
struct TickChoices: Sequence {
  private let steps: [TickStep]
  private let span: Span
  private let known: [Ticks]
  private let knownFirst: Bool

  /// Ticks at the multiples of steps, before or after others.
  init(_ steps: [TickStep], in span: Span, known: [Ticks] = [], knownFirst: Bool = false) {
    (self.steps, self.span, self.known, self.knownFirst) = (steps, span, known, knownFirst)
  }

  static let none = TickChoices([], in: Span(0, 1, scale: .linear))

  func makeIterator() -> some IteratorProtocol<Ticks> {
    let count = steps.count + known.count
    return (0..<count).lazy.map { self[$0] }.makeIterator()
  }

  private subscript(index: Int) -> Ticks {
    let knownStart = knownFirst ? 0 : steps.count
    let place = index - knownStart
    if known.indices.contains(place) { return known[place] }
    return span.linearTicks(step: steps[knownFirst ? index - known.count : index])
  }
}

extension Span {
  /// Ways to name values of the span, from at most `most` of them down to few.
  func tickChoices(most: Int, glyphs: GlyphSet) -> TickChoices {
    switch scale {
    case .linear: return TickChoices(linearSteps(most: most), in: self)
    case .log10:
      let known = logarithmicTicks(glyphs: glyphs).filter { $0.marks.count <= max(2, most) }
      // Below a decade, evenly spaced values tell more than 1, 2 and 5.
      let steps = linearSteps(most: most)
      return TickChoices(steps, in: self, known: known, knownFirst: upper / 10 >= lower)
    }
  }

  /// Each step that at most `most` ticks may have; many numbers share a step.
  private func linearSteps(most: Int) -> [TickStep] {
    var steps: [TickStep] = []
    for target in (1...max(1, most)).reversed() {
      if let step = linearStep(target: target), step != steps.last { steps.append(step) }
    }
    return steps
  }

  /// The marks of some values that lie within the span.
  func marks(_ ticks: [Tick]) -> [Tick] {
    ticks.filter { contains($0.value) }
  }

  /// The span with its ends moved out to tick values, where that costs at most a share of it.
  func extended(target: Int, within allowance: Double) -> Span {
    let low: Double
    let high: Double
    switch scale {
    case .linear:
      guard let step = linearStep(target: target) else { return self }
      (low, high) = (step.below(lower), step.above(upper))
    case .log10:
      (low, high) = (decade(below: lower), decade(above: upper))
    }
    return Span(
      scale.holds(low) && -share(of: low) <= allowance ? min(low, lower) : lower,
      scale.holds(high) && share(of: high) - 1 <= allowance ? max(high, upper) : upper,
      scale: scale)
  }
}

extension Span {
  /// The offset that the labels of about five ticks need, if they need one.
  var likelyOffset: String? { scale == .linear ? linearTicks(target: 5).offset : nil }
}
