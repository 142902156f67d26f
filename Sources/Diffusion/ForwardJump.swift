package import Probability
import RealModule

/// The forward process in one jump, from the start to any step.
///
///     x_t = sqrt(abar_t) x_0 + sqrt(1 - abar_t) noise
///
/// Source: DDPM, equation 4. Everywhere t is in 0...T, and at t = 0 nothing happens. The noise is
/// standard normal; it stands for that of all steps up to t together, not for that of step t.
extension Schedule {
  /// What is left of the start at step t: sqrt(abar_t).
  package func signalScale(at t: Int) -> Double { .sqrt(alphaBar[t]) }

  /// The deviation of the noise at step t: sqrt(1 - abar_t).
  package func noiseScale(at t: Int) -> Double { .sqrt(oneMinusAlphaBar[t]) }

  /// What the start has lost at step t: 1 - sqrt(abar_t) = (1 - abar_t) / (1 + sqrt(abar_t)).
  package func shrinkage(at t: Int) -> Double { oneMinusAlphaBar[t] / (1 + signalScale(at: t)) }

  /// x_t from the start and the whole noise.
  package func jump(_ start: Double, to t: Int, noise: Double) -> Double {
    signalScale(at: t) * start + noiseScale(at: t) * noise
  }

  /// x_t of many numbers, each from its start and its noise.
  package func jump(_ starts: [Double], to t: Int, noise: [Double]) -> [Double] {
    starts.combined(signalScale(at: t), with: noise, noiseScale(at: t))
  }

  /// x_t of points, each from its start and its noise.
  package func jump(_ starts: Points2D, to t: Int, noise: Points2D) -> Points2D {
    starts.combined(signalScale(at: t), with: noise, noiseScale(at: t))
  }

  /// x_t of many numbers with noise drawn for this t alone, independent of the chain's.
  package func jump(_ starts: [Double], to t: Int, seed: UInt64) -> [Double] {
    var generator = CounterGenerator(seed: seed, stream: jumpStream(t))
    return jump(starts, to: t, noise: generator.normals(starts.count))
  }

  /// x_t of points with noise drawn for this t alone, independent of the chain's.
  package func jump(_ starts: Points2D, to t: Int, seed: UInt64) -> Points2D {
    var generator = CounterGenerator(seed: seed, stream: jumpStream(t))
    return jump(starts, to: t, noise: generator.normalPoints(starts.count))
  }

  /// The exact law of x_t for a start of this law: mean sqrt(abar) m, variance abar v + 1 - abar.
  package func diffused(_ start: Gaussian, to t: Int) -> Gaussian {
    start.pushed(scale: signalScale(at: t), noise: oneMinusAlphaBar[t])
  }

  /// The exact law of x_t for a start of this law: a mixture again, of the same weights.
  package func diffused(_ start: Mixture, to t: Int) -> Mixture {
    start.pushed(scale: signalScale(at: t), noise: oneMinusAlphaBar[t])
  }

  /// The exact law of x_t for a start of this law.
  package func diffused<Law: Distribution2D>(_ start: Law, to t: Int) -> Law {
    start.pushed(scale: signalScale(at: t), noise: oneMinusAlphaBar[t])
  }
}

/// Streams of jumps begin above those of the chain's steps.
private func jumpStream(_ t: Int) -> UInt64 { 1 << 32 + UInt64(t) }
