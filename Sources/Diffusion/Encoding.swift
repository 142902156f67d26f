package import Probability
import RealModule

/// Data into the noise from which a sampler without fresh noise makes them again.
///
/// A step without fresh noise, solved for x_t with the noise that is found at the earlier step:
///
///     x_t / sqrt(abar_t) = x_previous / sqrt(abar_previous)
///       + (sqrt((1 - abar_t) / abar_t) - sqrt((1 - abar_previous) / abar_previous)) noise
///
/// Source: DDIM, section 4.3 and equation 14, read backwards in time.
extension Sampler {
  /// x at the largest step, from x at step 0.
  ///
  /// The noise of a step is that found where the step begins. At step 0 there is none to find, and a
  /// network knows no step 0; there the first step that is visited is asked instead.
  package func encoded<Numbers: Cloud>(
    _ starts: Numbers, _ denoiser: some Denoiser<Numbers>
  ) -> Numbers {
    steps.reversed().reduce(starts) { points, step in
      let noise = denoiser.noise(in: points, at: step.previous > 0 ? step.previous : step.t)
      let shrink = step.signal / step.previousSignal
      let earlier = schedule.noiseScale(at: step.previous)
      return points.combined(shrink, with: noise, step.noiseScale - shrink * earlier)
    }
  }

  /// x at step 0, from x at the largest step; for a sampler without fresh noise.
  package func decoded<Numbers: Cloud>(
    _ ends: Numbers, _ denoiser: some Denoiser<Numbers>
  ) -> Numbers {
    var points = ends
    for moment in ReverseWalk(self, denoiser, from: ends, seed: 0) { points = moment.next }
    return points
  }

  /// The mean squared error of data that were encoded and decoded, for data of a mixture.
  ///
  /// By the trapezoidal rule over each component, a hundred places to a deviation; nothing is drawn.
  /// Where a step between components is as steep as their gap is deep, three digits are right.
  package func reconstructionError(of data: Mixture) -> Double {
    let denoiser = ExactLineDenoiser(data, schedule)
    let lattice = NormalLattice()
    let places = data.components.flatMap { part in
      lattice.places.map { part.mean + part.standardDeviation * $0 }
    }
    let shares = data.weights.flatMap { weight in lattice.weights.map { weight * $0 } }
    let back = decoded(encoded(places, denoiser), denoiser)
    return zip(shares, zip(places, back)).reduce(0) { sum, place in
      let error = place.1.0 - place.1.1
      return sum + place.0 * error * error
    }
  }
}

/// Evenly spaced standard normal numbers with the probability that each stands for.
private struct NormalLattice {
  let places: [Double]
  let weights: [Double]

  /// Beyond eight deviations lies 1e-15.
  init(step: Double = 0.01, reach: Double = 8) {
    let notches = Int((reach / step).rounded())
    places = (-notches...notches).map { Double($0) * step }
    weights = places.map { step * Gaussian.standard.density(at: $0) }
  }
}
