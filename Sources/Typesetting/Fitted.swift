/// A formula made to fit a width: its lines, and what that cost its looks.
struct Fitted {
  var lines: [Line]
  var cost: Int

  /// Boxes on one row of text, after some free columns.
  struct Line {
    var indent: Int
    var boxes: [Box]

    var width: Int { boxes.reduce(indent) { $0 + $1.width } }
    var box: Box { .row(boxes) }
  }

  /// What each break costs beyond those at relations and terms, which cost nothing.
  enum Cost {
    /// Brackets that go over several lines.
    static let brackets = 1
    /// A factor that begins a line.
    static let factor = 2
    /// A line of a part that is written on one line, and that broken.
    static let flatLine = 10
  }

  init(_ lines: [Line] = [], cost: Int = 0) {
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
    cost += other.cost
  }

  /// All lines as one box, with a blank row beside a line that is more than text.
  func box(gap: (Box, Box) -> Int) -> Box { .lines(lines.map { ($0.indent, $0.box) }, gap: gap) }
}
