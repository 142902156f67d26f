import Canvas

/// Where images of one size stand, in rows of as many as fit.
struct ImageLayout: Hashable, Sendable {
  /// The cells of one image.
  let image: Size
  let captionRows: Int
  /// Images in a row, and how many of all are shown.
  let inRow: Int
  let shown: Int

  /// The largest layout that shows all images, at half their size at least.
  ///
  /// Else as many as fit in their own size, or one in whatever size there is.
  init(_ pixels: Size, count: Int, captionRows: Int, in room: Size) {
    let all = factors.map { ImageLayout(pixels, $0, count: count, captionRows, in: room) }
    let whole = all.first { $0.shown == count && $0.image.columns * 2 >= pixels.columns }
    let part = all.filter { $0.shown > 0 && $0.image.columns <= pixels.columns }
    self = whole ?? part.first ?? all.first { $0.shown > 0 } ?? all[all.count - 1]
  }

  private init(_ pixels: Size, _ factor: Double, count: Int, _ captionRows: Int, in room: Size) {
    let width = max(1, Int((Double(pixels.columns) * factor).rounded(.up)))
    let height = max(1, Int((Double(pixels.rows) * factor / 2).rounded(.up)))
    image = Size(columns: width, rows: height)
    self.captionRows = captionRows
    inRow = max(0, (room.columns + gap) / (width + gap))
    let lines = max(0, (room.rows + (captionRows > 0 ? 0 : 1)) / (height + max(captionRows, 1)))
    let most = inRow.multipliedReportingOverflow(by: lines)
    shown = min(count, most.overflow ? count : most.partialValue)
  }

  /// The top left of an image.
  func place(_ index: Int) -> Screen.Position {
    Screen.Position(
      column: index % inRow * (image.columns + gap),
      row: index / inRow * (image.rows + max(captionRows, 1)))
  }

  /// The cells that all shown images take.
  var size: Size {
    guard shown > 0 else { return Size(columns: 0, rows: 0) }
    let last = place(shown - 1)
    return Size(
      columns: min(shown, inRow) * (image.columns + gap) - gap,
      rows: last.row + image.rows + captionRows)
  }
}

/// Blank columns between images.
private let gap = 2

/// How many columns a pixel may take, from many to few.
private let factors: [Double] =
  (1...64).reversed().map(Double.init) + (2...64).map { 1 / Double($0) } + [1e-9]
