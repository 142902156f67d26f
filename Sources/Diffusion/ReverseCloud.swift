/// A cloud on its way from noise to data, any moment of which can be asked for.
///
/// The walk is taken once. Moments are kept, evenly spaced, as many as ``mostKeptPoints`` allows;
/// another is walked to from the one before it, with the very draws of the first time, so it comes
/// out equal to the last bit.
package struct ReverseCloud<Numbers: Cloud>: Sendable {
  package let sampler: Sampler
  private let denoiser: any Denoiser<Numbers>
  private let seed: UInt64
  private let rule: ReverseWalk<Numbers>.Rule
  private let spacing: Int
  /// `kept[k]` is the cloud after k times the spacing steps.
  private let kept: [Numbers]
  /// The cloud at step 0.
  package let end: Numbers

  /// At most this many points are kept.
  ///
  /// That is 32 MB of points of the plane; with 5,000 points and 1,000 steps, every third moment.
  package static var mostKeptPoints: Int { 2_000_000 }

  /// Takes every step once, from `starts`.
  package init(
    _ sampler: Sampler, _ denoiser: any Denoiser<Numbers>, from starts: Numbers, seed: UInt64,
    rule: @escaping ReverseWalk<Numbers>.Rule = ReverseWalk.standard
  ) {
    self.init(sampler, denoiser, from: starts, seed: seed, rule: rule, afterEach: { _ in })
  }

  /// Takes every step once, and says after each how many are taken: what that throws stops it.
  package init<Stop: Error>(
    _ sampler: Sampler, _ denoiser: any Denoiser<Numbers>, from starts: Numbers, seed: UInt64,
    rule: @escaping ReverseWalk<Numbers>.Rule = ReverseWalk.standard,
    afterEach step: (_ taken: Int) throws(Stop) -> Void
  ) throws(Stop) {
    (self.sampler, self.denoiser, self.seed, self.rule) = (sampler, denoiser, seed, rule)
    let moments = sampler.steps.count + 1
    let spacing = max(1, (moments * starts.count + Self.mostKeptPoints - 1) / Self.mostKeptPoints)
    var kept = [starts]
    var end = starts
    var walk = ReverseWalk(sampler, denoiser, from: starts, seed: seed, rule: rule)
    for taken in 1..<moments {
      guard let moment = walk.next() else { break }
      end = moment.next
      if taken.isMultiple(of: spacing) { kept.append(end) }
      try step(taken)
    }
    (self.spacing, self.kept, self.end) = (spacing, kept, end)
  }

  /// The cloud after `count` steps, or after the nearest number of them that there is.
  package func points(after count: Int) -> Numbers {
    let count = min(max(0, count), sampler.steps.count)
    guard count < sampler.steps.count else { return end }
    var walk = self.walk(from: count / spacing)
    var points = kept[count / spacing]
    for _ in 0..<count % spacing { points = walk.next()?.next ?? points }
    return points
  }

  /// The step after `count` steps, with all that it makes of the cloud; nil at the end.
  package func moment(after count: Int) -> ReverseWalk<Numbers>.Moment? {
    guard (0..<sampler.steps.count).contains(count) else { return nil }
    var walk = self.walk(from: count / spacing)
    for _ in 0..<count % spacing { _ = walk.next() }
    return walk.next()
  }

  private func walk(from index: Int) -> ReverseWalk<Numbers> {
    ReverseWalk(
      sampler, denoiser, from: kept[index], taken: index * spacing, seed: seed, rule: rule)
  }
}
