import Canvas

/// A column of a table as texts with their places.
struct ColumnText: Hashable, Sendable {
  let name: String
  let width: Int
  let entries: [Entry]

  struct Entry: Hashable, Sendable {
    let text: String
    /// Blanks before it in the column.
    let indent: Int
  }

  /// Numbers stand with their points, or ends of whole numbers, below each other; words end right.
  init(_ column: TablePicture.Column, rows: TableRows, glyphs: GlyphSet) {
    name = column.name.spelled(in: glyphs)
    let texts = rows.indices.map { index in
      column.values.indices.contains(index) ? Text(column.values[index], glyphs) : Text()
    }
    let before = texts.map { $0.before ?? 0 }.max() ?? 0
    let after = texts.map { $0.before == nil ? 0 : $0.text.cellWidth - ($0.before ?? 0) }.max() ?? 0
    let numbers = before + after
    let widest = max(numbers, name.cellWidth, texts.map(\.text.cellWidth).max() ?? 0)
    width = widest
    entries = texts.map { text in
      let indent = text.before.map { widest - numbers + before - $0 }
      return Entry(text: text.text, indent: indent ?? widest - text.text.cellWidth)
    }
  }

  /// A value's text, and its length before the decimal point if it has a place there.
  private struct Text {
    var text = ""
    var before: Int?

    init() {}

    init(_ value: TablePicture.Value, _ glyphs: GlyphSet) {
      switch value {
      case .text(let words): text = words.spelled(in: glyphs)
      case .number(let number):
        text = number.short()
        before = text.prefix { $0 != "." && $0 != "e" }.count
      }
    }
  }
}
