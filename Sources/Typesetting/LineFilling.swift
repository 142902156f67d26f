/// Lines filled with pieces from left to right, as far as they fit.
struct LineFilling {
  private let columns: Int
  private(set) var fitted = Fitted()
  /// Whether the last line takes no more pieces.
  private var isClosed = true
  private var width = 0

  /// A part with the sign that joins it to the piece before, and the sign where it opens a line.
  struct Piece {
    let value: Box
    let joint: Box
    let opening: Box
    /// The columns left free where it opens a line, and what that costs.
    var indent = 0
    var cost = 0
  }

  init(columns: Int) { self.columns = columns }

  /// Adds a piece to the last line or on a new one, and says whether it fits on a line at all.
  mutating func add(_ piece: Piece) -> Bool {
    join(piece) || open(piece)
  }

  /// Adds a piece to the last line, if there is room.
  mutating func join(_ piece: Piece) -> Bool {
    let joined = piece.joint.width + piece.value.width
    guard !isClosed, width + joined <= columns, let last = fitted.lines.indices.last else {
      return false
    }
    fitted.lines[last].boxes += [piece.joint, piece.value]
    width += joined
    return true
  }

  /// Adds a piece on a new line, if it is not wider than that.
  mutating func open(_ piece: Piece) -> Bool {
    let line = Fitted.Line(indent: piece.indent, boxes: [piece.opening, piece.value])
    guard line.width <= columns else { return false }
    fitted.append(Fitted([line], cost: piece.cost))
    (width, isClosed) = (line.width, false)
    return true
  }

  /// The columns that are left on the last line after a joint.
  func room(after joint: Box) -> Int { isClosed ? 0 : columns - width - joint.width }

  /// Adds lines that begin where the last line ends; what follows goes on after them.
  mutating func join(_ part: Fitted, joint: Box) {
    guard let last = fitted.lines.popLast() else { return append(part) }
    fitted.append(part.led(by: last.boxes + [joint]).indented(by: last.indent))
    width = fitted.lines.last?.width ?? 0
  }

  /// Adds lines of their own; where they are open, what follows may go on after them.
  mutating func append(_ part: Fitted, isOpen: Bool = false) {
    fitted.append(part)
    (width, isClosed) = (fitted.lines.last?.width ?? 0, !isOpen)
  }
}
