import CNcurses
import Canvas

/// The pairs of colours that curses was told of, each once.
///
/// Curses wants a number for two colours. Its own search for one takes twice as long as filling
/// the cell, and reusing an old number would recolour what is on the screen.
struct ColorPairs {
  private let depth: ColorDepth
  private let limit: Int32
  /// The numbers of colours as pictures have them, and as the terminal has them.
  private var asked: [Pair: Int32] = [:]
  private var numbers: [Pair: Int32] = [:]
  private var last = (pair: Pair(fore: .standard, back: .standard), number: Int32(0))

  private struct Pair: Hashable {
    let fore: Color
    let back: Color
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
    let pair = Pair(fore: foreground, back: background)
    if pair != last.pair { last = (pair, number(pair)) }
    return last.number
  }

  private mutating func number(_ pair: Pair) -> Int32 {
    if let known = asked[pair] { return known }
    let style = Style(pair.fore, on: pair.back).reduced(to: depth)
    let number = number(of: Pair(fore: style.foreground, back: style.background))
    asked[pair] = number
    return number
  }

  private mutating func number(of pair: Pair) -> Int32 {
    if pair == Pair(fore: .standard, back: .standard) { return 0 }
    if let known = numbers[pair] { return known }
    let new = Int32(numbers.count) + 1
    guard new < limit, init_extended_pair(new, pair.fore.curses, pair.back.curses) == OK else {
      return 0
    }
    numbers[pair] = new
    return new
  }
}

extension Color {
  /// Its number for curses; -1 is the terminal's own.
  fileprivate var curses: Int32 {
    if case .palette(let entry) = self { Int32(entry) } else { -1 }
  }
}
