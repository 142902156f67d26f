import Canvas

/// Which part of a cell a colour is for.
enum Ground {
  case fore
  case back
}

extension Color {
  /// The nearest of a terminal's eight colours, as curses numbers them; -1 is the terminal's own.
  ///
  /// A grey in front becomes the terminal's own colour, for black on black can't be read; behind,
  /// it becomes black or white. Any other colour keeps its hue: the channels above half of the way
  /// from its weakest to its strongest are on.
  func amongEight(_ ground: Ground) -> Int32 {
    guard case .palette(let index) = self else { return -1 }
    guard index >= 16 else { return Int32(index % 8) }
    let channels = Color.channels(index)
    let weakest = channels.min() ?? 0
    let strongest = channels.max() ?? 0
    if strongest - weakest < 48 {
      return ground == .fore ? -1 : strongest < 128 ? 0 : 7
    }
    let bits = channels.map {
      2 * (Int32($0) - Int32(weakest)) > Int32(strongest - weakest) ? 1 : 0
    }
    return Int32(bits[0] | bits[1] << 1 | bits[2] << 2)
  }

  /// Red, green and blue of xterm's cube (16 to 231) and grey ramp (232 to 255), 0 to 255.
  static func channels(_ index: UInt8) -> [Int] {
    guard index < 232 else { return Array(repeating: 8 + 10 * Int(index - 232), count: 3) }
    let place = Int(index) - 16
    return [place / 36, place / 6 % 6, place % 6].map { $0 == 0 ? 0 : 55 + 40 * $0 }
  }
}
