import Formula

extension EqualityRule {
  /// It is wrong; perhaps it is true of one value.
  func failure(_ difference: Difference, _ trier: Trier) -> Ruling {
    var ruling = Ruling.fails(difference)
    let conditions = Special.all.filter { special in
      guard !relation.names.isDisjoint(with: special.names), special.name != "t = 1" || !isRandom
      else { return false }
      return relation.roleAssignments.contains { roles in
        trier.finding(
          Reading(roles: roles), overriding: special.parameters, where: special.isTried
        ).agrees
      }
    }
    guard !conditions.isEmpty else { return ruling }
    ruling.condition = conditions.map(\.name).joined(separator: " or ")
    ruling.says += " It is so for \(ruling.condition ?? "") only."
    return ruling
  }

  private var isRandom: Bool { !relation.noises.isEmpty || relation.names.contains("x") }
}

/// A value of something that may be chosen, for which alone a relation might be true.
private struct Special: Sendable {
  let name: String
  let names: Set<String>
  var parameters: [String: Double] = [:]
  var isTried: @Sendable (Situation) -> Bool = { _ in true }

  static let all: [Special] =
    [
      Special(name: "eta = 0", names: ["eta", "sigma"], parameters: ["eta": 0]),
      Special(name: "eta = 1", names: ["eta", "sigma"], parameters: ["eta": 1]),
      Special(name: "t = 1", names: ["alpha", "beta", "alpha_bar"], isTried: { $0.t == 1 }),
    ]
    + ["w", "s", "gamma", "lambda", "omega"].flatMap { name in
      [0, 1, -1].map { value in
        Special(name: "\(name) = \(value)", names: [name], parameters: [name: Double(value)])
      }
    }
}
