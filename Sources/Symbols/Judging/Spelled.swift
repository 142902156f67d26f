import Formula

/// A relation in the spelling of the world, ready to be tried.
struct Spelled: Sendable {
  var left: Expression
  let sign: Expression.Relation
  var right: Expression
  var noises: [NoiseName]
  let trying: Trying
  let hasNetwork: Bool
  let hasStartInNetwork: Bool
  let leavesOutStart: Bool
  /// What it is said to be true for.
  let premises: Premises
  /// Names that stand for any number, as they are written; they are bound by their places.
  let free: [String]

  init(
    _ left: Expression, _ sign: Expression.Relation, _ right: Expression, _ notes: NotesContext,
    _ premises: Premises = Premises()
  ) {
    self.premises = premises
    let names = left.everyName.union(right.everyName)
    let step: Expression =
      names.contains("tau") && !names.contains("t")
      ? .name("tau", .name("i")) : names.contains("t") ? .name("t") : .name("t")
    let general = GeneralNames(left, right, notes)
    free = general.free
    let (first, second) = (general.replaced(left), general.replaced(right))
    var spelling = Spelling(isLatent: notes.isLatent, alpha: notes.alpha, step: step)
    spelling.bareX = Expression.bareX(first, second, notes.alpha)
    spelling.isGuided = left.hasLabelledPrediction || right.hasLabelledPrediction
    spelling.declare(general.noises)
    self.left = spelling.spelled(first)
    self.right = spelling.spelled(second)
    self.sign = sign
    noises = spelling.noises
    hasNetwork = spelling.hasNetwork
    hasStartInNetwork = spelling.hasStartInNetwork
    leavesOutStart = spelling.leavesOutStart
    let indices = left.indexNames.union(right.indexNames)
    trying = Trying(
      isStepS: indices.contains("s"), isStepP: indices.contains("p"),
      hasStops: names.contains("tau"))
  }

  /// A law `N(m, v)` beside a density is a density of the same number.
  var withVariable: Spelled {
    var relation = self
    if let variable = left.densityVariable { relation.right = right.filling(variable) }
    if let variable = right.densityVariable { relation.left = left.filling(variable) }
    return relation
  }

  /// Every name in it, as it is spelled now.
  var names: Set<String> { left.everyName.union(right.everyName) }

  /// The noises that stand in a side.
  func noises(in side: Expression) -> [NoiseName] {
    let names = side.everyName
    return noises.filter { names.contains($0.bound) }
  }
}

extension Expression {
  /// x_0.
  var isStart: Bool {
    guard case .indexed(let base, let index) = node else { return false }
    return base.headSymbol?.canonicalName == "x" && index.label == "0"
  }

  /// The one number that a density is of.
  fileprivate var densityVariable: Expression? {
    guard case .call(let head, let arguments, _) = node, let name = head.headSymbol?.name,
      Densities.Process(rawValue: name) != nil
    else { return nil }
    guard case .list(let items, let separators) = arguments.node else { return arguments }
    return separators.first == .given ? items[0] : nil
  }

  /// The same with a number for each normal law that has none.
  fileprivate func filling(_ variable: Expression) -> Expression {
    guard let law = normalLaw else { return rebuilt { $0.filling(variable) } }
    guard law.variable == nil, case .call(let head, _, let fence) = node else { return self }
    let items = Expression(
      .list([variable, law.mean, law.variance], separators: [.semicolon, .comma]))
    return Expression(.call(head, arguments: items, fence), at: range)
  }

  /// The names in a formula, those of calls and indices too.
  package var everyName: Set<String> {
    var names = children.reduce(into: Set<String>()) { $0.formUnion($1.everyName) }
    if case .symbol(let symbol) = node { names.insert(symbol.canonicalName) }
    return names
  }

  /// The names that stand in an index.
  var indexNames: Set<String> {
    var names = children.reduce(into: Set<String>()) { $0.formUnion($1.indexNames) }
    if case .indexed(_, let index) = node { names.formUnion(index.everyName) }
    return names
  }
}

/// What of a whole text decides how its formulas are read.
package struct NotesContext: Hashable, Sendable {
  /// z is the data in a latent space.
  package var isLatent = false
  package var alpha = Alpha.step
  /// The text chooses sigma by eta, as DDIM does.
  package var hasFreeSigma = false
  /// Normal numbers of its own.
  package var normals: [DeclaredNormal] = []

  package init() {}
}
