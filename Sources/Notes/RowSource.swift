extension String {
  /// One line of a formula without what opens and closes its environment, and without labels.
  var withoutEnvironment: String {
    var text = Substring(self)
    while text.hasPrefix("\\begin{"), let end = text.firstIndex(of: "}") {
      text = text[text.index(after: end)...].drop(while: \.isWhitespace)
    }
    while text.hasSuffix("}"), let start = text.ranges(of: "\\end{").last?.lowerBound,
      !text[start...].dropLast().contains("}")
    {
      text = text[..<start]
      while text.last?.isWhitespace ?? false { text.removeLast() }
    }
    var row = String(text)
    for mark in ["\\nonumber", "\\notag"] { row = row.replacing(mark, with: "") }
    for command in ["\\label{", "\\tag{"] { row = row.removing(command) }
    while row.last?.isWhitespace ?? false { row.removeLast() }
    return row
  }

  /// Without a command and what stands in its braces.
  private func removing(_ command: String) -> String {
    guard let start = ranges(of: command).first,
      let end = self[start.upperBound...].firstIndex(of: "}")
    else { return self }
    return String(self[..<start.lowerBound] + self[index(after: end)...])
  }

  /// How many bytes of space, and of what opens an environment, stand before a row's first sign.
  var lengthOfOpening: Int {
    var rest = Substring(self)
    while true {
      let start = rest.drop { $0.isWhitespace || $0 == "&" }
      guard start.hasPrefix("\\begin{"), let end = start.firstIndex(of: "}") else {
        return utf8.count - start.utf8.count
      }
      rest = start[start.index(after: end)...]
    }
  }
}
