import CLoops

extension [Double] {
  /// The numbers in ascending order; none may be not a number.
  func inOrder() -> [Double] {
    var room = self
    return listed(count) { numbers in
      for (index, number) in enumerated() { numbers[index] = number }
      loops_sort(count, numbers, &room)
    }
  }
}

/// The sample in order; nil where it is empty or holds what is no number.
func sortedNumbers(_ sample: [Double]) -> [Double]? {
  sample.isEmpty || sample.contains(where: \.isNaN) ? nil : sample.inOrder()
}
