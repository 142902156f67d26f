package import Probability
import RealModule

/// What the bound is about: the likelihood of the model itself, and how far the bound is above it.
extension VariationalBound {
  /// The laws of the model's x at steps 0...T, by going back from the standard normal start.
  ///
  ///     mean of x_{t-1} given x_t = sqrt(abar_{t-1}) m + f (x_t - sqrt(abar_t) m),
  ///     f = sqrt(alpha_t) D_{t-1} / D_t
  ///
  /// Each mean is told as what it has above sqrt(abar_t) m.
  private var modelLaws: [Gaussian] {
    let last = schedule.steps
    var laws = [Gaussian(mean: -schedule.signalScale(at: last) * data.mean, variance: 1)]
    for t in stride(from: last, through: 1, by: -1) {
      laws.append(laws[laws.count - 1].pushed(scale: factor(at: t), noise: variance(at: t)))
    }
    return laws.reversed()
  }

  /// The slope of the mean of x_{t-1} over x_t.
  private func factor(at t: Int) -> Double {
    Double.sqrt(schedule.alpha[t]) * (noisyVariance(at: t - 1) / noisyVariance(at: t))
  }

  /// The law of the numbers that the model makes.
  package var modelLaw: Gaussian { modelLaws[0].shifted(by: data.mean) }

  /// The mean of -log p(x_0) over the data, in nats.
  package var negativeLogLikelihood: Double { entropy + data.divergence(from: modelLaw) }

  /// The least mean of -log p(x_0) that any model can have: log(2 pi e v) / 2.
  package var entropy: Double { 0.5 * .log(2 * .pi * data.variance) + 0.5 }

  /// How far the bound is above the likelihood.
  ///
  /// What is lost is the divergence of the walk from the model's way up, given x_0. Both go step by
  /// step, without memory, so it is a sum over the steps,
  ///
  ///     gap = sum over t of E KL(q(x_t given x_{t-1}), p(x_t given x_{t-1})),
  ///
  /// of numbers of at least zero: no digits cancel, as they do in bound - likelihood.
  package var gap: Double {
    let laws = modelLaws
    var gap = 0.0
    // What the model's variance of x_t has above the walk's.
    var excess = schedule.alphaBar[schedule.steps] * (1 - data.variance)
    for t in stride(from: schedule.steps, through: 1, by: -1) {
      gap += gapStep(t, earlier: laws[t - 1], later: laws[t], excess)
      excess = factor(at: t) * factor(at: t) * excess + varianceExcess(at: t)
    }
    return gap
  }

  /// What sigma_t^2 has above w, the variance of x_{t-1} given x_t, which is beta_t D_{t-1} / D_t.
  ///
  ///     beta - w       = beta^2 abar_{t-1} (1 - v) / D_t
  ///     beta-tilde - w = -beta^2 abar_{t-1} v / ((1 - abar_t) D_t)
  private func varianceExcess(at t: Int) -> Double {
    let (beta, rest) = (schedule.beta[t], schedule.oneMinusAlphaBar[t])
    let common = beta * beta * schedule.alphaBar[t - 1] / noisyVariance(at: t)
    switch reverseVariance {
    case .beta: return common * (1 - data.variance)
    case .posterior where t > 1: return -common * data.variance / rest
    case .posterior: return variance(at: 1) - beta * data.variance / noisyVariance(at: 1)
    }
  }

  /// E KL(q(x_t given x_{t-1}), p(x_t given x_{t-1})), where the model has the variances s of x_{t-1}
  /// and S of x_t, and `excess` = S - D_t.
  ///
  /// By Bayes the model's x_t given x_{t-1} has the slope k = f S / s and the variance S sigma^2 / s.
  /// With X = D_t s - D_{t-1} S = D_t (sigma^2 - w) - excess w,
  ///
  ///     sqrt(alpha) - k                 = sqrt(alpha) X / (D_t s)
  ///     beta / (S sigma^2 / s) - 1      = (w X - S D_{t-1} (sigma^2 - w)) / (D_{t-1} S sigma^2).
  private func gapStep(
    _ t: Int, earlier: Gaussian, later: Gaussian, _ excess: Double
  ) -> Double {
    let (before, after) = (noisyVariance(at: t - 1), noisyVariance(at: t))
    let (own, step) = (variance(at: t), varianceExcess(at: t))
    let walk = schedule.beta[t] * (before / after)
    let cross = after * step - excess * walk
    let slope = Double.sqrt(schedule.alpha[t]) * cross / (after * earlier.variance)
    let shift = later.mean * own / earlier.variance
    let square = slope * slope * before + shift * shift
    let ratio = (walk * cross - later.variance * before * step) / (before * later.variance * own)
    return Gaussian.divergence(excess: ratio)
      + 0.5 * square * earlier.variance / (later.variance * own)
  }
}
