/// A formula made to fit a width: its lines, and what that cost its looks.
struct Fitted {
  var lines: [Line]
  var cost: Cost

  /// Boxes on one row of text, after some free columns.
  struct Line {
    var indent: Int
    var boxes: [Box]

    var width: Int { boxes.reduce(indent) { $0 + $1.width } }
    var box: Box { .row(boxes) }
  }

  enum Cost: Int, Comparable {
    /// In one piece, or broken at relations and terms.
    case none
    /// Brackets go over several lines.
    case brackets
    /// A term is broken at its factors.
    case factors
    /// A part is written on one line, and that broken.
    case flat

    static func < (left: Cost, right: Cost) -> Bool { left.rawValue < right.rawValue }
  }

  init(_ lines: [Line] = [], cost: Cost = .none) {
    self.lines = lines
    self.cost = cost
  }

  /// A part that needs no breaking.
  init(_ box: Box) { self.init([Line(indent: 0, boxes: [box])]) }
}

extension Fitted {
  func indented(by columns: Int) -> Fitted {
    Fitted(lines.map { Line(indent: $0.indent + columns, boxes: $0.boxes) }, cost: cost)
  }

  /// The same lines with boxes before the first, and the others as far to the right.
  func led(by boxes: [Box]) -> Fitted {
    var result = indented(by: boxes.reduce(0) { $0 + $1.width })
    guard !lines.isEmpty else { return Fitted([Line(indent: 0, boxes: boxes)], cost: cost) }
    result.lines[0].indent = lines[0].indent
    result.lines[0].boxes = boxes + lines[0].boxes
    return result
  }

  /// The same lines with a box after the last.
  func followed(by box: Box) -> Fitted {
    guard let last = lines.indices.last else { return Fitted(box) }
    var result = self
    result.lines[last].boxes.append(box)
    return result
  }

  mutating func append(_ other: Fitted) {
    lines += other.lines
    cost = max(cost, other.cost)
  }

  /// All lines as one box, with a blank row beside a line that is more than text.
  func box(gap: (Box, Box) -> Int) -> Box { .lines(lines.map { ($0.indent, $0.box) }, gap: gap) }
}
