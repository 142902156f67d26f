import LessonText

/// The formulas of a LaTeX text in order: those between dollars and brackets, and the environments
/// that are formulas.
///
/// Comments and what is printed as it stands are passed over, as are definitions of commands, whose
/// formulas are no formulas of the text.
func latexFormulas(_ text: String) -> [NotesFormula] {
  var reader = LatexNotes(text)
  reader.read()
  return reader.formulas
}

private struct LatexNotes {
  private let bytes: [UInt8]
  private var offset = 0
  private var line = 1
  private var lineStart = 0
  private var section = 0
  private var paragraph = 0
  private var words: [UInt8] = []
  private var isLineBlank = true
  /// Environments that are not closed any more from here on, so that nobody looks again.
  private var unclosed: Set<String> = []
  private(set) var formulas: [NotesFormula] = []

  init(_ text: String) { bytes = Array(text.utf8) }

  mutating func read() {
    while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: "%"): skipComment()
      case UInt8(ascii: "$"): readDollars()
      case UInt8(ascii: "\\"): readCommand()
      case UInt8(ascii: "\n"): readNewline()
      default:
        if bytes[offset] > 32 { isLineBlank = false }
        words.append(bytes[offset])
        offset += 1
      }
    }
  }

  private mutating func readNewline() {
    if isLineBlank {
      paragraph += 1
      words = []
    }
    isLineBlank = true
    words.append(32)
    advance(to: offset + 1)
  }

  /// Steps on, and counts the lines.
  private mutating func advance(to end: Int) {
    let end = min(end, bytes.count)
    while offset < end {
      if bytes[offset] == UInt8(ascii: "\n") {
        line += 1
        lineStart = offset + 1
      }
      offset += 1
    }
  }

  private mutating func skipComment() {
    while offset < bytes.count, bytes[offset] != UInt8(ascii: "\n") { offset += 1 }
  }

  private func stands(_ text: String, at place: Int) -> Bool {
    let word = Array(text.utf8)
    return place + word.count <= bytes.count
      && word.indices.allSatisfy { bytes[place + $0] == word[$0] }
  }

  /// Where a text begins from a place on, escapes aside; nil where it never does.
  private func find(_ text: String, from start: Int) -> Int? {
    var place = start
    while place < bytes.count {
      if stands(text, at: place) { return place }
      place += bytes[place] == UInt8(ascii: "\\") && !text.hasPrefix("\\") ? 2 : 1
    }
    return nil
  }
}

// MARK: - Formulas

extension LatexNotes {
  private mutating func readDollars() {
    let mark = stands("$$", at: offset) ? "$$" : "$"
    take(from: offset + mark.utf8.count, to: mark)
  }

  /// Takes the formula that begins there and ends before a mark; without an end there is none.
  private mutating func take(from start: Int, to mark: String) {
    isLineBlank = false
    guard let end = find(mark, from: start) else { return advance(to: bytes.count) }
    add(start..<end)
    advance(to: end + mark.utf8.count)
  }

  private mutating func add(_ range: Range<Int>) {
    var start = range.lowerBound
    var place = (line: line, start: lineStart)
    for offset in self.offset..<start where bytes[offset] == UInt8(ascii: "\n") {
      place = (place.line + 1, offset + 1)
    }
    while start < range.upperBound, bytes[start] <= 32 {
      if bytes[start] == UInt8(ascii: "\n") { place = (place.line + 1, start + 1) }
      start += 1
    }
    var end = range.upperBound
    while end > start, bytes[end - 1] <= 32 { end -= 1 }
    guard start < end else { return }
    formulas.append(
      NotesFormula(
        latex: String(decoding: bytes[start..<end], as: UTF8.self),
        position: SourcePosition(line: place.line, column: start - place.start + 1),
        section: section, paragraph: paragraph,
        words: String(decoding: words, as: UTF8.self).lowercased()))
    words = []
  }

  private mutating func readCommand() {
    isLineBlank = false
    if stands("\\[", at: offset) { return take(from: offset + 2, to: "\\]") }
    if stands("\\(", at: offset) { return take(from: offset + 2, to: "\\)") }
    let name = bytes[(offset + 1)...].prefix { isLetter($0) }
    switch String(decoding: name, as: UTF8.self) {
    case "": advance(to: offset + 2)
    case "begin": readEnvironment()
    case "section", "subsection", "subsubsection", "chapter", "paragraph":
      section += 1
      advance(to: offset + 1 + name.count)
    case "verb": skipVerbatim()
    case "newcommand", "renewcommand", "providecommand", "def", "DeclareMathOperator":
      advance(to: Macros.endOfDefinition(bytes, from: offset) ?? offset + 1 + name.count)
    default: advance(to: offset + 1 + name.count)
    }
  }

  private mutating func skipVerbatim() {
    let start = offset + 5
    guard start < bytes.count, bytes[start] != UInt8(ascii: "\n") else { return advance(to: start) }
    let mark = bytes[start]
    let end = bytes[(start + 1)...].firstIndex { $0 == mark || $0 == UInt8(ascii: "\n") }
    advance(to: (end ?? bytes.count - 1) + 1)
  }

  private mutating func readEnvironment() {
    let start = offset + 7
    let name = bytes[min(start, bytes.count)...].prefix(30).prefix { $0 != UInt8(ascii: "}") }
    let word = String(decoding: name, as: UTF8.self)
    let mark = "\\end{\(word)}"
    if verbatim.contains(word) {
      return advance(to: find(mark, from: start).map { $0 + mark.utf8.count } ?? bytes.count)
    }
    guard environments.contains(word), !unclosed.contains(word) else {
      return advance(to: start + name.count + 1)
    }
    guard let end = find(mark, from: start) else {
      unclosed.insert(word)
      return advance(to: start + name.count + 1)
    }
    let whole = offset..<end + mark.utf8.count
    add(whole)
    advance(to: whole.upperBound)
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}

private let verbatim: Set = ["verbatim", "lstlisting", "minted", "comment", "Verbatim"]

private let environments: Set = [
  "align", "align*", "alignat", "alignat*", "displaymath", "eqnarray", "eqnarray*", "equation",
  "equation*", "flalign", "flalign*", "gather", "gather*", "math", "multline", "multline*",
]
