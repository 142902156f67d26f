import Diffusion
package import Formula

/// Both sides of a relation at one place.
package struct SideBySide: Hashable, Sendable {
  package let left: Double
  package let right: Double
  /// Where it is: `t = 2 of T = 3`; empty where there is but one place.
  package let place: String
}

extension Judge {
  /// The sides of the first relation on a line, at the shortest schedule that it is tried on, so
  /// that they can be worked out by hand; nil where they are no single numbers.
  package func sides(onLine line: Int, of formula: Expression) -> SideBySide? {
    let lines = formula.relationsByLine()
    guard lines.indices.contains(line), let relation = lines[line].first,
      let trials = try? trials(of: relation)
    else { return nil }
    // The first step is where most things agree, so the second is looked at first.
    let byHand = trials.filter { $0.t > 1 } + trials
    let shortest = byHand.map(\.field.schedule.steps).min()
    return byHand.lazy.filter { $0.field.schedule.steps == shortest }.compactMap { trial in
      guard let left = try? relation.left.value(in: trial.scope).scalar,
        let right = try? relation.right.value(in: trial.scope).scalar,
        left.isFinite, right.isFinite
      else { return nil }
      return SideBySide(left: left, right: right, place: trial.place)
    }.first
  }
}
