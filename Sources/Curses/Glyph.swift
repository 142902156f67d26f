import CNcurses
import Canvas

/// A cell's character as curses takes it.
struct Glyph {
  /// A base, up to four marks, and the zero that ends them.
  var scalars: (wchar_t, wchar_t, wchar_t, wchar_t, wchar_t, wchar_t) = (0x20, 0, 0, 0, 0, 0)
  /// The cells that curses will give it.
  var width = 1

  static let unknown: wchar_t = 0x3F

  /// The glyph of a cell; where the locale shows only ASCII, a `?` stands for all else.
  init(_ cell: Cell, isUTF8: Bool) {
    let (base, mark) = (cell.scalarValue(at: 0), cell.scalarValue(at: 1))
    if base < 0x80, mark == 0 {
      scalars.0 = wchar_t(base)
    } else if isUTF8 {
      setScalars(of: cell)
    } else {
      scalars.0 = Self.unknown
    }
  }

  /// What the C library has no width for, curses would replace by a blank without a word.
  private mutating func setScalars(of cell: Cell) {
    let base = wchar_t(cell.scalarValue(at: 0))
    let measured = Int(wcwidth(base))
    let fits = measured == Int(cell.width) || (measured == 1 && cell.width == 2)
    scalars.0 = fits ? base : Self.unknown
    width = fits ? measured : 1
    if fits, cell.scalarValue(at: 1) != 0 { setMarks(of: cell) }
  }

  private mutating func setMarks(of cell: Cell) {
    var marks = (1...4).map { wchar_t(cell.scalarValue(at: $0)) }
      .filter { $0 != 0 && wcwidth($0) == 0 }
    marks += Array(repeating: 0, count: 4 - marks.count)
    (scalars.1, scalars.2, scalars.3, scalars.4) = (marks[0], marks[1], marks[2], marks[3])
  }
}

extension Style.Attributes {
  var curses: attr_t {
    guard rawValue != 0 else { return 0 }
    var bits: attr_t = 0
    if contains(.bold) { bits |= curses_bold }
    if contains(.dim) { bits |= curses_dim }
    if contains(.underline) { bits |= curses_underline }
    if contains(.reverse) { bits |= curses_reverse }
    return bits
  }
}
