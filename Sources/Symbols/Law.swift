import Diffusion
import Formula
import Synchronization

/// A formula as a number plus independent standard normal draws, each with its weight.
///
/// Given what is not noise, a formula that is affine in its noises has a normal law, and that law is
/// its mean and the sum of its squared weights: equality in distribution is decided exactly, without
/// drawing anything.
struct Law: Sendable {
  let mean: Double
  /// The weight of each noise, by its name and index.
  let weights: [Noise: Double]

  struct Noise: Hashable, Sendable {
    let name: String
    let index: Int
  }

  var variance: Double { weights.values.reduce(0) { $0 + $1 * $1 } }

  /// How far two numbers go together, drawn by the same noises; nil where one is no random number.
  func correlation(with other: Law) -> Double? {
    let product = variance * other.variance
    guard product > 0 else { return nil }
    let covariance = weights.reduce(0) { $0 + $1.value * (other.weights[$1.key] ?? 0) }
    return covariance / product.squareRoot()
  }

  /// The names that stand for fresh standard normal draws.
  static let names = ["epsilon", "epsilon_bar", "epsilon_tilde", "epsilon'", "z", "z_bar"]

  /// How far a chain is followed back; more steps say nothing new.
  static let longestChain = 64
}

extension Law {
  /// Reads the law of a formula off its values: at zero noise, and with one noise at a time.
  ///
  /// - Throws: why the formula has no value, or that it is not affine in its noises.
  init(_ formula: Expression, in world: World) throws(EvaluationError) {
    let mean = try world.value(of: formula, noise: { _ in 0 })
    var weights: [Noise: Double] = [:]
    let noises = world.noises
    for noise in noises {
      let value = try world.value(of: formula, noise: { $0 == noise ? 1 : 0 })
      if value != mean { weights[noise] = value - mean }
    }
    // With every noise at a value of its own the sum must come out, else the formula is no law.
    let trial: @Sendable (Noise) -> Double = { Double($0.index % 7) / 4 - 0.8 }
    let whole = try world.value(of: formula, noise: trial)
    let sum = weights.reduce(mean) { $0 + $1.value * trial($1.key) }
    let scale = weights.values.reduce(abs(mean)) { $0 + abs($1) }
    guard abs(whole - sum) <= Test.tolerance * max(scale, abs(whole)) else {
      throw EvaluationError(.other("This formula is not a sum of noises with weights."))
    }
    self.mean = mean
    self.weights = weights
  }
}

/// One step of one schedule, where x is given up to an index and follows the chain from there on.
final class World: Sendable {
  private let schedule: Schedule
  private let scope: Scope
  private let base: Int
  private let read = Mutex<Set<Law.Noise>>([])

  /// The names of `scope` hold, but x and the noises are bound anew; x is a given number up to
  /// the index `base`.
  init(_ schedule: Schedule, scope: Scope, base: Int) {
    self.schedule = schedule
    self.scope = scope
    self.base = base
  }

  /// The noises that a formula has read so far.
  var noises: [Law.Noise] {
    read.withLock { $0.sorted { ($0.name, $0.index) < ($1.name, $1.index) } }
  }

  func value(
    of formula: Expression, noise: @escaping @Sendable (Law.Noise) -> Double
  ) throws(EvaluationError) -> Double {
    var scope = scope
    let draw: @Sendable (Law.Noise) -> Double = { [self] name in
      _ = read.withLock { $0.insert(name) }
      return noise(name)
    }
    for name in Law.names {
      scope[name] = .table(0...schedule.steps) { index throws(EvaluationError) in
        .scalar(draw(Law.Noise(name: name, index: index)))
      }
    }
    scope["x"] = .table(0...schedule.steps) { [self] index throws(EvaluationError) in
      .scalar(position(at: index, draw))
    }
    guard let value = try formula.value(in: scope).scalar else {
      throw EvaluationError(.other("This formula has several values."))
    }
    return value
  }

  /// A number of its own for every x that is given; the chain's value for every later one.
  private func position(at index: Int, _ draw: (Law.Noise) -> Double) -> Double {
    var x = 0.7 + 0.37 * Double(min(index, base) % 11)
    guard index > base else { return x }
    for t in base + 1...index {
      x = schedule.step(x, to: t, noise: draw(Law.Noise(name: "epsilon", index: t)))
    }
    return x
  }
}
