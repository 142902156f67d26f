/// How many colours a terminal shows.
package enum ColorDepth: Hashable, Sendable, CaseIterable {
  case none
  /// Entries 0 to 7, as the Linux console has them.
  case eight
  /// Entries 0 to 15; the reader's theme says what they look like.
  case sixteen
  /// All 256.
  case palette
}

extension Color {
  /// The nearest colour that a terminal of this depth has.
  ///
  /// With eight or sixteen colours that is one of the first entries, by distance in xterm's own
  /// shades.
  package func reduced(to depth: ColorDepth) -> Color {
    guard case .palette(let entry) = self else { return .standard }
    switch depth {
    case .none: return .standard
    case .palette: return self
    case .eight: return .palette(entry < 16 ? entry % 8 : nearest(of: 8))
    case .sixteen: return .palette(entry < 16 ? entry : nearest(of: 16))
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

  /// A gray becomes a gray, for yellow may be nearer to it than white.
  private func nearest(of count: UInt8) -> UInt8 {
    guard let (red, green, blue) = rgb else { return 7 }
    let isGray = max(red, green, blue) - min(red, green, blue) < 48
    func distance(_ entry: UInt8) -> Int {
      let other = sixteen[Int(entry)]
      let (r, g, b) = (red - other.red, green - other.green, blue - other.blue)
      return r * r + g * g + b * b
    }
    let entries = (0..<count).filter { !isGray || grays.contains($0) }
    return entries.min { distance($0) < distance($1) } ?? 7
  }
}

extension Style {
  /// The same look on a terminal of this depth; attributes stay.
  ///
  /// Text never vanishes: gray letters on the terminal's own background take the terminal's own
  /// colour, for themes put what they like at black and the grays; and two colours that fall
  /// together are parted. Of sixteen colours, an entry that is named is meant.
  package func reduced(to depth: ColorDepth) -> Style {
    guard depth == .eight || depth == .sixteen else {
      return depth == .none ? Style(.standard, attributes) : self
    }
    let behind = background.reduced(to: depth)
    var front = foreground.reduced(to: depth)
    if behind == .standard, front.isGray, !foreground.isNamed(at: depth) {
      front = .standard
    } else if front == behind, front != .standard, foreground != background {
      front = behind.contrast.reduced(to: depth)
    }
    return Style(front, on: behind, attributes)
  }
}

extension Color {
  fileprivate var isGray: Bool {
    guard case .palette(let entry) = self else { return false }
    return grays.contains(entry)
  }

  /// Whether this is an entry of the terminal's own that was chosen for it.
  fileprivate func isNamed(at depth: ColorDepth) -> Bool {
    if case .palette(let entry) = self { depth == .sixteen && entry < 16 } else { false }
  }
}

/// The levels of a channel in the colour cube, entries 16 to 231.
private let cube = [0, 95, 135, 175, 215, 255]

/// Black, white and what lies between, among the first sixteen entries.
private let grays: [UInt8] = [0, 7, 8, 15]

/// The shades that xterm gives to entries 0 to 15.
private let sixteen: [(red: Int, green: Int, blue: Int)] = [
  (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205), (0, 205, 205),
  (229, 229, 229), (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0), (92, 92, 255),
  (255, 0, 255), (0, 255, 255), (255, 255, 255),
]
