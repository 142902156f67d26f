import Canvas

/// A stretch of text of one look.
struct Run: Hashable, Sendable {
  var text: String
  var style: Style
}

/// What may not be broken over two lines: a word, or a formula with the comma behind it.
struct Token: Hashable, Sendable {
  var runs: [Run]

  var width: Int { runs.reduce(0) { $0 + $1.text.cellWidth } }
}

/// Words on their way into lines: tokens with the places between where a line may end.
struct TextFlow: Hashable, Sendable {
  private(set) var tokens: [Token] = []
  /// Tokens before which a new line must begin.
  private(set) var breaks: Set<Int> = []
  private var isOpen = false

  /// Adds text whose spaces are places to break at.
  mutating func add(_ text: String, _ style: Style = .plain) {
    for part in text.split(omittingEmptySubsequences: false, whereSeparator: \.isWhitespace)
      .enumerated()
    {
      if part.offset > 0 { isOpen = false }
      if !part.element.isEmpty { addUnbroken(String(part.element), style) }
    }
  }

  /// Adds text that stays together with what stands directly before it.
  mutating func addUnbroken(_ text: String, _ style: Style = .plain) {
    let run = Run(text: text, style: style)
    if isOpen, !tokens.isEmpty {
      tokens[tokens.count - 1].runs.append(run)
    } else {
      tokens.append(Token(runs: [run]))
    }
    isOpen = true
  }

  mutating func breakLine() {
    breaks.insert(tokens.count)
    isOpen = false
  }

  /// The lines, none wider than `width` cells; a word that is wider alone is cut.
  func lines(width: Int) -> [[Run]] {
    guard width > 0 else { return [] }
    var lines: [[Run]] = []
    var line: [Run] = []
    var used = 0
    func endLine() {
      lines.append(line)
      line = []
      used = 0
    }
    for (index, token) in tokens.enumerated() {
      if breaks.contains(index), !line.isEmpty { endLine() }
      for piece in token.cut(to: width) {
        if used > 0, used + 1 + piece.width > width { endLine() }
        if used > 0 {
          line.append(Run(text: " ", style: joint(line.last, piece.runs.first)))
          used += 1
        }
        line += piece.runs
        used += piece.width
      }
    }
    if !line.isEmpty { endLine() }
    return lines
  }

  /// The look of the space between two words: theirs where they share it.
  private func joint(_ left: Run?, _ right: Run?) -> Style {
    left?.style == right?.style ? left?.style ?? .plain : .plain
  }
}

extension Token {
  fileprivate func cut(to limit: Int) -> [Token] {
    guard width > limit else { return [self] }
    var pieces: [Token] = []
    var piece = Token(runs: [])
    var used = 0
    for run in runs {
      for character in run.text {
        let cells = character.visible.cellWidth
        if used + cells > limit, used > 0 {
          pieces.append(piece)
          piece = Token(runs: [])
          used = 0
        }
        piece.append(character, run.style)
        used += cells
      }
    }
    return pieces + [piece]
  }

  private mutating func append(_ character: Character, _ style: Style) {
    if runs.last?.style == style, !runs.isEmpty {
      runs[runs.count - 1].text.append(character)
    } else {
      runs.append(Run(text: String(character), style: style))
    }
  }
}

extension Screen {
  /// Writes a line of runs; returns the columns used.
  @discardableResult
  mutating func write(_ runs: [Run], column: Int, row: Int, limit: Int = .max) -> Int {
    var used = 0
    for run in runs {
      used += write(
        run.text, column: column + used, row: row, style: run.style, limit: limit - used)
    }
    return used
  }
}
