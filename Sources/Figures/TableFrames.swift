import Canvas
package import Plots

extension Frames {
  /// A picture that stands still: a table of numbers.
  package init(table: Table) {
    let picture = table.picture
    self.init(
      rows: table.cells.count + 2,
      draw: { _, size, look in
        let whole = picture.draw(
          columns: size.columns, maxRows: max(0, size.rows - 2), glyphs: look.glyphs)
        guard whole.size.rows > size.rows else { return whole }
        return whole.cropped(to: Rectangle(size))
      },
      spoken: { _ in picture.spoken() })
  }
}

extension Table {
  /// All of it, words among the numbers.
  package var picture: TablePicture {
    TablePicture(
      columns: columns.map { name in
        TablePicture.Column(name, self[cellsOf: name].map(\.shown))
      })
  }
}

extension Table.Cell {
  fileprivate var shown: TablePicture.Value {
    switch self {
    case .number(let number): .number(number)
    case .word(let word): .text(word)
    }
  }
}
