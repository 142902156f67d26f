import Diffusion
import Formula
import OrderedJSON

/// Exercises on what a network predicts, and on what it is trained with.
extension Exercise {
  static let prediction = [predictedX0, scoreFromNoise, vPrediction, trainingExample]

  private static let predictedX0 = Exercise(
    "predicted-x0", in: "noise-prediction", asks: "x_0, from x_t and the noise in it",
    FormulaTask(
      [.xt, .noise], steps: .from(1), asked: .init("x_0", "x", "x_hat_0", "x_hat"),
      reference: Common.x0,
      slips: [
        Slip(
          "variance-unrooted", "(xt - (1 - abar[t])*eps)/sqrt(abar[t])",
          "(xt - (1 - abar[t])*eps)/abar[t]", says: Common.unrooted),
        Slip(
          "alpha-for-abar", "(xt - sqrt(1 - alpha[t])*eps)/sqrt(alpha[t])",
          "(xt - sqrt(1 - abar[t])*eps)/sqrt(alpha[t])",
          says: Common.alphaForAbar + " What the DDIM paper writes as alpha is alpha-bar here."),
        Slip(
          "sign-of-noise", "(xt + sqrt(1 - abar[t])*eps)/sqrt(abar[t])", says: Common.signOfNoise),
        Slip(
          "unrooted-factors", "(xt - sqrt(1 - abar[t])*eps)/abar[t]",
          says: "Divide by the root of abar[t]."),
        Slip(
          "dropped-root-factor", "(xt - eps)/sqrt(abar[t])",
          says: "The noise in xt is sqrt(1 - abar[t]) times the standard normal one."),
        Slip(
          "dropped-outer-factor", "xt - sqrt(1 - abar[t])*eps",
          says: "What is left is sqrt(abar[t]) times x_0; divide by it."),
        Slip(
          "inverted-fraction", "(xt - sqrt(1 - abar[t])*eps)*sqrt(abar[t])", says: Common.inverted),
        Slip(
          "brackets", "xt/sqrt(abar[t]) - sqrt(1 - abar[t])*eps",
          says: "Dividing by sqrt(abar[t]) goes for the noise as well: mind the brackets."),
        Slip(
          "shifted-index", "(xt - sqrt(1 - abar[t-1])*eps)/sqrt(abar[t-1])",
          "(xt - sqrt(1 - abar[t+1])*eps)/sqrt(abar[t+1])", says: Common.shifted),
        Slip(
          "one-step-undone", Common.mean,
          says: "This undoes one step; x_0 is where none is left."),
      ]
    ) { point in
      let (signal, noise) = (
        point.schedule.signalScale(at: point.t), point.schedule.noiseScale(at: point.t)
      )
      return point.map(.xt, .noise) { ($0 - noise * $1) / signal }
    })

  private static let scoreFromNoise = Exercise(
    "score-from-noise", in: "noise-prediction",
    asks: "the score of q(x_t), d/dx log q(x_t), from the expected noise in x_t",
    FormulaTask(
      [.noise], steps: .from(1), asked: .init("score"), reference: "-eps/sqrt(1 - abar[t])",
      slips: [
        Slip(
          "sign-of-score", "eps/sqrt(1 - abar[t])",
          says: "The score points to where the density grows, against the noise."),
        Slip(
          "dropped-root-factor", "-eps", "eps",
          says: "The noise is divided by its standard deviation, sqrt(1 - abar[t])."),
        Slip(
          "variance-unrooted", "-eps/(1 - abar[t])", "eps/(1 - abar[t])",
          says: "Divide by the noise's standard deviation, not by its variance: eps is standard "
            + "normal already."),
        Slip(
          "alpha-for-abar", "-eps/sqrt(1 - alpha[t])", "eps/sqrt(1 - alpha[t])",
          says: Common.alphaForAbar),
        Slip(
          "inverted-fraction", "-eps*sqrt(1 - abar[t])", "eps*sqrt(1 - abar[t])",
          says: Common.inverted),
        Slip("signal-for-noise", "-eps/sqrt(abar[t])", says: "Divide by the noise's factor."),
        Slip(
          "shifted-index", "-eps/sqrt(1 - abar[t+1])", "-eps/sqrt(1 - abar[t-1])",
          says: Common.shifted),
      ]
    ) { point in
      let scale = point.schedule.noiseScale(at: point.t)
      return point.map(.noise) { -$0 / scale }
    })

  private static let vPrediction = Exercise(
    "v-prediction", in: "noise-prediction",
    asks: "v, the target of v-prediction, from x_0 and the noise",
    FormulaTask(
      [.noise, .x0], steps: .from(1), asked: .init("v"),
      reference: "sqrt(abar[t])*eps - sqrt(1 - abar[t])*x0",
      slips: [
        Slip(
          "swapped-factors", "sqrt(1 - abar[t])*eps - sqrt(abar[t])*x0",
          says: "The two factors have changed places: v is the direction in which x_t turns."),
        Slip(
          "sign-of-x0", "sqrt(abar[t])*eps + sqrt(1 - abar[t])*x0",
          says: "The clean number is taken away."),
        Slip(
          "opposite-sign", "sqrt(1 - abar[t])*x0 - sqrt(abar[t])*eps",
          says: "Everything has the opposite sign: v goes from the picture to the noise."),
        Slip("variance-unrooted", "abar[t]*eps - (1 - abar[t])*x0", says: Common.unrooted),
        Slip(
          "alpha-for-abar", "sqrt(alpha[t])*eps - sqrt(1 - alpha[t])*x0", says: Common.alphaForAbar),
        Slip("jump-for-v", Common.jump, says: "This is x_t itself."),
        Slip(
          "flow-velocity", "eps - x0",
          says: "This is the velocity of flow matching, whose way is a straight line."),
        Slip(
          "shifted-index", "sqrt(abar[t-1])*eps - sqrt(1 - abar[t-1])*x0", says: Common.shifted),
      ]
    ) { point in
      let (signal, noise) = (
        point.schedule.signalScale(at: point.t), point.schedule.noiseScale(at: point.t)
      )
      return point.map(.noise, .x0) { signal * $0 - noise * $1 }
    })

  private static let trainingExample = Exercise(
    id: "training-example", lesson: "noise-prediction",
    asks: "a training example: x_t, which the network gets, and the noise, which it is to find",
    formula: nil, program: .trainingExample)
}

extension ProgramTask {
  fileprivate static let trainingExample = {
    let pairs =
      Common.slipsOfJump.map { ($0, $0.formulas.map { ($0, "eps") }) } + [
        (
          Slip("x0-for-xt", says: "The network's input is x_t, the noisy number, not x_0."),
          [("x0", "eps")]
        ),
        (
          Slip("x0-for-noise", says: "The target is the noise, not the clean number."),
          [(Common.jump, "x0")]
        ),
        (
          Slip("swapped-pair", says: "First comes x_t, then the target."),
          [("eps", Common.jump)]
        ),
        (
          Slip("v-for-noise", says: "This target is v; the noise was asked for."),
          [(Common.jump, "sqrt(abar[t])*eps - sqrt(1 - abar[t])*x0")]
        ),
        (
          Slip("score-for-noise", says: "This target is the score; the noise was asked for."),
          [(Common.jump, "-eps/sqrt(1 - abar[t])")]
        ),
      ]
    let variables: [Variable] = [.x0, .noise]
    let schedule = ScheduleInputs(steps: .from(1), hasAlphaBar: true)
    return ProgramTask(
      inputs: schedule.steps + variables.map(Input.init) + schedule.tables,
      result: .pair(like: Variable.x0.input), slips: pairs.map(\.0)
    ) {
      Cases(steps: .from(1), variables: variables, hasLists: true).all.map { point in
        let noisy = point.map(.x0, .noise) { point.schedule.jump($0, to: point.t, noise: $1) }
        return ProgramCase(
          inputs: schedule.values(at: point) + point.lists(of: variables)
            + schedule.tables(at: point),
          expected: .list(noisy.elements + (point.numbers[.noise]?.elements ?? []))
        ) { number in
          pairs[number].1.map { point.list(of: $0.0, and: $0.1).map { [$0] } ?? [] }
        }
      }
    }
  }()
}

extension Case {
  /// Two formulas' lists, one after the other; nil where one has no value.
  fileprivate func list(of first: String, and second: String) -> Answer? {
    let values = [first, second].compactMap { text -> Value? in
      guard let formula = try? Expression(typed: text) else { return nil }
      return try? formula.value(in: scope)
    }
    return values.count == 2 ? .list(values.flatMap(\.elements)) : nil
  }
}
