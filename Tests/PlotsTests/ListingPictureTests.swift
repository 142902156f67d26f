import Canvas
import Testing

@testable import Plots

private let listing = ListingPicture(
  [
    .init("1 x ∼ 𝒩(0, I)"), .init("2 for t = T, ..., 1"),
    .init("    m = (x - b ϵ)/√(α)", plain: "    m = (x - b eps)/sqrt(alpha)"), .init("3 return x"),
  ], current: 2, notes: [.init("(0.5 - 0.625*0.2)/0.707 = 0.530")])

@Suite struct `A listing` {
  @Test func `points at the line at work and has its numbers below`() {
    #expect(
      text(listing, 34, 8, .braille)
        == """
          1 x ∼ 𝒩(0, I)
          2 for t = T, ..., 1
        ▶     m = (x - b ϵ)/√(α)
          3 return x

          (0.5 - 0.625*0.2)/0.707 = 0.530


        """)
  }

  @Test func `in ASCII has the plain lines, broken where they are too long`() {
    #expect(
      text(listing, 26, 9, .ascii)
        == """
          1 x ~ N(0, I)
          2 for t = T, ..., 1
        >     m = (x - b
                  eps)/sqrt(alpha)
          3 return x

          (0.5 - 0.625*0.2)/0.707
             = 0.530

        """)
  }

  @Test func `without rows for all shows those around the line at work`() {
    #expect(
      text(listing, 34, 4, .braille)
        == """
          2 for t = T, ..., 1
        ▶     m = (x - b ϵ)/√(α)

          (0.5 - 0.625*0.2)/0.707 = 0.530
        """)
  }

  @Test func `fills exactly the size that it is given, however small`() {
    for columns in 0...40 {
      for rows in 0...10 {
        let size = Size(columns: columns, rows: rows)
        #expect(listing.draw(size, glyphs: .ascii).size == size)
      }
    }
  }

  @Test func `is said in words`() {
    #expect(
      listing.spoken()
        == "At the line: m = (x - b eps)/sqrt(alpha)\n(0.5 - 0.625*0.2)/0.707 = 0.530")
  }
}

@Suite struct `A point that must be seen` {
  private var cloud: Scatter {
    let places = (0..<400).map { Double($0) }
    var cloud = Scatter(
      series: [
        Scatter.Series(
          x: places.map { ($0 / 20).rounded(.down) / 10 - 1 },
          y: places.map { $0.truncatingRemainder(dividingBy: 20) / 10 - 1 })
      ], x: Axis(range: -1...1), y: Axis(range: -1...1))
    cloud.highlights = [Scatter.Highlight("this one", x: 0, y: 0)]
    return cloud
  }

  @Test(arguments: [(GlyphSet.braille, "◆"), (.block, "X"), (.ascii, "X")])
  func `is apart from the cloud, and named`(glyphs: GlyphSet, mark: String) {
    let lines = text(cloud, 30, 12, glyphs).split(separator: "\n")
    #expect(lines[0].contains("\(mark) this one"))
    #expect(lines.dropFirst().count { $0.contains(" \(mark) ") } == 1)
  }

  @Test func `beyond the axes is not drawn`() {
    var cloud = cloud
    cloud.highlights = [Scatter.Highlight("", x: 2, y: 0), Scatter.Highlight("", x: .nan, y: 0)]
    #expect(!text(cloud, 30, 12, .ascii).contains("X"))
  }
}
