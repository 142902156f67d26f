extension Lesson {
  /// Reads a lesson from the text of its file; the first thing that is wrong is thrown.
  package init(name: String, text: String) throws(TextError) {
    switch Lesson.read(name: name, text: text) {
    case .success(let lesson): self = lesson
    case .failure(let errors):
      throw errors.all.first ?? TextError("This lesson cannot be read.", at: beginning)
    }
  }

  /// Reads a lesson from the text of its file, or tells everything that is wrong with it.
  ///
  /// `name` is the name of the file, such as `01-noise-schedule.md`.
  package static func read(name: String, text: String) -> Result<Lesson, TextErrors> {
    var reader = LessonReader(SourceText(text))
    let lesson = reader.read(name: name, Document.read(text))
    guard let lesson, reader.problems.isEmpty else { return .failure(TextErrors(reader.problems)) }
    return .success(lesson)
  }
}

private let beginning = SourcePosition(line: 1, column: 1)

/// Collects a lesson and all problems of its text.
struct LessonReader {
  let source: SourceText
  var problems: [TextError] = []
  /// Where the ids stand that were given to steps, and those given to blocks in them.
  private var stepIDs: [String: SourcePosition] = ["start": beginning]
  private var blockIDs: [String: SourcePosition] = [:]

  init(_ source: SourceText) { self.source = source }

  mutating func report(_ message: String, at position: SourcePosition) {
    problems.append(TextError(message, at: position))
  }

  /// Reads keys by `body`, and keeps what it reports.
  mutating func reading<Value>(
    _ keys: Keys, of owner: String, at position: SourcePosition, known: [String],
    _ body: (inout KeyAccess) -> Value?
  ) -> Value? {
    var access = KeyAccess(keys, of: owner, at: position, known: known)
    let value = body(&access)
    problems += access.problems
    return value
  }

  /// Reports an id that another step has.
  mutating func claim(step id: PlacedText) {
    if let first = stepIDs.updateValue(id.position, forKey: id.text) { reportTwice(id, first) }
  }

  /// Reports an id that another figure, derivation, claim, exercise, note or formula has.
  mutating func claim(block id: PlacedText?) {
    guard let id else { return }
    if let first = blockIDs.updateValue(id.position, forKey: id.text) { reportTwice(id, first) }
  }

  private mutating func reportTwice(_ id: PlacedText, _ first: SourcePosition) {
    let owner = id.text == "start" ? "the opening of the lesson" : "line \(first.line)"
    report("The id `\(id.text)` belongs to \(owner) already: choose another.", at: id.position)
  }
}

extension LessonReader {
  fileprivate mutating func read(
    name: String, _ reading: (document: Document, problems: [TextError])
  ) -> Lesson? {
    problems += reading.problems + reading.document.repairs
    let (number, id) = parts(of: name)
    let title = title(reading.document.blocks.first)
    let steps = steps(reading.document.blocks.dropFirst(title == nil ? 0 : 1), opening: title ?? [])
    checkExercises(of: steps)
    guard let keys = reading.document.frontMatter else {
      if reading.problems.isEmpty {
        report("A lesson begins with front matter: `---`, keys, `---`.", at: beginning)
      }
      return nil
    }
    return lesson(keys, id: id, number: number, title: (title ?? []).plainText, steps: steps)
  }

  /// The number and the id in a file's name.
  private mutating func parts(of name: String) -> (number: String, id: String) {
    let stem = name.hasSuffix(".md") ? name.dropLast(3) : ""
    let number = stem.prefix { $0.isASCII && $0.isNumber }
    let id = String(stem.dropFirst(number.count + 1))
    if number.isEmpty || stem.dropFirst(number.count).first != "-" || !isID(id) {
      report(
        "The file `\(name)` must be named by a number and an id, as `01-noise-schedule.md`.",
        at: beginning)
    }
    return (String(number), id)
  }

  private mutating func title(_ block: Block?) -> [Inline]? {
    if case .heading(level: 1, let words) = block?.content { return words }
    report(
      "A lesson's text begins with its title: `# Title`.", at: block?.position ?? beginning)
    return nil
  }

  private mutating func lesson(
    _ keys: Keys, id: String, number: String, title: String, steps: [Step]
  ) -> Lesson? {
    let known = ["id", "minutes", "needs", "goals"]
    return reading(keys, of: "lesson", at: keys.position, known: known) { access in
      let place = checkID(&access, against: id)
      let (needs, goals) = (access.texts("needs"), access.texts("goals").map(\.text))
      if goals.isEmpty {
        access.report(
          "A lesson needs `goals`: what the reader can do at its end.", at: keys.position)
      }
      guard let minutes = minutes(&access) else { return nil }
      var lesson = Lesson(
        id: id, number: number, title: title, minutes: minutes, needs: needs, goals: goals,
        steps: steps)
      lesson.position = place ?? keys.position
      return lesson
    }
  }
}

/// Where the id stands in the front matter; it must be the one in the file's name.
private func checkID(_ access: inout KeyAccess, against id: String) -> SourcePosition? {
  guard let given = access.id() else { return nil }
  if given.text != id, !id.isEmpty {
    access.report(
      "The file's name says `\(id)`, and here stands `\(given.text)`: make them equal.",
      at: given.position)
  }
  return given.position
}

private func minutes(_ access: inout KeyAccess) -> ClosedRange<Int>? {
  guard let text = access.text("minutes") else { return nil }
  if let minutes = minutes(text.text) { return minutes }
  access.report("`minutes` must be a number or a range, such as 25 or 20-30.", at: text.position)
  return nil
}

/// A number of minutes, or the least and the most: `20-30`.
private func minutes(_ text: String) -> ClosedRange<Int>? {
  let numbers = text.split(omittingEmptySubsequences: false) { "-–".contains($0) }
    .map { Int($0.filter { !$0.isWhitespace }) ?? 0 }
  guard let first = numbers.first, let last = numbers.last, numbers.count <= 2 else { return nil }
  return first > 0 && first <= last ? first...last : nil
}
