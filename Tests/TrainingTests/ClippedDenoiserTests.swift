import Diffusion
import Probability
import Testing
import Training

/// Says the same noise of every point.
private struct Constant: Denoiser {
  let noise: Double

  func noise(in points: Points2D, at t: Int) -> Points2D {
    let all = Array(repeating: noise, count: points.count)
    return Points2D(xs: all, ys: all)
  }
}

@Suite struct `A guess that is taken back` {
  @Test(arguments: [1, 400, 1000])
  func `lies at the end of the data where it lay beyond, and else stays`(t: Int) throws {
    let schedule = try Schedule.linear(steps: 1000)
    let (signal, scale) = (schedule.signalScale(at: t), schedule.noiseScale(at: t))
    func start(_ noise: Double, _ x: Double) -> Double { (x - scale * noise) / signal }
    for noise in [-3.0, 0, 0.5, 3] {
      let points = Points2D(xs: [-50, -1, 2], ys: [60, 0, -0.1])
      let clipped = ClippedDenoiser(Constant(noise: noise), schedule).noise(in: points, at: t)
      for (got, x) in zip(clipped.xs + clipped.ys, points.xs + points.ys) {
        let want = min(max(start(noise, x), -4), 4)
        // Two roundings, of numbers that the division by the signal makes larger.
        #expect(abs(start(got, x) - want) < 1e-13 * (abs(x) + scale) / signal)
        if abs(start(noise, x)) <= 4 { #expect(got == noise) }
      }
    }
  }
}
