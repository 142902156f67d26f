import Canvas
import RealModule
import Testing

@testable import Plots

@Suite struct ArrowShapeTests {
  @Test(arguments: 0..<8) func `an eighth of a turn is nearest within a sixteenth`(octant: Int) {
    for part in [-0.49, -0.2, 0, 0.3, 0.49] {
      let angle = (Double(octant) + part) * .pi / 4
      #expect(ArrowShape.octant(right: Double.cos(angle), up: Double.sin(angle)) == octant)
    }
  }

  @Test(
    arguments: GlyphSet.allCases,
    [(1, 0), (1, 1), (0, 1), (-1, 1), (-1, 0), (-1, -1), (0, -1), (1, -1)])
  func `an arrow points where its vector does`(glyphs: GlyphSet, vector: (dx: Int, dy: Int)) {
    let names: [GlyphSet: [String]] = [
      .braille: ["→", "↗", "↑", "↖", "←", "↙", "↓", "↘"],
      .block: ["→", "/>", "↑", "<\\", "←", "</", "↓", "\\>"],
      .ascii: [">", "/>", "^", "<\\", "<", "</", "v", "\\>"],
    ]
    let field = ArrowField(
      arrows: [
        ArrowField.Arrow(x: 0, y: 0, dx: Double(vector.dx), dy: Double(vector.dy))
      ], x: Axis(range: -1...1), y: Axis(range: -1...1), longest: 3, hasEqualUnits: true,
      hasAxes: false)
    let octant = ArrowShape.octant(right: Double(vector.dx), up: Double(vector.dy))
    let cells = text(field, 20, 10, glyphs).filter { $0 != " " && $0 != "\n" }
    #expect(cells == names[glyphs]?[octant])
  }

  @Test(arguments: [
    (0.0, 0.0), (.nan, 1), (.infinity, 0), (1e308, 1e308), (.leastNonzeroMagnitude, 0),
  ])
  func `any vector is safe`(dx: Double, dy: Double) {
    let arrows = [ArrowField.Arrow(x: 1, y: 1, dx: dx, dy: dy)]
    let field = ArrowField(arrows: arrows)
    #expect(field.draw(Size(columns: 30, rows: 9), glyphs: .ascii).size.rows == 9)
    #expect(!field.spoken().isEmpty)
  }
}
