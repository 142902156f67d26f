extension ClosedRange<Double> {
  /// Numbers at equal distances from one end to the other, for a curve; `count` is at least 2.
  func evenly(_ count: Int) -> [Double] {
    (0..<count).map { index in
      let share = Double(index) / Double(count - 1)
      return lowerBound * (1 - share) + upperBound * share
    }
  }
}
