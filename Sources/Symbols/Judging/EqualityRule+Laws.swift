import Formula

extension EqualityRule {
  func ruling(_ law: Finding, _ trier: Trier) -> Ruling {
    switch law {
    case .differs(let difference): return failure(difference, trier)
    case .unknown(let reason): return .unknown(reason)
    case .undefined(let error): return .unknown(error.description)
    case .agrees(let points):
      let given = named.isEmpty ? "" : ", together with the x that the line names,"
      return Ruling(
        outcome: .holdsInDistribution,
        says:
          "Equal in distribution only: same mean and same variance\(given) at \(points) points, "
          + "but other draws.\(reuse)\(marginal)")
    }
  }

  /// A merged noise that is called as one of those that it was made of.
  private var reuse: String {
    let (lefts, rights) = (relation.noises(in: relation.left), relation.noises(in: relation.right))
    guard lefts.contains(where: { !rights.contains($0) }),
      let noise = rights.first(where: { lefts.contains($0) })
    else { return "" }
    return " \(noise.written) is used again for a new draw: give that a name of its own."
  }

  /// DDIM's way back has the forward process's law of each x given x_0, and not of two together.
  private var marginal: String {
    guard relation.names.contains("sigma"), named.allSatisfy({ $0.isStart }) else { return "" }
    return " Given x_0 only: together with x_t it is the forward process's law for eta = 1 alone "
      + "(DDIM, Lemma 1)."
  }
}
