extension Symbol {
  /// The name that a symbol is bound by: `alpha_bar`, `beta_tilde`, `N`, `x'`.
  ///
  /// The alphabet does not count: a bold x is the x of the same formula, and an N the calligraphic
  /// one.
  package var canonicalName: String {
    guard let accent else { return name + marks }
    return "\(name)_\(accent.canonicalName)\(marks)"
  }
}

extension Accent {
  fileprivate var canonicalName: String {
    switch self {
    case .bar: "bar"
    case .tilde: "tilde"
    case .hat: "hat"
    case .dot: "dot"
    case .vector: "vec"
    }
  }
}
