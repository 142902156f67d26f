/// A name that stands for any step before t, as p in `\bar\alpha_p`: what is said must hold
/// whichever it is.
package struct EarlierStep: Hashable, Sendable {
  let name: String
  let first: Int
  /// How far the latest lies before t, from 1.
  let gap: Int

  /// - Parameters:
  ///   - name: one letter.
  ///   - first: the least step that it may be, from 0.
  ///   - gap: the largest is t minus this.
  package init(_ name: String, from first: Int, throughBefore gap: Int) {
    (self.name, self.first, self.gap) = (name, max(0, first), max(1, gap))
  }

  /// The least t before which there is such a step.
  var leastStep: Int { first + gap }

  /// Its number at a trial: by turns the step just before, the first, and the middle; nil where
  /// there is none before t.
  func value(at trial: Int, t: Int) -> Int? {
    let last = t - gap
    guard first <= last else { return nil }
    return [last, first, (first + last) / 2][trial % 3]
  }
}
