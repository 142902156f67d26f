import Canvas

/// Points counted at the dots of an area, and which series has most of them in each place.
struct CountedCells {
  private let glyphs: GlyphSet
  private let size: Size
  private let across: Int
  private let down: Int
  /// Points of all series at each dot.
  private var total: PointCounts
  /// The series with most points in each patch, and how many: a patch is what has one colour.
  private var leader: [Leader]
  private let patchDown: Int
  /// One a series, the first even where there is none.
  private let styles: [Style]

  private struct Leader {
    var series = 0
    var count: UInt32 = 0
  }

  init(_ series: [Scatter.Series], in frame: Frame) {
    glyphs = frame.glyphs
    size = frame.area.size
    (across, down) = glyphs.dotsInCell
    patchDown = glyphs == .block ? 1 : down
    styles = (0..<max(1, series.count)).map { SeriesLook(index: $0, glyphs: frame.glyphs).style }
    let (columns, rows) = (size.columns * across, size.rows * down)
    total = PointCounts(columns: columns, rows: rows)
    leader = Array(repeating: Leader(), count: size.columns * (rows / patchDown))
    let (x, y) = (
      DotScale(dots: columns, frame.x), DotScale(dots: rows, frame.y, isFlipped: true)
    )
    guard series.count != 1 else {
      total.add(x: series[0].x, y: series[0].y, x, y)
      lead(total, series: 0)
      return
    }
    for (index, one) in series.enumerated() {
      var counts = PointCounts(columns: columns, rows: rows)
      counts.add(x: one.x, y: one.y, x, y)
      lead(counts, series: index)
      total.add(counts)
    }
  }

  /// Gives a series the patches in which it has more points than any before it.
  private mutating func lead(_ counts: PointCounts, series: Int) {
    let sums = counts.sums(across: across, down: patchDown)
    for (patch, sum) in sums.enumerated() where sum > leader[patch].count {
      leader[patch] = Leader(series: series, count: sum)
    }
  }
}

extension CountedCells {
  /// Points a dot.
  private var mean: Double { Double(total.sum) / Double(max(1, total.counts.count)) }

  /// Whether there are more points than dots.
  var isCrowded: Bool { mean >= 1 }

  /// Draws a dot where there are points.
  ///
  /// Of more points than dots, dots stand in shades, full at four times the mean; no cell with a
  /// point is empty.
  func drawDots(on screen: inout Screen, at area: Rectangle) {
    let full = isCrowded ? 4 * mean : 0
    let limits = (0..<16).map { place in
      UInt32(full * OrderedDither.threshold(x: place % 4, y: place / 4))
    }
    for row in 0..<size.rows {
      for column in 0..<size.columns where leader(column, row) != nil {
        let place = Screen.Position(column: area.column + column, row: area.row + row)
        screen.lay(cell(mask(column, row, above: limits), column, row), at: place)
      }
    }
  }

  /// Draws markers in a few places of the screen among the dots, so that colour is not needed.
  func drawSparseMarkers(on screen: inout Screen, at area: Rectangle) {
    let markers = styles.indices.map { index in
      let look = PointLook(index: index, glyphs: glyphs)
      return Cell(look.several, look.style)
    }
    for row in 0..<size.rows {
      for column in stride(from: (7 - 3 * row % 7) % 7, to: size.columns, by: 7) {
        guard let (series, _) = leader(column, row) else { continue }
        screen[column: area.column + column, row: area.row + row] = markers[series]
      }
    }
  }

  /// The dots of a cell with a point: those with more points than the limit of their place among
  /// four by four, or else the one with most.
  private func mask(_ column: Int, _ row: Int, above limits: [UInt32]) -> Int {
    var (mask, most, fullest) = (0, UInt32(0), 0)
    for dot in 0..<across * down {
      let (x, y) = (column * across + dot % across, row * down + dot / across)
      let count = total.counts[y * total.columns + x]
      if count > most { (most, fullest) = (count, dot) }
      if count > limits[(y & 3) * 4 + x & 3] { mask |= 1 << dot }
    }
    return mask == 0 ? 1 << fullest : mask
  }

  /// The glyph of some dots; of a half block each half has its own colour.
  private func cell(_ mask: Int, _ column: Int, _ row: Int) -> Cell {
    let top = leader[row * (down / patchDown) * size.columns + column].series
    let style = styles[top]
    guard glyphs == .block else { return Cell(dots: mask, glyphs: glyphs, style) }
    let low = leader[(2 * row + 1) * size.columns + column].series
    let lowStyle = styles[low]
    switch mask {
    case 1: return Cell(dots: 1, glyphs: glyphs, style)
    case 2: return Cell(dots: 2, glyphs: glyphs, lowStyle)
    case _ where low == top: return Cell(dots: 3, glyphs: glyphs, style)
    default:
      return Cell(dots: 1, glyphs: glyphs, Style(style.foreground, on: lowStyle.foreground))
    }
  }

  /// Draws the marker of the series with most points in a cell, another one for several points.
  func drawMarkers(on screen: inout Screen, at area: Rectangle, glyphs: GlyphSet) {
    for row in 0..<size.rows {
      for column in 0..<size.columns {
        guard let (series, count) = leader(column, row) else { continue }
        let look = PointLook(index: series, glyphs: glyphs)
        let cell = Cell(count == 1 ? look.single : look.several, look.style)
        screen.lay(
          cell, at: Screen.Position(column: area.column + column, row: area.row + row))
      }
    }
  }

  /// Draws a character by the number of points, the heaviest at four times the mean.
  func drawWeights(on screen: inout Screen, at area: Rectangle) {
    let weights = PointLook.weights(of: glyphs)
    let full = max(Double(weights.count), 4 * mean * Double(across * down))
    let style = SeriesLook(index: 0, glyphs: glyphs).style
    let cells = weights.map { Cell($0, style) }
    for row in 0..<size.rows {
      for column in 0..<size.columns {
        guard let (_, count) = leader(column, row) else { continue }
        let weight = Int((Double(count) / full * Double(weights.count)).rounded(.up)) - 1
        screen[column: area.column + column, row: area.row + row] =
          cells[min(weight, weights.count - 1)]
      }
    }
  }

  /// The series with most points in a cell, and how many it has there.
  private func leader(_ column: Int, _ row: Int) -> (series: Int, count: UInt32)? {
    let patches = down / patchDown
    let first = row * patches * size.columns + column
    var most = leader[first]
    for patch in 1..<patches {
      let other = leader[first + patch * size.columns]
      if other.series == most.series {
        most.count += other.count
      } else if other.count > most.count {
        most = other
      }
    }
    return most.count > 0 ? (most.series, most.count) : nil
  }
}

extension PointCounts {
  /// All points that were counted.
  var sum: Int { counts.reduce(0) { $0 + Int($1) } }
}
