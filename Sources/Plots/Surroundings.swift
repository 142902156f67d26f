import Canvas

/// What is written around a plot's area, and the data that its axes cover.
struct Surroundings: Sendable {
  var title = ""
  var x: (axis: Axis, data: Extent)
  var y: (axis: Axis, data: Extent)
  /// Names of the series above the area; nil where they stand elsewhere.
  var legend: Legend?
  /// What the colours of the area mean.
  var bar: ColorBar?
  var note = ""
  /// Whether there are axes; without them the area is all there is beside title and header.
  var hasAxes = true
  /// Whether a unit is equally long on both axes, so that a circle is round.
  var hasEqualUnits = false

  /// The y axis's name, and what is to be added to its labels.
  func lead(offset: String?) -> String {
    guard hasAxes else { return "" }
    return [y.axis.label, offset ?? ""].filter { !$0.isEmpty }.joined(separator: "  ")
  }

  /// The rows that the texts ask for, of which the header takes three at most.
  func rows(columns: Int) -> FrameRows {
    let lead = lead(offset: Span(of: y.axis, data: y.data).likelyOffset)
    let xOffset = Span(of: x.axis, data: x.data).likelyOffset ?? ""
    var rows = FrameRows()
    rows.title = title.isEmpty ? 0 : 1
    rows.header = min(header(lead).rows(columns: columns).count, 3)
    rows.name = x.axis.label.isEmpty && xOffset.isEmpty ? 0 : 1
    rows.note = note.isEmpty ? 0 : 1
    if !hasAxes { (rows.axis, rows.tickLabels, rows.name) = (0, 0, 0) }
    return rows
  }

  func header(_ lead: String) -> Header { Header(lead: lead, bar: bar, legend: legend) }
}

/// The rows above an area: the y axis's name, the colour bar, the legend.
struct Header: Sendable {
  let lead: String
  let bar: ColorBar?
  let legend: Legend?

  /// Whether nothing stands before the legend.
  var isBare: Bool { taken == 0 }

  /// The columns of the first row that are taken before the legend begins.
  private var taken: Int {
    guard let bar else { return lead.cellWidth }
    return lead.cellWidth + (lead.isEmpty ? 0 : 2) + bar.width
  }

  /// The legend's entries, row by row; there is a first row if anything is to be said.
  func rows(columns: Int) -> [[Legend.Entry]] {
    legend?.rows(after: taken, columns: columns) ?? (taken == 0 ? [] : [[]])
  }
}

extension Frame {
  /// Writes the header's rows; a mark stands where there are more of them than room.
  func drawHeader(on screen: inout Screen) {
    guard rows.header > 0 else { return }
    let header = surroundings.header(surroundings.lead(offset: yTicks.offset))
    let ellipsis = PlotGlyphs.glyphs(of: glyphs).ellipsis
    let entries = header.rows(columns: size.columns)
    var column = drawLead(header, column: headerColumn(header), on: &screen)
    for (index, row) in entries.prefix(rows.header).enumerated() {
      for entry in row {
        let start = column == 0 || header.isBare && entry == row.first ? column : column + 3
        let width = header.legend?.write(
          entry, column: start, row: rows.title + index, on: &screen)
        column = start + (width ?? 0)
      }
      column = 0
    }
    guard entries.count > rows.header else { return }
    let end = size.columns - ellipsis.cellWidth
    screen.write(ellipsis, column: end, row: rows.title + rows.header - 1)
  }

  /// Where the header begins: over the axis's labels, if all of it then fits in one row.
  private func headerColumn(_ header: Header) -> Int {
    let start = max(0, area.column - rows.axis - yTicks.labelWidth)
    return header.rows(columns: size.columns - start).count > 1 ? 0 : start
  }

  /// Writes the y axis's name over the axis, and the colour bar.
  ///
  /// - Returns: the column after them.
  private func drawLead(_ header: Header, column: Int, on screen: inout Screen) -> Int {
    let ellipsis = PlotGlyphs.glyphs(of: glyphs).ellipsis
    let shown = header.lead.cut(to: size.columns - column, mark: ellipsis)
    let column = column + screen.write(shown, column: column, row: rows.title)
    guard let bar = header.bar else { return column }
    let start = header.lead.isEmpty ? column : column + 2
    bar.draw(on: &screen, column: start, row: rows.title)
    return start + bar.width
  }
}
