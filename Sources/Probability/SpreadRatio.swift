import RealModule

extension Distribution2D {
  /// How widely points are spread within their classes, by how widely they should be.
  ///
  ///     sqrt( mean |x - m(class of x)|^2 / mean (variances of that class) )
  ///
  /// where m is the mean of a class, and the class of a point is that of largest responsibility. It
  /// is 1 on average for draws of this law whose classes lie apart, below 1 where modes have
  /// collapsed, and says nothing of how many points each class has. Not a number without points.
  package func spreadRatio(of points: Points2D) -> Double {
    let classes = (0..<labelCount).map { restricted(to: $0)?.matched }
    var (found, wanted) = (0.0, 0.0)
    for (index, label) in labels(of: points).enumerated() {
      guard classes.indices.contains(label), let law = classes[label] else { continue }
      let (x, y) = (points.xs[index] - law.mean.x, points.ys[index] - law.mean.y)
      found += x * x + y * y
      wanted += law.varianceX + law.varianceY
    }
    return .sqrt(found / wanted)
  }
}
