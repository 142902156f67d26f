import Formula

/// What a formula is asked for, and what it may be made of.
package struct FormulaTask: Sendable {
  /// What it may use beside t, T, alpha, beta, abar and btilde.
  package let variables: [Variable]
  package let steps: Steps
  /// The quantity asked for, which an answer must not use.
  let asked: Asked
  /// A right answer, as it is typed.
  package let reference: String
  package let slips: [Slip]
  /// The right value, from the tables.
  let oracle: @Sendable (Case) -> Value

  /// Which steps the exercise speaks of.
  package enum Steps: Hashable, Sendable {
    /// None: no schedule is among what it depends on.
    case none
    /// Any t from this one on, and t - 1.
    case from(Int)
    /// Any t and any earlier step p.
    case pairs
  }

  /// Names as Formula spells them.
  struct Asked: Hashable, Sendable {
    /// Names that are not bound for the answer.
    let names: Set<String>
    /// A table of which the entry at t is asked for.
    let table: String?

    init(_ names: String..., table: String? = nil) {
      self.names = Set(names)
      self.table = table
    }
  }

  init(
    _ variables: [Variable], steps: Steps, asked: Asked, reference: String, slips: [Slip],
    oracle: @escaping @Sendable (Case) -> Value
  ) {
    self.variables = variables
    self.steps = steps
    self.asked = asked
    self.reference = reference
    self.slips = slips
    self.oracle = oracle
  }
}

extension FormulaTask.Steps {
  /// The smallest t.
  var first: Int { if case .from(let first) = self { first } else { 1 } }

  var hasStride: Bool { self == .pairs }
}

extension FormulaTask {
  /// The names that an answer may use, as they are typed.
  package var allowed: [String] {
    let own = variables.map(\.typed)
    if steps == .none { return own }
    let tables = ["alpha", "beta", "abar", "btilde"].filter {
      !($0 == "btilde" && asked.names.contains("beta_tilde"))
    }
    return (steps.hasStride ? ["t", "p"] : ["t"]) + tables + own
  }

  /// The names of an answer with their values at a case; a slip's formula may also use those of
  /// the quantity asked for.
  func scope(at point: Case, hasAsked: Bool = false) -> Scope {
    var scope = point.scope
    if steps.hasStride { scope["p"] = .value(.scalar(Double(point.previous))) }
    if !hasAsked { for name in asked.names { scope[name] = nil } }
    return scope
  }
}
