extension String {
  /// The text broken at spaces into lines of at most so many columns.
  ///
  /// A word that is longer than a line stands on one of its own.
  ///
  ///     "one two three".wrapped(to: 9, after: "- ", indent: 2)   // "- one two", "  three"
  /// - Parameters:
  ///   - columns: the width of a line with its indentation.
  ///   - start: what the first line begins with.
  ///   - indent: by how many columns the lines after it are indented.
  /// - Returns: the lines, at least one.
  package func wrapped(to columns: Int, after start: String = "", indent: Int = 0) -> [String] {
    var lines: [String] = []
    var line = start
    var isFresh = true
    for word in split(separator: " ") {
      if !isFresh, line.cellWidth + 1 + word.cellWidth > columns {
        lines.append(line)
        line = String(repeating: " ", count: indent)
        isFresh = true
      }
      line += isFresh ? String(word) : " \(word)"
      isFresh = false
    }
    return lines + [line]
  }
}
