import Formula
import Probability

extension Scope {
  /// Binds the names of noise that no step of the chain added to draws of their own.
  ///
  /// They are independent of the chain and of each other: a line that carries them over unchanged is
  /// equal draw by draw, and one that puts them in the place of others is not.
  mutating func bindFreshNoise(through last: Int, _ draws: Draws) {
    for (number, name) in Law.names.enumerated() where name != "epsilon" {
      // Seed 1 is the chain's.
      let seed = draws.seed(of: UInt64(2 + number))
      self[name] = .table(0...last) { index throws(EvaluationError) in
        var generator = CounterGenerator(seed: seed, stream: UInt64(index))
        return .vector(generator.normals(draws.count))
      }
    }
  }
}
