import Canvas

/// As many hints as fit into a width, the most useful first; the last ones always.
///
///     hints(["Space play", "o loop"], keeping: ["q quit"], width: 20)   // "Space play   q quit"
func hints(_ parts: [String], keeping last: [String] = [], width: Int) -> String {
  let rest = last.reduce(0) { $0 + $1.cellWidth + gap.count }
  var text = ""
  for part in parts {
    let longer = text.isEmpty ? part : text + gap + part
    if longer.cellWidth + rest <= width { text = longer }
  }
  return ((text.isEmpty ? [] : [text]) + last).joined(separator: gap)
}

private let gap = "   "
