import RealModule

/// What is known of a point's class, exactly, where the law of each class is known.
///
///     p(k given x) = w_k q_k(x) / q(x)
///
/// with the share w_k and the density q_k of class k. Places without a density of any class, as
/// those beyond sharp squares, have none of this.
extension Distribution2D {
  /// The slope of log p(label given x) at each point; nil where there is no such class.
  ///
  /// With s_j the score of class j and r_j its probability at x, it is the sum over j of
  /// r_j (s_k - s_j): differences first, so that it keeps its digits where p is nearly 1.
  package func classSlopes(_ label: Int, at points: Points2D) -> Points2D? {
    guard let own = restricted(to: label)?.scores(at: points) else { return nil }
    let chances = classProbabilities(at: points)
    var slopes = points.scaled(by: 0)
    for (other, chances) in chances where other != label {
      guard let theirs = restricted(to: other)?.scores(at: points) else { continue }
      let apart = own.combined(1, with: theirs, -1)
      slopes = Points2D(
        xs: slopes.xs.indices.map { slopes.xs[$0] + chances[$0] * apart.xs[$0] },
        ys: slopes.ys.indices.map { slopes.ys[$0] + chances[$0] * apart.ys[$0] })
    }
    return slopes
  }

  /// The probability of each class that there is, at each point.
  package func classProbabilities(at points: Points2D) -> [(label: Int, chances: [Double])] {
    let classes = (0..<labelCount).compactMap { label -> (label: Int, logs: [Double])? in
      guard let law = restricted(to: label) else { return nil }
      let share = Double.log(self.share(of: label))
      return (label, law.logDensities(at: points).map { $0 + share })
    }
    let tops = (0..<points.count).map { place in
      classes.map { $0.logs[place] }.max() ?? 0
    }
    let weights = classes.map { logs in zip(logs.logs, tops).map { Double.exp($0 - $1) } }
    let totals = (0..<points.count).map { place in
      weights.reduce(0) { $0 + $1[place] }
    }
    return zip(classes, weights).map { known, weights in
      (known.label, zip(weights, totals).map { $0 / $1 })
    }
  }
}
