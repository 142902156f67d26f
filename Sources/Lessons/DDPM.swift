import Figures

/// The figures of lesson 07: noise to data, a step of the chain at a time.
extension Figure {
  static let ddpm: [Figure] = [
    ddpmTraining, ddpmSampling, ddpmSample, ddpmMoments, ddpmVariance, ddpmPrior,
  ]
}
