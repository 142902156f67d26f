import RealModule

/// How wide points spread around the modes that they belong to.
///
/// With k the likeliest mode of a point x, of centre m_k and variance v_k per coordinate,
///
///     ratio^2 = mean over the points of |x - m_k|^2 / 2 v_k
///
/// 1 for draws of the law itself, where modes lie apart; 2 for points twice as far from their
/// centres. It sees what distances of whole samples hardly do: a sampler that makes modes too wide
/// or too narrow.
extension Mixture2D {
  /// Nil where not every part is a class by itself, as along a curve, or where a part is a point.
  package func spreadRatio(of points: Points2D) -> Double? {
    guard Set(labels).count == labels.count, variances.allSatisfy({ $0 > 0 }) else { return nil }
    let parts = Dictionary(uniqueKeysWithValues: zip(labels, labels.indices))
    let modes = self.labels(of: points)
    let sum = modes.indices.reduce(0.0) { sum, index in
      guard let k = parts[modes[index]] else { return sum }
      let (dx, dy) = (points.xs[index] - centres.xs[k], points.ys[index] - centres.ys[k])
      return sum + (dx * dx + dy * dy) / (2 * variances[k])
    }
    return .sqrt(sum / Double(points.count))
  }
}

extension Squares {
  /// Nil: squares touch, and are no modes.
  package func spreadRatio(of points: Points2D) -> Double? { nil }
}
