package import Figures

extension Figure {
  /// The figures of a lesson, by the lesson's id; none for a lesson that has none.
  package static func all(of lesson: String) -> [Figure] {
    switch lesson {
    case "gaussians": gaussians
    case "noise-schedule": noiseSchedule
    case "merged-gaussians": mergedGaussians
    case "forward-process": forwardProcess
    case "reverse-kernel": reverseKernel
    case "posterior": posterior
    case "noise-prediction": noisePrediction
    case "ddpm": ddpm
    case "ddim": ddim
    case "classifier-guidance": classifierGuidance
    case "classifier-free-guidance": classifierFreeGuidance
    default: []
    }
  }
}
