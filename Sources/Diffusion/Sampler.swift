/// The steps of a way from noise to data: DDPM, DDIM, and all between and beside them.
///
///     let ddpm = try Sampler(schedule, noise: .eta(1))
///     let ddim = try Sampler(schedule, steps: 50, spacing: .leading, noise: .eta(0))
///
/// It starts at a standard normal draw at the largest step, and ends at step 0. The last step adds
/// no noise.
package struct Sampler: Hashable, Sendable {
  package let schedule: Schedule
  /// In the order in which they are taken, at least one: `steps[0].t` is the largest, and the last
  /// has `previous` 0.
  package private(set) var steps: [ReverseStep]

  /// A sampler that visits `steps` steps, by default all.
  ///
  /// - Throws: steps that are not in 1...T, or an eta that is below 0 or above the bound of a pair.
  package init(
    _ schedule: Schedule, steps count: Int? = nil, spacing: Spacing = .leading, noise: ReverseNoise
  ) throws(SamplerError) {
    let count = count ?? schedule.steps
    guard (1...schedule.steps).contains(count) else { throw .steps(count, most: schedule.steps) }
    let visited = spacing.steps(count, of: schedule.steps)
    if case .eta(let eta) = noise {
      let bound = schedule.etaBound(visiting: visited)
      guard eta >= 0, eta <= bound else { throw .eta(eta, bound: bound) }
    }
    self.init(schedule, visiting: visited, noise: noise)
  }

  /// A sampler that visits these steps, ascending, each in 1...T; at least one.
  ///
  /// An eta is at most ``Schedule/etaBound(visiting:)``.
  package init(_ schedule: Schedule, visiting visited: [Int], noise: ReverseNoise) {
    self.schedule = schedule
    steps = zip(visited, [0] + visited).reversed().map { t, previous in
      ReverseStep(schedule, at: t, previous: previous, noise: noise)
    }
  }

  /// The same with noise of this deviation at the last step too: a slip, kept to show it.
  package func withLastNoise(_ deviation: Double) -> Sampler {
    var sampler = self
    sampler.steps[steps.count - 1].sigma = deviation
    return sampler
  }

  /// The step where it stands after `count` of its steps: the largest for 0, and 0 at the end.
  package func step(after count: Int) -> Int {
    count < steps.count ? steps[max(0, count)].t : 0
  }
}

extension Schedule {
  /// The largest eta of a sampler that visits these steps: the least bound of its pairs.
  ///
  /// The last pair, to step 0, adds no noise whatever eta is, and bounds nothing; a sampler of one
  /// step has no bound.
  package func etaBound(visiting visited: [Int]) -> Double {
    zip(visited.dropFirst(), visited).map { etaBound(at: $0, previous: $1) }.min() ?? .infinity
  }
}

/// Why there is no sampler of what was asked for.
package enum SamplerError: Error, Hashable, Sendable, CustomStringConvertible {
  case steps(Int, most: Int)
  case eta(Double, bound: Double)

  package var description: String {
    switch self {
    case .steps(let count, let most):
      "steps is \(count); a schedule of T = \(most) has room for a whole number from 1 to \(most)."
    case .eta(let eta, let bound):
      "eta is \(eta); with these steps give a number from 0 to \(bound): above it more noise would "
        + "be added than x at the earlier step has."
    }
  }
}
