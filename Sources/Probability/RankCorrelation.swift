/// Whether two lists put the same things in the same order.
package enum RankCorrelation {
  /// Spearman's: the correlation of the ranks, from -1 to 1.
  ///
  /// Equal numbers share the mean of their ranks. Of lists of unequal length the shorter counts.
  /// Not a number where a list has no two different numbers, or holds what is no number.
  package static func spearman(_ first: [Double], _ second: [Double]) -> Double {
    let count = min(first.count, second.count)
    let lists = [first, second].map { Array($0.prefix(count)) }
    guard !lists.contains(where: { $0.contains(where: \.isNaN) }) else { return .nan }
    return JointMoments(ranks(of: lists[0]), ranks(of: lists[1])).correlation
  }

  private static func ranks(of numbers: [Double]) -> [Double] {
    let order = numbers.indices.sorted { numbers[$0] < numbers[$1] }
    var ranks = [Double](repeating: 0, count: numbers.count)
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count, numbers[order[end]] == numbers[order[start]] { end += 1 }
      for place in start..<end { ranks[order[place]] = 0.5 * Double(start + end - 1) }
      start = end
    }
    return ranks
  }
}
