package import Probability

/// Many numbers or points that take steps together.
package protocol Cloud: Hashable, Sendable {
  var count: Int { get }
  /// Coordinate by coordinate: a x + b y, where x is of this cloud and y of the other.
  func combined(_ a: Double, with other: Self, _ b: Double) -> Self
  func scaled(by factor: Double) -> Self
  /// Independent standard normal coordinates.
  static func normal(_ count: Int, using generator: inout some RandomNumberGenerator) -> Self
}

extension Points2D: Cloud {
  package static func normal(
    _ count: Int, using generator: inout some RandomNumberGenerator
  ) -> Points2D { generator.normalPoints(count) }
}

extension [Double]: Cloud {
  package func scaled(by factor: Double) -> [Double] { map { factor * $0 } }

  package static func normal(
    _ count: Int, using generator: inout some RandomNumberGenerator
  ) -> [Double] { generator.normals(count) }
}

/// Something that finds the noise in x_t: exact for data of a known law, or trained.
package protocol Denoiser<Numbers>: Sendable {
  associatedtype Numbers: Cloud
  /// The predicted whole noise in each x_t; `t` is in 1...T.
  func noise(in points: Numbers, at t: Int) -> Numbers
}

extension Schedule {
  /// The x_0 of each x_t that has this whole noise in it: the jump, solved for its start.
  ///
  ///     x_0 = (x_t - sqrt(1 - abar_t) noise) / sqrt(abar_t)
  ///
  /// Source: DDIM, equation 9.
  package func starts<Numbers: Cloud>(
    of points: Numbers, noise: Numbers, at t: Int
  ) -> Numbers {
    let signal = signalScale(at: t)
    return points.combined(1 / signal, with: noise, -noiseScale(at: t) / signal)
  }
}

extension ExactDenoiser: Denoiser {}

/// The best possible denoiser for numbers of a known mixture.
package struct ExactLineDenoiser: Denoiser {
  package let schedule: Schedule
  package let data: Mixture

  package init(_ data: Mixture, _ schedule: Schedule) {
    self.data = data
    self.schedule = schedule
  }

  /// -sqrt(1 - abar_t) score.
  package func noise(in points: [Double], at t: Int) -> [Double] {
    schedule.diffused(data, to: t).scores(at: points).scaled(by: -schedule.noiseScale(at: t))
  }
}
