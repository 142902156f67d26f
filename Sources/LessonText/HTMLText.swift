/// Reads raw HTML for its words: tags vanish, `<br>` is a break, an image is its description.
///
/// Nothing else of HTML is understood, and no word is lost: what only looks like a tag is text.
struct HTMLText {
  private var inlines: [Inline] = []
  private var text = ""
  /// What was read of the tag that is open; empty between tags.
  private var tag = ""

  /// Reads on; a tag may begin in one piece and end in the next.
  mutating func append(_ raw: String) {
    for character in raw {
      if !tag.isEmpty {
        readInTag(character)
      } else if character == "<" {
        tag = "<"
      } else {
        text.append(character == "\n" ? " " : character)
      }
    }
  }

  var isInTag: Bool { !tag.isEmpty }

  /// Hands out the words up to an open tag, and forgets them.
  mutating func take() -> [Inline] {
    flush()
    defer { inlines = [] }
    return inlines
  }

  /// Hands out all words, with what only looked like the beginning of a tag.
  mutating func finish() -> [Inline] {
    text += tag
    tag = ""
    return take()
  }
}

extension HTMLText {
  private mutating func readInTag(_ character: Character) {
    if tag == "<", !character.isLetter, !"/!?".contains(character) {
      text += "<"
      tag = ""
      return append(String(character))
    }
    tag.append(character)
    guard character == ">", !tag.hasPrefix("<!--") || tag.hasSuffix("-->") else { return }
    endTag(tag)
    tag = ""
  }

  private mutating func endTag(_ open: String) {
    let name = open.dropFirst().prefix { $0.isLetter }.lowercased()
    switch name {
    case "br":
      flush()
      inlines.append(.lineBreak)
    case "img":
      flush()
      let description = attribute("alt", of: open)
      inlines.append(.image(description: description, target: attribute("src", of: open)))
    case "p", "div", "li", "tr", "td", "th", "dt", "dd", "h", "summary":
      text += " "
    default: break
    }
  }

  private mutating func flush() {
    let words = resolved(text)
    if !words.isEmpty { inlines.append(.text(words)) }
    text = ""
  }
}

/// The value of an attribute, or nothing.
private func attribute(_ name: String, of tag: String) -> String {
  var rest = tag[...]
  while let equals = rest.firstIndex(of: "=") {
    let key = rest[..<equals].split(whereSeparator: \.isWhitespace).last ?? ""
    rest = rest[rest.index(after: equals)...].drop(while: \.isWhitespace)
    let quote = rest.first.flatMap { "\"'".contains($0) ? $0 : nil }
    if quote != nil { rest = rest.dropFirst() }
    let value = rest.prefix { quote == nil ? !$0.isWhitespace && $0 != ">" : $0 != quote }
    rest = rest[value.endIndex...].dropFirst()
    if key.lowercased() == name { return resolved(String(value)) }
  }
  return ""
}

/// The text with its character references resolved and its runs of spaces joined.
private func resolved(_ text: String) -> String {
  var result = ""
  var rest = text[...]
  while let start = rest.firstIndex(of: "&") {
    result += rest[..<start]
    rest = rest[start...]
    let entity = rest.prefix(32).prefix { $0 != ";" && !$0.isWhitespace }
    let isClosed = entity.endIndex < rest.endIndex && rest[entity.endIndex] == ";"
    result += isClosed ? textOfEntity("\(entity);") : String(entity)
    rest = rest[entity.endIndex...].dropFirst(isClosed ? 1 : 0)
  }
  return joiningBlanks(result + rest)
}

/// The text with one space for each run of them.
func joiningBlanks(_ text: String) -> String {
  var result = ""
  for character in text where character != " " || result.last != " " { result.append(character) }
  return result
}
