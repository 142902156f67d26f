import Formula

extension Layout {
  /// A matrix or the cases of a definition; flat, with commas in a row and semicolons between rows.
  func grid(_ rows: [[Expression]], _ grid: Expression.Grid) -> Box {
    let rows = rows.filter { !$0.isBlank }
    guard !isFlat else { return flatGrid(rows, grid) }
    let cells = rows.map { $0.map { box($0) } }
    switch grid {
    case .matrix(let fence):
      let table = table(cells, isCentred: true)
      return fence.map { fenced(table, $0) } ?? table
    case .cases:
      // A brace needs a row in the middle for its point.
      let table = table(cells, isCentred: false, isLoose: cells.count == 2)
      return .row([sides(of: .braces, around: table.core).left, .blank(1), table])
    }
  }

  /// n over k in brackets; flat, `binom(n, k)`.
  func binomial(_ upper: Expression, over lower: Expression) -> Box {
    guard !isFlat else {
      let numbers = Expression(.list([upper, lower], separators: [.comma]))
      return .row([leaf("binom"), fenced(box(numbers), .parentheses)])
    }
    return fenced(table([[box(upper)], [box(lower)]], isCentred: true), .parentheses)
  }

  private func flatGrid(_ rows: [[Expression]], _ grid: Expression.Grid) -> Box {
    var items: [Expression] = []
    var separators: [Expression.Separator] = []
    for row in rows {
      if !items.isEmpty { separators.append(.semicolon) }
      items += row
      separators += row.dropFirst().map { _ in .comma }
    }
    let content = list(items, separators)
    switch grid {
    case .matrix(let fence): return fenced(content, fence ?? .brackets)
    case .cases: return fenced(content, .braces)
    }
  }

  /// Cells in columns, two free columns between them; the baseline is the middle row.
  private func table(_ rows: [[Box]], isCentred: Bool, isLoose: Bool = false) -> Box {
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      rows.map { column < $0.count ? $0[column].width : 0 }.max() ?? 0
    }
    let lines = rows.map { row in
      var left = 0
      return Box(
        row.enumerated().map { column, cell in
          defer { left += widths[column] + 2 }
          let shift = isCentred ? (widths[column] - cell.width) / 2 : 0
          return Box.Part(box: cell, column: left + shift, row: 0)
        })
    }
    return centred(.lines(lines.map { (0, $0) }) { isLoose ? 1 : rowGap($0, $1) })
  }

  /// The same box with its baseline in the middle of its rows.
  private func centred(_ box: Box) -> Box {
    let below = (box.extent.rows - 1) / 2
    return Box([Box.Part(box: box, column: 0, row: below - box.extent.below)])
  }
}
