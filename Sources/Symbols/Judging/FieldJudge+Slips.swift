import Formula

extension FieldJudge {
  /// What was probably meant where a relation is wrong: the first slip that, undone, makes it right.
  func meaning(
    of statement: Statement, in source: String
  ) -> (slip: Slip, ruling: Ruling, source: String)? {
    var slips = SlipFinder(statement.right, in: source).slips
    if statement.isFirst { slips += SlipFinder(statement.left, in: source).slips }
    let order = Slip.Kind.allCases
    func rank(_ slip: Slip) -> Int { order.firstIndex(of: slip.kind) ?? order.count }
    for slip in slips.stablySorted(by: { rank($0) < rank($1) }) {
      let edited = source.applying(slip.edits)
      guard let formula = try? Expression(latex: edited),
        let other = formula.statements.all.first(where: {
          $0.row == statement.row && $0.number == statement.number
        })
      else { continue }
      guard other.left != other.right else { continue }
      // What DDPM chooses is right in a text that goes on to choose otherwise.
      let judge = slip.kind == .definitionForChoice ? withoutFreeSigma : self
      let ruling = judge.ruling(on: other)
      if ruling.isRight { return (slip, ruling, edited) }
    }
    return nil
  }
}

extension FieldJudge {
  private var withoutFreeSigma: FieldJudge {
    var notes = notes
    notes.hasFreeSigma = false
    return FieldJudge(notes)
  }
}

extension String {
  /// The text with parts replaced, each by UTF-8 offsets; they do not overlap.
  func applying(_ edits: [Slip.Edit]) -> String {
    var bytes = Array(utf8)
    for edit in edits.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
      bytes.replaceSubrange(
        edit.range.clamped(to: bytes.indices), with: Array(edit.replacement.utf8))
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Array {
  fileprivate func stablySorted(by isBefore: (Element, Element) -> Bool) -> [Element] {
    enumerated().sorted {
      isBefore($0.element, $1.element)
        || !isBefore($1.element, $0.element) && $0.offset < $1.offset
    }.map(\.element)
  }
}
