import RealModule

/// A mixture in the units of a normal distribution g: there g has mean 0 and deviation 1.
///
/// For the divergence of a mixture that g nearly is. Each part says how its variance differs from
/// 1, so that what is left of a small difference keeps its digits.
package struct RelativeMixture: Sendable {
  /// Those of positive weight, the narrowest first.
  private let parts: [Part]

  package struct Part: Hashable, Sendable {
    package let weight: Double
    package let mean: Double
    package let variance: Double
    /// variance - 1.
    package let excess: Double

    package init(weight: Double, mean: Double, variance: Double, excess: Double) {
      self.weight = weight
      self.mean = mean
      self.variance = variance
      self.excess = excess
    }
  }

  /// Weights sum to 1.
  package init(_ parts: [Part]) {
    self.parts = parts.filter { $0.weight > 0 }.sorted { $0.variance < $1.variance }
  }

  /// The Kullback-Leibler divergence KL(p, g) of the mixture p, in nats.
  ///
  /// Since p and g both have area 1,
  ///
  ///     KL = integral of p log(p/g)
  ///        = integral of p log(p/g) - p + g
  ///        = integral of g ((1 + u) log(1 + u) - u),  u = p/g - 1
  ///
  /// whose integrand is nowhere negative: nothing cancels, and a divergence of 1e-20 has as many
  /// digits as one of 1. By Gauss and Legendre's rule of ten places in panels of half a deviation
  /// of the narrowest part there; right to some 1e-13 of itself. Infinite where a part is a point.
  package var divergence: Double {
    guard parts.allSatisfy({ $0.variance > 0 }) else { return .infinity }
    var sum = 0.0
    for panel in panels {
      let unit = panel.deviation
      GaussLegendre.forEachPlace(from: panel.lower, to: panel.upper) { place, weight in
        sum += weight * unit * integrand(from: panel.mean, offset: unit * place)
      }
    }
    return sum
  }

  /// p log(p/g) - p + g at `mean` + `offset`; a part's own mean is taken off exactly.
  private func integrand(from mean: Double, offset: Double) -> Double {
    let z = mean + offset
    let logG = Gaussian.standard.logDensity(at: z)
    let ratios = parts.map { $0.logRatio(at: z, distance: (mean - $0.mean) + offset) }
    let exponents = zip(parts, ratios).map { .log($0.weight) + $1 }
    if exponents.allSatisfy({ $0 < 1 }) {
      let u = parts.indices.reduce(0) { sum, index in
        let (weight, ratio) = (parts[index].weight, ratios[index])
        return sum + (ratio < 1 ? weight * .expMinusOne(ratio) : .exp(exponents[index]) - weight)
      }
      return .exp(logG) * excessOfLogarithm(u)
    }
    let logRatio = logarithmOfSum(exponents)
    return .exp(logG + logRatio) * (logRatio - 1) + .exp(logG)
  }
}

extension RelativeMixture.Part {
  /// The logarithm of the part's density over g's, `distance` away from the part's mean.
  ///
  ///     -log(v)/2 - (z - d)^2 / 2v + z^2 / 2
  ///       = -log(1 + e)/2 + (2 z d - d^2 + e z^2) / 2v,  e = v - 1
  ///
  /// The second form keeps the digits of a part that is nearly g.
  fileprivate func logRatio(at z: Double, distance: Double) -> Double {
    guard abs(excess) < 0.5 else {
      return 0.5 * (z * z - distance * (distance / variance) - .log(variance))
    }
    let numerator = mean * (2 * z - mean) + excess * z * z
    return 0.5 * (numerator / variance - .log(onePlus: excess))
  }
}

/// (1 + u) log(1 + u) - u, at least zero, for u of at least -1.
///
/// Near 0 by the series u^2/2 - u^3/6 + u^4/12 - ..., whose terms are u^n / (n (n - 1)); the first
/// left out is below 0.05^12 / 70 = 4e-18 of the sum.
private func excessOfLogarithm(_ u: Double) -> Double {
  guard u > -1 else { return 1 }
  guard abs(u) < 0.05 else { return (1 + u) * .log(onePlus: u) - u }
  var sum = 0.0
  for power in stride(from: 13, through: 2, by: -1) {
    sum = 1 / Double(power * (power - 1)) - u * sum
  }
  return u * u * sum
}

// MARK: - Panels

extension RelativeMixture {
  /// A stretch of the line, in deviations of a part from its mean.
  private struct Panel {
    let mean: Double
    let deviation: Double
    let lower: Double
    let upper: Double
  }

  /// Beyond twelve deviations lies 4e-33 of a normal distribution.
  private static let reach = 12.0

  /// Half deviations of every part, and of g; where several reach, those of the narrowest.
  private var panels: [Panel] {
    let g = Part(weight: 0, mean: 0, variance: 1, excess: 0)
    let all = (parts + [g]).sorted { $0.variance < $1.variance }
    return all.indices.flatMap { index in
      let (mean, deviation) = (all[index].mean, Double.sqrt(all[index].variance))
      let taken = all[..<index].map { narrower in
        let middle = (narrower.mean - mean) / deviation
        let half = Self.reach * .sqrt(narrower.variance) / deviation
        return (lower: middle - half, upper: middle + half)
      }
      return free(of: taken).flatMap { lower, upper in
        let count = max(1, Int((2 * (upper - lower)).rounded(.up)))
        return (0..<count).map { step in
          let width = (upper - lower) / Double(count)
          return Panel(
            mean: mean, deviation: deviation, lower: lower + Double(step) * width,
            upper: lower + Double(step + 1) * width)
        }
      }
    }
  }

  /// What some stretches leave of a part's reach.
  private func free(
    of taken: [(lower: Double, upper: Double)]
  ) -> [(lower: Double, upper: Double)] {
    var start = -Self.reach
    var rest: [(lower: Double, upper: Double)] = []
    for stretch in taken.sorted(by: { $0.lower < $1.lower }) {
      if stretch.lower > start { rest.append((start, min(stretch.lower, Self.reach))) }
      start = max(start, stretch.upper)
      if start >= Self.reach { return rest.filter { $0.lower < $0.upper } }
    }
    rest.append((start, Self.reach))
    return rest.filter { $0.lower < $0.upper }
  }
}
