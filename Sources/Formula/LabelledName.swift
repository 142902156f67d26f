extension Expression {
  /// The name with the labels that stand as its indices: `x_t`, `epsilon_bar_t`, `x_0_theta`; nil
  /// for what is no name, or has an index that must be reckoned.
  package var labelledName: String? {
    switch node {
    case .symbol(let symbol): symbol.canonicalName
    case .indexed(let base, let index):
      if let name = base.labelledName, let label = index.label { "\(name)_\(label)" } else { nil }
    default: nil
    }
  }

  /// The index as a part of a name.
  package var label: String? {
    switch node {
    case .symbol(let symbol): symbol.canonicalName
    case .number(let text), .text(let text): text
    default: nil
    }
  }
}
