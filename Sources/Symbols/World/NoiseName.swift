import Formula

/// A noise symbol of a relation; in the formula that is tried a name of its own stands in its place.
struct NoiseName: Hashable, Sendable {
  let number: Int
  /// As it is written, without the alphabet: `epsilon_bar`, `z`.
  let name: String
  let index: Index
  /// It is the random part of a number that the text declares: no noise of the field.
  var isDeclared = false

  enum Index: Hashable, Sendable {
    /// `\epsilon`: that of the step which the formula speaks of.
    case none
    /// `\epsilon_1`: one of several.
    case label(String)
    /// `\epsilon_{t-1}`.
    case step(Expression)
  }

  /// The name by which it is bound.
  var bound: String { "$noise\(number)" }

  /// As it is written, in ASCII.
  var written: String {
    switch index {
    case .none: name
    case .label(let label): "\(name)_\(label)"
    case .step(let step): "\(name)_\(step.writtenIndex)"
    }
  }

  /// What it stands for in a role, in words; nil where that is nothing to be told.
  func meaning(of role: NoiseRole) -> String? {
    let place: String
    switch index {
    case .none, .label: place = role.offset == 0 ? "t" : "{t-1}"
    case .step(let step): place = role.offset == 0 ? step.writtenIndex : step.writtenNextIndex
    }
    switch role.kind {
    case .total: return "\(written) is all the noise in x_\(place), merged."
    case .step: return "\(written) is the noise in the step to x_\(place)."
    case .reverse, .fresh: return nil
    }
  }

  /// What it may stand for where it is averaged over.
  func averagedRoles(isAlone: Bool) -> [NoiseRole] {
    if isDeclared { return roles }
    return [NoiseRole(kind: .total)] + (isAlone ? [] : [NoiseRole(kind: .fresh)])
  }

  /// What it may stand for, the most likely first.
  ///
  /// Some number the noise of the step to t by t - 1, since it is drawn when x_{t-1} is known.
  var roles: [NoiseRole] {
    if isDeclared { return [NoiseRole(kind: .fresh)] }
    let steps: [NoiseRole] =
      switch index {
      case .none: [.init(kind: .step)]
      case .label: [.init(kind: .step), .init(kind: .step, offset: -1)]
      case .step: [.init(kind: .step), .init(kind: .step, offset: 1)]
      }
    let totals = [NoiseRole(kind: .total)]
    let fresh = [NoiseRole(kind: .fresh)]
    let isReverse = ["z", "xi", "zeta"].contains(name)
    return isReverse ? [.init(kind: .reverse)] + fresh : totals + steps + fresh
  }
}

extension Expression {
  /// The index after this one in ASCII: `t` after `t-1`.
  fileprivate var writtenNextIndex: String {
    if case .sum(let terms) = node, terms.count == 2, terms[1].isNegative,
      terms[1].value.label == "1",
      let label = terms[0].value.label
    {
      return label
    }
    return label.map { "\($0)+1" } ?? "..."
  }

  /// An index in ASCII: `t`, `{t-1}`; a longer one is left out.
  fileprivate var writtenIndex: String {
    switch node {
    case .sum(let terms) where terms.count == 2:
      "{\(terms[0].value.label ?? "")\(terms[1].isNegative ? "-" : "+")\(terms[1].value.label ?? "")}"
    default: label ?? "..."
    }
  }
}

extension JointWorld {
  /// The noise that a role gives to the index k; nil where there is none.
  func noise(_ role: NoiseRole, number: Int, at k: Int) -> NormalSum? {
    let index = k + role.offset
    switch role.kind {
    case .total: return (1...steps).contains(index) ? totalNoise(index) : nil
    case .step: return (1...steps).contains(index) ? stepNoise(index) : nil
    case .reverse:
      // The last step adds none, so any will do.
      if index == 1 { return freshNoise(number, index: index) }
      return (2...steps).contains(index) ? reverseNoise(index) : nil
    case .fresh: return (0...steps + 1).contains(index) ? freshNoise(number, index: index) : nil
    }
  }
}
