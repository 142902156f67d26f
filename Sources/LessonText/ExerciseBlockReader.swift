extension LessonReader {
  /// Reads an exercise, and after it the figure that it is about.
  mutating func exercise(
    _ keys: Keys, _ raw: String?, _ position: SourcePosition
  ) -> ExerciseBlock? {
    let known = [
      "id", "kind", "level", "asks", "with", "vary", "answer", "task", "domain", "without", "slips",
      "choices", "figure", "set", "turned", "until", "hints", "solution", "points",
    ]
    let source = source
    var place: PlacedText?
    var (entries, choices): ([Keys.Value], [Keys.Value]) = ([], [])
    var split: [ClaimWords] = []
    var block = reading(keys, of: "`exercise` block", at: position, known: known) { access in
      place = access.id()
      let kind = access.text("kind").flatMap { access.choice($0, as: ExerciseBlock.Kind.self) }
      let level = access.text("level").flatMap { access.choice($0, as: ExerciseBlock.Level.self) }
      let asks = access.text("asks").map { ClaimWords($0, in: source) }
      let solution = access.optionalText("solution").map { ClaimWords($0, in: source) }
      let hints = access.texts("hints").map { ClaimWords($0, in: source) }
      split = [asks, solution].compactMap(\.self) + hints
      let settings = access.settings("with")
      guard let place, let kind, let level, let asks else { return ExerciseBlock?.none }
      var block = ExerciseBlock(
        id: place.text, kind: kind, level: level, asks: asks.parts, settings: settings,
        position: position)
      block.solution = solution?.parts ?? []
      block.hints = hints.map(\.parts)
      access.fill(&block, at: position)
      entries = keys["slips"].map { $0.list ?? [$0] } ?? []
      choices = keys["choices"].map { $0.list ?? [$0] } ?? []
      return block
    }
    claim(block: place)
    problems += split.flatMap(\.problems)
    block?.slips = entries.compactMap { slip($0) }
    block?.choices = choices.compactMap { choice($0) }
    block?.latex = raw ?? ""
    if let block { check(block, hasRaw: raw != nil) }
    return block
  }

  private mutating func slip(_ value: Keys.Value) -> ExerciseBlock.SlipText? {
    guard let keys = value.keys else {
      report("A slip has the keys `id`, `answer` and `says`.", at: value.position)
      return nil
    }
    let known = ["id", "answer", "says"]
    return reading(keys, of: "slip", at: value.position, known: known) { access in
      let (id, answers) = (access.id(), access.textOrTexts("answer"))
      guard let says = access.text("says"), let id else { return nil }
      return ExerciseBlock.SlipText(id: id.text, answers: answers, says: says.text)
    }
  }

  private mutating func choice(_ value: Keys.Value) -> ExerciseBlock.Choice? {
    guard let keys = value.keys else {
      report("A choice has the keys `id`, `text` and `says`.", at: value.position)
      return nil
    }
    let known = ["id", "text", "says", "right", "when"]
    return reading(keys, of: "choice", at: value.position, known: known) { access in
      let (id, text, says) = (access.id(), access.text("text"), access.text("says"))
      let isRight = access.optionalText("right")?.text == "yes"
      let when = access.optionalText("when")
      guard let id, let text, let says else { return nil }
      return ExerciseBlock.Choice(
        id: id.text, text: text.text, says: says.text, isRight: isRight, when: when,
        position: value.position)
    }
  }

  /// What each kind of exercise must have.
  private mutating func check(_ block: ExerciseBlock, hasRaw: Bool) {
    func require(_ isThere: Bool, _ what: String) {
      guard !isThere else { return }
      report("An exercise of the kind `\(block.kind.rawValue)` needs \(what).", at: block.position)
    }
    switch block.kind {
    case .formula:
      require(block.answer != nil || block.task != nil, "an `answer` or a `task`")
      if block.answer != nil {
        require(!block.domain.isEmpty, "a `domain`: what each variable may be, as `x: -2..2`")
      }
    case .number: require(block.answer != nil, "an `answer`, as an expression")
    case .choice: require(block.choices.count { $0.isRight } == 1, "one choice with `right: yes`")
    case .predict:
      require(block.figure != nil, "a `figure`")
      require(
        block.choices.count > 1 && block.choices.allSatisfy { $0.when != nil },
        "`choices`, each with a condition `when`")
    case .turn:
      require(block.figure != nil, "a `figure`")
      require(block.until != nil, "a condition `until`")
      require(!block.turned.isEmpty, "`turned`: parameters with which the condition holds")
    case .order, .wrongLine:
      require(latexRows(block.latex).count > 2, "three rows of LaTeX or more, after a line `---`")
    case .program: require(block.task != nil, "a `task`")
    }
    if hasRaw, block.kind != .order, block.kind != .wrongLine {
      report("Only the lines of a derivation stand after `---`: delete them.", at: block.position)
    }
    require(!block.hints.isEmpty, "`hints`, from a nudge on")
    require(block.kind == .program || !block.solution.isEmpty, "a worked `solution`")
  }
}

extension KeyAccess {
  /// The keys of an exercise that need no more than their names.
  fileprivate mutating func fill(_ block: inout ExerciseBlock, at position: SourcePosition) {
    block.answer = optionalText("answer")
    block.task = optionalText("task")
    block.domain = settings("domain")
    block.without = texts("without")
    block.varied = varied("vary")
    block.turned = settings("turned")
    block.until = optionalText("until")
    let set = settings("set")
    if let figure = optionalText("figure") {
      block.figure = FigureReference(
        id: "\(block.id)-figure", figure: figure, settings: set, caption: nil, position: position)
    }
    guard let points = optionalText("points") else { return }
    if let number = Int(points.text), (1...100).contains(number) {
      block.points = number
    } else {
      report("`points` must be a whole number from 1 to 100.", at: points.position)
    }
  }

  /// Names with the values that students get.
  private mutating func varied(_ key: String) -> [ExerciseBlock.Varied] {
    lists(key).compactMap { name, values, position in
      if values.count > 1 {
        return ExerciseBlock.Varied(name: name, values: values, position: position)
      }
      report("`\(name)` must be a list of two values or more.", at: position)
      return nil
    }
  }
}

extension Step {
  /// The exercise of the page, if it has one.
  package var exercise: ExerciseBlock? {
    for case .exercise(let block) in elements { return block }
    return nil
  }
}

extension LessonReader {
  /// A page has room for one exercise: its keys speak to that.
  mutating func checkExercises(of steps: [Step]) {
    for step in steps {
      let blocks = step.elements.compactMap { element in
        if case .exercise(let block) = element { block } else { nil }
      }
      if blocks.count > 1 {
        report("A page has one exercise: give this one a page of its own.", at: blocks[1].position)
      }
    }
  }
}
