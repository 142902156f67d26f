package import Probability
import RealModule

/// The ordinary differential equation that a sampler without fresh noise takes steps of.
///
/// Divide a step of eta = 0 by sqrt(abar_previous). With u = x / sqrt(abar) and
/// r = sqrt((1 - abar) / abar), the noise-to-signal ratio,
///
///     u_previous = u_t + (r_previous - r_t) noise(x_t)
///
/// which is a step of Euler's method for du/dr = noise. For data N(m, v) the exact noise prediction
/// is r (u - m) / (v + r^2), and the equation has the solution
///
///     u - m  proportional to  sqrt(v + r^2),
///
/// so x_t and x_0 are the same quantile of their laws. Source: DDIM, section 4.3 and equation 14.
///
/// Near t = 0 the ratio r grows like the root of t. So steps that are even in t^2, the quadratic
/// spacing, are even in r, and the error is of first order in 1 / S. Steps that are even in t are
/// longest, in r, at the very end, and their error falls like log(S) / S.
extension Schedule {
  /// Where the equation carries x at step t to, at step 0; exact for normal data.
  package func flowed(_ x: Double, from t: Int, of data: Gaussian) -> Double {
    let law = diffused(data, to: t)
    return data.mean + data.standardDeviation * (x - law.mean) / law.standardDeviation
  }
}

extension Sampler {
  /// The root of the mean squared distance between where this sampler ends and where the equation
  /// does, over standard normal starts; for normal data, and a sampler without fresh noise.
  ///
  /// Both are affine in the start, so with d(x) the difference it is sqrt(d(0)^2 + (d(1) - d(0))^2).
  package func flowError(of data: Gaussian) -> Double {
    let differences = [0.0, 1.0].map { x in
      law(of: data, from: Gaussian(mean: x, variance: 0)).mean
        - schedule.flowed(x, from: step(after: 0), of: data)
    }
    return .hypot(differences[0], differences[1] - differences[0])
  }
}
