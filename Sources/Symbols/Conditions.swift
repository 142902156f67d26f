package import Diffusion
import Probability

/// What a formula is judged under: noise schedules, steps of them, and names bound to numbers.
///
/// Beta and alpha-bar are never drawn apart: a schedule is drawn, and its tables follow, so that
/// `\beta_t = 1 - \alpha_t` holds at every point as it does in the field.
package struct Conditions: Sendable {
  private(set) var schedules: [Schedule]
  private(set) var steps: ClosedRange<Int>?
  let constants: [(name: String, value: Double)]
  let free: [FreeNumber]
  let random: [RandomName]
  let earlier: [EarlierStep]

  /// How many values of the free names are tried where a formula speaks of no step.
  static let draws = 24

  /// - Parameters:
  ///   - schedule: the one that is meant; nil for what must hold of every schedule.
  ///   - steps: the values that t may take; nil for all of a schedule.
  ///   - constants: further names with their values, such as the cosine's offset s.
  ///   - free: names for which it must hold whatever their number is.
  ///   - random: names of random numbers, in an order in which each is made of those before it.
  ///   - earlier: names of steps before t.
  package init(
    schedule: Schedule? = nil, steps: ClosedRange<Int>? = nil,
    constants: [(name: String, value: Double)] = [], free: [FreeNumber] = [],
    random: [RandomName] = [], earlier: [EarlierStep] = []
  ) {
    schedules = schedule.map { [$0] } ?? Self.samples
    self.steps = steps
    self.constants = constants
    self.free = free
    self.random = random
    self.earlier = earlier
  }

  /// The same at one step of one schedule.
  package func at(_ t: Int, of schedule: Schedule) -> Conditions {
    var conditions = self
    conditions.schedules = [schedule]
    conditions.steps = t...t
    return conditions
  }

  /// The steps of a schedule that t may be; nil where it has none.
  package func steps(of schedule: Schedule) -> ClosedRange<Int>? {
    let least = earlier.map(\.leastStep).max() ?? 1
    let lower = max(least, steps?.lowerBound ?? 1)
    let upper = min(schedule.steps, steps?.upperBound ?? schedule.steps)
    return lower <= upper ? lower...upper : nil
  }

  /// Three schedules in use, the running example, and one that was drawn.
  private static let samples: [Schedule] = {
    var generator = CounterGenerator(seed: 20)
    let drawn = (0..<12).map { _ in 0.01 + 0.49 * generator.nextUniform() }
    return [
      try? Schedule.linear(steps: 1000), try? Schedule.scaledLinear(steps: 100),
      try? Schedule.cosine(steps: 50), try? Schedule(betas: [0.1, 0.2, 0.5]),
      try? Schedule(betas: drawn),
    ].compactMap(\.self)
  }()

  /// The steps of a schedule to try: both ends, their neighbours, and some between.
  func trials(of schedule: Schedule) -> [Int] {
    let lower = max(1, steps?.lowerBound ?? 1)
    let upper = min(schedule.steps, steps?.upperBound ?? schedule.steps)
    guard lower <= upper else { return [] }
    let picks = [
      lower, lower + 1, lower + 2, lower + (upper - lower) / 5, (lower + upper) / 2,
      lower + (upper - lower) * 4 / 5, upper - 1, upper,
    ]
    return Set(picks.filter { (lower...upper).contains($0) }).sorted()
  }
}
