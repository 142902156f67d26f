import Canvas
import Curses

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A hundred frames of a ring of eight modes that turns to noise, to count bytes and writes by.
///
/// `CursesProbe --animate dots|colors|heat|noise` shows them as fast as it can and ends.
enum Animation {
  static let frameCount = 100

  static func run(_ kind: String) throws(TerminalError) {
    var terminal = try Terminal()
    for frame in 0..<frameCount {
      let time = Double(frame) / Double(frameCount - 1)
      terminal.show(picture(kind, time: time, size: terminal.size))
    }
  }

  private static func picture(_ kind: String, time: Double, size: Size) -> Screen {
    switch kind {
    case "heat": heat(time, size)
    case "noise": noise(time, size)
    default: dots(time, size, isColored: kind == "colors")
    }
  }
}

extension Animation {
  private static let modes = (0..<8).map { index in
    let angle = Double(index) * .pi / 4
    return (x: 2 * cos(angle), y: 2 * sin(angle))
  }

  private static let colors: [UInt8] = [33, 39, 75, 142, 166, 172, 178, 220]

  /// Two thousand points in braille; `keep` is alpha-bar, falling from 1 to 0.
  private static func dots(_ time: Double, _ size: Size, isColored: Bool) -> Screen {
    var screen = Screen(size)
    var bits = Array(repeating: 0, count: size.columns * size.rows)
    var random = Noise(state: 1)
    let keep = cos(time * .pi / 2) * cos(time * .pi / 2)
    for index in 0..<2000 {
      let mode = modes[index % 8]
      let (first, second) = random.normalPair()
      let (third, fourth) = random.normalPair()
      let x = keep.squareRoot() * (mode.x + first * 0.15) + (1 - keep).squareRoot() * third
      let y = keep.squareRoot() * (mode.y + second * 0.15) + (1 - keep).squareRoot() * fourth
      let column = Int((x + 3) / 6 * Double(size.columns * 2))
      let row = Int((3 - y) / 6 * Double(size.rows * 4))
      guard (0..<size.columns * 2).contains(column), (0..<size.rows * 4).contains(row) else {
        continue
      }
      let place = row / 4 * size.columns + column / 2
      bits[place] |= braille[row % 4 * 2 + column % 2]
      let glyph = Unicode.Scalar(UInt32(0x2800 + bits[place])).map(Character.init) ?? " "
      let style = isColored ? Style(.palette(colors[index % 8])) : .plain
      screen[column: column / 2, row: row / 4] = Cell(glyph, style)
    }
    return screen
  }

  private static let braille = [1, 8, 2, 16, 4, 32, 64, 128]
}

extension Animation {
  private static let shades: [UInt8] = [
    16, 233, 53, 54, 90, 90, 126, 126, 161, 167, 167, 209, 209, 216, 222, 229,
  ]

  /// The density in sixteen shades, two pixels a cell.
  private static func heat(_ time: Double, _ size: Size) -> Screen {
    let keep = cos(time * .pi / 2) * cos(time * .pi / 2)
    return picture(size) { column, row in
      let x = Double(column) / Double(size.columns) * 6 - 3
      let y = 3 - Double(row) / Double(size.rows * 2) * 6
      let variance = keep * 0.05 + 1 - keep
      var sum = 0.0
      for mode in modes {
        let dx = x - keep.squareRoot() * mode.x
        let dy = y - keep.squareRoot() * mode.y
        sum += exp(-(dx * dx + dy * dy) / (2 * variance))
      }
      return shades[min(15, Int(sum * 8))]
    }
  }

  /// Every pixel of its own colour: the worst there is.
  private static func noise(_ time: Double, _ size: Size) -> Screen {
    var random = Noise(state: UInt64(time * 1000) + 1)
    return picture(size) { _, _ in UInt8(16 + random.next() % 240) }
  }

  private static func picture(_ size: Size, shade: (Int, Int) -> UInt8) -> Screen {
    var screen = Screen(size)
    for row in 0..<size.rows {
      for column in 0..<size.columns {
        let upper = shade(column, row * 2)
        let lower = shade(column, row * 2 + 1)
        screen[column: column, row: row] = Cell("▀", Style(.palette(upper), on: .palette(lower)))
      }
    }
    return screen
  }
}

/// Numbers that look random, equal in every run.
private struct Noise {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state >> 33
  }

  mutating func normalPair() -> (Double, Double) {
    let radius = (-2 * log((Double(next()) + 1) / 2_147_483_649)).squareRoot()
    let angle = 2 * .pi * Double(next()) / 2_147_483_648
    return (radius * cos(angle), radius * sin(angle))
  }
}
