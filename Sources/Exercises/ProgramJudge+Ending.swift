extension ProgramJudge {
  /// What is to be said of the program's end; nil where it ended as it should.
  var ending: String? {
    let count = transcript.results.count
    let whole = count == trials.count
    switch transcript.ending {
    case .status(0) where whole: return nil
    case .status(0):
      return "It ended after \(answers(count)): answer every line of its input." + complaint
    case .status(let status):
      return "It ended with status \(status) after \(answers(count)).\(complaint)"
    case .signal(let number):
      return "Signal \(number) ended it after \(answers(count)).\(complaint)"
    case .silent(let seconds):
      return "No answer came within \(text(seconds)). Flush the output after each line, and read "
        + "line by line." + complaint
    case .late(let seconds):
      return "After \(text(seconds)) it was ended: \(answers(count)) had come.\(complaint)"
    case .malformed(let line, let reason):
      return "Line \(count + 1) of its output is no answer, \(reason): \(line)"
        + " Print other things to standard error."
    case .outOfOrder(let wanted, let got):
      return "Case \(wanted) was to be answered next, and it answered case \(got)."
    case .flood(let bytes):
      return "It wrote more than \(bytes >> 20) megabytes and was ended, after \(answers(count))."
    case .surplus(let line): return "It wrote on after the last answer: \(line)"
    }
  }

  private func answers(_ count: Int) -> String { "\(count) of \(counted(trials.count, "answer"))" }

  private func text(_ seconds: Double) -> String {
    let rounded = (seconds * 10).rounded() / 10
    return rounded == rounded.rounded() ? "\(Int(rounded)) seconds" : "\(rounded) seconds"
  }

  private var complaint: String {
    transcript.complaint.isEmpty ? "" : " It said: \(transcript.complaint)"
  }
}
