import Canvas

/// How shades from 0 to 1 become cells.
///
/// In 256 and in sixteen colours a cell has two, one above the other; what lies between two of the
/// sixteen is a pattern of both. With fewer, braille dots stand denser where the shade is lighter.
/// Half blocks are too coarse for that: there are the four shades of blocks instead, and in ASCII
/// ten characters from light to heavy.
struct Shading: Hashable, Sendable {
  let glyphs: GlyphSet
  let depth: ColorDepth
  let map: ColorMap

  /// Whether there are colours enough to tell shades.
  var hasColors: Bool { depth == .palette || depth == .sixteen }

  /// Shades in a cell.
  var inCell: (across: Int, down: Int) {
    if glyphs == .ascii { return (1, 1) }
    return hasColors ? (1, 2) : glyphs == .block ? (1, 1) : glyphs.dotsInCell
  }

  /// Draws shades, as many as the cells of a rectangle hold.
  func draw(_ samples: Samples, on screen: inout Screen, column: Int, row: Int) {
    switch glyphs {
    case .ascii: drawRamp(asciiRamp, samples, on: &screen, column, row)
    case _ where hasColors: drawColors(samples, on: &screen, column, row)
    case .block: drawRamp(blockRamp, samples, on: &screen, column, row)
    case .braille: drawDots(samples, on: &screen, column, row)
    }
  }

  private func drawRamp(
    _ ramp: [Character], _ samples: Samples, on screen: inout Screen, _ left: Int, _ top: Int
  ) {
    let cells = ramp.map { Cell($0) }
    let steps = Double(ramp.count)
    for row in 0..<samples.rows {
      for column in 0..<samples.columns {
        let shade = samples.shades[row * samples.columns + column]
        guard !shade.isNaN else { continue }
        var cell = cells[min(Int(min(max(shade, 0), 1) * steps), ramp.count - 1)]
        if hasColors {
          let color = map.color(shade, of: depth)
          cell.style = Style(color.contrast, on: color)
        }
        screen[column: left + column, row: top + row] = cell
      }
    }
  }

  private func drawColors(_ samples: Samples, on screen: inout Screen, _ left: Int, _ top: Int) {
    let halves = HalfCells()
    for row in 0..<samples.rows / 2 {
      for column in 0..<samples.columns {
        let high = color(samples, column, 2 * row)
        let low = color(samples, column, 2 * row + 1)
        if let cell = halves.cell(high, low) {
          screen[column: left + column, row: top + row] = cell
        }
      }
    }
  }

  /// The colour of one shade; nil where there is none.
  private func color(_ samples: Samples, _ x: Int, _ y: Int) -> Color? {
    let shade = samples.shades[y * samples.columns + x]
    if shade.isNaN { return nil }
    return depth == .palette ? map.color(shade) : map.dithered(shade, x: x, y: y)
  }

  private func drawDots(_ samples: Samples, on screen: inout Screen, _ left: Int, _ top: Int) {
    let (across, down) = inCell
    var dots = Dots(
      Size(columns: samples.columns / across, rows: samples.rows / down), glyphs: glyphs)
    for y in 0..<dots.rows {
      for x in 0..<dots.columns
      where samples.shades[y * samples.columns + x] > OrderedDither.threshold(x: x, y: y) {
        dots.set(x: x, y: y)
      }
    }
    dots.draw(on: &screen, column: left, row: top)
  }
}

/// Characters by the ink that they take.
private let asciiRamp: [Character] = [" ", ".", ":", "-", "=", "+", "*", "#", "%", "@"]
private let blockRamp: [Character] = [" ", "░", "▒", "▓", "█"]

/// Cells of two colours.
private struct HalfCells {
  private let upper = Cell("▀")
  private let lower = Cell("▄")
  private let whole = Cell(" ")

  /// The cell of two colours, one above the other; nil if both are nothing.
  func cell(_ high: Color?, _ low: Color?) -> Cell? {
    var cell: Cell
    switch (high, low) {
    case (nil, nil): return nil
    case (let front?, nil): (cell, cell.style) = (upper, Style(front))
    case (nil, let front?): (cell, cell.style) = (lower, Style(front))
    case (let front?, let behind?):
      cell = front == behind ? whole : upper
      cell.style = Style(front, on: behind)
    }
    return cell
  }
}
