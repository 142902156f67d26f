import Canvas
import RealModule
import Testing

@testable import Plots

@Suite struct ThinningTests {
  private let count = 120_000

  /// A slow wave with a fast one on it, and gaps.
  private var series: LinePlot.Series {
    let x = (0..<count).map(Double.init)
    let y = x.map { Double.sin($0 / 9000) + 0.2 * Double.sin($0 * $0) }
    return LinePlot.Series(
      "", x: x, y: y.enumerated().map { $0 % 50_000 < 300 ? .nan : $1 })
  }

  private func frame(_ columns: Int, _ glyphs: GlyphSet) -> Frame {
    let survey = Survey(of: LinePlot(series: [series]))
    let surroundings = Surroundings(x: (Axis(), survey.x), y: (Axis(), survey.y))
    return Frame(Size(columns: columns, rows: 30), surroundings, glyphs: glyphs)
  }

  @Test(arguments: GlyphSet.allCases) func `fewer points make the same dots`(glyphs: GlyphSet) {
    let frame = frame(100, glyphs)
    let thin = ThinnedCurves([series], in: frame).curves[0]
    #expect(thin.count < 2000)
    var (all, few) = (
      Dots(frame.area.size, glyphs: glyphs), Dots(frame.area.size, glyphs: glyphs)
    )
    let lonely = frame.trace(series, ink: Ink(), in: &all)
    #expect(frame.trace(thin, ink: Ink(), in: &few) == lonely)
    #expect(all == few)
  }

  @Test func `the curves of a frame serve those with equal columns alone`() {
    let thin = ThinnedCurves([series], in: frame(100, .braille))
    #expect(thin.serve(frame(100, .braille)))
    #expect(!thin.serve(frame(101, .braille)))
    #expect(!thin.serve(frame(100, .block)))
  }

  @Test func `few points stay as they are`() {
    let few = LinePlot.Series("", x: [1, 2, .nan], y: [3, .infinity, 4])
    #expect(few.thinned(Span(1, 2, scale: .linear), columns: 80, y: .linear) == few)
  }
}
