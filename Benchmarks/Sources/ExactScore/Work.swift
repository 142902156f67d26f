import CPeak
import Diffusion
import Probability

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What is timed.
///
/// Modes stand on a circle, as those of the data set `ring`.
enum Work: String, CaseIterable {
  /// The exact score of all points at every step, a thousand points after the other, as a sampler
  /// takes them: so they stay in the cache.
  case score
  /// The same where modes are as wide as their circle, so that no mode is too far to count.
  case wideScore = "wide-score"
  /// A whole way from noise to data by DDPM, every step.
  case sample
  /// 48 multiply-adds a point and step.
  case multiplyAdds = "multiply-adds"
  /// 512 exponentials a point and step.
  case exponentials

  /// A number that depends on all that was done.
  func done(points: Int, steps: Int, modes: Int) -> Double {
    switch self {
    case .multiplyAdds: return peak_multiply_adds(points * steps)
    case .exponentials: return peak_exponentials(points * steps)
    case .score, .wideScore, .sample: break
    }
    guard let schedule = try? Schedule.linear(steps: steps) else { return .nan }
    let denoiser = ExactDenoiser(
      ring(of: modes, variance: self == .wideScore ? 1 : 0.005), schedule)
    guard self == .sample else { return scores(denoiser, points) }
    let sampler = Sampler(schedule, visiting: Array(1...steps), noise: .sigmaHat)
    let starts = Points2D.normal(0..<points, seed: 1, stream: 0)
    return ReverseCloud(sampler, denoiser, from: starts, seed: 1).end.xs.reduce(0, +)
  }

  private func scores(_ denoiser: ExactDenoiser, _ points: Int) -> Double {
    stride(from: 0, to: points, by: 1000).reduce(0) { sum, first in
      let places = first..<min(first + 1000, points)
      let part = Points2D.normal(places, seed: 1, stream: 0)
      return (1...denoiser.schedule.steps).reduce(sum) { sum, t in
        sum + (denoiser.noise(in: part, at: t).xs.last ?? 0)
      }
    }
  }

  private func ring(of modes: Int, variance: Double) -> Mixture2D {
    let centres = (0..<modes).map { mode in
      let angle = 2 * Double.pi * Double(mode) / Double(modes)
      return Point2D(x: 1.4 * cos(angle), y: 1.4 * sin(angle))
    }
    return Mixture2D(
      centres: LabelledPoints(points: Points2D(centres), labels: Array(0..<modes)),
      variance: variance)
  }
}
