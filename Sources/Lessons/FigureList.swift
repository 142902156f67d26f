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
    case "unet-attention": unetAttention
    case "latent-diffusion": latentDiffusion
    case "classifier-guidance": classifierGuidance
    case "classifier-free-guidance": classifierFreeGuidance
    default: []
    }
  }

  /// A figure by its name: one of a lesson's own `figures`, or one of a built-in lesson's by its
  /// full name, as `ddim/sample`.
  package static func named(_ name: String, of figures: [Figure]) -> Figure? {
    if let own = figures.first(where: { $0.name == name }) { return own }
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    return all(of: String(parts[0])).first { $0.name == parts[1] }
  }
}
