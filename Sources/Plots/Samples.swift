/// Shades from 0 to 1 at the places that a picture can show, from the top left; NaN is nothing.
struct Samples: Hashable, Sendable {
  let columns: Int
  let rows: Int
  var shades: [Double]

  init(columns: Int, rows: Int, shades: [Double]) {
    (self.columns, self.rows, self.shades) = (columns, rows, shades)
  }

  /// Means of the samples that each place covers; nothing where it covers none.
  ///
  /// What is not a number does not count in a mean.
  func resampled(across: [Range<Int>], down: [Range<Int>]) -> Samples {
    var result: [Double] = []
    result.reserveCapacity(across.count * down.count)
    for part in down {
      for span in across { result.append(mean(span, part)) }
    }
    return Samples(columns: across.count, rows: down.count, shades: result)
  }

  private func mean(_ across: Range<Int>, _ down: Range<Int>) -> Double {
    if across.count == 1, down.count == 1 {
      return shades[down.lowerBound * columns + across.lowerBound]
    }
    var sum = 0.0
    var count = 0
    for row in down {
      for column in across {
        let shade = shades[row * columns + column]
        guard !shade.isNaN else { continue }
        sum += shade
        count += 1
      }
    }
    return count == 0 ? .nan : sum / Double(count)
  }
}

/// The cells of a row that a part of it covers by more than a half: at least the one in its middle.
///
/// The part is given in shares of the row; one whose middle is beyond the row covers none.
func cover(_ low: Double, _ high: Double, cells: Int) -> Range<Int> {
  let middle = (low + high) / 2
  guard middle >= 0, middle < 1, cells > 0 else { return 0..<0 }
  let first = Int((max(low, 0) * Double(cells)).rounded())
  let last = Int((min(high, 1) * Double(cells)).rounded())
  guard last > first else {
    let nearest = min(Int(middle * Double(cells)), cells - 1)
    return nearest..<nearest + 1
  }
  return first..<last
}
