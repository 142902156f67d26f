import Diffusion
import Probability

/// Where a relation is tried: a world, a step of it, and a number for all that may be chosen.
struct Situation: Sendable {
  let world: JointWorld
  let classData: Gaussian
  let t: Int
  var parameters: [String: Double]
  let stops: [Int]
  let earlier: Int?
  let seed: UInt64

  func interpretation(_ reading: Reading, _ noises: [NoiseName]) -> Interpretation {
    Interpretation(
      world: world, classData: classData, t: t, reading: reading, noises: noises,
      parameters: parameters, stops: stops, earlier: earlier)
  }
}

/// What of the ways to try a formula depends on the names in it.
struct Trying: Hashable, Sendable {
  /// s is a step before t, and not a scale of guidance.
  var isStepS = false
  /// p is such a step.
  var isStepP = false
  /// The formula speaks of a sampler's stops, tau.
  var hasStops = false
}

extension Situation {
  /// Where every relation is tried, the running example first: its numbers can be checked by hand.
  static func all(_ trying: Trying) -> [Situation] {
    pairs.enumerated().compactMap { number, pair in
      situation(number, schedule: schedules[pair.schedule], t: pair.t, trying)
    }
  }

  private static let pairs: [(schedule: Int, t: Int)] = [
    (0, 2), (0, 3), (1, 3), (1, 5), (2, 4), (1, 2), (1, 6), (2, 2), (2, 5), (0, 1), (1, 4), (2, 1),
  ]

  /// The running example, and two that were drawn: in no order, and not small.
  private static let schedules: [Schedule] = {
    var schedules = [try? Schedule(betas: [0.1, 0.2, 0.5])]
    var generator = CounterGenerator(seed: 23)
    for count in [6, 5] {
      let betas = (0..<count).map { _ in
        ((0.05 + 0.4 * generator.nextUniform()) * 100).rounded() / 100
      }
      schedules.append(try? Schedule(betas: betas))
    }
    return schedules.compactMap(\.self)
  }()

  private static func situation(
    _ number: Int, schedule: Schedule, t: Int, _ trying: Trying
  ) -> Situation? {
    var generator = CounterGenerator(seed: 24, stream: UInt64(number))
    func drawn(_ low: Double, _ high: Double) -> Double {
      ((low + (high - low) * generator.nextUniform()) * 100).rounded() / 100
    }
    let data = Gaussian(mean: drawn(0.3, 1.2), variance: drawn(0.3, 0.8))
    let classData = Gaussian(mean: drawn(-1.2, -0.3), variance: drawn(0.2, 0.6))
    var parameters = ["eta": eta(number, schedule), "w": drawn(1.2, 3)]
    for name in ["gamma", "lambda", "omega"] { parameters[name] = drawn(1.2, 3) }
    parameters["s"] = trying.isStepS ? Double(t / 2) : drawn(1.2, 3)
    parameters["p"] = Double(t / 2)
    for name in ["k", "n", "j"] {
      parameters[name] = drawn(0.5, Double(schedule.steps)).rounded(.up)
    }
    let stops = trying.hasStops ? [0, 1, 3, schedule.steps].filter { $0 <= schedule.steps } : []
    guard trying.hasStops else {
      parameters["i"] = parameters["k"]
      return Situation(
        world: JointWorld(schedule, data: data), classData: classData, t: t,
        parameters: parameters, stops: [],
        earlier: trying.isStepS || trying.isStepP ? t / 2 : nil, seed: UInt64(100 + number))
    }
    let unique = Set(stops).sorted()
    let stop = 1 + number % (unique.count - 1)
    parameters["i"] = Double(stop)
    return Situation(
      world: JointWorld(schedule, data: data), classData: classData, t: unique[stop],
      parameters: parameters, stops: unique, earlier: nil, seed: UInt64(100 + number))
  }

  /// Numbers between 0 and the bound of the schedule, none of them 0 or 1; some above 1.
  private static func eta(_ number: Int, _ schedule: Schedule) -> Double {
    let bound = (2...schedule.steps).map { schedule.etaBound(at: $0, previous: $0 - 1) }.min() ?? 1
    let share = [0.5, 0.8, 0.3, 0.98, 0.6, 0.97, 0.7][number % 7]
    return share < 0.9 ? share : (bound * share * 100).rounded(.down) / 100
  }
}
