import Canvas
import OrderedJSON

/// Tells what a program did wrong, from its answers and its end.
struct ProgramJudge {
  let task: ProgramTask
  let trials: [ProgramTrial]
  let transcript: Transcript

  var marking: Marking {
    let answered = trials.filter { $0.got != nil }
    let wrong = answered.filter { !$0.isRight }
    guard let shown = smallest(of: wrong) else { return withoutWrongAnswer(answered.count) }
    let finding = finding(answered, wrong, shown)
    return Marking(
      .wrong, misconception: finding.id,
      says: [
        finding.says, finding.id == nil ? place(of: wrong, among: answered) : nil,
        evidence(shown, wrong.count, of: answered.count), ending,
      ].compactMap(\.self).joined(separator: " "),
      counterexample: Marking.Counterexample(
        inputs: shown.point.inputs, expected: shown.point.expected.json, got: shown.got ?? .null))
  }

  private func withoutWrongAnswer(_ count: Int) -> Marking {
    if let ending {
      let start =
        count == trials.count
        ? "All \(count) results are right, but that is not all."
        : count > 0 ? "The first \(counted(count, "result")) of \(trials.count) are right." : nil
      return Marking(
        .wrong, says: [start, ending].compactMap(\.self).joined(separator: " "),
        counterexample: next.map {
          Marking.Counterexample(
            inputs: $0.point.inputs, expected: $0.point.expected.json, got: .null)
        })
    }
    return Marking(
      .right, says: "Right. All \(counted(count, "result")) agree with the exact ones.")
  }

  /// The wrong answer that is easiest to look into: the one of the fewest inputs.
  private func smallest(of wrong: [ProgramTrial]) -> ProgramTrial? {
    let plain = wrong.filter { $0.nearness.isEmpty || $0.nearness.contains { $0 <= .roughly } }
    return (plain.isEmpty ? wrong : plain).min { $0.size < $1.size }
  }
}

extension ProgramJudge {
  private typealias Finding = (id: String?, says: String?)

  private func finding(
    _ answered: [ProgramTrial], _ wrong: [ProgramTrial], _ shown: ProgramTrial
  ) -> Finding {
    if let unreadable = wrong.first(where: { !$0.hasShape }) { return shape(unreadable) }
    if wrong.contains(where: { $0.answer?.elements.contains { !$0.isFinite } ?? false }) {
      return (
        "no-value",
        "A result is not a finite number: a division by zero, or a root or "
          + "logarithm of a negative number."
      )
    }
    if let slip = slip(explaining: answered, .right) { return (slip.id, slip.says) }
    if ignoresInput(answered) {
      return ("ignores-input", "It gives the same result whatever the inputs are.")
    }
    if isSinglePrecise(answered) {
      return (
        "single-precision",
        "The results are right to single precision only. Compute in double precision: float64 in "
          + "NumPy and PyTorch, Double in Swift."
      )
    }
    if let slip = slip(explaining: answered, .single) { return (slip.id, slip.says) }
    let general = Slip.general(answered.flatMap(\.valuePairs))
    return (general?.id, general?.says)
  }

  private func shape(_ trial: ProgramTrial) -> Finding {
    let got = trial.answer?.shape ?? trial.got?.kind ?? "nothing"
    return (
      "wrong-shape",
      "The result of case \(trial.number) is \(got); \(trial.point.expected.shape) was asked for."
    )
  }

  private func ignoresInput(_ answered: [ProgramTrial]) -> Bool {
    guard answered.count >= 4, let first = answered[0].answer else { return false }
    return answered.allSatisfy { $0.answer?.elements.first == first.elements.first }
      && Set(answered.map(\.point.expected)).count > 2
  }

  /// The slip that gives every answer that came, as near as that.
  private func slip(explaining answered: [ProgramTrial], _ least: Nearness) -> Slip? {
    task.slips.enumerated().first { explains($0.offset, answered, least) }?.element
  }

  private func explains(_ slip: Int, _ answered: [ProgramTrial], _ least: Nearness) -> Bool {
    let slipped = answered.map { ($0, $0.point.slipped(slip)) }
    let formulas = slipped.map(\.1.count).max() ?? 0
    return (0..<formulas).contains { explains($0, slipped, least) }
  }

  private func explains(
    _ formula: Int, _ slipped: [(ProgramTrial, [[Answer]])], _ least: Nearness
  ) -> Bool {
    var explained = 0
    for (trial, formulas) in slipped
    where formulas.indices.contains(formula) && !formulas[formula].isEmpty {
      let answers = formulas[formula]
      guard answers.contains(where: { trial.isExplained(by: $0, least) }) else { return false }
      if !trial.isRight { explained += 1 }
    }
    return explained > 0
  }

  private func isSinglePrecise(_ answered: [ProgramTrial]) -> Bool {
    let all = answered.flatMap(\.nearness)
    return all.allSatisfy { $0 >= .roughly } && 4 * all.count { $0 >= .single } >= 3 * all.count
  }
}

extension ProgramJudge {
  /// Which numbers differ, and by how much.
  private func evidence(_ trial: ProgramTrial, _ wrong: Int, of count: Int) -> String? {
    guard trial.hasShape, let answer = trial.answer else { return nil }
    let start =
      wrong == count ? "All \(count) results are wrong." : "\(wrong) of \(count) results are wrong."
    return "\(start) Case \(trial.number): \(difference(answer, trial.point.expected))"
  }

  private func difference(_ got: Answer, _ expected: Answer) -> String {
    guard case .lists(let lists) = got, case .lists(let right) = expected,
      let step = zip(lists, right).enumerated().first(where: { !isRight($1.0, $1.1) })
    else { return numbers(got.elements, expected.elements) }
    let before = step.offset == 0 ? "" : " The steps before it are right."
    return "step \(step.offset + 1) of \(lists.count) is the first wrong one: "
      + numbers(step.element.0, step.element.1) + before
  }

  private func isRight(_ got: [Double], _ expected: [Double]) -> Bool {
    zip(got, expected).allSatisfy { Nearness($0, to: $1) == .right }
  }

  private func numbers(_ got: [Double], _ expected: [Double]) -> String {
    let pairs = zip(got, expected)
    guard let pair = pairs.enumerated().first(where: { Nearness($1.0, to: $1.1) != .right }) else {
      return ""
    }
    let place = got.count > 1 ? "number \(pair.offset + 1) of the list is " : "it gave "
    let isPlain = Nearness(pair.element.0, to: pair.element.1) <= .roughly
    let (one, other) = (pair.element.0, pair.element.1)
    return "\(place)\(one.short(significant: isPlain ? 6 : 12)), and "
      + "\(other.short(significant: isPlain ? 6 : 12)) is right."
  }
}

extension ProgramTrial {
  fileprivate var valuePairs: [ValuePair] {
    guard hasShape, let answer else { return [] }
    return zip(point.expected.elements, answer.elements).map { expected, got in
      ValuePair(expected: expected, got: got) { Nearness(got, to: $0) == .right }
    }
  }

  /// How many numbers a case has, so that one of three steps comes before one of twelve.
  fileprivate var size: Int {
    point.inputs.reduce(0) { $0 + $1.value.line.utf8.count }
  }
}
