import Canvas

/// One axis of a plot: what it shows and how.
package struct Axis: Hashable, Sendable {
  package var label: String
  package var scale: Scale
  /// The values at its ends; without one it covers the data.
  package var range: ClosedRange<Double>?

  package init(
    _ label: String = "", scale: Scale = .linear, range: ClosedRange<Double>? = nil
  ) {
    self.label = label
    self.scale = scale
    self.range = range
  }

  package enum Scale: Hashable, Sendable {
    case linear
    /// Positive numbers only, by their decimal logarithm.
    case log10
  }
}

extension Axis {
  /// The axis with its name in glyphs that the terminal may show.
  func spelled(in glyphs: GlyphSet) -> Axis {
    Axis(label.spelled(in: glyphs), scale: scale, range: range)
  }

  /// The given range, if both of its ends are on the scale.
  var usableRange: ClosedRange<Double>? {
    range.flatMap { scale.holds($0.lowerBound) && scale.holds($0.upperBound) ? $0 : nil }
  }
}

extension Axis.Scale {
  /// Whether a number has a place on the scale.
  func holds(_ value: Double) -> Bool { value.isFinite && (self == .linear || value > 0) }
}
