import Canvas
import Plots

extension Frames {
  /// A picture that stands still: a table of numbers.
  package init(table: Table) {
    let picture = TablePicture(
      table.columns.map { name in (name: name, values: table[column: name]) })
    self.init(
      rows: table.rows.count + 2,
      draw: { _, size, look in
        let whole = picture.draw(
          columns: size.columns, maxRows: max(0, size.rows - 2), glyphs: look.glyphs)
        guard whole.size.rows > size.rows else { return whole }
        return whole.cropped(to: Rectangle(size))
      },
      spoken: { _ in table.spoken })
  }
}

extension Table {
  /// The table row by row, as it is read aloud; long ones by their ends.
  fileprivate var spoken: String {
    let shown = rows.count <= 12 ? rows : Array(rows.prefix(6) + rows.suffix(6))
    let sentences = shown.map { row in
      zip(columns, row).map { "\($0) \($1.typed)" }.joined(separator: ", ") + "."
    }
    return "A table of \(rows.count) rows. " + sentences.joined(separator: " ")
  }
}
