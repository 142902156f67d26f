extension FormulaError {
  /// The sentence with the place, counted in characters from 1: `At character 5: ...`.
  package func located(in text: String) -> String { placed(description, at: range, in: text) }
}

extension EvaluationError {
  /// The sentence with the place, counted in characters from 1: `At character 5: ...`.
  package func located(in text: String) -> String { placed(description, at: range, in: text) }
}

private func placed(_ sentence: String, at range: Range<Int>, in text: String) -> String {
  guard !range.isEmpty else { return sentence }
  let before = String(decoding: text.utf8.prefix(range.lowerBound), as: UTF8.self)
  return "At character \(before.count + 1): \(sentence)"
}
