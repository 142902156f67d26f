import Canvas
import RealModule
import Testing

@testable import Plots

@Suite struct ShadingTests {
  private func dots(_ shade: Double) -> Int {
    let shading = Shading(glyphs: .braille, depth: .none, map: .viridis)
    let samples = Samples(
      columns: 8, rows: 8, shades: Array(repeating: shade, count: 64))
    var screen = Screen(Size(columns: 4, rows: 2))
    shading.draw(samples, on: &screen, column: 0, row: 0)
    return screen.lines.joined().unicodeScalars
      .reduce(0) { $0 + ($1 == " " ? 0 : Int($1.value - 0x2800).nonzeroBitCount) }
  }

  @Test(arguments: 0...16) func `an even shade has its share of dots`(sixteenths: Int) {
    #expect(dots(Double(sixteenths) / 16) == 4 * sixteenths)
  }

  @Test func `the pattern has each of its sixteen thresholds once`() {
    let all = (0..<16).map { OrderedDither.threshold(x: $0 % 4, y: $0 / 4) }
    #expect(all.sorted() == (0..<16).map { (Double($0) + 0.5) / 16 })
    #expect(all == (0..<16).map { OrderedDither.threshold(x: $0 % 4 + 8, y: $0 / 4 - 4) })
  }

  /// Lightness in OKLab, by its author Ottosson (2020), of an sRGB colour.
  private func lightness(_ color: Color) -> Double {
    guard let (red, green, blue) = color.rgb else { return .nan }
    func linear(_ channel: Int) -> Double {
      let share = Double(channel) / 255
      return share <= 0.040_45 ? share / 12.92 : Double.pow((share + 0.055) / 1.055, 2.4)
    }
    let (r, g, b) = (linear(red), linear(green), linear(blue))
    let long = Double.root(0.412_221_470_8 * r + 0.536_332_536_3 * g + 0.051_445_992_9 * b, 3)
    let medium = Double.root(0.211_903_498_2 * r + 0.680_699_545_1 * g + 0.107_396_956_6 * b, 3)
    let short = Double.root(0.088_302_461_9 * r + 0.281_718_837_6 * g + 0.629_978_700_5 * b, 3)
    return 0.210_454_255_3 * long + 0.793_617_785_0 * medium - 0.004_072_046_8 * short
  }

  @Test(arguments: ColorMap.all) func `a map only grows lighter`(map: ColorMap) {
    for entries in [map.entries, map.sixteen] {
      let all = entries.map { lightness(.palette($0)) }
      #expect(zip(all, all.dropFirst()).allSatisfy { $0 < $1 })
    }
    #expect(map.color(-1) == .palette(map.entries[0]))
    #expect(map.color(0) == map.color(-1))
    #expect(map.color(1) == map.color(2))
  }

  @Test(arguments: ColorMap.all, 0...16)
  func `of sixteen colours two make a shade, by their shares`(map: ColorMap, sixteenths: Int) {
    let step = 1 / Double(map.sixteen.count - 1)
    let colors = (0..<16).map {
      map.dithered(Double(sixteenths) / 16 * step, x: $0 % 4, y: $0 / 4)
    }
    #expect(colors.count { $0 == .palette(map.sixteen[1]) } == sixteenths)
    #expect(colors.count { $0 == .palette(map.sixteen[0]) } == 16 - sixteenths)
  }

  @Test(arguments: ColorMap.all) func `of sixteen colours the ends are the map's`(map: ColorMap) {
    for x in 0..<4 {
      #expect(map.dithered(-1, x: x, y: 0) == .palette(map.sixteen[0]))
      #expect(map.dithered(2, x: x, y: 0) == map.color(2, of: .sixteen))
    }
  }

  /// The worse of both is at most half of the whole way from black to white; the bound leaves room
  /// for that the choice is made by luma.
  @Test(arguments: ColorMap.all) func `black or white is read on every shade`(map: ColorMap) {
    for entry in map.entries {
      let color = Color.palette(entry)
      #expect((lightness(color) - lightness(color.contrast)).magnitude > 0.3)
    }
  }

  @Test func `a mean of samples leaves out what is not a number`() {
    let samples = Samples(columns: 4, rows: 1, shades: [0.25, .nan, .nan, .nan])
    let halves = samples.resampled(across: [0..<2, 2..<4, 0..<0], down: [0..<1])
    #expect(halves.shades[0] == 0.25)
    #expect(halves.shades[1].isNaN)
    #expect(halves.shades[2].isNaN)
  }

  @Test(arguments: [(4, 12), (12, 4), (5, 7), (7, 5), (1, 9), (60, 60)])
  func `places cover a row of cells without leaving one out`(places: Int, cells: Int) {
    let parts = (0..<places).map {
      cover(Double($0) / Double(places), Double($0 + 1) / Double(places), cells: cells)
    }
    #expect(parts.allSatisfy { !$0.isEmpty })
    if places <= cells { #expect(Set(parts.joined()) == Set(0..<cells)) }
    #expect(parts.map(\.lowerBound) == parts.map(\.lowerBound).sorted())
  }
}
