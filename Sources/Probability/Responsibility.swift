import RealModule

/// To which class a point of a known law belongs most likely.
///
/// The responsibility of a class for a point is its share of the density there, so the class of
/// largest responsibility is the one with the largest part of the density; of equals the first.
extension Mixture2D {
  package func labels(of points: Points2D) -> [Int] {
    points.likeliest(labelCount) { label in
      let share = share(of: label)
      return restricted(to: label)?.logDensities(at: points).map { $0 + .log(share) }
    }
  }
}

extension Squares {
  /// Without noise a point beyond all squares counts to the nearest: the limit of little noise.
  package func labels(of points: Points2D) -> [Int] {
    points.likeliest(labelCount) { label in
      guard let part = restricted(to: label) else { return nil }
      guard noise > 0 else { return part.closeness(of: points) }
      let share = share(of: label)
      return part.logDensities(at: points).map { $0 + .log(share) }
    }
  }

  /// Minus the square of each point's distance from the nearest square; 0 inside.
  private func closeness(of points: Points2D) -> [Double] {
    zip(points.xs, points.ys).map { x, y in
      let distances = centres.xs.indices.map { k in
        let beyondX = max(0, abs(x - centres.xs[k]) - side / 2)
        let beyondY = max(0, abs(y - centres.ys[k]) - side / 2)
        return beyondX * beyondX + beyondY * beyondY
      }
      return -(distances.min() ?? .infinity)
    }
  }
}

extension Points2D {
  /// For each point the label whose number is largest there; labels without numbers are left out.
  fileprivate func likeliest(_ labelCount: Int, _ numbers: (_ label: Int) -> [Double]?) -> [Int] {
    var largest = [Double](repeating: -.infinity, count: count)
    var labels = [Int](repeating: 0, count: count)
    for label in 0..<labelCount {
      guard let numbers = numbers(label) else { continue }
      for (index, number) in numbers.enumerated() where number > largest[index] {
        largest[index] = number
        labels[index] = label
      }
    }
    return labels
  }
}
