extension HeatMap {
  /// The map in words and numbers: the axes, and where the numbers are smallest and largest.
  package func spoken() -> String {
    let what = name.isEmpty ? "Numbers" : name
    var lines = [heading("Heat map", title)]
    lines.append("Across: \(x.words(xSpan.extent)). Up: \(y.words(ySpan.extent)).")
    let finite = grid.values.indices.filter { grid.values[$0].isFinite }
    if let least = finite.min(by: { grid.values[$0] < grid.values[$1] }),
      let greatest = finite.max(by: { grid.values[$0] < grid.values[$1] })
    {
      lines.append("\(what): smallest \(words(least)), largest \(words(greatest)).")
    } else {
      lines.append("\(what): none.")
    }
    if !note.isEmpty { lines.append(note.sentence) }
    return lines.joined(separator: "\n")
  }

  /// A number of the grid and the middle of its cell.
  private func words(_ index: Int) -> String {
    let (column, row) = (index % grid.columns, index / grid.columns)
    let across = xSpan.value(at: (Double(column) + 0.5) / Double(grid.columns))
    let up = ySpan.value(at: (Double(row) + 0.5) / Double(grid.rows))
    return "\(grid.values[index].spoken) at (\(across.spoken), \(up.spoken))"
  }
}
