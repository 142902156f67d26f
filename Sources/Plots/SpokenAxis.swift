import Canvas

extension Axis {
  /// What an axis shows, in words.
  func words(_ extent: Extent) -> String {
    let name = label.isEmpty ? "" : label + " "
    let scale = scale == .log10 ? ", on a logarithmic scale" : ""
    guard !extent.isEmpty else { return "\(name)without values" }
    return "\(name)from \(extent.lower.spoken) to \(extent.upper.spoken)\(scale)"
  }
}

extension Span {
  var extent: Extent {
    var extent = Extent()
    extent.include(lower)
    extent.include(upper)
    return extent
  }
}

extension Double {
  /// The number as it is read aloud.
  var spoken: String { short(significant: 4) }
}

extension String {
  /// The text with a capital, and a full stop; empty if it is empty.
  var sentence: String { isEmpty ? "" : prefix(1).uppercased() + dropFirst() + "." }
}

/// The kind of a picture, with its title if it has one.
func heading(_ kind: String, _ title: String) -> String {
  title.isEmpty ? "\(kind)." : "\(kind): \(title)."
}
