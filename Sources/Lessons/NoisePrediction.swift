import Figures

/// The figures of lesson 06: what is learned of the noise, how well, and to which end.
extension Figure {
  static let noisePrediction: [Figure] = [
    wholeNoise, guess, lossFloor, exactPrediction, predictionField, parameterisations, learning,
    trainedField, memorising, variationalBound, boundOverSteps,
  ]
}
