import RealModule

/// A mixture of normal distributions of one number.
///
///     q(x) = sum over k of w_k N(x; m_k, v_k)
///
/// With it everything that a diffusion model must learn is known in closed form.
package struct Mixture: Hashable, Sendable {
  /// At least one.
  package let components: [Gaussian]
  /// The share of each component; their sum is 1.
  package let weights: [Double]

  private let parts: MixtureParts

  /// The number of components that a mixture may have.
  package static let sizeRange = 1...1000

  /// A mixture from three lists of equal length.
  ///
  /// Weights are divided by their sum. Standard deviations are at least zero; zero is a point.
  package init(
    weights: [Double], means: [Double], standardDeviations: [Double]
  ) throws(ProbabilityError) {
    guard weights.count == means.count, means.count == standardDeviations.count else {
      throw .lengths(
        weights: weights.count, means: means.count, deviations: standardDeviations.count)
    }
    guard Self.sizeRange.contains(weights.count) else { throw .size(weights.count) }
    if let mean = means.first(where: { !$0.isFinite }) { throw .mean(mean) }
    if let deviation = standardDeviations.first(where: { !($0 >= 0 && $0.isFinite) }) {
      throw .deviation(deviation)
    }
    self.init(
      components: zip(means, standardDeviations).map { Gaussian(mean: $0, variance: $1 * $1) },
      weights: try shares(of: weights))
  }

  /// A single normal distribution.
  package init(_ gaussian: Gaussian) { self.init(components: [gaussian], weights: [1]) }

  /// Weights that are known to sum to 1.
  init(components: [Gaussian], weights: [Double]) {
    self.components = components
    self.weights = weights
    parts = MixtureParts(
      weights: weights, xs: components.map(\.mean), variances: components.map(\.variance))
  }

  package var mean: Double {
    zip(weights, components).reduce(0) { $0 + $1.0 * $1.1.mean }
  }

  /// The variance within the components and that of their means.
  package var variance: Double {
    let centre = mean
    return zip(weights, components).reduce(0) { sum, part in
      let offset = part.1.mean - centre
      return sum + part.0 * (part.1.variance + offset * offset)
    }
  }

  /// The normal distribution of equal mean and variance.
  package var matched: Gaussian { Gaussian(mean: mean, variance: variance) }

  /// The natural logarithm of the density; infinite where a component is a point.
  package func logDensity(at x: Double) -> Double {
    isPoint(x) ? .infinity : parts.local(at: x).logDensity
  }

  /// The density at `x`, per unit of x.
  package func density(at x: Double) -> Double { .exp(logDensity(at: x)) }

  /// The natural logarithm of the density at many places; components that are points are left out.
  package func logDensities(at places: [Double]) -> [Double] { parts.logDensities(at: places) }

  /// The density at many places: a curve.
  package func densities(at places: [Double]) -> [Double] {
    zip(places, parts.logDensities(at: places)).map { isPoint($0) ? .infinity : .exp($1) }
  }

  /// The slope of the log density; a component that is a point has none and is left out.
  package func score(at x: Double) -> Double { parts.local(at: x).score }

  /// The slope of the log density at many places.
  package func scores(at places: [Double]) -> [Double] { parts.scores(at: places) }

  /// The probability of a number of at most `x`.
  package func cumulative(to x: Double) -> Double {
    zip(weights, components).reduce(0) { $0 + $1.0 * $1.1.cumulative(to: x) }
  }

  /// The probability that a number at `x` comes from each component.
  package func responsibilities(at x: Double) -> [Double] {
    softmax(components.indices.map { exponent($0, at: x) })
  }

  /// Independent draws, each with the index of its component; each takes three numbers of the
  /// generator.
  package func draw(
    _ count: Int, using generator: inout some RandomNumberGenerator
  ) -> (values: [Double], labels: [Int]) {
    let choice = WeightedChoice(weights)
    var values: [Double] = []
    let labels = (0..<max(0, count)).map { _ in
      let label = choice.index(at: generator.nextUniform())
      values.append(components[label].draw(using: &generator))
      return label
    }
    return (values, labels)
  }

  private func exponent(_ index: Int, at x: Double) -> Double {
    .log(weights[index]) + components[index].logDensity(at: x)
  }

  private func isPoint(_ x: Double) -> Bool {
    zip(weights, components).contains { $0 > 0 && $1.variance == 0 && $1.mean == x }
  }
}
