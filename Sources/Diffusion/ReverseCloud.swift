import Probability

/// A cloud on its way from noise to data, any moment of which can be asked for.
///
/// The walk is taken once. Moments are kept, evenly spaced, as many as ``mostKeptPoints`` allows;
/// another is walked to from the one before it, with the very draws of the first time, so it comes
/// out equal to the last bit.
///
/// A point's way depends on no other, so the cloud is cut into parts that walk on as many
/// processors as there are. How it is cut depends on the number of points alone.
package struct ReverseCloud<Numbers: Cloud>: Sendable {
  package let sampler: Sampler
  private let tracks: [ReverseTrack<Numbers>]
  /// The cloud at step 0.
  package let end: Numbers

  /// At most this many points are kept.
  ///
  /// That is 32 MB of points of the plane; with 5,000 points and 1,000 steps, every third moment.
  package static var mostKeptPoints: Int { 2_000_000 }

  /// What points of the plane take at most, in bytes.
  package static var mostKeptBytes: Int { mostKeptPoints * 2 * MemoryLayout<Double>.size }

  /// Takes every step once, from `starts`.
  package init(
    _ sampler: Sampler, _ denoiser: any Denoiser<Numbers>, from starts: Numbers, seed: UInt64,
    rule: @escaping ReverseWalk<Numbers>.Rule = ReverseWalk.standard
  ) {
    self.init(sampler, denoiser, from: starts, seed: seed, rule: rule, afterSome: { _ in })
  }

  /// Takes every step once, and says now and then how many are taken: what that throws stops it.
  package init<Stop: Error>(
    _ sampler: Sampler, _ denoiser: any Denoiser<Numbers>, from starts: Numbers, seed: UInt64,
    rule: @escaping ReverseWalk<Numbers>.Rule = ReverseWalk.standard,
    afterSome report: (_ taken: Int) throws(Stop) -> Void
  ) throws(Stop) {
    let moments = sampler.steps.count + 1
    let spacing = max(1, (moments * starts.count + Self.mostKeptPoints - 1) / Self.mostKeptPoints)
    var tracks = Self.parts(starts.count).map { places in
      let part = starts.part(places)
      let walk = ReverseWalk(
        sampler, denoiser, from: part, place: places.lowerBound, seed: seed, rule: rule)
      return ReverseTrack(walk, from: part, spacing: spacing)
    }
    let stride = Self.stepsAtOnce(starts.count, of: sampler.steps.count)
    for taken in Swift.stride(from: 0, to: sampler.steps.count, by: stride) {
      tracks = tracks.inParallel { track in
        var track = track
        track.advance(by: stride)
        return track
      }
      try report(min(taken + stride, sampler.steps.count))
    }
    (self.sampler, self.tracks) = (sampler, tracks)
    end = Numbers.joined(tracks.map(\.end))
  }

  /// The cloud after `count` steps, or after the nearest number of them that there is.
  package func points(after count: Int) -> Numbers {
    let count = min(max(0, count), sampler.steps.count)
    guard count < sampler.steps.count else { return end }
    return Numbers.joined(tracks.inParallel { $0.points(after: count) })
  }

  /// The step after `count` steps, with all that it makes of the cloud; nil at the end.
  package func moment(after count: Int) -> ReverseWalk<Numbers>.Moment? {
    guard sampler.steps.indices.contains(count) else { return nil }
    let parts = tracks.inParallel { $0.moment(after: count) }.compactMap(\.self)
    return ReverseWalk.Moment(
      step: sampler.steps[count], points: .joined(parts.map(\.points)),
      noise: .joined(parts.map(\.noise)), fresh: .joined(parts.map(\.fresh)),
      next: .joined(parts.map(\.next)))
  }
}

// MARK: - Parts

extension ReverseCloud {
  /// Eight parts of equal size, or fewer where they would be small; each begins at a multiple of 8.
  ///
  /// The law of the data at t is made once a part and step, which costs as much as some hundred
  /// points; with 512 of them, and more, that is little.
  private static func parts(_ count: Int) -> [Range<Int>] {
    let size = max(512, (count + 63) / 64 * 8)
    return stride(from: 0, to: count, by: size).map { $0..<min($0 + size, count) }
  }

  /// Steps between two reports, after each of which threads wait for each other: a sixteenth of
  /// all, or those of a million points in sum, where that is less.
  ///
  /// For a cloud that takes long that is some ten milliseconds at least, for which threads pay, and
  /// some hundreds at most, after which it can be stopped.
  private static func stepsAtOnce(_ count: Int, of steps: Int) -> Int {
    max(1, min(steps / 16, 1_000_000 / max(1, count)))
  }
}

extension Array where Element: Sendable {
  /// What `work` makes of each element, on as many processors as may be used.
  fileprivate func inParallel<Result: Sendable>(
    _ work: @Sendable (Element) -> Result
  ) -> [Result] {
    Probability.inParallel(count) { work(self[$0]) }
  }
}
