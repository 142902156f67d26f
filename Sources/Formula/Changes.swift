extension Expression {
  /// What stands in this formula and not in another: the places of its letters, numbers and words.
  ///
  /// A leaf is one that was there before if the same leaf stands in the same surroundings (below a
  /// root, in an index, over or under a fraction's bar) and in the same order; the longest common
  /// subsequence of both decides. What is new side by side is one place, with the signs between.
  /// Where there are too many leaves to compare, all of them are new.
  package func changes(from other: Expression) -> [Range<Int>] {
    let (before, after) = (other.leaves(), leaves())
    let isLong = before.count * after.count > 250_000
    let kept = isLong ? [] : after.map(\.key).commonSubsequence(with: before.map(\.key))
    var changes: [Range<Int>] = []
    var isRun = false
    for (place, leaf) in after.enumerated() {
      if kept.contains(place) {
        isRun = false
      } else if isRun, let last = changes.popLast(), last.upperBound <= leaf.range.lowerBound {
        changes.append(last.lowerBound..<leaf.range.upperBound)
      } else {
        changes.append(leaf.range)
        isRun = true
      }
    }
    return changes
  }
}

/// The smallest part of a formula, with its surroundings.
private struct Leaf {
  let key: String
  let range: Range<Int>
}

extension Expression {
  private func leaves(in surroundings: String = "") -> [Leaf] {
    switch node {
    case .number(let text), .text(let text): [Leaf(key: "\(surroundings) \(text)", range: range)]
    case .symbol(let symbol): [Leaf(key: "\(surroundings) \(symbol.canonicalName)", range: range)]
    case .dots, .unknown: [Leaf(key: "\(surroundings) ...", range: range)]
    case .indexed(let base, let index):
      base.leaves(in: surroundings) + index.leaves(in: "\(surroundings)_")
    case .power(let base, let exponent):
      base.leaves(in: surroundings) + exponent.leaves(in: "\(surroundings)^")
    case .root(let radicand, let degree):
      (degree?.leaves(in: "\(surroundings)d") ?? []) + radicand.leaves(in: "\(surroundings)r")
    case .fraction(let over, let under):
      over.leaves(in: surroundings) + under.leaves(in: "\(surroundings)/")
    case .sum(let terms):
      terms.flatMap { $0.value.leaves(in: surroundings + ($0.isNegative ? "-" : "")) }
    default: children.flatMap { $0.leaves(in: surroundings) }
    }
  }
}

extension [String] {
  /// The places of this list that make up a longest common subsequence with another.
  fileprivate func commonSubsequence(with other: [String]) -> Set<Int> {
    // lengths[i][j]: of the longest one of what follows place i here and place j there.
    var lengths = [[Int]](
      repeating: [Int](repeating: 0, count: other.count + 1), count: count + 1)
    for i in indices.reversed() {
      for j in other.indices.reversed() {
        lengths[i][j] =
          self[i] == other[j]
          ? lengths[i + 1][j + 1] + 1 : Swift.max(lengths[i + 1][j], lengths[i][j + 1])
      }
    }
    var places: Set<Int> = []
    var (i, j) = (0, 0)
    while i < count, j < other.count {
      if self[i] == other[j] {
        places.insert(i)
        (i, j) = (i + 1, j + 1)
      } else if lengths[i + 1][j] >= lengths[i][j + 1] {
        i += 1
      } else {
        j += 1
      }
    }
    return places
  }
}
