import Canvas

/// How shades from 0 to 1 become cells.
///
/// In 256 colours a cell has two, one above the other; with fewer, braille dots stand denser where
/// the shade is lighter. Half blocks are too coarse for that: there are the four shades of blocks
/// instead, and in ASCII ten characters from light to heavy.
struct Shading: Hashable, Sendable {
  let glyphs: GlyphSet
  let depth: ColorDepth
  let map: ColorMap

  /// Shades in a cell.
  var inCell: (across: Int, down: Int) {
    if glyphs == .ascii { return (1, 1) }
    return depth == .palette ? (1, 2) : glyphs == .block ? (1, 1) : glyphs.dotsInCell
  }

  /// Draws shades, as many as the cells of a rectangle hold.
  func draw(_ samples: Samples, on screen: inout Screen, column: Int, row: Int) {
    switch glyphs {
    case .ascii: drawRamp(asciiRamp, samples, on: &screen, column, row)
    case _ where depth == .palette: drawColors(samples, on: &screen, column, row)
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
        if depth == .palette {
          let color = map.color(shade)
          cell.style = Style(color.contrast, on: color)
        }
        screen[column: left + column, row: top + row] = cell
      }
    }
  }

  private func drawColors(_ samples: Samples, on screen: inout Screen, _ left: Int, _ top: Int) {
    let halves = HalfCells(map: map)
    for row in 0..<samples.rows / 2 {
      let upper = 2 * row * samples.columns
      for column in 0..<samples.columns {
        let high = samples.shades[upper + column]
        let low = samples.shades[upper + samples.columns + column]
        if let cell = halves.cell(high, low) {
          screen[column: left + column, row: top + row] = cell
        }
      }
    }
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
  let map: ColorMap
  private let upper = Cell("▀")
  private let lower = Cell("▄")
  private let whole = Cell(" ")

  init(map: ColorMap) { self.map = map }

  /// The cell of two shades, one above the other; nil if both are nothing.
  func cell(_ high: Double, _ low: Double) -> Cell? {
    var cell: Cell
    switch (high.isNaN, low.isNaN) {
    case (true, true): return nil
    case (false, true): (cell, cell.style) = (upper, Style(map.color(high)))
    case (true, false): (cell, cell.style) = (lower, Style(map.color(low)))
    case (false, false):
      let (front, behind) = (map.color(high), map.color(low))
      cell = front == behind ? whole : upper
      cell.style = Style(front, on: behind)
    }
    return cell
  }
}
