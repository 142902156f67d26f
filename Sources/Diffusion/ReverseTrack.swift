/// Some neighbouring points of a cloud on their way from noise to data, with the moments that are
/// kept of them.
struct ReverseTrack<Numbers: Cloud>: Sendable {
  private let spacing: Int
  /// Where the points stand that have gone furthest.
  private var walk: ReverseWalk<Numbers>
  private var taken = 0
  /// `kept[k]` are the points after k times the spacing steps.
  private var kept: [Numbers]
  /// The points after all steps that were taken.
  private(set) var end: Numbers

  /// Keeps every moment that is a multiple of `spacing` steps away from `starts`, where `walk` is.
  init(_ walk: ReverseWalk<Numbers>, from starts: Numbers, spacing: Int) {
    (self.walk, self.spacing) = (walk, spacing)
    (kept, end) = ([starts], starts)
  }

  /// Takes so many steps more, or as many as are left.
  mutating func advance(by steps: Int) {
    for _ in 0..<steps {
      guard let moment = walk.next() else { return }
      end = moment.next
      taken += 1
      if taken.isMultiple(of: spacing) { kept.append(end) }
    }
  }

  /// The points after `count` of the steps that were taken.
  func points(after count: Int) -> Numbers {
    if count == taken { return end }
    if count.isMultiple(of: spacing) { return kept[count / spacing] }
    return moment(after: count - 1)?.next ?? end
  }

  /// The step after `count` steps; nil at the end.
  func moment(after count: Int) -> ReverseWalk<Numbers>.Moment? {
    let index = count / spacing
    var walk = walk.standing(at: kept[index], taken: index * spacing)
    for _ in 0..<count % spacing { _ = walk.next() }
    return walk.next()
  }
}
