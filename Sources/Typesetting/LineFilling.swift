import Formula

/// Lines filled with pieces from left to right, as far as they fit.
struct LineFilling {
  private let columns: Int
  private var lines: [(indent: Int, box: Box)] = []
  private var line: [Box] = []
  private var width = 0
  private var indent = 0
  private var cost: Fitted.Cost

  /// A part with the sign that joins it to the piece before, and the sign where it opens a line.
  struct Piece {
    let value: Box
    let joint: Box
    let opening: Box
    /// The columns left free where it opens a line.
    let indent: Int
  }

  init(columns: Int, cost: Fitted.Cost = .none) {
    self.columns = columns
    self.cost = cost
  }

  /// Adds a piece to the line or on a new one.
  ///
  /// - Returns: whether it fits on a line at all.
  mutating func add(_ piece: Piece) -> Bool {
    let joined = Box.row([piece.joint, piece.value])
    if !line.isEmpty, width + joined.width <= columns {
      line.append(joined)
      width += joined.width
      return true
    }
    let opened = Box.row([piece.opening, piece.value])
    guard piece.indent + opened.width <= columns else { return false }
    endLine()
    (line, indent, width) = ([opened], piece.indent, piece.indent + opened.width)
    return true
  }

  /// Adds a part that was broken itself and so takes lines of its own.
  mutating func add(_ fitted: Fitted, opening: Box, indent: Int) {
    endLine()
    lines.append((indent, .row([opening, fitted.box])))
    cost = max(cost, fitted.cost)
  }

  private mutating func endLine() {
    if !line.isEmpty { lines.append((indent, .row(line))) }
    line = []
  }

  /// All lines as one box.
  mutating func finish(gap: (Box, Box) -> Int) -> Fitted {
    endLine()
    return Fitted(.lines(lines, gap: gap), cost)
  }
}
