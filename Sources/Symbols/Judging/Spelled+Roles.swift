import Formula

extension Spelled {
  /// The roles that the noises may have together, the most likely first; none where a new noise
  /// takes the place of others, which is an equality of laws at best.
  var roleAssignments: [[NoiseRole]] {
    let (lefts, rights) = (noises(in: left), noises(in: right))
    let isReplaced =
      lefts.contains { !rights.contains($0) } && rights.contains { !lefts.contains($0) }
    guard !isReplaced, noises.count <= 4 else { return [] }
    let isAveraged = names.contains("$E")
    return noises.reduce([[]]) { assignments, noise in
      let roles = isAveraged ? noise.averagedRoles(isAlone: noises.count == 1) : noise.roles
      return assignments.flatMap { before in roles.map { before + [$0] } }
    }.filter(isConsistent)
  }

  var freshRoles: [NoiseRole] { noises.map { _ in NoiseRole(kind: .fresh) } }

  /// What the noises stand for, in words.
  func meaning(of roles: [NoiseRole]) -> String {
    zip(noises, roles).reduce(into: "") { words, pair in
      if let meaning = pair.0.meaning(of: pair.1) { words += " \(meaning)" }
    }
  }

  /// Noises with a step are counted in one way, and no two are the same draw.
  private func isConsistent(_ roles: [NoiseRole]) -> Bool {
    let steps = zip(noises, roles).filter { $1.kind == .step }
    let offsets = Set(
      steps.compactMap { noise, role -> Int? in
        if case .step = noise.index { role.offset } else { nil }
      })
    guard offsets.count <= 1 else { return false }
    let unindexed = zip(noises, roles).compactMap { noise, role -> NoiseRole? in
      if case .step = noise.index { return nil }
      return role.kind == .fresh ? nil : role
    }
    return Set(unindexed).count == unindexed.count
  }
}

extension Spelled {
  /// What may be chosen is only set to a number here: `T = 1000`, `\eta = 0`.
  var choice: String? {
    let chosen = ["eta", "w", "T", "S", "s", "t", "gamma", "lambda", "omega", "z"]
    guard let name = NameParts(left)?.name, chosen.contains(name), right.names.isSubset(of: chosen)
    else { return nil }
    return "This chooses \(name); a choice is neither right nor wrong."
  }
}
