import Diffusion
import Formula

/// Exercises on guidance.
extension Exercise {
  static let guidance = [classifierGuidedNoise, guidedNoise, convertedScale]

  private static let classifierGuidedNoise = Exercise(
    "classifier-guided-noise", in: "classifier-guidance",
    asks: "the noise guided by a classifier, whose gradient g is d/dx log p(y given x_t)",
    FormulaTask(
      [.noise, .classifierGradient, .classifierScale], steps: .from(1), asked: .init(),
      reference: "eps - s*sqrt(1 - abar[t])*g",
      slips: [
        Slip(
          "sign-of-gradient", "eps + s*sqrt(1 - abar[t])*g",
          says: "The noise points away from the data, the gradient towards the class: it is taken "
            + "from the noise."),
        Slip(
          "dropped-root-factor", "eps - s*g", "eps + s*g",
          says: "Noise is -sqrt(1 - abar[t]) times a score, so the gradient gets that factor too."),
        Slip("variance-unrooted", "eps - s*(1 - abar[t])*g", says: Common.unrooted),
        Slip(
          "alpha-for-abar", "eps - s*sqrt(1 - alpha[t])*g", says: Common.alphaForAbar),
        Slip("inverted-fraction", "eps - s*g/sqrt(1 - abar[t])", says: Common.inverted),
        Slip(
          "signal-for-noise", "eps - s*sqrt(abar[t])*g",
          says: "The factor is that of the noise, sqrt(1 - abar[t])."),
        Slip(
          "dropped-scale", "eps - sqrt(1 - abar[t])*g", says: "The gradient is multiplied by s."),
        Slip(
          "shifted-index", "eps - s*sqrt(1 - abar[t-1])*g", "eps - s*sqrt(1 - abar[t+1])*g",
          says: Common.shifted),
        Slip(
          "one-plus-scale", "eps - (1 + s)*sqrt(1 - abar[t])*g",
          says: "The scale is s itself: s = 0 is no guidance."),
      ]
    ) { point in
      let factor = point[.classifierScale] * point.schedule.noiseScale(at: point.t)
      return point.map(.noise, .classifierGradient) { $0 - factor * $1 }
    })

  private static let guidedNoise = Exercise(
    "guided-noise", in: "classifier-free-guidance",
    asks: "the noise of classifier-free guidance, where w = 0 is no guidance",
    FormulaTask(
      [.conditionalNoise, .unconditionalNoise, .guidance], steps: .none, asked: .init(),
      reference: "(1 + w)*eps_c - w*eps_u",
      slips: [
        Slip(
          "w-for-one-plus-w", "w*eps_c + (1 - w)*eps_u",
          says: "This is the convention in which w = 1 is no guidance. Here w = 0 is: it is "
            + "(1 + w) times the conditioned noise."),
        Slip(
          "swapped-conditions", "(1 + w)*eps_u - w*eps_c",
          says: "The conditioned noise and the unconditioned one have changed places."),
        Slip(
          "sign-of-unconditional", "(1 + w)*eps_c + w*eps_u",
          says: "The unconditioned noise is taken away."),
        Slip(
          "sign-of-guidance", "(1 - w)*eps_c + w*eps_u",
          says: "This goes from the conditioned noise towards the unconditioned one; guidance goes "
            + "on, away from it."),
        Slip(
          "unbalanced", "(1 + w)*eps_c - eps_u", "w*eps_c - eps_u", "eps_c - w*eps_u",
          "(1 + w)*eps_c - (1 + w)*eps_u", "w*eps_c - w*eps_u",
          says: "The two factors must make 1, so that equal noises stay as they are."),
        Slip("condition-only", "eps_c", says: "This is no guidance, w = 0, whatever w is."),
      ]
    ) { point in
      let w = point[.guidance]
      return point.map(.conditionalNoise, .unconditionalNoise) { (1 + w) * $0 - w * $1 }
    })

  private static let convertedScale = Exercise(
    "cfg-convert", in: "classifier-free-guidance",
    asks: "the scale s of the convention u + s (c - u), of unconditioned noise u and conditioned "
      + "noise c, that equals w",
    FormulaTask(
      [.guidance], steps: .none, asked: .init("s"), reference: "1 + w",
      slips: [
        Slip(
          "w-for-one-plus-w", "w",
          says: "The conventions differ by 1: w = 0 and s = 1 are both no guidance."),
        Slip("inverse-conversion", "w - 1", says: "This is the way back, from s to w."),
        Slip("sign-of-guidance", "1 - w", "-w", says: "A larger w is a larger s."),
      ]
    ) { $0.map(.guidance) { 1 + $0 } })
}
