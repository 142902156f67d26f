import Canvas

/// What the shades of a picture mean: the scale's ends, and the shades between.
struct ColorBar: Hashable, Sendable {
  let name: String
  let lower: String
  let upper: String
  let shading: Shading
  private let cells = 10

  init(_ name: String, _ scale: Span, _ shading: Shading) {
    self.name = name
    self.shading = shading
    (lower, upper) = ends(scale)
  }

  private var before: String { name.isEmpty ? lower : "\(name) \(lower)" }

  var width: Int { before.cellWidth + 1 + cells + 1 + upper.cellWidth }

  func draw(on screen: inout Screen, column: Int, row: Int) {
    let start = column + screen.write(before, column: column, row: row) + 1
    let (across, down) = shading.inCell
    let columns = cells * across
    let shades = (0..<down).flatMap { _ in
      (0..<columns).map { (Double($0) + 0.5) / Double(columns) }
    }
    shading.draw(
      Samples(columns: columns, rows: down, shades: shades), on: &screen, column: start, row: row)
    screen.write(upper, column: start + cells + 1, row: row)
  }
}

/// The ends of a scale in as few digits, from three on, as tell them apart.
private func ends(_ scale: Span) -> (lower: String, upper: String) {
  for digits in 3...17 {
    let texts = (scale.lower.short(significant: digits), scale.upper.short(significant: digits))
    if texts.0 != texts.1 || digits == 17 { return texts }
  }
  return ("", "")
}
