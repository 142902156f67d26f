import Diffusion
import Formula
import OrderedJSON
import Probability

/// A way from noise to data with every draw given, so that there is one right trajectory.
///
/// The data are a mixture, whose exact noise prediction stands for a network's.
struct Journey: Sendable {
  let schedule: Schedule
  let data: Mixture
  /// Where it starts: numbers at the largest step, each on a way of its own.
  let start: [Double]
  /// The steps that are visited, the largest first; from the last it goes to 0.
  let steps: [Int]
  /// The fresh noise of each step; that of the last is not to be used.
  let fresh: [[Double]]
  /// Nil for DDPM with sigma^2 = beta.
  let eta: Double?

  /// The pairs that it goes through.
  var pairs: [(t: Int, previous: Int)] {
    zip(steps, steps.dropFirst() + [0]).map { (t: $0, previous: $1) }
  }

  /// The exact noise in each number: -sqrt(1 - abar_t) score.
  func noise(in numbers: [Double], at t: Int) -> [Double] {
    ExactLineDenoiser(data, schedule).noise(in: numbers, at: t)
  }

  /// The numbers after each step.
  var trajectory: [[Double]] {
    walk { numbers, pair, fresh in
      let noise = noise(in: numbers, at: pair.t)
      let step = ReverseStep(
        schedule, at: pair.t, previous: pair.previous,
        noise: eta.map(ReverseNoise.eta) ?? .sigmaHat)
      return numbers.indices.map {
        step.mean(xt: numbers[$0], noise: noise[$0]) + step.sigma * fresh[$0]
      }
    }
  }

  /// The numbers after each step of another sampler, up to the first that has no value.
  func walk(_ step: ([Double], (t: Int, previous: Int), [Double]) -> [Double]?) -> [[Double]] {
    var numbers = start
    var trajectory: [[Double]] = []
    for (pair, fresh) in zip(pairs, fresh) {
      guard let next = step(numbers, pair, fresh) else { break }
      numbers = next
      trajectory.append(numbers)
    }
    return trajectory
  }
}

extension Journey {
  /// The inputs of a program, in the order in which they are told.
  var inputs: [(name: String, value: JSON)] {
    func list(_ numbers: some Sequence<Double>) -> JSON { .array(numbers.map { .number($0) }) }
    var inputs: [(name: String, value: JSON)] = [
      ("weights", list(data.weights)), ("means", list(data.components.map(\.mean))),
      ("standard_deviations", list(data.components.map(\.standardDeviation))),
      ("x_T", list(start)), ("z", .array(fresh.map { list($0) })),
    ]
    if let eta {
      inputs.append(("steps", .array(steps.map { .integer($0) })))
      inputs.append(("eta", .number(eta)))
    }
    return inputs + [
      ("beta", list(schedule.beta.dropFirst())), ("alpha_bar", list(schedule.alphaBar)),
    ]
  }
}
