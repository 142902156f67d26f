import Canvas

/// Equal parts of a size, in rows.
struct PanelLayout: Hashable, Sendable {
  let inRow: Int
  let parts: [Rectangle]

  /// The first arrangement whose parts are large enough; nil if there is none.
  ///
  /// Side by side, as many in a row as possible; stacked, as few.
  init?(_ count: Int, _ direction: Panels.Direction, in size: Size) {
    let choices = direction == .stacked ? Array(1...max(1, count)) : (1...max(1, count)).reversed()
    let layouts = choices.map { PanelLayout(count, inRow: $0, in: size) }
    guard let fit = layouts.first(where: { $0.isLarge || count == 1 }) else { return nil }
    self = fit
  }

  /// What is left of a division goes to the first columns and rows.
  private init(_ count: Int, inRow: Int, in size: Size) {
    self.inRow = inRow
    let columns = shares(of: size.columns, among: inRow, gap: 2)
    let rows = shares(of: size.rows, among: (count + inRow - 1) / inRow, gap: 0)
    parts = (0..<count).map { index in
      let (across, down) = (columns[index % inRow], rows[index / inRow])
      return Rectangle(
        column: across.lowerBound, row: down.lowerBound, columns: across.count, rows: down.count)
    }
  }

  /// Whether a plot with axes can be read in each part.
  private var isLarge: Bool { parts.allSatisfy { $0.size.columns >= 26 && $0.size.rows >= 8 } }
}

private func shares(of length: Int, among count: Int, gap: Int) -> [Range<Int>] {
  let room = max(0, length - gap * (count - 1))
  var start = 0
  return (0..<count).map { index in
    let share = room / count + (index < room % count ? 1 : 0)
    defer { start += share + gap }
    return start..<start + share
  }
}
