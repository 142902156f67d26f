package import Probability
import RealModule

/// Noise that leads to the points of one class: of the conditioned prediction more than there is.
///
///     guided = (1 + w) conditioned - w unconditioned
///            = unconditioned + s (conditioned - unconditioned),   s = 1 + w
///
/// w = 0 is the conditioned prediction, w = -1 the unconditioned. Source: Ho and Salimans 2022
/// (classifier-free guidance), equation 6; in the other convention Saharia et al. 2022 (Imagen),
/// equation 2.
package struct ClassifierFreeDenoiser<Numbers: Cloud>: Denoiser {
  private let conditioned: any Denoiser<Numbers>
  private let unconditioned: any Denoiser<Numbers>
  private let w: Double

  package init(
    _ conditioned: any Denoiser<Numbers>, _ unconditioned: any Denoiser<Numbers>, w: Double
  ) {
    (self.conditioned, self.unconditioned, self.w) = (conditioned, unconditioned, w)
  }

  package func noise(in points: Numbers, at t: Int) -> Numbers {
    conditioned.noise(in: points, at: t)
      .combined(1 + w, with: unconditioned.noise(in: points, at: t), -w)
  }
}

/// Something that tells how the probability of a class changes with a noisy point.
package protocol NoisyClassifier<Numbers>: Sendable {
  associatedtype Numbers: Cloud
  /// d/dx log p(class given x_t) at each x_t; `t` is in 1...T.
  func gradient(in points: Numbers, at t: Int) -> Numbers
}

/// Noise that a classifier leads to the points of one class.
///
///     score of q(x_t given y) = score of q(x_t) + d/dx log p(y given x_t)     (Bayes)
///     noise                   = -sqrt(1 - abar_t) score
///     guided                  = noise - s sqrt(1 - abar_t) d/dx log p(y given x_t)
///
/// s = 1 is the conditioned prediction, s = 0 the unconditioned. Source: Dhariwal and Nichol 2021
/// (ADM), Algorithm 2 and equation 14.
package struct ClassifierGuidedDenoiser<Numbers: Cloud>: Denoiser {
  private let unconditioned: any Denoiser<Numbers>
  private let classifier: any NoisyClassifier<Numbers>
  private let schedule: Schedule
  private let scale: Double

  package init(
    _ unconditioned: any Denoiser<Numbers>, _ classifier: any NoisyClassifier<Numbers>,
    _ schedule: Schedule, scale: Double
  ) {
    (self.unconditioned, self.classifier) = (unconditioned, classifier)
    (self.schedule, self.scale) = (schedule, scale)
  }

  package func noise(in points: Numbers, at t: Int) -> Numbers {
    unconditioned.noise(in: points, at: t).combined(
      1, with: classifier.gradient(in: points, at: t), -scale * schedule.noiseScale(at: t))
  }
}

/// The best possible classifier of noisy numbers, for data of which each part is a class.
package struct ExactLineClassifier: NoisyClassifier {
  private let schedule: Schedule
  private let data: Mixture
  private let label: Int
  private let knowsNoise: Bool

  /// A classifier that is asked for the class `label`.
  ///
  /// Where it does not know noise it answers as if x_t were clean: a slip, kept to show what becomes
  /// of it.
  package init(_ data: Mixture, _ schedule: Schedule, label: Int, knowsNoise: Bool = true) {
    (self.data, self.schedule, self.label, self.knowsNoise) = (data, schedule, label, knowsNoise)
  }

  package func gradient(in points: [Double], at t: Int) -> [Double] {
    (knowsNoise ? schedule.diffused(data, to: t) : data).classSlopes(label, at: points)
  }
}

/// The best possible classifier of noisy points of the plane.
package struct ExactClassifier: NoisyClassifier {
  private let schedule: Schedule
  private let data: any Distribution2D
  private let label: Int
  private let knowsNoise: Bool

  /// As the one for numbers; without knowledge of noise the data must have a density everywhere.
  package init(
    _ data: any Distribution2D, _ schedule: Schedule, label: Int, knowsNoise: Bool = true
  ) {
    (self.data, self.schedule, self.label, self.knowsNoise) = (data, schedule, label, knowsNoise)
  }

  /// Zero where there is no such class.
  package func gradient(in points: Points2D, at t: Int) -> Points2D {
    (knowsNoise ? schedule.diffused(data, to: t) : data).classSlopes(label, at: points)
      ?? points.scaled(by: 0)
  }
}
