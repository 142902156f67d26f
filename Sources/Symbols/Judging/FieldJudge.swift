import Formula

/// Tells whether the relations of anybody's notes hold, in the meaning that the field gives to its
/// symbols.
package struct FieldJudge: Sendable {
  package let notes: NotesContext

  package init(_ notes: NotesContext = NotesContext()) { self.notes = notes }

  /// What is found of a statement, which is from a formula with this LaTeX.
  package func verdict(on statement: Statement, in source: String) -> FieldVerdict {
    let ruling = ruling(on: statement)
    var verdict = FieldVerdict(ruling.outcome, ruling.says)
    verdict.source = ruling.source
    verdict.condition = ruling.condition
    complete(&verdict, statement)
    guard ruling.outcome == .fails else { return verdict }
    verdict.counterexample = ruling.difference?.counterexample(of: statement)
    verdict.places = [statement.right.range]
    guard let meaning = meaning(of: statement, in: source) else { return verdict }
    verdict.slip = meaning.slip.kind.rawValue
    verdict.says += " \(meaning.slip.kind.says)"
    verdict.places = meaning.slip.edits.map(\.range)
    let names = statement.left.everyName.union(statement.right.everyName)
    verdict.source = meaning.slip.kind.source(names) ?? meaning.ruling.source ?? ruling.source
    verdict.meant = meant(statement, meaning.source)
    return verdict
  }

  /// The statement as it stands in the mended source: its line, or the relation alone where its line
  /// has several.
  private func meant(_ statement: Statement, _ source: String) -> String? {
    guard let statements = (try? Expression(latex: source))?.statements else { return nil }
    let row = statements.all.filter { $0.row == statement.row }
    if row.count > 1, let same = row.first(where: { $0.number == statement.number }) {
      return source.line(same.relation.range)
    }
    guard statements.rows.indices.contains(statement.row) else { return nil }
    return source.line(statements.rows[statement.row])
  }

  /// Says whose alpha it is, and what a network is used on.
  private func complete(_ verdict: inout FieldVerdict, _ statement: Statement) {
    let names = statement.left.everyName.union(statement.right.everyName)
    if verdict.outcome != .unknown { tellAlpha(&verdict, names) }
    let relation = Spelled(statement.left, statement.sign, statement.right, notes)
    verdict.says = relation.readable(verdict.says)
    if relation.hasStartInNetwork, verdict.outcome == .holds {
      verdict.says += " It is true of any function; the network is used on x_t, not on x_0."
    }
    if relation.leavesOutStart, verdict.outcome == .holds {
      verdict.says += " mu-tilde depends on x_0 too, which its brackets leave out."
    }
  }

  private func tellAlpha(_ verdict: inout FieldVerdict, _ names: Set<String>) {
    switch notes.alpha {
    case .step: if names.contains("alpha") { verdict.reading = .ddpm }
    case .cumulative:
      guard names.contains("alpha") else { return }
      verdict.reading = .ddim
      verdict.says += " alpha is DDIM's here, which DDPM writes with a bar."
    case .root:
      guard !names.isDisjoint(with: ["alpha", "sigma"]) else { return }
      verdict.says += " alpha is the root of DDPM's alpha-bar here, and alpha^2 + sigma^2 = 1."
    }
  }

  /// Whether a relation is right; nil where that is not known.
  package func isRight(_ statement: Statement) -> Bool? {
    let ruling = ruling(on: statement)
    return ruling.outcome == .unknown ? nil : ruling.isRight
  }

  func ruling(on statement: Statement) -> Ruling {
    if case .dots = statement.right.node { return .unknown("Steps are left out here.") }
    let declared = statement.declaredNormals
    if !declared.isEmpty, declared.allSatisfy(notes.normals.contains) {
      let names = declared.map(\.name).joined(separator: " and ")
      return .unknown("This says what \(names) is; a choice is neither right nor wrong.")
    }
    if statement.left.isContinuous || statement.right.isContinuous {
      return .unknown("This is about time or noise levels without steps, which are not tried here.")
    }
    if statement.left.everyName.union(statement.right.everyName).contains("lim") {
      return .unknown("What a side tends to is no matter of numbers at a step.")
    }
    let premises = Premises(statement.conditions)
    let ruling = self.ruling(on: statement, premises)
    return ruling.outcome == .fails && premises.isUnknown
      ? .unknown("What this is said to be true for is not understood.") : ruling
  }

  private func ruling(on statement: Statement, _ premises: Premises) -> Ruling {
    let ruling = ruling(
      statement.left, statement.sign, statement.right, isFirst: statement.isFirst, premises)
    guard ruling.outcome == .fails, !statement.isFirst, statement.row > statement.headRow else {
      return ruling
    }
    let whole = self.ruling(
      statement.head, statement.sign, statement.right, isFirst: true, premises)
    guard whole.isRight else { return ruling }
    var kept = whole
    kept.says += " It agrees with the first side of the chain; the slip is in a line before this."
    return kept
  }

  func ruling(
    _ left: Expression, _ sign: Expression.Relation, _ right: Expression, isFirst: Bool,
    _ premises: Premises
  ) -> Ruling {
    let relation = Spelled(left, sign, right, notes, premises)
    let trier = Trier(relation)
    switch sign {
    case .equal, .defined, .equivalent:
      return trier.lawSums() ?? equality(relation, isFirst: isFirst)
    case .distributed: return trier.lawSums() ?? LawRule(relation: relation).ruling
    case .tendsTo:
      return trier.lawSums() ?? .unknown("What a side tends to is no matter of numbers at a step.")
    case .approximately: return approximation(relation, isFirst: isFirst)
    case .element: return membership(left, right, premises)
    case .annotated(let inner, _): return ruling(left, inner, right, isFirst: isFirst, premises)
    default:
      guard let test = Test(sign) else {
        return .unknown("This sign says something that is not a matter of numbers.")
      }
      return OrderRule(relation: relation, test: test).ruling
    }
  }

  private func equality(_ relation: Spelled, isFirst: Bool) -> Ruling {
    EqualityRule(
      relation: relation.withVariable, notes: notes, named: named(in: relation, isFirst: isFirst)
    ).ruling
  }

  /// What is exactly so is right as an approximation too; how good another is, is left open.
  private func approximation(_ relation: Spelled, isFirst: Bool) -> Ruling {
    let exact = equality(relation, isFirst: isFirst)
    return exact.outcome == .fails
      ? .unknown("It is not exactly so; how good an approximation it is depends on the values.")
      : exact
  }

  /// A number is one of several, or lies between two.
  private func membership(
    _ left: Expression, _ right: Expression, _ premises: Premises
  ) -> Ruling {
    switch right.node {
    case .fenced(let content, _)
    where left.label == "t" && content.items.first?.label == "1" && content.items.last?.label == "T":
      return .holds("So the steps are counted.")
    case .fenced(let content, .braces):
      // Each is one choice of several, whatever else the text chooses.
      var notes = notes
      notes.hasFreeSigma = false
      let judge = FieldJudge(notes)
      let rulings = content.items.filter { if case .dots = $0.node { false } else { true } }
        .map { judge.ruling(left, .equal, $0, isFirst: true, premises) }
      return rulings.first { $0.outcome != .holds } ?? rulings.first
        ?? .unknown("The set is empty.")
    case .fenced(let content, .parentheses) where content.items.count == 2:
      let low = ruling(content.items[0], .less, left, isFirst: true, premises)
      guard low.outcome == .holds else { return low }
      return ruling(left, .less, content.items[1], isFirst: true, premises)
    default: return .unknown("This set is not known here.")
    }
  }

  private func named(in relation: Spelled, isFirst: Bool) -> [Expression] {
    let own = relation.left.namedX
    let isBare = own == [relation.left]
    return relation.right.namedX.filter { !isBare || $0 != relation.left }
      + (isFirst && !isBare ? own : [])
  }
}
