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

  /// What a program with the slip answers; two answers where it may leave the last noise out.
  func answers(on journey: Journey) -> [Answer] {
    slip.formulas.flatMap { formula -> [Answer] in
      guard let formula = try? Expression(typed: formula) else { return [] }
      return [true, false].compactMap { isQuiet in
        journey.walk { numbers, pair, fresh in
          let isLast = pair.previous == 0
          let fresh = isLast && isQuiet ? fresh.map { _ in 0 } : fresh
          return step(formula, journey, numbers, pair, fresh)
        }.map(Answer.lists)
      }
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
    let table: [Input] = [
      Input("weights", "the shares of the mixture's components", isList: true),
      Input("means", "their means", isList: true),
      Input("standard_deviations", "their standard deviations", isList: true),
      Input("x_T", "where to start: numbers at the largest step, each for itself", isList: true),
      Input(
        "z",
        "fresh noise, a list for each step in the order in which they are taken; the last "
          + "is not to be used", isList: true),
    ]
    let stride: [Input] = [
      Input("steps", "the steps to visit, the largest first; the last goes to 0", isList: true),
      Input("eta", Variable.eta.meaning),
    ]
    inputs = table + (hasStride ? stride : []) + [.beta, .alphaBar]
    result = .trajectory(like: "x_T", steps: "z")
    self.slips = slips.map(\.slip)
    makeCases = {
      Journey.cases(hasStride: hasStride).map { journey in
        ProgramCase(inputs: journey.inputs, expected: .lists(journey.trajectory)) { number in
          // A long way says nothing of a slip that short ones do not, and takes long.
          journey.steps.count > 60 ? [] : slips[number].answers(on: journey)
        }
      }
    }
  }
}
