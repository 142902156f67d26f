import Diffusion
import Probability
import Synchronization

/// How many numbers are drawn where a formula is tried, and from which seed.
struct Draws: Hashable, Sendable {
  let count: Int
  /// Another of it gives draws that are independent of these.
  var seed: UInt64 = 0

  /// So many are compared for one relation, at all its points together.
  static let compared = 10_000
  /// A share is this much larger, since at some points a side may have no value.
  private static let reserve = 1.25
  /// So many where each costs an average of its own.
  static let averaged = Draws(count: 64)
  /// What walks through the steps of a long schedule is not more than this many numbers and steps.
  private static let mostWork = 20_000_000

  init(count: Int, seed: UInt64 = 0) { (self.count, self.seed) = (count, seed) }

  /// An equal share at each of some points, where the chain goes on to step t at most.
  init(atEachOf points: Int, through t: Int, seed: UInt64) {
    let share =
      points > 1 ? Int(Self.reserve * Double(Self.compared) / Double(points)) : Self.compared
    self.init(count: max(64, min(share, Self.mostWork / max(1, t))), seed: seed)
  }

  /// The seed of a purpose.
  func seed(of purpose: UInt64) -> UInt64 { purpose &+ 1000 &* seed }
}

/// Numbers on their way through the steps of a schedule, walked as far as a formula asks.
///
/// The draws of step t are those of stream t, so that the way to a step is the same however it is
/// come by.
final class WalkedChain: Sendable {
  private let schedule: Schedule
  private let draws: Draws
  private let known: Mutex<[Int: [Double]]>

  /// More steps are not kept: they are walked again.
  private static let mostKept = 64
  /// Steps before the one that was asked for, which a formula mostly asks for next.
  private static let neighbours = 3

  private struct Key: Hashable {
    let schedule: Schedule
    let draws: Draws
  }

  private static let made = Mutex<[Key: WalkedChain]>([:])

  /// The chain of a schedule, which all formulas share.
  static func of(_ schedule: Schedule, _ draws: Draws) -> WalkedChain {
    made.withLock { made in
      let key = Key(schedule: schedule, draws: draws)
      if let chain = made[key] { return chain }
      if made.count >= 16 { made = [:] }
      let chain = WalkedChain(schedule, draws)
      made[key] = chain
      return chain
    }
  }

  private init(_ schedule: Schedule, _ draws: Draws) {
    (self.schedule, self.draws) = (schedule, draws)
    known = Mutex([0: Self.normals(draws, stream: 0)])
  }

  private static func normals(_ draws: Draws, stream: Int) -> [Double] {
    // Seed 1 is the chain's; those after it are of fresh noise.
    var generator = CounterGenerator(seed: draws.seed(of: 1), stream: UInt64(stream))
    return generator.normals(draws.count)
  }

  /// The standard normal draws of step t, in 1...T.
  func noise(at t: Int) -> [Double] { Self.normals(draws, stream: t) }

  /// x_t of each number; x_0 is standard normal.
  ///
  ///     x_t = sqrt(1 - beta_t) x_{t-1} + sqrt(beta_t) noise        (DDPM, equation 2)
  func values(at t: Int) -> [Double] {
    known.withLock { known in
      if let values = known[t] { return values }
      if known.count >= Self.mostKept { known = known.filter { $0.key == 0 } }
      let start = known.keys.filter { $0 < t }.max() ?? 0
      guard var values = known[start], start < t else { return [] }
      for step in start + 1...t {
        let (kept, added) = (schedule.alpha[step].squareRoot(), schedule.beta[step].squareRoot())
        let noise = noise(at: step)
        for index in values.indices { values[index] = kept * values[index] + added * noise[index] }
        if step >= t - Self.neighbours { known[step] = values }
      }
      return values
    }
  }
}
