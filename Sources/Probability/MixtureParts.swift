import CLoops
import RealModule

/// The components of a mixture of round normal distributions, as loops over many places want them.
///
/// With exponents to the base 2, of which the largest at a place is taken off before any is raised:
///
///     log2 of a component's density = height - |x - m|^2 log2(e) / 2 v
///
/// Components of weight 0 and points, which have no density, are left out.
struct MixtureParts: Hashable, Sendable {
  /// Four a component: the centre, its height, and -log2(e) / 2 v.
  private let numbers: [Double]
  private let count: Int

  /// log2(e).
  private static let bits = 1 / Double.log(2)

  /// Components from lists of equal length; without `ys` they are of numbers, else of points.
  init(weights: [Double], xs: [Double], ys: [Double]? = nil, variances: [Double]) {
    let dimensions = ys == nil ? 1.0 : 2
    var numbers: [Double] = []
    numbers.reserveCapacity(4 * weights.count)
    for k in weights.indices where weights[k] > 0 && variances[k] > 0 {
      let height = Double.log(weights[k]) - 0.5 * dimensions * .log(2 * .pi * variances[k])
      numbers.append(xs[k])
      numbers.append(ys?[k] ?? 0)
      numbers.append(height * Self.bits)
      numbers.append(-0.5 * Self.bits / variances[k])
    }
    (self.numbers, count) = (numbers, numbers.count / 4)
  }

  /// The log density and the score at one number.
  func local(at x: Double) -> (logDensity: Double, score: Double) {
    var (x, log, score) = (x, 0.0, 0.0)
    loops_best().pointee.mixture(1, &x, nil, count, numbers, &score, nil, &log)
    return (log, score)
  }

  func local(x: Double, y: Double) -> LocalDensity {
    var (x, y, log, scoreX, scoreY) = (x, y, 0.0, 0.0, 0.0)
    loops_best().pointee.mixture(1, &x, &y, count, numbers, &scoreX, &scoreY, &log)
    return LocalDensity(logDensity: log, scoreX: scoreX, scoreY: scoreY)
  }

  func scores(at places: [Double]) -> [Double] {
    listed(places.count) { scores in
      loops_best().pointee.mixture(
        places.count, places, nil, count, numbers, scores, nil, nil)
    }
  }

  func scores(at points: Points2D) -> Points2D {
    listed(points.count) { scoreXs, scoreYs in
      loops_best().pointee.mixture(
        points.count, points.xs, points.ys, count, numbers, scoreXs, scoreYs, nil)
    }
  }

  func logDensities(at places: [Double]) -> [Double] {
    var scores = [Double](repeating: 0, count: places.count)
    return listed(places.count) { logs in
      loops_best().pointee.mixture(
        places.count, places, nil, count, numbers, &scores, nil, logs)
    }
  }

  func logDensities(at points: Points2D) -> [Double] {
    var scoreXs = [Double](repeating: 0, count: points.count)
    var scoreYs = scoreXs
    return listed(points.count) { logs in
      loops_best().pointee.mixture(
        points.count, points.xs, points.ys, count, numbers, &scoreXs, &scoreYs, logs)
    }
  }
}
