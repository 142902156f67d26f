import Canvas
import Exports
import GoldenFiles
import Testing

@testable import Plots

/// Every kind of plot at both sizes, in all glyphs and depths of colour, whole.
///
/// A file of `Golden` holds what a terminal is sent, so that `cat` shows it. After a change that is
/// meant, `sh scripts/draw-golden` draws all anew, and `git diff` tells what has changed.
@Suite struct GoldenPictureTests {
  @Test(arguments: Kind.allCases, Look.all) private func `a picture is as it was drawn`(
    kind: Kind, look: Look
  ) throws {
    let screen = kind.picture.draw(look.size, glyphs: look.glyphs, depth: look.depth)
    #expect(screen.size == look.size)
    let text = screen.text(depth: look.depth)
    #expect(try GoldenFile("\(kind)/\(look)").difference(from: text) == nil)
  }

  @Test(arguments: Kind.allCases, Look.all) private func `a picture keeps to its glyphs`(
    kind: Kind, look: Look
  ) {
    let screen = kind.picture.draw(look.size, glyphs: look.glyphs, depth: look.depth)
    let scalars = screen.lines.joined().unicodeScalars
    switch look.glyphs {
    case .ascii: #expect(scalars.allSatisfy { $0.value < 0x80 })
    case .block: #expect(!scalars.contains { (0x2801...0x28FF).contains($0.value) })
    case .braille: break
    }
  }
}

private enum Kind: String, CaseIterable, CustomStringConvertible {
  case histogram
  case scatter
  case heatMap = "heat-map"
  case arrows
  case smallImages = "small-images"
  case panels

  var description: String { rawValue }

  var picture: any Picture {
    switch self {
    case .histogram: noise
    case .scatter: ringAndLine
    case .heatMap: hill
    case .arrows: inwardOnHill
    case .smallImages: images
    case .panels: three
    }
  }
}

private struct Look: CustomStringConvertible {
  let size: Size
  let glyphs: GlyphSet
  let depth: ColorDepth

  var description: String { "\(size.columns)x\(size.rows)-\(glyphs)-\(colors)" }

  private var colors: String {
    switch depth {
    case .none: "mono"
    case .eight: "8"
    case .sixteen: "16"
    case .palette: "256"
    }
  }

  static let all = [Size(columns: 80, rows: 24), Size(columns: 200, rows: 50)].flatMap { size in
    GlyphSet.allCases.flatMap { glyphs in
      ColorDepth.allCases.map { Look(size: size, glyphs: glyphs, depth: $0) }
    }
  }
}
