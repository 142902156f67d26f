import Formula

/// What came out of trying a relation under one reading.
enum Finding: Sendable {
  /// At every point; how many, and the largest difference as a share of the larger side.
  case agrees(points: Int)
  case differs(Difference)
  case unknown(String)
  /// At no point does a side have a value, for that reason.
  case undefined(EvaluationError)

  var agrees: Bool { if case .agrees = self { true } else { false } }
}

/// A point where the sides of a relation differ.
struct Difference: Sendable {
  let situation: Situation
  let reading: Reading
  /// What is compared: the sides themselves, or their mean or variance.
  var quantity: Quantity = .value
  let left: Double
  let right: Double
  /// The relation as it was tried.
  var spelled: Spelled?

  enum Quantity: String, Sendable {
    case value
    case mean
    case variance
    case covariance
  }
}

/// Tries a spelled relation.
struct Trier: Sendable {
  let spelled: Spelled
  let situations: [Situation]

  /// Fewer points than this say nothing.
  static let fewestPoints = 3
  static let tooFew = EvaluationError(
    .other("There are too few points where both sides have a value."))
  /// Steps of work for one side at one point.
  static let workLimit = 400_000

  init(_ spelled: Spelled) {
    self.spelled = spelled
    let premises = spelled.premises
    situations = Situation.all(spelled.trying).filter { premises.steps.contains($0.t) }
      .map { situation in
        var situation = situation
        for number in spelled.free.indices {
          situation.parameters[GeneralNames.bound(number)] = GeneralNames.value(
            number, at: situation)
        }
        situation.parameters.merge(premises.parameters) { $1 }
        return situation
      }
  }

  /// Whether both sides agree at every point where they have a value.
  func finding(
    _ reading: Reading, overriding parameters: [String: Double] = [:],
    where isTried: (Situation) -> Bool = { _ in true }
  ) -> Finding {
    finding(spelled.left, spelled.right, reading, overriding: parameters, where: isTried)
  }

  func finding(
    _ left: Expression, _ right: Expression, _ reading: Reading,
    overriding parameters: [String: Double] = [:],
    where isTried: (Situation) -> Bool = { _ in true }
  ) -> Finding {
    var count = 0
    var reason: EvaluationError?
    let isInexact = spelled.names.contains("$E") || spelled.names.contains("$nabla")
    let tried = situations.filter(isTried).prefix(spelled.names.contains("$E") ? 5 : 12)
    for situation in tried {
      do throws(EvaluationError) {
        let scope = scope(situation, reading, parameters)
        let sides = try scope.sides(
          left, right, tolerance: isInexact ? 1e-7 : 1e-9, slack: isInexact ? 1e-8 : 0,
          limit: Self.workLimit)
        if sides.differ { return .differs(difference(situation, reading, sides)) }
        if !sides.areBlurred { count += 1 }
      } catch {
        guard error.dependsOnPoint else { return .unknown(error.description) }
        reason = error
      }
    }
    guard count > 0 || reason == nil else { return .undefined(reason ?? Self.tooFew) }
    guard count >= min(Self.fewestPoints, max(1, tried.count)) else {
      return .unknown((reason ?? Self.tooFew).description)
    }
    return .agrees(points: count)
  }

  func scope(
    _ situation: Situation, _ reading: Reading, _ parameters: [String: Double] = [:]
  ) -> Scope {
    var interpretation = situation.interpretation(reading, spelled.noises)
    interpretation.parameters.merge(parameters) { $1 }
    let sources = SourceValues(drawing: interpretation.sourceCount, seed: situation.seed)
    return interpretation.scope(sources)
  }

  private func difference(_ situation: Situation, _ reading: Reading, _ sides: Sides) -> Difference
  {
    Difference(
      situation: situation, reading: reading, left: sides.left.elements.first ?? .nan,
      right: sides.right.elements.first ?? .nan, spelled: spelled)
  }
}
