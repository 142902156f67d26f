/// Splits a claim's sentence at its placeholders `{expression}`; `{{` and `}}` are braces.
struct ClaimWords {
  private(set) var parts: [Claim.Part] = []
  private(set) var problems: [TextError] = []
  private let sentence: PlacedText
  private var search: PlaceSearch
  private var words = ""

  /// Splits `sentence`, which stands in `source`.
  init(_ sentence: PlacedText, in source: SourceText) {
    self.sentence = sentence
    search = PlaceSearch(source, from: sentence.position)
    var rest = sentence.text[...]
    while let brace = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
      words += rest[..<brace]
      rest = read(rest[brace...])
    }
    words += rest
    endWords()
  }
}

extension ClaimWords {
  /// Reads a brace and what belongs to it, and gives the rest.
  private mutating func read(_ text: Substring) -> Substring {
    if text.hasPrefix("{{") || text.hasPrefix("}}") {
      words.append(text.first == "{" ? "{" : "}")
      _ = search.next(String(text.prefix(2)))
      return text.dropFirst(2)
    }
    let inner = text.dropFirst().prefix { $0 != "{" && $0 != "}" }
    let rest = text[inner.endIndex...]
    guard text.first == "{", rest.first == "}" else {
      report("A brace has no partner: write `{{` or `}}` for a brace that is meant as such.")
      return rest.first == "}" ? rest.dropFirst() : rest
    }
    endWords()
    readExpression(inner)
    return rest.dropFirst()
  }

  private mutating func readExpression(_ inner: Substring) {
    let blanks = inner.prefix(while: \.isWhitespace).count
    let expression = inner.dropFirst(blanks)
    guard !expression.isEmpty else {
      return report("Empty braces: write an expression between them, such as `{abar[T]}`.")
    }
    let position = search.next("{\(inner)}", at: 1 + blanks) ?? sentence.position
    let end = expression.lastIndex { !$0.isWhitespace } ?? expression.startIndex
    parts.append(.expression(PlacedText(String(expression[...end]), at: position)))
  }

  private mutating func endWords() {
    if !words.isEmpty { parts.append(.words(words)) }
    words = ""
  }

  private mutating func report(_ message: String) {
    problems.append(TextError(message, at: sentence.position))
  }
}

/// Finds texts one after another in a source: YAML tells where a value begins, not its parts.
private struct PlaceSearch {
  private let source: SourceText
  private var offset: Int
  private var isLost = false

  init(_ source: SourceText, from position: SourcePosition) {
    self.source = source
    offset = source.offset(of: position)
  }

  /// The place of a character of the next `text`, unless quotes or line ends disguise it.
  mutating func next(_ text: String, at index: Int = 0) -> SourcePosition? {
    guard !isLost, let start = source.firstIndex(of: Array(text.utf8), from: offset, to: end) else {
      isLost = true
      return nil
    }
    offset = start + text.utf8.count
    let prefix = text.prefix(index).utf8.count
    return source.position(of: start + prefix)
  }

  private var end: Int { min(source.bytes.count, offset + 10_000) }
}
