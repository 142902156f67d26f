import Diffusion
import Probability

extension Journey {
  /// The ways that a sampler is tried at: the running example, one step alone, drawn ones of twelve
  /// steps, and a long one.
  static func cases(hasStride: Bool) -> [Journey] {
    let short: [([Double], [Int], Double)] = [
      ([0.1, 0.2, 0.5], [3, 2, 1], 0.5), ([0.3], [1], 1), ([0.1, 0.2, 0.5], [3, 1], 0),
      ([0.4, 0.2], [2], 1),
    ]
    var journeys = short.enumerated().compactMap { number, example in
      journey(
        UInt64(number), try? Schedule(betas: example.0), visiting: example.1,
        eta: hasStride ? example.2 : nil)
    }
    journeys += (0..<6).compactMap { drawn(10 + UInt64($0), hasStride: hasStride) }
    let visited =
      hasStride ? Array(stride(from: 1000, to: 0, by: -20)) : Array((1...1000).reversed())
    return journeys
      + [
        journey(
          30, try? Schedule.linear(steps: 1000), visiting: visited, eta: hasStride ? 0.7 : nil)
      ].compactMap(\.self)
  }

  private static func drawn(_ number: UInt64, hasStride: Bool) -> Journey? {
    var generator = CounterGenerator(seed: 62, stream: number)
    let betas = (0..<12).map { _ in (10 + generator.nextUniform() * 490).rounded() / 1000 }
    guard let schedule = try? Schedule(betas: betas) else { return nil }
    let visited = (1...12).reversed().filter { _ in !hasStride || generator.nextUniform() < 0.6 }
    let all = visited.isEmpty ? [12] : visited
    let bound = min(schedule.etaBound(visiting: all.reversed()), 2) * Cases.insideBound
    let etas = [0, 0.2, 1, 0.5, bound, 0.8]
    return journey(
      number, schedule, visiting: all,
      eta: hasStride ? min(etas[Int(number) % etas.count], bound) : nil)
  }

  private static func journey(
    _ number: UInt64, _ schedule: Schedule?, visiting steps: [Int], eta: Double?
  ) -> Journey? {
    let mixtures: [(weights: [Double], means: [Double], deviations: [Double])] = [
      ([1], [0.5], [0.8]), ([0.3, 0.7], [-1, 1.5], [0.4, 0.5]),
      ([0.25, 0.25, 0.5], [-1.5, 0, 1], [0.3, 0.6, 0.4]),
    ]
    let mixture = mixtures[Int(number % 3)]
    var generator = CounterGenerator(seed: 61, stream: number)
    let count = 1 + Int(number) % 3
    // A DDPM step is taken at each step; a stride is for DDIM alone.
    let visited = eta == nil ? Array((1...(steps.first ?? 1)).reversed()) : steps
    guard let schedule,
      let data = try? Mixture(
        weights: mixture.weights, means: mixture.means, standardDeviations: mixture.deviations)
    else { return nil }
    func draws() -> [Double] { generator.normals(count).map { ($0 * 1000).rounded() / 1000 } }
    return Journey(
      schedule: schedule, data: data, start: draws(), steps: visited,
      fresh: visited.map { _ in draws() }, eta: eta)
  }
}
