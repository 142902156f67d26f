import Diffusion
import Formula

/// Rules on a spelled relation whose sign is an equals sign.
struct EqualityRule: Sendable {
  let relation: Spelled
  let notes: NotesContext
  /// The x that the line names beside its left side.
  let named: [Expression]

  var ruling: Ruling {
    if let choice = relation.choice { return .unknown(choice) }
    if relation.left.headSymbol?.name == "$loss" {
      return LossRule(relation: relation, notes: notes).ruling
    }
    let publications = relation.publications
    guard publications.isEmpty else { return ruling(on: publications) }
    let trier = Trier(relation)
    let drawn = drawn(trier)
    switch drawn {
    case .right(let ruling):
      return ruling.outcome == .fails ? directedMean ?? directedStep(trier) ?? ruling : ruling
    case .unknown(let reason): return refutation(trier) ?? .unknown(reason)
    case .undefined(let error): return .undefined(error)
    case .wrong, .replaced: break
    }
    if let step = stepRuling(trier, among: PublishedStep.all) { return step }
    if let law = trier.lawFinding(Reading(), beside: named) {
      if case .wrong(let difference) = drawn, !law.agrees, !hasNewNoise {
        return failure(difference, trier)
      }
      return ruling(law, trier)
    }
    if relation.hasNetwork, let ideal = idealRuling(trier) { return ideal }
    if let other = directedMean { return other }
    if case .wrong(let difference) = drawn { return failure(difference, trier) }
    return .unknown("It can't be decided.")
  }

  /// DDIM's step for any sigma, where DDPM's choice of it would make the line right draw by draw.
  private func directedStep(_ trier: Trier) -> Ruling? {
    stepRuling(trier, among: PublishedStep.all.filter { $0.kind == .ddim(.sigma) })
  }

  private func stepRuling(_ trier: Trier, among steps: [PublishedStep]) -> Ruling? {
    guard let (step, points) = trier.reverseStep(Reading(), among: steps) else { return nil }
    return .holds(
      "It is \(step.name): mean and variance agree at \(points) points.", source: step.source)
  }

  /// The right side names noise that the left does not.
  private var hasNewNoise: Bool {
    let known = relation.noises(in: relation.left)
    return relation.noises(in: relation.right).contains { !known.contains($0) }
  }

  enum Drawn {
    case right(Ruling)
    case wrong(Difference)
    case unknown(String)
    /// At no point there is a value.
    case undefined(EvaluationError)
    /// A new noise takes the place of others: no draw is to be compared.
    case replaced
  }

  /// Draw by draw, under each reading of sigma and each role that the noises may have.
  func drawn(_ trier: Trier, network: Reading.Network = .any) -> Drawn {
    var difference: Difference?
    var reason: String?
    var undefined: EvaluationError?
    for sigma in sigmas {
      for roles in relation.roleAssignments {
        let reading = Reading(sigma: sigma, network: network, roles: roles)
        switch trier.finding(reading) {
        case .agrees(let points):
          return .right(rightRuling(points, reading, difference))
        case .differs(let found): difference = difference ?? found
        case .unknown(let why): reason = reason ?? why
        case .undefined(let error): undefined = undefined ?? error
        }
      }
    }
    if let difference { return .wrong(difference) }
    if let undefined, reason == nil { return .undefined(undefined) }
    return reason.map { .unknown($0) } ?? .replaced
  }

  private var sigmas: [Reading.Sigma] {
    relation.names.isDisjoint(with: ["sigma", "$ptheta", "$qsigma", "$KL"])
      ? [.eta] : Reading.Sigma.allCases
  }

  /// The ruling where a reading makes it right; the difference is from a reading before that.
  private func rightRuling(
    _ points: Int, _ reading: Reading, _ difference: Difference?
  ) -> Ruling {
    let isDrawn = !relation.noises.isEmpty && relation.names.isDisjoint(with: ["$q", "N", "$E"])
    let kind = isDrawn ? "Equal draw by draw" : "Equal"
    var ruling = Ruling.holds("\(kind) at \(points) points.\(relation.meaning(of: reading.roles))")
    let sigma = reading.sigma
    guard sigma != .eta, relation.names.contains("sigma") else { return ruling }
    let choice = sigma == .beta ? "sigma_t^2 = beta_t" : "sigma_t^2 = beta-tilde_t"
    guard notes.hasFreeSigma, relation.premises.parameters["eta"] == nil else {
      ruling.says += " It is DDPM's choice \(choice); sigma is free to be chosen."
      ruling.source = "DDPM, section 3.2"
      return ruling
    }
    let condition = sigma == .beta ? choice : "eta = 1"
    let place = difference.map { "\($0.sentence) " } ?? ""
    return Ruling(
      outcome: .fails,
      says: place + "It is so for \(condition) only: sigma_t is free, "
        + "sigma_t^2 = eta^2 beta-tilde_t.",
      difference: difference, source: "DDIM, equation 16", condition: condition)
  }
}
