import Formula
import Synchronization

/// Rules on what is called a loss: it must be one that is published.
struct LossRule: Sendable {
  let relation: Spelled
  let notes: NotesContext

  var ruling: Ruling {
    guard !relation.right.everyName.contains("$loss") else {
      return .unknown("Losses are compared by what they are made of, not by their names.")
    }
    if relation.right.firstAverage?.leavesOutStart ?? false {
      return .unknown("x_0 is not averaged over here: so it is the loss of one example.")
    }
    let trier = Trier(relation)
    guard let situation = trier.situations.first else {
      return .unknown("There is no point to try.")
    }
    var nearest: Difference?
    var reason: EvaluationError?
    for reading in readings {
      do throws(EvaluationError) {
        let scope = trier.scope(situation, reading)
        guard let right = try relation.right.value(in: scope, limit: Trier.workLimit).scalar else {
          return .unknown("A loss is one number.")
        }
        for meaning in relation.lossMeanings {
          guard let left = LossValues.value(meaning, situation, reading, relation.premises) else {
            continue
          }
          nearest =
            nearest
            ?? Difference(
              situation: situation, reading: reading, left: left, right: right, spelled: relation)
          if isEqual(left, right, max(abs(left), abs(right))), let found = confirmed(meaning) {
            return found
          }
        }
      } catch {
        reason = error
      }
    }
    if let reason { return .undefined(reason) }
    return nearest.map { .fails($0) } ?? .unknown("No published loss can be tried here.")
  }

  private var readings: [Reading] {
    let isOfSigma = !relation.right.everyName.isDisjoint(with: ["sigma", "$ptheta", "$KL"])
    return (isOfSigma ? Reading.Sigma.allCases : [.eta]).flatMap { sigma in
      relation.roleAssignments.map { Reading(sigma: sigma, roles: $0) }
    }
  }

  /// The ruling where a loss that agrees at one point does so everywhere.
  private func confirmed(_ meaning: LossMeaning) -> Ruling? {
    var whole = relation
    whole.left = meaning.formula
    let rule = EqualityRule(relation: whole, notes: notes, named: [])
    var ruling = rule.ruling
    guard ruling.outcome == .holds else { return nil }
    ruling.source = meaning.published.source
    if !meaning.published.remark.isEmpty { ruling.says += " \(meaning.published.remark)" }
    return ruling
  }
}

/// A published loss in the spelling of the world, as the right side averages.
struct LossMeaning: Sendable {
  let published: Published
  let formula: Expression
}

extension Spelled {
  /// What the name of a loss may stand for.
  ///
  /// DDPM counts the loss of the step from t as L_{t-1}, others as L_t.
  var lossMeanings: [LossMeaning] {
    let average = right.firstAverage.map { isOverSteps($0) ? overSteps : atStep }
    var shifts: [Expression] = [.name("t")]
    if average != overSteps, case .indexed(_, let index) = left.node {
      shifts = [.plus(index, .whole(1)), index]
    }
    return shifts.flatMap { step in
      Published.losses.compactMap { published in
        let latex = average.map { "\($0)[\(published.latex)]" } ?? published.latex
        return Published.spelled(latex).map { formula in
          let placed = formula.substituting("t", by: step)
          return LossMeaning(
            published: published,
            formula: right.hasConditionedNetwork ? placed.conditioningNetworks : placed)
        }
      }
    }
  }

  private func isOverSteps(_ subscript: Expression) -> Bool {
    `subscript`.items.contains { item in
      if case .relation(let sides, _) = item.node { return sides[0].label == "t" }
      return item.label == "t"
    }
  }
}

private let overSteps = #"\mathbb E_{t,x_0,\epsilon}"#
private let atStep = #"\mathbb E_{x_0,\epsilon}"#

/// The values of published losses, which are tried again and again.
private enum LossValues {
  private struct Key: Hashable {
    var formula: Expression
    var sigma: Reading.Sigma
    var premises: Premises
  }

  private static let known = Mutex<[Key: Double?]>([:])

  static func value(
    _ meaning: LossMeaning, _ situation: Situation, _ reading: Reading, _ premises: Premises
  ) -> Double? {
    let key = Key(formula: meaning.formula, sigma: reading.sigma, premises: premises)
    if let value = known.withLock({ $0[key] }) { return value }
    let interpretation = situation.interpretation(Reading(sigma: reading.sigma), [])
    let sources = SourceValues(drawing: interpretation.sourceCount, seed: situation.seed)
    let scope = interpretation.scope(sources)
    let value = (try? meaning.formula.value(in: scope, limit: Trier.workLimit))?.scalar
    known.withLock { known in
      if known.count < 1000 { known[key] = .some(value) }
    }
    return value
  }
}

extension Expression {
  /// Below the sign of an average stand steps and noise alone, and no x.
  fileprivate var leavesOutStart: Bool {
    let subjects = items.map { item in
      if case .relation(let sides, _) = item.node { sides[0] } else { item }
    }
    return subjects.allSatisfy { subject in
      subject.label == "t" || subject.headSymbol?.name.hasPrefix("$noise") ?? false
    }
  }
}
