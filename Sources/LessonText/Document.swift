/// A place in a text: line and column from 1, columns in characters.
package struct SourcePosition: Hashable, Sendable, Comparable {
  package var line: Int
  package var column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  package static func < (left: SourcePosition, right: SourcePosition) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// A Markdown text with its formulas and blocks of keys, each with its place in the source.
package struct Document: Hashable, Sendable {
  /// The front matter's keys, where the text begins with `---`.
  package var frontMatter: Keys?
  package var blocks: [Block]

  package init(frontMatter: Keys? = nil, blocks: [Block]) {
    self.frontMatter = frontMatter
    self.blocks = blocks
  }
}

package struct Block: Hashable, Sendable {
  package var content: Content
  package var position: SourcePosition

  package init(_ content: Content, at position: SourcePosition) {
    self.content = content
    self.position = position
  }

  package indirect enum Content: Hashable, Sendable {
    case heading(level: Int, [Inline])
    case paragraph([Inline])
    /// Items; `start` is the first number of an ordered list.
    case list([[Block]], start: Int?)
    case quote([Block])
    case code(String, language: String)
    case table(header: [[Inline]], rows: [[[Inline]]], alignments: [Alignment])
    case rule
    /// A formula that stands alone; `position` of the block is where its LaTeX begins.
    case formula(latex: String)
    /// A fenced block of keys, such as `figure` or `claim`; what follows a line `---` in it is raw.
    case keys(kind: String, Keys, raw: String?)
    /// The keys of an HTML comment `<!-- step ... -->`, which begins a page.
    case step(Keys)
  }

  package enum Alignment: Hashable, Sendable {
    case left
    case center
    case right
  }
}

package indirect enum Inline: Hashable, Sendable {
  case text(String)
  case emphasis([Inline])
  case strong([Inline])
  case code(String)
  case formula(latex: String, SourcePosition)
  case link([Inline], target: String)
  /// An image, which a terminal shows by its words.
  case image(description: String, target: String)
  case lineBreak
}

/// A mapping as YAML has it: keys in order, each value with its place in the document.
package struct Keys: Hashable, Sendable {
  package var entries: [Entry]
  package var position: SourcePosition

  package struct Entry: Hashable, Sendable {
    package var key: String
    package var position: SourcePosition
    package var value: Value
  }

  package struct Value: Hashable, Sendable {
    package var content: Content
    package var position: SourcePosition

    package indirect enum Content: Hashable, Sendable {
      case scalar(String)
      case list([Value])
      case keys(Keys)
    }
  }

  package init(entries: [Entry], position: SourcePosition) {
    self.entries = entries
    self.position = position
  }

  package subscript(key: String) -> Value? { entries.first { $0.key == key }?.value }
}

extension Keys.Value {
  package var scalar: String? {
    if case .scalar(let text) = content { text } else { nil }
  }
  package var list: [Keys.Value]? {
    if case .list(let values) = content { values } else { nil }
  }
  package var keys: Keys? {
    if case .keys(let keys) = content { keys } else { nil }
  }
}

/// What is wrong with a text, and where.
package struct TextError: Error, Hashable, Sendable {
  package var message: String
  package var position: SourcePosition

  package init(_ message: String, at position: SourcePosition) {
    self.message = message
    self.position = position
  }
}
