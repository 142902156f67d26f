package import Canvas

extension Screen {
  /// The picture as lines of text, each ended by a newline.
  ///
  /// Without a `depth` it is plain text; else it has the sequences for colours and attributes that a
  /// terminal of this depth understands, and each line ends in the default look.
  package func text(depth: ColorDepth?) -> String {
    guard let depth else { return lines.map { $0 + "\n" }.joined() }
    return (0..<size.rows).map { line(self[row: $0], depth) + "\n" }.joined()
  }

  private func line(_ cells: ArraySlice<Cell>, _ depth: ColorDepth) -> String {
    var text = ""
    var style = Style.plain
    let end = cells.lastIndex { !$0.isSpace || $0.style.isVisibleOnBlank }
    guard let end else { return "" }
    for cell in cells[...end] where cell.width > 0 {
      let next = cell.style.reduced(to: depth)
      if next != style {
        text += next.sequence
        style = next
      }
      text.append(cell.character)
    }
    return style == .plain ? text : text + Style.plain.sequence
  }
}

extension Style {
  fileprivate var isVisibleOnBlank: Bool {
    background != .standard || attributes.contains(.reverse) || attributes.contains(.underline)
  }

  /// The sequence that sets this look from any other (ECMA-48, "Select Graphic Rendition"; colours
  /// 8 to 15 as aixterm has them, and xterm since).
  var sequence: String {
    var codes = ["0"]
    if attributes.contains(.bold) { codes.append("1") }
    if attributes.contains(.dim) { codes.append("2") }
    if attributes.contains(.underline) { codes.append("4") }
    if attributes.contains(.reverse) { codes.append("7") }
    if let code = foreground.code(base: 30) { codes.append(code) }
    if let code = background.code(base: 40) { codes.append(code) }
    return "\u{1B}[\(codes.joined(separator: ";"))m"
  }
}

extension Color {
  fileprivate func code(base: Int) -> String? {
    switch self {
    case .standard: nil
    case .palette(let index) where index < 8: "\(base + Int(index))"
    case .palette(let index) where index < 16: "\(base + 60 + Int(index) - 8)"
    case .palette(let index): "\(base + 8);5;\(index)"
    }
  }
}
