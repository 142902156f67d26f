import Canvas
import RealModule
import Testing

@testable import Plots

@Suite struct SeriesLookTests {
  /// Relative luminance of an sRGB colour, as the Web Content Accessibility Guidelines define it.
  private func luminance(_ color: Color) -> Double {
    guard let (red, green, blue) = color.rgb else { return .nan }
    func linear(_ channel: Int) -> Double {
      let share = Double(channel) / 255
      return share <= 0.040_45 ? share / 12.92 : Double.pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  @Test func `every colour shows on black and on white`() {
    for color in seriesColors {
      #expect((luminance(color) + 0.05) / 0.05 >= 2.5)
      #expect(1.05 / (luminance(color) + 0.05) >= 2.5)
    }
  }

  @Test func `the colours differ where there are only eight`() {
    let eight = Set(seriesColors.map { $0.reduced(to: .eight) })
    #expect(eight.count == seriesColors.count)
    #expect(eight.isDisjoint(with: [.palette(0), .palette(7), .standard]))
  }

  @Test(arguments: GlyphSet.allCases)
  func `markers alone tell ten series apart, and with colour sixty`(glyphs: GlyphSet) {
    let looks = (0..<60).map { SeriesLook(index: $0, glyphs: glyphs) }
    #expect(Set(looks.prefix(10).map(\.marker)).count == 10)
    #expect(Set(looks).count == 60)
  }
}
