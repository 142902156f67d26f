import Canvas
import OrderedJSON

extension ProgramJudge {
  /// The first case without an answer; nil where each has one.
  var next: ProgramTrial? { trials.first { $0.got == nil } }

  /// What is to be said of the program's end; nil where it ended as it should.
  var ending: String? {
    let count = transcript.results.count
    let whole = count == trials.count
    switch transcript.ending {
    case .status(0) where whole: return nil
    case .status(0):
      return "It ended after \(answers(count)): answer every line of its input.\(complaint)\(place)"
    case .status(let status):
      return "It ended with status \(status) after \(answers(count)).\(complaint)\(place)"
    case .signal(let number):
      return "Signal \(number) ended it after \(answers(count)).\(complaint)\(place)"
    case .silent(let seconds):
      return "No answer came within \(text(seconds)). Flush the output after each line, and read "
        + "line by line." + complaint
    case .late(let seconds):
      return "After \(text(seconds)) it was ended: \(answers(count)) had come.\(complaint)\(place)"
    case .malformed(let line, let reason):
      return "Line \(count + 1) of its output is no answer, for \(reason): \"\(line)\". Write "
        + "lines such as {\"case\": \(count + 1), \"result\": \(sample)}, and all else to standard error."
    case .outOfOrder(let wanted, let got):
      return "Case \(wanted) was to be answered next, and it answered case \(got). Answer them in "
        + "the order in which they come."
    case .flood(let bytes):
      return "It wrote more than \(bytes >> 20) megabytes and was ended, after \(answers(count))."
    case .surplus(let line): return "It wrote on after the last answer: \(line)"
    }
  }

  private func answers(_ count: Int) -> String { "\(count) of \(counted(trials.count, "answer"))" }

  private func text(_ seconds: Double) -> String {
    let rounded = (seconds * 10).rounded() / 10
    return rounded == rounded.rounded() ? counted(Int(rounded), "second") : "\(rounded) seconds"
  }

  private var complaint: String {
    transcript.complaint.isEmpty ? "" : " It said: \(transcript.complaint)"
  }

  /// Which case it was at, as far as that can be known, so that it can be tried alone.
  private var place: String {
    guard let next else { return "" }
    let inputs = next.point.inputs.map { "\($0.name) = \($0.value.line)" }
    let ending = transcript.complaint.last.map { ".!?".contains($0) } ?? true ? "" : "."
    return "\(ending) Case \(next.number) was next: "
      + inputs.joined(separator: ", ").cut(to: 120, mark: "...")
  }

  /// A result as it might be.
  private var sample: String {
    switch task.result {
    case .number: "0.5"
    case .list: "[0.5]"
    case .pair: "[0.5, 0.5]"
    case .trajectory: "[[0.5]]"
    }
  }
}
