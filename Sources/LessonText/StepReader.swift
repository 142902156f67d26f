extension LessonReader {
  /// Cuts the blocks after the title into steps.
  mutating func steps(_ blocks: ArraySlice<Block>, opening: [Inline]) -> [Step] {
    let start = blocks.first?.position ?? SourcePosition(line: 1, column: 1)
    var steps = [Step(id: "start", heading: opening, elements: [], at: start)]
    var isAwaitingHeading = false
    for block in blocks {
      let last = steps.count - 1
      if isAwaitingHeading, case .heading(_, let words) = block.content {
        steps[last].heading = words
        steps[last].title = words.plainText
        isAwaitingHeading = false
        continue
      }
      if isAwaitingHeading { reportHeading(steps[last]) }
      isAwaitingHeading = false
      if case .step(let keys) = block.content {
        steps.append(step(keys, at: block.position))
        isAwaitingHeading = true
      } else {
        append(block, to: &steps[last].elements)
      }
    }
    if isAwaitingHeading { reportHeading(steps[steps.count - 1]) }
    return steps
  }

  private mutating func reportHeading(_ step: Step) {
    report("After this comment must stand the step's heading: `## Title`.", at: step.position)
  }

  private mutating func step(_ keys: Keys, at position: SourcePosition) -> Step {
    let step = reading(keys, of: "step", at: position, known: ["id", "with", "kind"]) { access in
      let id = access.id()
      let kind = access.optionalText("kind").flatMap { access.choice($0, as: Step.Kind.self) }
      let settings = access.settings("with")
      return (id: id, kind: kind ?? .page, settings: settings)
    }
    if let id = step?.id { claim(step: id) }
    return Step(
      id: step?.id?.text ?? "", heading: [], kind: step?.kind ?? .page,
      settings: step?.settings ?? [], elements: [], at: position)
  }

  private mutating func append(_ block: Block, to elements: inout [Step.Element]) {
    switch block.content {
    case .formula(let latex):
      let formula = DisplayedFormula(latex: latex, at: block.position)
      claim(block: formula.id.map { PlacedText($0, at: block.position) })
      elements.append(.formula(formula))
    case .keys("derivation", let keys, _): appendDerivation(keys, block.position, &elements)
    case .keys(let kind, let keys, let raw):
      elements += self.elements(kind, keys, raw, block.position)
    default:
      refuseNestedKeys(block)
      elements.append(.block(block))
    }
  }

  private mutating func elements(
    _ kind: String, _ keys: Keys, _ raw: String?, _ position: SourcePosition
  ) -> [Step.Element] {
    if let raw, kind != "note", kind != "exercise" {
      let what = raw.isEmpty ? "a line `---`" : "lines after `---`"
      report("A `\(kind)` block has no \(what): delete them.", at: position)
    }
    switch kind {
    case "figure": return figure(keys, position).map { [.figure($0)] } ?? []
    case "claim": return claim(keys, position).map { [.claim($0)] } ?? []
    case "note": return note(keys, raw, position).map { [.note($0)] } ?? []
    default:
      guard let exercise = exercise(keys, raw, position) else { return [] }
      return [.exercise(exercise)] + (exercise.figure.map { [.figure($0)] } ?? [])
    }
  }

  /// Blocks of keys belong to a page, not to an item or a quotation on it.
  private mutating func refuseNestedKeys(_ block: Block) {
    switch block.content {
    case .quote(let blocks): for block in blocks { refuseNestedKeys(block) }
    case .list(let items, _): for block in items.joined() { refuseNestedKeys(block) }
    case .keys(let kind, _, _):
      report("Take this `\(kind)` block out of the list or quotation.", at: block.position)
    case .step: report("Take this step out of the list or quotation.", at: block.position)
    default: break
    }
  }
}
