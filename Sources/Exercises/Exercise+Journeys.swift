import Diffusion
import Probability

/// The capstones: whole samplers, which only a program can be.
extension Exercise {
  static let journeys = [
    Exercise(
      id: "ddpm-sample", lesson: "ddpm",
      asks: "the whole way of DDPM with sigma_t^2 = beta_t, from x_T to x_0, with the exact noise "
        + "prediction for data of a mixture of normal distributions",
      formula: nil,
      program: ProgramTask(
        hasStride: false,
        slips: slips(
          Common.ddpm, Common.slipsOfDDPM + [Common.lastStepNoise(Common.ddpm)]))),
    Exercise(
      id: "ddim-sample", lesson: "ddim",
      asks: "the whole way of DDIM through the given steps, down to x_0, with the exact noise "
        + "prediction for data of a mixture of normal distributions",
      formula: nil,
      program: ProgramTask(
        hasStride: true, slips: slips(Common.ddim, Common.slipsOfDDIM) + noises(Common.ddim))),
  ]

  /// Slips in what is taken for the noise.
  ///
  /// In DDPM's step they are the same as slips in the noise's factor.
  private static func noises(_ step: String) -> [JourneySlip] {
    [
      .prediction(
        "score-for-noise", step: step,
        says: "The noise is the score times -sqrt(1 - abar[t]); here it is the score times -1."
      ) { journey, numbers, t in
        let scale = journey.schedule.noiseScale(at: t)
        return journey.noise(in: numbers, at: t).map { $0 / scale }
      },
      .prediction(
        "sign-of-score", step: step,
        says: "The noise has the wrong sign: it points against the score."
      ) { journey, numbers, t in journey.noise(in: numbers, at: t).map { -$0 } },
    ]
  }

  private static func slips(_ step: String, _ slips: [Slip]) -> [JourneySlip] {
    slips.map(JourneySlip.step) + [
      .prediction(
        "undiffused-mixture", step: step,
        says: "The score is that of the data. At step t the means are multiplied by "
          + "sqrt(abar[t]), and the variances are abar[t] v + 1 - abar[t]."
      ) { journey, numbers, t in
        let scale = -journey.schedule.noiseScale(at: t)
        return numbers.map { scale * journey.data.score(at: $0) }
      },
      .prediction(
        "deviation-for-variance", step: step,
        says: "The mixture's standard deviations are to be squared, to be variances."
      ) { journey, numbers, t in
        let data = try? Mixture(
          weights: journey.data.weights, means: journey.data.components.map(\.mean),
          standardDeviations: journey.data.components.map { $0.standardDeviation.squareRoot() })
        return ExactLineDenoiser(data ?? journey.data, journey.schedule).noise(in: numbers, at: t)
      },
      .prediction(
        "weights-ignored", step: step,
        says: "The components are taken as equally likely; each is weighted by its share."
      ) { journey, numbers, t in
        let data = try? Mixture(
          weights: journey.data.weights.map { _ in 1 },
          means: journey.data.components.map(\.mean),
          standardDeviations: journey.data.components.map(\.standardDeviation))
        return ExactLineDenoiser(data ?? journey.data, journey.schedule).noise(in: numbers, at: t)
      },
    ]
  }
}
