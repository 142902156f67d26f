package import Probability

/// Many numbers or points that take steps together.
package protocol Cloud: Hashable, Sendable {
  var count: Int { get }
  /// Coordinate by coordinate: a x + b y, where x is of this cloud and y of the other.
  func combined(_ a: Double, with other: Self, _ b: Double) -> Self
  func scaled(by factor: Double) -> Self
  /// Those at these places, which are some of `0..<count`.
  func part(_ places: Range<Int>) -> Self
  /// All of one part after the other.
  static func joined(_ parts: [Self]) -> Self
  /// Independent standard normal coordinates: of all that a stream of a seed has, those at these
  /// places, the first of which is even.
  static func normal(_ places: Range<Int>, seed: UInt64, stream: UInt64) -> Self
}

extension Points2D: Cloud {
  package func part(_ places: Range<Int>) -> Points2D {
    Points2D(xs: Array(xs[places]), ys: Array(ys[places]))
  }

  package static func joined(_ parts: [Points2D]) -> Points2D {
    Points2D(xs: parts.flatMap(\.xs), ys: parts.flatMap(\.ys))
  }

  /// A point takes two draws.
  package static func normal(_ places: Range<Int>, seed: UInt64, stream: UInt64) -> Points2D {
    var generator = CounterGenerator(
      seed: seed, stream: stream, index: UInt64(2 * places.lowerBound))
    return generator.normalPoints(places.count)
  }
}

extension [Double]: Cloud {
  package func scaled(by factor: Double) -> [Double] { map { factor * $0 } }

  package func part(_ places: Range<Int>) -> [Double] { Array(self[places]) }

  package static func joined(_ parts: [[Double]]) -> [Double] { parts.flatMap { $0 } }

  /// Two numbers take two draws.
  package static func normal(_ places: Range<Int>, seed: UInt64, stream: UInt64) -> [Double] {
    var generator = CounterGenerator(seed: seed, stream: stream, index: UInt64(places.lowerBound))
    return generator.normals(places.count)
  }
}

/// Something that finds the noise in x_t: exact for data of a known law, or trained.
package protocol Denoiser<Numbers>: Sendable {
  associatedtype Numbers: Cloud
  /// The predicted whole noise in each x_t; `t` is in 1...T.
  func noise(in points: Numbers, at t: Int) -> Numbers
}

extension Cloud {
  /// The x_0 of each x_t that has this whole noise in it: the jump, solved for its start.
  ///
  ///     x_0 = (x_t - sqrt(1 - abar_t) noise) / sqrt(abar_t)
  ///
  /// Source: DDIM, equation 9.
  func starts(noise: Self, signal: Double, noiseScale: Double) -> Self {
    combined(1 / signal, with: noise, -noiseScale / signal)
  }
}

extension Schedule {
  /// The x_0 of each x_t that has this whole noise in it.
  package func starts<Numbers: Cloud>(
    of points: Numbers, noise: Numbers, at t: Int
  ) -> Numbers {
    points.starts(noise: noise, signal: signalScale(at: t), noiseScale: noiseScale(at: t))
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
