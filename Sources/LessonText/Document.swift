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
  /// What was mended so that the text can be shown: bytes that are no UTF-8, nesting too deep.
  package var repairs: [TextError]

  package init(frontMatter: Keys? = nil, blocks: [Block], repairs: [TextError] = []) {
    self.frontMatter = frontMatter
    self.blocks = blocks
    self.repairs = repairs
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
