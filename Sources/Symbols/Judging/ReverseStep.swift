import Diffusion
import Formula
import Probability

/// A published step from x_t to an earlier x: its mean and variance where x_t is known.
struct PublishedStep: Hashable, Sendable {
  let name: String
  let source: String
  let kind: Kind

  enum Kind: Hashable, Sendable {
    /// The posterior's mean, with a variance of its own. Source: DDPM, equation 11.
    case ddpm(Variance)
    /// The mean that belongs to the variance. Source: DDIM, equation 12.
    case ddim(Variance)
  }

  enum Variance: Hashable, Sendable {
    case sigma
    case beta
    case betaTilde
    case none
  }

  static let all: [PublishedStep] = [
    .init(
      name: "a step of DDPM's sampler", source: "DDPM, Algorithm 2, line 4", kind: .ddpm(.sigma)),
    .init(
      name: "a step of DDPM's sampler, with sigma_t^2 = beta-tilde_t", source: "DDPM, section 3.2",
      kind: .ddpm(.betaTilde)),
    .init(
      name: "a step of DDPM's sampler, with sigma_t^2 = beta_t", source: "DDPM, section 3.2",
      kind: .ddpm(.beta)),
    .init(name: "a step of DDIM's sampler", source: "DDIM, equation 12", kind: .ddim(.sigma)),
    .init(
      name: "a step of DDIM's sampler, with eta = 0", source: "DDIM, equation 12",
      kind: .ddim(.none)),
  ]
}

/// Which prediction a step goes by.
private enum Prediction {
  case network(isConditioned: Bool)
  case guided
  /// The noise that is in x_t, and x_0.
  case truth
}

extension Trier {
  /// The published step whose law the right side has where x_t is known; nil where it is none.
  ///
  /// The right side is a mean plus fresh noise. Each noise symbol is all the noise in x_t, or fresh.
  func reverseStep(
    _ reading: Reading, among published: [PublishedStep] = PublishedStep.all
  ) -> (step: PublishedStep, points: Int)? {
    // A jump to x_0 at once gives the predicted x_0, which is no x_0.
    guard let (right, index) = solved, index.label != "0" || spelled.right.isOfStepOne else {
      return nil
    }
    let prediction = prediction
    for roles in stepRoles {
      var reading = reading
      reading.roles = roles
      for step in published.filter(isTried) {
        if let points = points(of: step, right, index, prediction, reading) {
          return (step, points)
        }
      }
    }
    return nil
  }

  /// sigma must be named to be meant, and where x_0 is known the variance is no choice.
  private func isTried(_ step: PublishedStep) -> Bool {
    switch step.kind.variance {
    case .sigma: spelled.names.contains("sigma")
    case .beta: if case .truth = prediction { false } else { true }
    case .betaTilde, .none: true
    }
  }

  /// The right side where the left is an x alone; a divisor of it is brought over.
  private var solved: (right: Expression, index: Expression)? {
    switch spelled.left.node {
    case .indexed(let base, let index) where base.headSymbol?.canonicalName == "x":
      return (spelled.right, index)
    case .fraction(let over, let under):
      guard case .indexed(let base, let index) = over.node,
        base.headSymbol?.canonicalName == "x"
      else { return nil }
      return (.times(.fenced(under), .fenced(spelled.right)), index)
    default: return nil
    }
  }

  private var prediction: Prediction {
    if spelled.names.contains("$guided") { return .guided }
    guard spelled.hasNetwork else { return .truth }
    return .network(isConditioned: spelled.right.hasConditionedNetwork)
  }

  /// Each noise symbol as all the noise in x_t, or fresh; beside a network all are fresh.
  private var stepRoles: [[NoiseRole]] {
    let fresh = spelled.noises.map { _ in NoiseRole(kind: .fresh) }
    guard case .truth = prediction else { return [fresh] }
    return [fresh]
      + fresh.indices.map { number in
        var roles = fresh
        roles[number] = NoiseRole(kind: .total)
        return roles
      }
  }

  /// At how many points the right side has the law of a step; nil where it has another at one.
  private func points(
    of step: PublishedStep, _ right: Expression, _ index: Expression, _ prediction: Prediction,
    _ reading: Reading
  ) -> Int? {
    var count = 0
    for situation in situations {
      do throws(EvaluationError) {
        let interpretation = situation.interpretation(reading, spelled.noises)
        guard
          let matches = try interpretation.matches(step, right, index, prediction)
        else { return nil }
        if matches { count += 1 } else { return nil }
      } catch {
        guard error.dependsOnPoint else { return nil }
      }
    }
    return count >= Self.fewestPoints ? count : nil
  }
}

extension PublishedStep.Kind {
  fileprivate var variance: PublishedStep.Variance {
    switch self {
    case .ddpm(let variance), .ddim(let variance): variance
    }
  }
}

extension Interpretation {
  fileprivate func matches(
    _ step: PublishedStep, _ right: Expression, _ index: Expression, _ prediction: Prediction
  ) throws(EvaluationError) -> Bool? {
    let sources = SourceValues(drawing: sourceCount, seed: UInt64(7 + t))
    let outer = scope(sources)
    guard let earlier = try index.value(in: outer).scalar.flatMap({ Int(exactly: $0) }),
      let later = try laterStep(right, than: earlier, outer)
    else { return nil }
    guard let law = try freshLaw(of: right, sources) else { return nil }
    guard earlier >= 0, let x = sources[world.x(later)].scalar else { return nil }
    let noise = predictedNoise(prediction, x, later, sources)
    let variance = try variance(step.kind.variance, later, earlier)
    let posterior = world.schedule.posterior(at: later, previous: earlier)
    let mean: Double
    switch step.kind {
    case .ddpm: mean = posterior.mean(xt: x, noise: noise)
    case .ddim:
      let rest = world.schedule.oneMinusAlphaBar[earlier] - variance
      guard rest >= 0 else { throw EvaluationError(.undefined(.rootOfNegative)) }
      let start =
        (x - world.schedule.oneMinusAlphaBar[later].squareRoot() * noise)
        / world.schedule.alphaBar[later].squareRoot()
      mean = world.schedule.alphaBar[earlier].squareRoot() * start + rest.squareRoot() * noise
    }
    return isEqual(mean, law.mean, max(abs(mean), abs(law.mean), 1e-3))
      && isEqual(variance, law.variance, max(variance, law.variance))
  }

  /// The latest step that an x or a network on the right side speaks of.
  private func laterStep(
    _ right: Expression, than earlier: Int, _ scope: Scope
  ) throws(EvaluationError) -> Int? {
    var latest: Int?
    for place in right.placesOfSteps {
      guard let step = try place.value(in: scope).scalar.flatMap({ Int(exactly: $0) }) else {
        return nil
      }
      latest = max(latest ?? step, step)
    }
    guard let latest, latest > earlier, latest <= world.steps else {
      throw EvaluationError(.undefined(.divisionByZero))
    }
    return latest
  }

  private func predictedNoise(
    _ prediction: Prediction, _ x: Double, _ step: Int, _ sources: SourceValues
  ) -> Double {
    let network = Network(world: world, classData: classData, reading: reading.network)
    switch prediction {
    case .network(let isConditioned): return network.noise(x, step, isConditioned: isConditioned)
    case .guided: return network.guidedNoise(x, step)
    case .truth: return sources[world.totalNoise(step)].scalar ?? .nan
    }
  }

  private func variance(
    _ variance: PublishedStep.Variance, _ later: Int, _ earlier: Int
  ) throws(EvaluationError) -> Double {
    let posterior = world.schedule.posterior(at: later, previous: earlier)
    switch variance {
    case .sigma:
      let sigma = try sigma(later)
      return sigma * sigma
    case .beta: return posterior.beta
    case .betaTilde: return posterior.variance
    case .none: return 0
    }
  }

  /// Mean and variance of a formula where all x are known, and only fresh noise is drawn; nil where
  /// it is no sum of that noise.
  private func freshLaw(
    of formula: Expression, _ sources: SourceValues
  ) throws(EvaluationError) -> (mean: Double, variance: Double)? {
    let first = world.steps + 1
    let count = sourceCount - first
    var probing = sources
    probing.probe(from: first)
    let value = try formula.value(in: scope(probing), limit: Trier.workLimit)
    guard case .vector(let values) = value, values.count == count + 2 else {
      return value.scalar.map { ($0, 0) }
    }
    let weights = values[1...count].map { $0 - values[0] }
    let sum = NormalSum(mean: values[0], weights: weights)
    let size = weights.reduce(abs(values[0])) { $0 + abs($1) }
    guard abs(values[count + 1] - sum.value(at: SourceValues.probe)) <= Test.tolerance * size else {
      return nil
    }
    return (sum.mean, sum.variance)
  }
}

extension Expression {
  /// The steps of x and of networks in a formula.
  fileprivate var placesOfSteps: [Expression] {
    switch node {
    case .indexed(let base, let index) where base.headSymbol?.canonicalName == "x": [index]
    case .call(let head, let arguments, _)
    where Network.Kind(rawValue: head.headSymbol?.name ?? "") != nil
      || head.headSymbol?.name == "$guided":
      [arguments.items[1]] + arguments.items[0].placesOfSteps
    case .call(let head, let arguments, _) where head.headSymbol?.name == "$mutilde":
      arguments.items.dropFirst().flatMap(\.placesOfSteps)
    default: children.flatMap(\.placesOfSteps)
    }
  }

  /// What stands in it is x_1, by its number.
  fileprivate var isOfStepOne: Bool { placesOfSteps.contains { $0.label == "1" } }

  /// A network in it is given a condition.
  var hasConditionedNetwork: Bool {
    if case .call(let head, let arguments, _) = node,
      Network.Kind(rawValue: head.headSymbol?.name ?? "") != nil, arguments.items.count == 3
    {
      return arguments.items[2].label == "1"
    }
    return children.contains(where: \.hasConditionedNetwork)
  }
}
