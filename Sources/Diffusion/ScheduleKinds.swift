import RealModule

extension Schedule {
  /// The steps that a schedule may have.
  package static let stepRange = 1...10_000

  /// A schedule by its name, as every figure has it.
  package enum Kind: String, CaseIterable, Sendable {
    /// beta evenly spaced (DDPM, Ho et al. 2020, section 4).
    case linear
    /// The root of beta evenly spaced (LDM, Rombach et al. 2022, its code).
    case scaledLinear = "scaled-linear"
    /// alpha-bar a squared cosine (Nichol and Dhariwal 2021, equation 17).
    case cosine
    /// Betas that the reader gives.
    case custom
  }

  /// Betas of one's own, each in the open interval (0, 1), beta_1 first.
  package init(betas: [Double]) throws(ScheduleError) {
    guard Self.stepRange.contains(betas.count) else { throw .steps(betas.count) }
    if let index = betas.firstIndex(where: { !($0 > 0 && $0 < 1) }) {
      throw .beta(betas[index], name: "beta_\(index + 1)")
    }
    self.init(betas: betas, alphas: betas.map { 1 - $0 })
  }

  /// beta_t evenly spaced from beta_1 = `first` to beta_T = `last`.
  ///
  /// Both ends are weighted instead of adding a difference to the first: beta_t is a sum of
  /// positive terms, exact to rounding even where `last` is far below `first`.
  /// One step alone has beta_1 = `first`.
  package static func linear(
    steps: Int, from first: Double = 1e-4, to last: Double = 0.02
  ) throws(ScheduleError) -> Schedule {
    try check(steps, first, last)
    return Schedule(
      betas: evenlySpaced(first, last, steps), alphas: evenlySpaced(1 - first, 1 - last, steps))
  }

  /// The root of beta_t evenly spaced.
  ///
  ///     alpha_t = 1 - r_t^2 = (1 - r_t)(1 + r_t),  1 - r = (1 - beta) / (1 + r)
  ///
  /// keeps alpha's digits where beta is close to 1.
  package static func scaledLinear(
    steps: Int, from first: Double = 1e-4, to last: Double = 0.02
  ) throws(ScheduleError) -> Schedule {
    try check(steps, first, last)
    let (start, end) = (Double.sqrt(first), Double.sqrt(last))
    let roots = evenlySpaced(start, end, steps)
    let rests = evenlySpaced((1 - first) / (1 + start), (1 - last) / (1 + end), steps)
    return Schedule(
      betas: roots.map { $0 * $0 }, alphas: zip(rests, roots).map { $0 * (1 + $1) })
  }

  /// alpha-bar close to a squared cosine, with betas clipped at 0.999.
  ///
  /// With phi_t = (1 - t/T)/(1 + s) pi/2 and s = 0.008, equation 17 is alpha-bar_t proportional to
  /// sin(phi_t)^2, so
  ///
  ///     alpha_t = sin(phi_t)^2 / sin(phi_{t-1})^2
  ///     beta_t  = (sin(phi_{t-1})^2 - sin(phi_t)^2) / sin(phi_{t-1})^2
  ///             = sin(phi_{t-1} + phi_t) sin(phi_{t-1} - phi_t) / sin(phi_{t-1})^2
  ///
  /// The last line has no difference of nearly equal numbers; 1 - alpha_t has lost four digits at
  /// T = 10,000.
  package static func cosine(steps: Int) throws(ScheduleError) -> Schedule {
    guard stepRange.contains(steps) else { throw .steps(steps) }
    let offset = 0.008
    let step = Double.pi / (2 * Double(steps) * (1 + offset))
    var betas: [Double] = []
    var alphas: [Double] = []
    for t in 1...steps {
      let phi = Double(steps - t) * step
      let previous = Double(steps - t + 1) * step
      let (sine, sinePrevious) = (Double.sin(phi), Double.sin(previous))
      let beta = Double.sin(phi + previous) * Double.sin(step) / (sinePrevious * sinePrevious)
      let isClipped = beta > 0.999
      betas.append(isClipped ? 0.999 : beta)
      alphas.append(isClipped ? 0.001 : (sine / sinePrevious) * (sine / sinePrevious))
    }
    return Schedule(betas: betas, alphas: alphas)
  }

  private static func check(_ steps: Int, _ first: Double, _ last: Double) throws(ScheduleError) {
    guard stepRange.contains(steps) else { throw .steps(steps) }
    guard first > 0, first < 1 else { throw .beta(first, name: "beta_start") }
    guard last > 0, last < 1 else { throw .beta(last, name: "beta_end") }
  }

  private static func evenlySpaced(_ first: Double, _ last: Double, _ count: Int) -> [Double] {
    guard count > 1 else { return [first] }
    let gaps = Double(count - 1)
    return (0..<count).map { (first * (gaps - Double($0)) + last * Double($0)) / gaps }
  }
}

/// Why there is no schedule of what was asked for.
package enum ScheduleError: Error, Hashable, Sendable, CustomStringConvertible {
  case steps(Int)
  case beta(Double, name: String)

  package var description: String {
    switch self {
    case .steps(let count): "T is \(count); give a whole number from 1 to 10000."
    case .beta(let value, let name): "\(name) is \(value); give a number between 0 and 1."
    }
  }
}
