import Canvas
import Exercises
import LessonText
import OrderedJSON

/// What shows that a number is wrong.
///
/// Of a formula the smallest inputs at which it differs are told, with both values. Of a number the
/// right value is the answer, so a slip that was recognised is shown with other numbers of the same
/// question: what it gives there, and what is right there. Whoever mends their way can try it there.
/// Where no slip is recognised, or the question has one set of numbers only, the right value is left
/// out.
extension LessonExercise {
  func markNumber(_ answer: String) throws -> Marking {
    let task = try numberTask()
    let marking = task.mark(answer)
    guard let got = marking.counterexample?.got.number else { return marking }
    guard let slip = task.slipMaking(got), let other = withOtherNumbers,
      let shown = try? other.numberTask(), shown.expected.isFinite
    else {
      return marking.showing(
        Marking.Counterexample(inputs: givenNumbers, expected: .null, got: .number(got)))
    }
    let slipped = shown.slips[slip.number].values[slip.value]
    guard slipped.isFinite else { return marking }
    return marking.showing(
      Marking.Counterexample(
        inputs: other.givenNumbers, expected: .number(shown.expected), got: .number(slipped)),
      saying: "Try it with other numbers. \(other.asks) That way gives "
        + "\(slipped.short(significant: 4)); \(shown.expected.short(significant: 4)) is right.")
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
