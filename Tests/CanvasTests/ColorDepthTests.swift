import Testing

@testable import Canvas

@Suite struct ColorDepthTests {
  @Test(
    arguments: [
      (196, 1), (166, 1), (46, 2), (29, 2), (226, 3), (214, 3), (21, 4), (26, 4), (169, 5),
      (38, 6), (16, 0), (231, 7), (9, 1),
    ] as [(UInt8, UInt8)])
  func `a colour becomes its nearest of eight`(entry: UInt8, eight: UInt8) {
    #expect(Color.palette(entry).reduced(to: .eight) == .palette(eight))
  }

  @Test(arguments: ColorDepth.allCases) func `every style stays readable`(depth: ColorDepth) {
    for entry in UInt8.min...UInt8.max {
      let text = Style(.palette(entry), .bold).reduced(to: depth)
      #expect(depth != .eight || text.foreground != .palette(0))
      #expect(text.attributes == .bold)
      let onGray = Style(.palette(entry), on: .palette(238)).reduced(to: depth)
      #expect(entry == 238 || depth == .none || onGray.foreground != onGray.background)
    }
  }

  @Test func `no colours leave the attributes alone`() {
    let style = Style(.palette(26), on: .palette(231), .reverse)
    #expect(style.reduced(to: .none) == .reverse)
    #expect(style.reduced(to: .palette) == style)
  }
}
