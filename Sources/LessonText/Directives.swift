/// Reads the masks that stand for a block: formulas, blocks of keys and steps.
struct Directives {
  private let lines: SourceLines
  private let isEnabled: Bool
  private(set) var problems: [TextError] = []

  /// Without `isEnabled` every comment vanishes.
  init(_ lines: SourceLines, isEnabled: Bool) {
    self.lines = lines
    self.isEnabled = isEnabled
  }

  /// The block that a mask stands for, if any.
  mutating func block(for mask: Mask) -> Block? {
    let position = lines.source.position(of: mask.range.lowerBound)
    switch mask.kind {
    case .formula(let latex):
      return Block(
        .formula(latex: lines.text(latex)), at: lines.source.position(of: latex.lowerBound))
    case .comment(let content):
      return step(content).map { Block(.step($0), at: position) }
    case .keys(let word, let content):
      let column = mask.range.lowerBound - startOfLine(mask.range.lowerBound)
      return keys(content, indentation: column).map {
        Block(.keys(kind: word, $0.keys, raw: $0.raw), at: position)
      }
    case .literal: return nil
    }
  }

  /// Reports a block of keys or a step that Markdown does not take for a block.
  mutating func refuse(_ mask: Mask) {
    guard isEnabled else { return }
    switch mask.kind {
    case .keys(let word, _): report("This `\(word)` block", at: mask)
    case .comment(let content):
      if words(ofStep: content) != nil { report("This step", at: mask) }
    case .formula, .literal: break
    }
  }
}

extension Directives {
  private mutating func report(_ what: String, at mask: Mask) {
    problems.append(
      TextError(
        "\(what) must begin a line, with at most three spaces before it.",
        at: lines.source.position(of: mask.range.lowerBound)))
  }

  private mutating func step(_ content: Range<Int>) -> Keys? {
    guard isEnabled, let range = words(ofStep: content) else { return nil }
    return keys(range)
  }

  /// What follows the word `step` in a comment that begins with it.
  private func words(ofStep content: Range<Int>) -> Range<Int>? {
    let start = lines.trimmed(content).lowerBound
    let end = start + 4
    guard end <= content.upperBound, lines.source.has(Array("step".utf8), at: start) else {
      return nil
    }
    guard end == content.upperBound || lines.source.bytes[end].isBlank else { return nil }
    return end..<content.upperBound
  }

  private mutating func keys(_ range: Range<Int>) -> Keys? {
    do {
      return try Keys(
        yaml: lines.text(range), at: lines.source.position(of: range.lowerBound))
    } catch {
      problems.append(error)
      return nil
    }
  }

  /// The keys up to a line `---`, and the raw lines after it.
  private mutating func keys(
    _ content: Range<Int>, indentation: Int
  ) -> (keys: Keys, raw: String?)? {
    let first = lines.source.line(of: content.lowerBound)
    let last = lines.source.line(of: content.upperBound)
    for line in first..<max(first, last) where isSeparator(line) {
      let start = lines.source.range(ofLine: line).lowerBound
      let rest = lines.source.range(ofLine: line).upperBound + 1
      return keys(content.lowerBound..<start).map { keys in
        (keys, raw(rest..<max(rest, content.upperBound), indentation))
      }
    }
    return keys(content).map { ($0, nil) }
  }

  private func isSeparator(_ line: Int) -> Bool {
    let range = lines.source.range(ofLine: line)
    let text = lines.text(lines[line].content..<range.upperBound)
    return lines[line].kind == .rule && text.prefix { !$0.isWhitespace } == "---"
      && text.dropFirst(3).allSatisfy(\.isWhitespace)
  }

  /// The lines without the indentation of their fence, and without the last newline.
  private func raw(_ range: Range<Int>, _ indentation: Int) -> String {
    let text = lines.text(range)
    let body = text.hasSuffix("\n") ? text.dropLast() : text[...]
    return body.split(separator: "\n", omittingEmptySubsequences: false)
      .map { withoutIndentation($0, indentation) }.joined(separator: "\n")
  }

  private func startOfLine(_ offset: Int) -> Int {
    lines.source.range(ofLine: lines.source.line(of: offset)).lowerBound
  }
}

/// The line without its first blanks, at most `count` of them.
func withoutIndentation(_ line: Substring, _ count: Int) -> Substring {
  line.dropFirst(line.prefix(count).prefix { $0 == " " || $0 == "\t" }.count)
}
