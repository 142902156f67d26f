/// The words of `candidates` that a reader who typed `word` may have meant, nearest first.
///
/// Near is: equal but for case, an edit or two away (insert, delete, replace, swap neighbours; one
/// edit for each three letters, at least one), or begun alike. At most three; none is no guess.
package func nearest(_ word: String, in candidates: [String]) -> [String] {
  let typed = Array(word.lowercased().prefix(longestWord))
  guard !typed.isEmpty else { return [] }
  var found: [(distance: Int, word: String)] = []
  for candidate in candidates where !found.contains(where: { $0.word == candidate }) {
    let letters = Array(candidate.lowercased().prefix(longestWord))
    let distance = editDistance(typed, letters)
    let isBeginning = typed.count >= 3 && letters.starts(with: typed)
    if isBeginning || distance <= max(1, typed.count / 3) { found.append((distance, candidate)) }
  }
  return found.sorted { ($0.distance, $0.word) < ($1.distance, $1.word) }.prefix(3).map(\.word)
}

/// A question that names the nearest words, to end an error with, or nothing.
package func didYouMean(_ word: String, in candidates: [String]) -> String {
  let words = nearest(word, in: candidates).map { "`\($0)`" }
  return words.isEmpty ? "" : " \(didYouMean(words, else: ""))"
}

/// A question that names words that are near, or what to say where there are none.
package func didYouMean(_ words: [String], else advice: String) -> String {
  words.isEmpty ? advice : "Did you mean \(words.joined(separator: " or "))?"
}

/// Names are short; a longer text is compared by its beginning, so that time stays bounded.
private let longestWord = 64

/// The number of edits between two words, where a swap of neighbours counts as one.
///
/// The optimal string alignment distance: Damerau's edits, no letter edited twice.
private func editDistance(_ left: [Character], _ right: [Character]) -> Int {
  var twoAgo: [Int] = []
  var previous = Array(0...right.count)
  for (row, letter) in left.enumerated() {
    var current = [row + 1]
    for (column, other) in right.enumerated() {
      var best = min(previous[column] + (letter == other ? 0 : 1), current[column] + 1)
      best = min(best, previous[column + 1] + 1)
      if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
        best = min(best, twoAgo[column - 1] + 1)
      }
      current.append(best)
    }
    twoAgo = previous
    previous = current
  }
  return previous.last ?? 0
}
