import Canvas
import Exercises
import LessonText
import OrderedJSON
import Symbols

/// What shows that an answer is wrong.
///
/// Of a formula the smallest inputs at which it differs are told, with both values. Of a number the
/// right value is the answer, so a slip that was recognised is shown with other numbers of the same
/// question: what it gives there, and what is right there. Whoever mends their way can try it there.
/// Where no slip is recognised, or the question has one set of numbers only, it is told on which side
/// of the number the right one is.
extension LessonExercise {
  func markNumber(_ answer: String) throws -> Marking {
    let task = try numberTask()
    let marking = task.mark(answer)
    guard let shown = marking.counterexample, let got = shown.got.number else { return marking }
    guard let slip = task.slipMaking(got), let other = withOtherNumbers,
      let others = try? other.numberTask(), others.expected.isFinite
    else {
      return marking.showing(
        Marking.Counterexample(
          inputs: givenNumbers, expected: shown.expected, got: shown.got))
    }
    let slipped = others.slips[slip.number].values[slip.value]
    guard slipped.isFinite else { return marking }
    return marking.showing(
      Marking.Counterexample(
        inputs: other.givenNumbers, expected: .number(others.expected), got: .number(slipped)),
      saying: "Try it with other numbers. \(other.asks) That way gives "
        + "\(slipped.short(significant: 4)); \(others.expected.short(significant: 4)) is right.")
  }

  /// A line that was named, but holds, is shown with the number that both of its sides have.
  func markLine(_ answer: String) -> Marking {
    guard let task = lineTask, let derivation else { return Self.unready }
    let marking = task.mark(answer)
    guard marking.verdict == .wrong, let line = task.line(of: answer),
      let sides = derivation.judge.sides(onLine: line - 1, of: derivation.formula)
    else { return marking }
    let (place, value) = (sides.place, sides.right.short(significant: 6))
    let inputs: [(name: String, value: JSON)] =
      [("line", .integer(line))] + (place.isEmpty ? [] : [("place", .text(place))])
    return marking.showing(
      Marking.Counterexample(
        inputs: inputs, expected: .number(sides.right), got: .number(sides.left)),
      saying: "Each of its sides is \(value)\(place.isEmpty ? "" : " at \(place)").")
  }

  /// Whether an answer is right with other numbers of the question, such as another student's.
  package func isRightWithOtherNumbers(_ answer: String) -> Bool {
    block.kind == .number && !block.varied.isEmpty
      && variants.contains { $0.mark(answer).verdict == .right }
  }

  /// The question with the next of each of its numbers; nil where it has one set only.
  private var withOtherNumbers: LessonExercise? {
    guard block.varied.contains(where: { $0.values.count > 1 }) else { return nil }
    var other = self
    for varied in block.varied {
      let place = varied.values.firstIndex { $0 == value(of: varied.name) } ?? 0
      let next = varied.values[(place + 1) % varied.values.count]
      other.settings.removeAll { $0.name == varied.name }
      other.settings.append(Setting(name: varied.name, value: next, at: varied.position))
    }
    return other
  }

  /// The numbers of which each student gets another value, as they are here.
  private var givenNumbers: [(name: String, value: JSON)] {
    block.varied.map { varied in
      let text = value(of: varied.name) ?? ""
      let numbers = text.split(separator: ",").compactMap { Double($0.filter { $0 != " " }) }
      if numbers.count > 1 { return (varied.name, .array(numbers.map { .number($0) })) }
      return (varied.name, numbers.first.map { .number($0) } ?? .text(text))
    }
  }

  private func value(of name: String) -> String? { settings.last { $0.name == name }?.value }
}
