package import Probability
import RealModule

/// What a sampler makes of a standard normal start where the data are normal: exact, without
/// random numbers.
///
/// For data N(m, v) the exact noise prediction is affine in x_t,
///
///     noise(x_t) = sqrt(1 - abar_t) (x_t - sqrt(abar_t) m) / (abar_t v + 1 - abar_t),
///
/// so each step maps a normal law onto a normal law. With `factor` and `shift` of the step,
///
///     mean <- factor mean + shift,   variance <- factor^2 variance + sigma^2.
///
/// Source: DDIM, equations 9 and 12, with the noise prediction of a normal law put in.
extension Sampler {
  /// The law of x at step 0 for data of the law `data`, started at `start` at the largest step.
  package func law(of data: Gaussian, from start: Gaussian = .standard) -> Gaussian {
    laws(of: data, from: start).last ?? start
  }

  /// The law before the first step and after each.
  package func laws(of data: Gaussian, from start: Gaussian = .standard) -> [Gaussian] {
    var laws = [start]
    for step in steps { laws.append(schedule.after(step, law: laws[laws.count - 1], data)) }
    return laws
  }
}

extension Schedule {
  fileprivate func after(_ step: ReverseStep, law: Gaussian, _ data: Gaussian) -> Gaussian {
    let slope = step.noiseScale / diffused(data, to: step.t).variance
    let mean = step.meanFactors
    let factor = mean.xt + mean.noise * slope
    let shift = -mean.noise * slope * step.signal * data.mean
    return Gaussian(
      mean: factor * law.mean + shift,
      variance: factor * factor * law.variance + step.sigma * step.sigma)
  }
}
