import CNcurses
import Canvas

/// The pairs of colours that curses was told of, each once.
///
/// Curses wants a number for two colours. Its own search for one takes twice as long as filling
/// the cell, and reusing an old number would recolour what is on the screen.
struct ColorPairs {
  private let depth: ColorDepth
  private let limit: Int32
  private var numbers: [Key: Int32] = [:]
  private var last = (key: Key(fore: -1, back: -1), number: Int32(0))

  private struct Key: Hashable {
    let fore: Int32
    let back: Int32
  }

  /// Starts colour; with `ColorDepth.none` curses is never told that there is any.
  init(_ depth: ColorDepth) {
    let works = depth != .none && start_color() == OK && use_default_colors() == OK
    self.depth = works ? depth : .none
    limit = works ? curses_pairs() : 0
  }

  /// The pair for two colours; 0, the terminal's own, without colour or when all are taken.
  mutating func number(_ foreground: Color, on background: Color) -> Int32 {
    guard depth != .none else { return 0 }
    let key = Key(fore: code(foreground, .fore), back: code(background, .back))
    if key != last.key { last = (key, number(key)) }
    return last.number
  }

  private mutating func number(_ key: Key) -> Int32 {
    if key == Key(fore: -1, back: -1) { return 0 }
    if let known = numbers[key] { return known }
    let new = Int32(numbers.count) + 1
    guard new < limit, init_extended_pair(new, key.fore, key.back) == OK else { return 0 }
    numbers[key] = new
    return new
  }

  private func code(_ color: Color, _ ground: Ground) -> Int32 {
    guard depth == .palette else { return color.amongEight(ground) }
    if case .palette(let index) = color { return Int32(index) }
    return -1
  }
}
