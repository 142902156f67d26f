package import Probability
import RealModule

/// The law of x_{t-1} when x_t alone is known, for an x_{t-1} whose law is a mixture.
///
///     q(x_{t-1} | x_t)  proportional to  q(x_{t-1}) N(x_t; sqrt(1 - beta) x_{t-1}, beta)
///
/// A mixture again, of as many parts. Source: DDPM, section 2; Sohl-Dickstein et al. 2015, section
/// 2.2, where "for a small enough beta" it is called normal.
package struct ReverseKernel: Hashable, Sendable {
  /// q(x_{t-1}).
  package let prior: Mixture
  /// The variance of the noise of the step, between 0 and 1.
  package let beta: Double
  package let xt: Double
  /// q(x_{t-1} | x_t).
  package let law: Mixture

  package init(_ prior: Mixture, beta: Double, xt: Double) {
    (self.prior, self.beta, self.xt) = (prior, beta, xt)
    law = prior.posterior(given: xt, scale: .sqrt(1 - beta), noise: beta)
  }

  /// KL(law, normal distribution of its mean and variance), in nats.
  ///
  /// Right to some 1e-12 of itself, however small beta makes it. Infinite where a part that may
  /// have given x_t is a point, zero where there is but one.
  package var divergenceFromNormal: Double {
    law.variance == 0 ? 0 : RelativeMixture(relativeParts).divergence
  }
}

extension ReverseKernel {
  /// The parts in units of the normal distribution of equal moments.
  private var relativeParts: [RelativeMixture.Part] {
    let parts = localParts
    let weights = law.weights
    let mean = zip(weights, parts).reduce(0) { $0 + $1.0 * $1.1.mean }
    let between = zip(weights, parts).reduce(0) {
      $0 + $1.0 * ($1.1.mean - mean) * ($1.1.mean - mean)
    }
    let level = zip(weights, parts).reduce(0) { $0 + $1.0 * $1.1.level }
    let variance = zip(weights, parts).reduce(between) { $0 + $1.0 * $1.1.variance }
    let deviation = Double.sqrt(variance)
    return zip(weights, parts).map { weight, part in
      RelativeMixture.Part(
        weight: weight, mean: (part.mean - mean) / deviation, variance: part.variance / variance,
        excess: ((part.level - level) - between) / variance)
    }
  }

  /// A part as the normal law needs it.
  private struct LocalPart {
    let mean: Double
    let variance: Double
    /// The variance, less the same number for all parts.
    let level: Double
  }

  /// The parts, in the frame in which their differences have all digits.
  ///
  /// With a = sqrt(1 - beta), a part of mean m and variance v becomes, with the share
  /// f = beta / (a^2 v + beta) for the prior,
  ///
  ///     mean = f m + (1 - f) x_t / a,   variance = (1 - f) beta / a^2 = f v
  ///
  /// Where beta is small so is f, and all parts are nearly N(x_t / a, beta / a^2). In its units their
  /// differences are f (m - x_t / a) a / sqrt(beta) and -f. Where the prior is narrow f is nearly 1,
  /// and every part is nearly what it was.
  private var localParts: [LocalPart] {
    let a = Double.sqrt(1 - beta)
    let shares = prior.components.map { beta / (a * a * $0.variance + beta) }
    let share = zip(law.weights, shares).reduce(0) { $0 + $1.0 * $1.1 }
    guard share < 0.5 else {
      return law.components.map {
        LocalPart(mean: $0.mean, variance: $0.variance, level: $0.variance)
      }
    }
    return zip(prior.components, shares).map { part, share in
      LocalPart(
        mean: share * (part.mean - xt / a) * (a / .sqrt(beta)),
        variance: part.variance * (a * a / (a * a * part.variance + beta)), level: -share)
    }
  }
}
