extension LessonReader {
  mutating func figure(_ keys: Keys, _ position: SourcePosition) -> FigureReference? {
    let known = ["id", "figure", "set", "caption"]
    var place: PlacedText?
    let figure = reading(keys, of: "`figure` block", at: position, known: known) { access in
      let (id, name) = (access.id(), access.text("figure"))
      let (settings, caption) = (access.settings("set"), access.optionalText("caption"))
      place = id
      guard let id, let name else { return FigureReference?.none }
      return FigureReference(
        id: id.text, figure: name, settings: settings, caption: caption?.text, position: position)
    }
    claim(block: place)
    return figure
  }

  mutating func claim(_ keys: Keys, _ position: SourcePosition) -> Claim? {
    let known = ["id", "says", "check", "with"]
    var place: PlacedText?
    var split: ClaimWords?
    let source = source
    let claim = reading(keys, of: "`claim` block", at: position, known: known) { access in
      let (id, says) = (access.id(), access.text("says"))
      let (check, settings) = (access.text("check"), access.settings("with"))
      place = id
      split = says.map { ClaimWords($0, in: source) }
      guard let id, let split, let check else { return Claim?.none }
      return Claim(
        id: id.text, says: split.parts, check: check, settings: settings, position: position)
    }
    problems += split?.problems ?? []
    self.claim(block: place)
    return claim
  }

  mutating func note(_ keys: Keys, _ raw: String?, _ position: SourcePosition) -> Note? {
    var place: PlacedText?
    let note = reading(keys, of: "`note` block", at: position, known: ["id", "says"]) { access in
      place = access.optionalID()
      let text = access.optionalText("says")?.text ?? raw ?? ""
      guard !text.allSatisfy(\.isWhitespace) else {
        access.report("This note is empty: write its text after a line `---`.", at: position)
        return Note?.none
      }
      return Note(id: place?.text, text: text, position: position)
    }
    claim(block: place)
    return note
  }

  /// Puts a derivation in place of the formula before it.
  mutating func appendDerivation(
    _ keys: Keys, _ position: SourcePosition, _ elements: inout [Step.Element]
  ) {
    guard case .formula(let formula)? = elements.last else {
      report("A derivation explains the formula right before it: put one there.", at: position)
      return
    }
    guard let derivation = derivation(keys, of: formula, position) else { return }
    elements[elements.count - 1] = .derivation(derivation)
  }

  private mutating func derivation(
    _ keys: Keys, of formula: DisplayedFormula, _ position: SourcePosition
  ) -> Derivation? {
    let known = ["id", "lines", "with"]
    var place: PlacedText?
    var entries: [Keys.Value] = []
    let settings = reading(keys, of: "`derivation` block", at: position, known: known) { access in
      place = access.id()
      entries = access.requiredList("lines")
      return access.settings("with")
    }
    claim(block: place)
    let lines = entries.compactMap { line($0) }
    if let value = keys["lines"] { checkRows(of: formula, against: entries.count, at: value) }
    return place.map { id in
      Derivation(
        id: id.text, latex: formula.latex, formulaPosition: formula.position, lines: lines,
        settings: settings ?? [], position: position)
    }
  }

  private mutating func checkRows(
    of formula: DisplayedFormula, against entries: Int, at value: Keys.Value
  ) {
    let rows = latexRows(formula.latex).count
    guard rows != entries else { return }
    report(
      "`lines` needs one entry for each row of the formula: rows \(rows), entries \(entries).",
      at: value.position)
  }

  private mutating func line(_ value: Keys.Value) -> Derivation.Line? {
    guard let keys = value.keys else {
      report("A line of a derivation has the keys `equal` and `says`.", at: value.position)
      return nil
    }
    return reading(keys, of: "line", at: value.position, known: ["equal", "says"]) { access in
      let equality = access.text("equal").flatMap {
        access.choice($0, as: Derivation.Equality.self)
      }
      guard let says = access.text("says"), let equality else { return nil }
      return Derivation.Line(equality: equality, says: says.text, position: value.position)
    }
  }
}
