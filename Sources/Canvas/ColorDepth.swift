/// How many colours a terminal shows.
package enum ColorDepth: Hashable, Sendable, CaseIterable {
  case none
  case eight
  case palette
}

extension Color {
  /// The nearest colour that a terminal of this depth has.
  ///
  /// With eight colours that is one of the entries 0 to 7, by distance in xterm's own shades.
  package func reduced(to depth: ColorDepth) -> Color {
    guard case .palette(let entry) = self else { return .standard }
    switch depth {
    case .none: return .standard
    case .palette: return self
    case .eight: return .palette(entry < 8 ? entry : entry < 16 ? entry - 8 : nearestOfEight)
    }
  }

  /// Red, green and blue in 0...255, of xterm's palette; nil for the terminal's own colour.
  package var rgb: (red: Int, green: Int, blue: Int)? {
    guard case .palette(let entry) = self else { return nil }
    switch Int(entry) {
    case let entry where entry < 16: return sixteen[entry]
    case let entry where entry < 232:
      let place = entry - 16
      return (cube[place / 36], cube[place / 6 % 6], cube[place % 6])
    case let entry:
      let gray = 8 + 10 * (entry - 232)
      return (gray, gray, gray)
    }
  }

  private var nearestOfEight: UInt8 {
    guard let (red, green, blue) = rgb else { return 7 }
    func distance(_ other: (red: Int, green: Int, blue: Int)) -> Int {
      let (r, g, b) = (red - other.red, green - other.green, blue - other.blue)
      return r * r + g * g + b * b
    }
    let nearest = (0..<8).min { distance(sixteen[$0]) < distance(sixteen[$1]) }
    return UInt8(nearest ?? 7)
  }
}

extension Style {
  /// The same look on a terminal of this depth; attributes stay.
  ///
  /// Text never vanishes: gray letters on the terminal's own background take the terminal's own
  /// colour, and two colours that fall together are parted.
  package func reduced(to depth: ColorDepth) -> Style {
    guard depth == .eight else {
      return depth == .none ? Style(.standard, attributes) : self
    }
    let behind = background.reduced(to: depth)
    var front = foreground.reduced(to: depth)
    if behind == .standard, front.isGray {
      front = .standard
    } else if front == behind, front != .standard, foreground != background {
      front = behind == .palette(0) ? .palette(7) : .palette(0)
    }
    return Style(front, on: behind, attributes)
  }
}

extension Color {
  fileprivate var isGray: Bool { self == .palette(0) || self == .palette(7) }
}

/// The levels of a channel in the colour cube, entries 16 to 231.
private let cube = [0, 95, 135, 175, 215, 255]

/// The shades that xterm gives to entries 0 to 15.
private let sixteen: [(red: Int, green: Int, blue: Int)] = [
  (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205), (0, 205, 205),
  (229, 229, 229), (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0), (92, 92, 255),
  (255, 0, 255), (0, 255, 255), (255, 255, 255),
]
