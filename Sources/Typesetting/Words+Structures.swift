import Formula

extension Expression {
  /// The part, and what its brace or its words say of it.
  func spoken(_ annotation: Annotation, _ label: Expression?) -> [String] {
    guard let label else { return operand }
    switch annotation {
    case .underbrace, .overbrace: return operand + ["called"] + label.operand
    case .above: return operand + ["with"] + label.operand + ["above"]
    case .below: return operand + ["with"] + label.operand + ["below"]
    }
  }
}

extension [[Expression]] {
  /// A matrix row by row, or the cases one after the other.
  func spoken(_ grid: Expression.Grid) -> [String] {
    let rows = filter { !$0.isBlank }
    let cells = rows.map { $0.map { $0.spoken.joined(separator: " ") }.joined(separator: ", ") }
    switch grid {
    case .cases: return ["the cases:", cells.joined(separator: "; ") + ";", "end cases"]
    case .matrix(let fence):
      let kind = fence == .bars ? "determinant" : "matrix"
      return ["the \(kind) with the rows:", cells.joined(separator: "; ") + ";", "end \(kind)"]
    }
  }
}
