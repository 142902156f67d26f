import Diffusion
import Formula
import Probability
import RealModule

/// Densities of the x of a world: `q(x_t | x_0)`, `p_\theta(x_{t-1} | x_t)`, `p(x_T)`.
///
/// What some x have when others are given is the density of all of them over that of those given.
struct Densities: Sendable {
  let world: JointWorld
  let network: Network
  /// The deviation of the noise of the reverse step from t.
  let sigma: @Sendable (Int) throws(EvaluationError) -> Double

  /// Whose density it is.
  enum Process: String, CaseIterable, Sendable {
    /// The forward process. Source: DDPM, equation 2.
    case forward = "$q"
    /// The process of DDIM, with the same law of each x_t given x_0. Source: DDIM, equations 6, 7.
    case sigma = "$qsigma"
    /// The network's way back. Source: DDPM, equation 1.
    case model = "$ptheta"
    /// Where the way back starts, the standard normal; else as the forward process.
    case prior = "$p"
  }

  /// The arguments of a density: some x with their values, and whether a class is among them.
  struct Points {
    var steps: [Int] = []
    var values: [Value] = []
    var hasClass = false
    /// The last of them is written x_T: where the way back starts.
    var isLastByName = false
  }

  /// How likely a class is before anything is known.
  static let classWeight = 0.4

  func density(
    _ process: Process, _ call: Scope.Call, _ evaluation: inout Evaluation
  ) throws(EvaluationError) -> Value {
    let (points, given) = try points(of: call, &evaluation)
    return try logarithm(process, points, given).map { .exp($0) }
  }

  private func logarithm(
    _ process: Process, _ points: Points, _ given: Points
  ) throws(EvaluationError) -> Value {
    switch process {
    case .prior where points.isPrior && given.steps.isEmpty && !given.hasClass:
      return points.values[0].map { Gaussian.standard.logDensity(at: $0) }
    case .model:
      if let product = try modelProduct(points, given) { return product }
    default: break
    }
    let all = try joint(process, points.joined(with: given))
    return try [all, try joint(process, given)].combined { $0[0] - $0[1] }
  }

  private func joint(_ process: Process, _ points: Points) throws(EvaluationError) -> Value {
    let weight = points.hasClass ? Double.log(Self.classWeight) : 0
    guard !points.steps.isEmpty else { return .scalar(weight) }
    let law = try JointLaw(of: try sums(process, points))
    return try points.values.combined { law.logarithm(at: $0) + weight }
  }

  /// The random numbers that the points are values of.
  private func sums(_ process: Process, _ points: Points) throws(EvaluationError) -> [NormalSum] {
    for step in points.steps where !(0...world.steps).contains(step) {
      throw EvaluationError(.indexOutOfRange("x", step, allowed: 0...world.steps))
    }
    guard Set(points.steps).count == points.steps.count else {
      // At t = 1 the x before is x_0: a number that is known has no density.
      throw EvaluationError(.undefined(.tooLarge("density")))
    }
    let world = points.hasClass ? JointWorld(world.schedule, data: network.classData) : world
    let chain: [NormalSum]? =
      switch process {
      case .sigma: try world.backwardChain(sigma)
      case .model: try modelChain(isConditioned: points.hasClass)
      case .forward, .prior: nil
      }
    return points.steps.map { chain?[$0] ?? world.x($0) }
  }
}

extension Densities {
  /// The network's joint density where it is a product of steps: of x_a to x_b given x_{b+1}, or of
  /// all x from some on; nil where it is none.
  private func modelProduct(_ points: Points, _ given: Points) throws(EvaluationError) -> Value? {
    let sorted = zip(points.steps, points.values).sorted { $0.0 < $1.0 }
    let parents = zip(given.steps, given.values).sorted { $0.0 < $1.0 }
    guard let first = sorted.first, let last = sorted.last,
      first.0 <= last.0, sorted.map(\.0) == Array(first.0...last.0)
    else { return nil }
    var terms: [Value] = []
    var steps = sorted.map { (step: $0.0, value: $0.1) }
    if let parent = parents.first, parent.0 == last.0 + 1 {
      steps.append((parent.0, parent.1))
    } else if parents.isEmpty, last.0 == world.steps {
      terms.append(last.1.map { Gaussian.standard.logDensity(at: $0) })
    } else {
      return nil
    }
    for (earlier, later) in zip(steps, steps.dropFirst()) {
      let isConditioned = given.hasClass
      let variance = try variance(at: later.step)
      terms.append(
        try [earlier.value, later.value].combined {
          let mean = network.value(.mean, $0[1], later.step, isConditioned: isConditioned)
          return Gaussian(mean: mean, variance: variance).logDensity(at: $0[0])
        })
    }
    return try terms.combined { $0.reduce(0, +) }
  }

  static let unknownModel = EvaluationError(
    .other("The network's density is known step by step only, as p_theta(x_{t-1} | x_t)."))

  func variance(at step: Int) throws(EvaluationError) -> Double {
    let deviation = try sigma(step)
    guard deviation > 0 else { throw EvaluationError(.undefined(.tooLarge("density"))) }
    return deviation * deviation
  }

  /// Mean and variance of the one x before the bar.
  func law(
    _ process: Process, _ call: Scope.Call, _ evaluation: inout Evaluation
  ) throws(EvaluationError) -> (mean: Value, variance: Value) {
    let (points, given) = try points(of: call, needsValues: false, &evaluation)
    guard points.steps.count == 1, let step = points.steps.first, !points.hasClass else {
      throw EvaluationError(.other("Compare densities of one number."))
    }
    if process == .prior, points.isPrior, given.steps.isEmpty { return (.scalar(0), .scalar(1)) }
    if process == .model {
      if step == world.steps, given.steps.isEmpty { return (.scalar(0), .scalar(1)) }
      if given.steps == [step + 1], step < world.steps {
        let mean = given.values[0].map {
          network.value(.mean, $0, step + 1, isConditioned: given.hasClass)
        }
        return (mean, .scalar(try variance(at: step + 1)))
      }
    }
    let law = try JointLaw(of: try sums(process, given.joined(with: points)))
    let mean = try given.values.combined { law.last(given: $0).mean }
    return (mean, try given.values.combined { law.last(given: $0).variance })
  }
}

extension Densities.Points {
  fileprivate var isPrior: Bool { steps.count == 1 && isLastByName }

  fileprivate func joined(with other: Densities.Points) -> Densities.Points {
    Densities.Points(
      steps: steps + other.steps, values: values + other.values,
      hasClass: hasClass || other.hasClass)
  }
}
