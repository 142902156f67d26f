import Testing

@testable import Canvas

@Suite struct ColorDepthTests {
  @Test(
    arguments: [
      (196, 1), (166, 1), (46, 2), (29, 2), (226, 3), (214, 3), (21, 4), (26, 4), (169, 5),
      (38, 6), (16, 0), (231, 7), (9, 1), (244, 7), (238, 0), (11, 3),
    ] as [(UInt8, UInt8)])
  func `a colour becomes its nearest of eight`(entry: UInt8, eight: UInt8) {
    #expect(Color.palette(entry).reduced(to: .eight) == .palette(eight))
  }

  @Test(
    arguments: [
      (196, 9), (160, 1), (46, 10), (226, 11), (21, 4), (201, 13), (51, 14), (16, 0), (231, 15),
      (244, 8), (254, 7), (9, 9), (4, 4),
    ] as [(UInt8, UInt8)])
  func `a colour becomes its nearest of sixteen`(entry: UInt8, sixteen: UInt8) {
    #expect(Color.palette(entry).reduced(to: .sixteen) == .palette(sixteen))
  }

  /// Entries of the sixteen are the reader's theme's, and none is asked for in text.
  @Test(arguments: ColorDepth.allCases) func `every style stays readable`(depth: ColorDepth) {
    let grays: [Color] =
      depth == .eight ? [0, 7].map(Color.palette) : [0, 7, 8, 15].map(Color.palette)
    for entry in 16...UInt8.max {
      let text = Style(.palette(entry), .bold).reduced(to: depth)
      #expect(depth == .palette || !grays.contains(text.foreground))
      #expect(text.attributes == .bold)
      let onGray = Style(.palette(entry), on: .palette(238)).reduced(to: depth)
      #expect(entry == 238 || depth == .none || onGray.foreground != onGray.background)
    }
  }

  @Test func `a gray that is chosen among sixteen stays what it is`() {
    let dark = Style(.palette(8))
    #expect(dark.reduced(to: .sixteen) == dark)
    #expect(dark.reduced(to: .eight) == .plain)
  }

  @Test func `no colours leave the attributes alone`() {
    let style = Style(.palette(26), on: .palette(231), .reverse)
    #expect(style.reduced(to: .none) == .reverse)
    #expect(style.reduced(to: .palette) == style)
  }
}
