import Formula
import Symbols

/// Decides part by part of a text what alpha is there.
///
/// A relation has a vote where it is right in one reading alone; none has more weight than another.
/// A formula that writes both `\alpha` and `\bar\alpha` means two things by them, so it has no vote
/// for DDIM's reading, in which both are one; and where a text works with bars, its alpha is DDPM's
/// unless it says that it is not:
///
///     \alpha_t = \prod_{s=1}^t (1-\beta_s)        by a definition
///     \alpha_t = \bar\alpha_t                     by an identity
///     we write \alpha_t for what DDPM calls \bar\alpha_t        in words
///
/// What is said so is true from there on, until something is right in DDPM's reading alone.
struct AlphaReadings {
  /// The formulas of the text in order, in parts, with the reading of each.
  private(set) var parts: [(formulas: [ReadFormula], alpha: Alpha)] = []
  private var voter: AlphaVoter

  init(_ formulas: [ReadFormula], _ common: NotesContext) {
    voter = AlphaVoter(common)
    let whole = voter.votes(of: formulas)
    if let alpha = reading(of: formulas, whole, least: 1, isDeclared: false) {
      parts = Self.sections(of: formulas).map { ($0, alpha) }
      return
    }
    var isDeclared = false
    for part in Self.sections(of: formulas).flatMap(Self.cutAtDeclarations) {
      let votes = voter.votes(of: part)
      if part.first?.declaresAlpha ?? false { isDeclared = true }
      if votes.step > 0 { isDeclared = false }
      let alpha = reading(of: part, votes, least: 2, isDeclared: isDeclared)
      parts.append((part, alpha ?? .step))
    }
  }

  /// The reading of some formulas together; nil where it is DDPM's or not decided.
  private func reading(
    of formulas: [ReadFormula], _ votes: AlphaVoter.Votes, least: Int, isDeclared: Bool
  ) -> Alpha? {
    let others = votes.step + votes.cumulative
    if votes.root > 0, others + votes.neither == 0 { return .root }
    if isDeclared { return .cumulative }
    guard !formulas.contains(where: \.worksWithBars) else { return nil }
    let isWhole = least == 1
    return votes.cumulative >= least
      && (votes.step == 0 || isWhole && votes.cumulative > votes.step)
      ? .cumulative : nil
  }

  /// The formulas of each section.
  private static func sections(of formulas: [ReadFormula]) -> [[ReadFormula]] {
    formulas.cut { $0.formula.section != $1.formula.section }
  }

  private static func cutAtDeclarations(_ section: [ReadFormula]) -> [[ReadFormula]] {
    section.marked.cut { $1.declaresAlpha }
  }
}

extension Array {
  /// In pieces that begin where that is said of an element and the one before it.
  fileprivate func cut(where isCut: (Element, Element) -> Bool) -> [[Element]] {
    reduce(into: []) { pieces, element in
      if let last = pieces.last?.last, !isCut(last, element) {
        pieces[pieces.count - 1].append(element)
      } else {
        pieces.append([element])
      }
    }
  }
}

/// Counts in which readings of alpha formulas are right.
private struct AlphaVoter {
  struct Votes {
    var step = 0
    var cumulative = 0
    var root = 0
    /// Right whether alpha is a share or a product, but not as a root.
    var neither = 0
  }

  private let common: NotesContext
  private var known: [String: Votes] = [:]
  private var count = 0

  /// So many relations tell whose alpha it is.
  private static let most = 100

  init(_ common: NotesContext) { self.common = common }

  mutating func votes(of formulas: [ReadFormula]) -> Votes {
    formulas.reduce(into: Votes()) { sum, formula in
      let votes = votes(of: formula)
      sum.step += votes.step
      sum.cumulative += votes.cumulative
      sum.root += votes.root
      sum.neither += votes.neither
    }
  }

  private mutating func votes(of formula: ReadFormula) -> Votes {
    guard !formula.names.isDisjoint(with: ["alpha", "sigma"]) else { return Votes() }
    if let votes = known[formula.latex] { return votes }
    var votes = Votes()
    for statement in formula.statements where count < Self.most {
      count += 1
      let isStep = isRight(statement, .step)
      let isCumulative = isRight(statement, .cumulative) && !formula.mixesAlphas
      switch (isStep, isCumulative) {
      case (true, false) where !isRight(statement, .cumulative): votes.step += 1
      case (false, true): votes.cumulative += 1
      case (false, false): votes.root += isRight(statement, .root) ? 1 : 0
      default: votes.neither += isRight(statement, .root) ? 0 : 1
      }
    }
    known[formula.latex] = votes
    return votes
  }

  private func isRight(_ statement: Statement, _ alpha: Alpha) -> Bool {
    var context = common
    context.alpha = alpha
    if alpha == .root { context.isLatent = true }
    return FieldJudge(context).isRight(statement) ?? false
  }
}

extension ReadFormula {
  /// It writes both alphas, and does not say that they are one.
  var mixesAlphas: Bool {
    names.isSuperset(of: ["alpha", "alpha_bar"]) && !statements.contains(where: \.namesAlphaTwice)
  }

  /// It says something of x or the noise with a bar.
  var worksWithBars: Bool {
    !statements.isEmpty && names.contains("alpha_bar")
      && !statements.contains(where: \.namesAlphaTwice)
  }
}
