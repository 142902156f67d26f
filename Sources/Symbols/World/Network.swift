import Diffusion
import Formula
import Probability
import RealModule

/// The network's prediction of the noise, and what follows from it.
///
/// With `Reading.Network.any` it is a function that nothing is known of: smooth, neither even nor
/// odd, another one where there is a condition. What holds of it holds of every network.
struct Network: Sendable {
  let world: JointWorld
  /// The law of x_0 of the class that is asked for.
  let classData: Gaussian
  let reading: Reading.Network

  /// epsilon_theta(x, t), and epsilon_theta(x, t, y) where there is a condition.
  func noise(_ x: Double, _ t: Int, isConditioned: Bool) -> Double {
    switch reading {
    case .any:
      let time = Double(t)
      return isConditioned
        ? 0.6 * .cos(0.9 * x - 0.4 * time + 1.1) - 0.15 * x + 0.2
        : 0.8 * .sin(1.3 * x + 0.7 * time + 0.3) + 0.25 * x
    case .ideal:
      // E[noise | x_t] = -sqrt(1 - abar_t) d/dx log q(x_t)   (Tweedie)
      let law = world.schedule.diffused(isConditioned ? classData : world.data, to: t)
      return -world.schedule.oneMinusAlphaBar[t].squareRoot() * law.score(at: x)
    }
  }

  /// A prediction that was steered towards a class, however that was done.
  func guidedNoise(_ x: Double, _ t: Int) -> Double {
    let (free, conditioned) = (
      noise(x, t, isConditioned: false), noise(x, t, isConditioned: true)
    )
    return conditioned + 0.37 * conditioned * free - 1.13 * free
  }

  /// The prediction of a kind that follows from that of the noise.
  func value(_ kind: Kind, _ x: Double, _ t: Int, isConditioned: Bool) -> Double {
    let noise = noise(x, t, isConditioned: isConditioned)
    let schedule = world.schedule
    let (signal, rest) = (
      schedule.alphaBar[t].squareRoot(), schedule.oneMinusAlphaBar[t].squareRoot()
    )
    switch kind {
    case .noise: return noise
    case .start: return (x - rest * noise) / signal
    case .mean: return (x - schedule.beta[t] / rest * noise) / schedule.alpha[t].squareRoot()
    case .score: return -noise / rest
    case .velocity: return signal * noise - rest * (x - rest * noise) / signal
    }
  }

  /// What a network may be said to predict.
  enum Kind: String, CaseIterable, Sendable {
    case noise = "$noise"
    /// x_0. Source: DDIM, equation 9.
    case start = "$start"
    /// The mean of x_{t-1}. Source: DDPM, equation 11.
    case mean = "$mean"
    /// d/dx log q(x_t).
    case score = "$score"
    /// sqrt(abar_t) noise - sqrt(1 - abar_t) x_0. Source: Salimans and Ho 2022.
    case velocity = "$velocity"
  }

  /// The function of x, t and whether there is a condition, as formulas call it.
  func function(_ kind: Kind) -> Scope.Binding {
    .function { arguments throws(EvaluationError) in
      guard arguments.count == 3, let step = arguments[1].scalar.flatMap({ Int(exactly: $0) }),
        let condition = arguments[2].scalar
      else { throw EvaluationError(.other("Give the network one x and one step.")) }
      guard (1...world.steps).contains(step) else {
        throw EvaluationError(.indexOutOfRange("the network", step, allowed: 1...world.steps))
      }
      return arguments[0].map { value(kind, $0, step, isConditioned: condition != 0) }
    }
  }
}
