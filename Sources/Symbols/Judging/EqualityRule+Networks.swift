import Formula

extension EqualityRule {
  func ruling(on publications: [(published: Published, relation: Spelled)]) -> Ruling {
    var difference: Difference?
    var reason: String?
    for network in [Reading.Network.any, .ideal] {
      for (published, meaning) in publications {
        let rule = EqualityRule(relation: meaning, notes: notes, named: named)
        switch rule.drawn(Trier(meaning), network: network) {
        case .right(var ruling):
          ruling.source = published.source
          if !published.remark.isEmpty { ruling.says += " \(published.remark)" }
          return ruling
        case .wrong(let found): difference = difference ?? found
        case .unknown(let why): reason = reason ?? why
        case .undefined(let error): reason = reason ?? error.description
        case .replaced: break
        }
      }
    }
    if let difference { return .fails(difference) }
    return .unknown(reason ?? "It has no published meaning.")
  }

  /// It is wrong if it is so for no network, not even the ideal one, of which more is known.
  func refutation(_ trier: Trier) -> Ruling? {
    guard relation.names.contains("$ptheta"),
      case .wrong(let difference) = drawn(trier, network: .ideal)
    else { return nil }
    return .fails(difference)
  }

  /// Whether it is so of a network that predicts the mean of the noise.
  func idealRuling(_ trier: Trier) -> Ruling? {
    guard case .right(var ruling) = drawn(trier, network: .ideal) else { return nil }
    ruling.says = "So it is for the ideal network, which predicts the mean of the noise given x_t."
    return ruling
  }

  /// The mean of DDIM's step, which some call mu-tilde too.
  var directedMean: Ruling? {
    guard notes.hasFreeSigma, case .call(let head, let arguments, _) = relation.left.node,
      head.headSymbol?.name == "$mutilde", arguments.items.count == 3,
      let formula = try? Expression(latex: Published.directedMean.latex)
    else { return nil }
    var meant = relation
    var spelling = Spelling()
    let items = arguments.items
    meant.left = spelling.spelled(formula)
    guard items[1].namedX == [items[1]],
      Trier(meant).finding(Reading(roles: relation.freshRoles)).agrees
    else { return nil }
    return .holds(
      "It is the mean of DDIM's step; DDPM's mu-tilde (equation 7) is its case eta = 1.",
      source: Published.directedMean.source)
  }
}
