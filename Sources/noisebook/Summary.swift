import Canvas
import Figures
import Plots

extension Outcome {
  /// The numbers below a figure's picture: its values, and its first table by its ends.
  func summary(columns: Int, glyphs: GlyphSet) -> String {
    var text = ""
    for (name, value) in values { text += "\n\(name) = \(value.short(significant: 6))" }
    if !values.isEmpty { text += "\n" }
    guard let table = tables.first else { return text }
    let picture = table.picture.draw(columns: columns, maxRows: 10, glyphs: glyphs)
    return text + "\n" + picture.lines.map { $0 + "\n" }.joined()
  }
}
