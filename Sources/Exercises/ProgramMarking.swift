package import OrderedJSON

/// The verdict on a program, with one entry a case.
package struct ProgramMarking: Sendable {
  package let marking: Marking
  package let cases: [CaseMark]

  /// What came of one case.
  package struct CaseMark: Sendable {
    package let inputs: [(name: String, value: JSON)]
    package let expected: JSON
    /// Nil where no answer came.
    package let got: JSON?
    package let isRight: Bool
  }
}

extension ProgramTask {
  /// The verdict on a program by what it said.
  package func mark(_ transcript: Transcript) -> ProgramMarking {
    let cases = self.cases
    let trials = cases.enumerated().map { number, point in
      ProgramTrial(
        number: number + 1, point: point,
        got: number < transcript.results.count ? transcript.results[number] : nil)
    }
    let marking = ProgramJudge(task: self, trials: trials, transcript: transcript).marking
    return ProgramMarking(marking: marking, cases: trials.map(\.mark))
  }
}

/// A program's answer to one case beside what is right.
struct ProgramTrial: Sendable {
  /// From 1 on, as the program is told.
  let number: Int
  let point: ProgramCase
  let got: JSON?
  let answer: Answer?

  init(number: Int, point: ProgramCase, got: JSON?) {
    self.number = number
    self.point = point
    self.got = got
    answer = got.flatMap(Answer.init)?.without(startOf: point.expected)
  }

  var hasShape: Bool { answer?.hasShape(of: point.expected) ?? false }

  /// How near each number is; empty where the shape is another.
  var nearness: [Nearness] { nearness(to: point.expected) }

  var isRight: Bool { hasShape && nearness.allSatisfy { $0 == .right } }

  func nearness(to other: Answer) -> [Nearness] {
    guard let answer, answer.hasShape(of: other) else { return [] }
    return zip(answer.elements, other.elements).map { Nearness($0, to: $1) }
  }

  /// Whether a slip's answer is this one, as far as the slip has values: of a trajectory it may have
  /// the first steps only.
  func isExplained(by slipped: Answer, _ least: Nearness) -> Bool {
    guard let answer else { return false }
    let values = slipped.elements
    return !values.isEmpty && values.count <= answer.elements.count
      && zip(answer.elements, values).allSatisfy { Nearness($0, to: $1) >= least }
  }

  fileprivate var mark: ProgramMarking.CaseMark {
    ProgramMarking.CaseMark(
      inputs: point.inputs, expected: point.expected.json, got: got, isRight: isRight)
  }
}

extension Answer {
  /// A trajectory may begin with the number that it starts from: then that is left out.
  fileprivate func without(startOf expected: Answer) -> Answer {
    guard case .lists(let lists) = self, case .lists(let wanted) = expected,
      lists.count == wanted.count + 1
    else { return self }
    return .lists(Array(lists.dropFirst()))
  }
}
