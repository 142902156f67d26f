import Diffusion
import Probability

/// One schedule with all its random numbers, each a sum of independent standard normal sources.
///
/// Source 0 is that of the data, sources 1 to T are the noises of the steps, and the sources after
/// those are fresh: they belong to noise that no step added. So everything that the forward process
/// speaks of is known together, and joint laws, densities and averages follow by algebra:
///
///     x_0     = m + sqrt(v) u_0
///     x_s     = sqrt(alpha_s) x_{s-1} + sqrt(beta_s) u_s                       (DDPM, equation 2)
///     total_s = (x_s - sqrt(abar_s) x_0) / sqrt(1 - abar_s)                    (DDPM, equation 4)
///     back_s  = (x_{s-1} - mu-tilde_s(x_s, x_0)) / sqrt(beta-tilde_s)          (DDPM, equation 7)
struct JointWorld: Sendable {
  let schedule: Schedule
  /// The law of x_0.
  let data: Gaussian
  private let chain: [NormalSum]

  init(_ schedule: Schedule, data: Gaussian) {
    self.schedule = schedule
    self.data = data
    var chain = [NormalSum(mean: data.mean, weights: [data.standardDeviation])]
    for s in 1...schedule.steps {
      let kept = chain[s - 1].scaled(by: schedule.alpha[s].squareRoot())
      chain.append(kept + .source(s, weight: schedule.beta[s].squareRoot()))
    }
    self.chain = chain
  }

  /// T.
  var steps: Int { schedule.steps }

  /// x_s, for s in 0...T.
  func x(_ s: Int) -> NormalSum { chain[s] }

  /// The noise that step s added, for s in 1...T.
  func stepNoise(_ s: Int) -> NormalSum { .source(s, weight: 1) }

  /// All the noise in x_s, as one standard normal number, for s in 1...T.
  func totalNoise(_ s: Int) -> NormalSum {
    let rest = chain[s] + chain[0].scaled(by: -schedule.alphaBar[s].squareRoot())
    var noise = rest.scaled(by: 1 / schedule.oneMinusAlphaBar[s].squareRoot())
    // Exactly independent of the data, whatever rounding says.
    noise.mean = 0
    noise.weights[0] = 0
    return noise
  }

  /// What is new in x_{s-1} once x_s and x_0 are known, for s in 2...T.
  func reverseNoise(_ s: Int) -> NormalSum {
    let posterior = schedule.posterior(at: s)
    let mean =
      chain[0].scaled(by: posterior.coefficientX0) + chain[s].scaled(by: posterior.coefficientXt)
    let rest = chain[s - 1] + mean.scaled(by: -1)
    return rest.scaled(by: 1 / posterior.variance.squareRoot())
  }

  /// Noise of no step: the same source for the same number and index, for index in 0...T+1.
  func freshNoise(_ number: Int, index: Int) -> NormalSum {
    .source(steps + 1 + number * (steps + 2) + index, weight: 1)
  }

  /// How many sources there are with `count` kinds of fresh noise.
  func sourceCount(fresh count: Int) -> Int { steps + 1 + count * (steps + 2) }
}

extension NormalSum {
  /// One source alone.
  static func source(_ index: Int, weight: Double) -> NormalSum {
    NormalSum(mean: 0, weights: Array(repeating: 0, count: index) + [weight])
  }

  func scaled(by factor: Double) -> NormalSum {
    NormalSum(mean: mean * factor, weights: weights.map { $0 * factor })
  }

  static func + (left: NormalSum, right: NormalSum) -> NormalSum {
    let (long, short) =
      left.weights.count >= right.weights.count ? (left, right) : (right, left)
    var weights = long.weights
    for (index, weight) in short.weights.enumerated() { weights[index] += weight }
    return NormalSum(mean: left.mean + right.mean, weights: weights)
  }
}
