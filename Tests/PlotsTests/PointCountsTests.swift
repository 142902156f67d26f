import Canvas
import RealModule
import Testing

@testable import Plots

@Suite struct PointCountsTests {
  private func frame(_ x: Axis, _ y: Axis) -> Frame {
    let surroundings = Surroundings(x: (x, Extent()), y: (y, Extent()))
    return Frame(Size(columns: 40, rows: 12), surroundings, glyphs: .braille)
  }

  @Test(arguments: [Axis.Scale.linear, .log10])
  func `points are counted at the dots where a curve would be drawn`(scale: Axis.Scale) {
    let axis = Axis(scale: scale, range: 0.125...3)
    let frame = frame(axis, axis)
    let dots = Dots(frame.area.size, glyphs: .braille)
    let cloud = normalCloud(400)
    var counts = PointCounts(columns: dots.columns, rows: dots.rows)
    counts.add(
      x: cloud.x, y: cloud.y, DotScale(dots: dots.columns, frame.x),
      DotScale(dots: dots.rows, frame.y, isFlipped: true))
    var expected = Array(repeating: UInt32(0), count: counts.counts.count)
    for (x, y) in zip(cloud.x, cloud.y) where x > 0 && y > 0 {
      let place = frame.place(x: x, y: y, in: dots)
      let (column, row) = (Int((place.x + 0.5).rounded(.down)), Int((place.y + 0.5).rounded(.down)))
      guard (0..<dots.columns).contains(column), (0..<dots.rows).contains(row) else { continue }
      expected[row * dots.columns + column] += 1
    }
    #expect(counts.counts == expected)
    #expect(counts.sum > 50)
  }

  @Test func `a binned grid counts what lies in its cells`() {
    let grid = Grid(
      columns: 2, rows: 2, x: 0...2, y: 0...2,
      binning: (x: [0, 0.5, 1.5, 1.5, 5, .nan], y: [0, 1.5, 0.5, 0.9, 1, 0]))
    #expect(grid.values == [1, 2, 1, 0])
  }

  @Test func `the survey is that of the points one by one`() {
    let x: [Double] = [3, .nan, -7, 5, .infinity, 2, 1, 9, 0, .nan, 4]
    let y: [Double] = [1, 2, 3, .nan, 5, -6, 7, .infinity, 9, 10, -11]
    let survey = PointSurvey([Scatter.Series(x: x, y: y)], x: Axis(), y: Axis())
    #expect(survey.shown == 6)
    #expect(survey.missing == 5)
    #expect((survey.x.lower, survey.x.upper) == (-7, 4))
    #expect((survey.y.lower, survey.y.upper) == (-11, 9))
  }

  @Test func `a crowd has dots by its density, and no point is lost`() {
    let lines = crowd.draw(Size(columns: 60, rows: 26), glyphs: .braille).lines
    let middle = lines[12].unicodeScalars.filter { $0.value > 0x2800 && $0.value < 0x2900 }
    let count = middle.map { Int($0.value - 0x2800).nonzeroBitCount }
    #expect(count[count.count / 2] == 8)
    #expect(count.prefix(6).allSatisfy { (1...4).contains($0) })
    var lonely = crowd
    lonely.series[0].x.append(2.9)
    lonely.series[0].y.append(2.9)
    let corner = lonely.draw(Size(columns: 60, rows: 26), glyphs: .braille)
    #expect(corner.lines[0] != lines[0])
  }

  @Test func `given ranges keep the axes where they are, whatever the points`() {
    let size = Size(columns: 50, rows: 16)
    var other = ringAndLine
    other.series[0].x = other.series[0].x.map { $0 * 20 }
    let (a, b) = (ringAndLine.draw(size, glyphs: .ascii), other.draw(size, glyphs: .ascii))
    #expect(a.lines.suffix(3) == b.lines.suffix(3))
    #expect(a.lines.map { $0.prefix(11) } == b.lines.map { $0.prefix(11) })
  }

  @Test(arguments: [GlyphSet.braille, .block, .ascii], [(80, 24), (40, 30), (120, 12)])
  func `a unit is equally long on both axes`(glyphs: GlyphSet, size: (Int, Int)) {
    let axis = Axis(range: -1...1)
    var surroundings = Surroundings(x: (axis, Extent()), y: (axis, Extent()))
    surroundings.hasEqualUnits = true
    let frame = Frame(Size(columns: size.0, rows: size.1), surroundings, glyphs: glyphs)
    #expect((frame.area.size.columns - 2 * frame.area.size.rows).magnitude <= 1)
  }

  @Test func `labels part points into series`() {
    let series = Scatter.Series.parted(
      x: [1, 2, 3, 4, 5], y: [6, 7, 8, 9, 10], labels: [1, 0, 1, 0.5, 7], names: ["a", "b"])
    #expect(series.map(\.x) == [[2], [1, 3]])
    #expect(series.map(\.y) == [[7], [6, 8]])
  }
}
