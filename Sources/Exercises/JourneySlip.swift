import Formula

/// A mistake that shows in a whole trajectory: another step, or another prediction.
struct JourneySlip: Sendable {
  let slip: Slip
  /// The noise that is taken for the exact one.
  let prediction: @Sendable (Journey, [Double], Int) -> [Double]

  /// Another step, with the exact prediction; the formula is that of x at the earlier step.
  static func step(_ slip: Slip) -> JourneySlip {
    JourneySlip(slip: slip) { $0.noise(in: $1, at: $2) }
  }

  /// The right step, with another prediction.
  static func prediction(
    _ id: String, step: String, says: String,
    _ prediction: @escaping @Sendable (Journey, [Double], Int) -> [Double]
  ) -> JourneySlip {
    JourneySlip(slip: Slip(id, step, says: says), prediction: prediction)
  }

  /// What a program with the slip answers, as far as its steps have values, for each formula; two
  /// answers, as it may leave the last noise out or not.
  func answers(on journey: Journey) -> [[Answer]] {
    slip.formulas.map { formula -> [Answer] in
      guard let formula = try? Expression(typed: formula) else { return [] }
      return [true, false].map { isQuiet in
        .lists(
          journey.walk { numbers, pair, fresh in
            let isLast = pair.previous == 0
            let fresh = isLast && isQuiet ? fresh.map { _ in 0 } : fresh
            return step(formula, journey, numbers, pair, fresh)
          })
      }.filter { !$0.elements.isEmpty }
    }
  }

  private func step(
    _ formula: Expression, _ journey: Journey, _ numbers: [Double],
    _ pair: (t: Int, previous: Int), _ fresh: [Double]
  ) -> [Double]? {
    let noise = prediction(journey, numbers, pair.t)
    let point = Case(
      journey.schedule, at: pair.t, previous: pair.previous,
      [
        .xt: .vector(numbers), .noise: .vector(noise), .freshNoise: .vector(fresh),
        .eta: .scalar(journey.eta ?? 1),
      ])
    var scope = point.scope
    scope["p"] = .value(.scalar(Double(pair.previous)))
    guard case .vector(let next)? = try? formula.value(in: scope) else { return nil }
    return next
  }
}

extension ProgramTask {
  /// The whole way from noise to data.
  init(hasStride: Bool, slips: [JourneySlip]) {
    let table = [
      Input("weights", .list, "the shares of the mixture's components"),
      Input("means", .list, "their means"),
      Input("standard_deviations", .list, "their standard deviations"),
      Input("x_T", .list, "where to start: numbers at the largest step, each for itself"),
      Input(
        "z", .lists,
        "fresh noise: a list for each step, in the order they are taken; the last is not to be used"
      ),
    ]
    let stride = [
      Input("steps", .integers, "the steps to visit, the largest first; the last goes to 0"),
      Input("eta", .number, Variable.eta.meaning),
    ]
    inputs = table + (hasStride ? stride : []) + [.beta, .alphaBar]
    result = .trajectory(like: "x_T", steps: "z")
    self.slips = slips.map(\.slip)
    // A long way says nothing of a slip that short ones do not, and takes long.
    let cases = Journey.cases(hasStride: hasStride).map { journey in
      ProgramCase(inputs: journey.inputs, expected: .lists(journey.trajectory)) { number in
        journey.steps.count > 40 ? [] : slips[number].answers(on: journey)
      }
    }
    makeCases = { cases }
  }
}
