package import Diffusion
import Formula
import RealModule

/// A symbol of the field: what it is, its unit, and what it is made of.
package struct FieldSymbol: Hashable, Sendable {
  /// As `Expression.fieldNames` has it: `alpha_bar`, `epsilon_theta`.
  package let name: String
  package let latex: String
  package let meaning: String
  /// Unit and domain.
  package let unit: String
  /// What it follows from; nil for what is chosen, drawn or learned.
  package let formula: String?
  /// The names of the symbols that it is made of.
  package let parts: [String]

  package init(
    _ name: String, _ latex: String, _ meaning: String, _ unit: String, _ formula: String? = nil,
    of parts: [String] = []
  ) {
    self.name = name
    self.latex = latex
    self.meaning = meaning
    self.unit = unit
    self.formula = formula
    self.parts = parts
  }

  /// The symbol's value at a step, where it is a number that the schedule tells.
  package func value(at t: Int, of schedule: Schedule) -> Double? {
    guard (1...schedule.steps).contains(t) else { return nil }
    switch name {
    case "t": return Double(t)
    case "T": return Double(schedule.steps)
    case "beta": return schedule.beta[t]
    case "alpha": return schedule.alpha[t]
    case "alpha_bar": return schedule.alphaBar[t]
    case "SNR": return schedule.signalToNoiseRatio(at: t)
    case "beta_tilde": return schedule.posterior(at: t).variance
    default: return nil
    }
  }
}

extension FieldSymbol {
  /// Each after those that it is made of: from beta to the sample, and what stands beside.
  ///
  /// Sources: DDPM, equations 4, 7, 11 and Algorithm 2; DDIM, equation 16.
  package static let all: [FieldSymbol] = chain + beside

  private static let chain = [
    FieldSymbol(
      "beta", #"\beta_t"#, "variance of the noise that step t adds", "a variance, between 0 and 1"),
    FieldSymbol(
      "alpha", #"\alpha_t"#, "share of the variance that survives step t", "between 0 and 1",
      #"\alpha_t = 1 - \beta_t"#, of: ["beta"]),
    FieldSymbol(
      "alpha_bar", #"\bar\alpha_t"#, "share of the picture's variance left after t steps",
      "between 0 and 1; 1 at t = 0", #"\bar\alpha_t = \prod_{s=1}^t \alpha_s"#, of: ["alpha"]),
    FieldSymbol(
      "SNR", #"\mathrm{SNR}(t)"#, "signal-to-noise ratio of x at t", "a ratio of variances",
      #"\mathrm{SNR}(t) = \bar\alpha_t/(1-\bar\alpha_t)"#, of: ["alpha_bar"]),
    FieldSymbol(
      "epsilon_bar", #"\bar\epsilon_t"#, "all the noise in x at t, merged into one draw",
      "standard normal"),
    FieldSymbol(
      "x", "x_t", "the picture after t steps: clean at 0, noise at T", "a number a pixel",
      #"x_t = \sqrt{\bar\alpha_t}x_0 + \sqrt{1-\bar\alpha_t}\bar\epsilon_t"#,
      of: ["alpha_bar", "epsilon_bar"]),
    FieldSymbol(
      "beta_tilde", #"\tilde\beta_t"#, "variance of x at t - 1, where x at t and x at 0 are known",
      "a variance; 0 at t = 1",
      #"\tilde\beta_t = \frac{1-\bar\alpha_{t-1}}{1-\bar\alpha_t}\beta_t"#,
      of: ["alpha_bar", "beta"]),
    FieldSymbol(
      "mu_tilde", #"\tilde\mu_t"#, "mean of x at t - 1, where x at t and x at 0 are known", "as x",
      #"\tilde\mu_t(x_t,x_0) = \frac{\sqrt{\bar\alpha_{t-1}}\beta_t}{1-\bar\alpha_t}x_0 + \frac{\sqrt{\alpha_t}(1-\bar\alpha_{t-1})}{1-\bar\alpha_t}x_t"#,
      of: ["alpha", "alpha_bar", "beta", "x"]),
    FieldSymbol(
      "epsilon_theta", #"\epsilon_\theta(x_t,t)"#, "the network's guess of all the noise in x at t",
      "as the noise", of: ["x"]),
    FieldSymbol("y", "y", "what the picture shall be of: its class", "a label"),
    FieldSymbol("w", "w", "strength of guidance: 0 is none", "a number"),
    FieldSymbol(
      "epsilon_hat", #"\hat\epsilon_t"#, "guided noise: the network's guess, drawn on to the class",
      "as the noise",
      #"\hat\epsilon(x_t,t,y) = (1+w)\epsilon_\theta(x_t,t,y) - w\epsilon_\theta(x_t,t)"#,
      of: ["epsilon_theta", "w", "x", "y"]),
    FieldSymbol(
      "mu_theta", #"\mu_\theta(x_t,t)"#, "mean of the step back, by the guessed noise", "as x",
      #"\mu_\theta(x_t,t) = \frac{1}{\sqrt{\alpha_t}}(x_t - \frac{\beta_t}{\sqrt{1-\bar\alpha_t}}\epsilon_\theta(x_t,t))"#,
      of: ["alpha", "alpha_bar", "beta", "epsilon_theta", "x"]),
    FieldSymbol(
      "eta", #"\eta"#, "how much noise the way back adds: 1 is DDPM, 0 none", "0 or more"),
    FieldSymbol(
      "sigma", #"\sigma_t"#, "deviation of the noise of the step back", "a deviation",
      #"\sigma_t = \eta\sqrt{\tilde\beta_t}"#, of: ["beta_tilde", "eta"]),
    FieldSymbol("z", "z", "fresh noise of the step back", "standard normal"),
    FieldSymbol(
      "sample", "x_{t-1}", "one step back; after T of them, the sample", "a number a pixel",
      #"x_{t-1} = \mu_\theta(x_t,t) + \sigma_t z"#, of: ["mu_theta", "sigma", "z"]),
  ]

  private static let beside = [
    FieldSymbol("t", "t", "the step", "1 to T"),
    FieldSymbol("T", "T", "the number of steps", "1 to 10,000"),
    FieldSymbol("epsilon", #"\epsilon_t"#, "noise that step t adds", "standard normal"),
    FieldSymbol("q", "q", "density on the way into noise, and what follows from it", "a density"),
    FieldSymbol("p_theta", #"p_\theta"#, "density on the network's way back", "a density"),
    FieldSymbol("s_theta", #"s_\theta(x_t,t)"#, "the network's guess of the score", "one over x"),
    FieldSymbol(
      "x_hat", #"\hat x_0"#, "the clean picture that x at t and a guess of its noise tell", "as x",
      #"\hat x_0 = \frac{x_t - \sqrt{1-\bar\alpha_t}\epsilon_\theta(x_t,t)}{\sqrt{\bar\alpha_t}}"#,
      of: ["alpha_bar", "epsilon_theta", "x"]),
    FieldSymbol(
      "v", "v", "noise and picture at a right angle to x at t", "no unit, variance 1",
      #"v = \sqrt{\bar\alpha_t}\bar\epsilon_t - \sqrt{1-\bar\alpha_t}x_0"#,
      of: ["alpha_bar", "epsilon_bar", "x"]),
    FieldSymbol("L", "L", "loss that training makes small", "an average square"),
    FieldSymbol("S", "S", "the number of steps that a sampler takes", "1 to T"),
    FieldSymbol("N", #"\mathcal N(m, v)"#, "normal law: its mean, then its variance", "a law"),
    FieldSymbol("p", "p", "density of a random number", "a density"),
    FieldSymbol("E", #"\mathbb E"#, "average over all draws", "as what is averaged"),
    FieldSymbol(
      "Var", #"\mathrm{Var}"#, "average square of the distance to the mean", "a variance"),
    FieldSymbol("Cov", #"\mathrm{Cov}"#, "how far two numbers vary together", "a covariance"),
    FieldSymbol("KL", #"\mathrm{KL}"#, "divergence of two laws; 0 where they are one", "nats"),
    FieldSymbol("nabla", #"\nabla_x"#, "slope by the name below it", "one over x"),
  ]

  package static func named(_ name: String) -> FieldSymbol? { all.first { $0.name == name } }

  /// How far the symbol is from what is chosen, drawn or learned: 0 for those.
  package var depth: Int { (parts.compactMap { Self.named($0)?.depth }.max() ?? -1) + 1 }

  /// What leads from beta to the sample, each after what it is made of.
  package static var map: [FieldSymbol] { chain.filter { $0.name == "beta" || !$0.parts.isEmpty } }

  /// The symbols that this one is a part of.
  package var uses: [FieldSymbol] { Self.all.filter { $0.parts.contains(name) } }
}

extension Expression {
  /// A sum or a product runs over the name.
  package func runs(over name: String) -> Bool {
    if case .big(_, .some(let range), _, _) = node, range.fieldNames.first == name { return true }
    return children.contains { $0.runs(over: name) }
  }

  /// The field's symbols that stand in the formula, in order of appearance, each once.
  package var fieldNames: [String] {
    var seen: Set<String> = []
    return everyFieldName.filter { seen.insert($0).inserted }
  }

  private var everyFieldName: [String] {
    switch node {
    case .symbol, .indexed:
      guard let parts = NameParts(self) else { return children.flatMap(\.everyFieldName) }
      let isWord = parts.symbol.alphabet == .roman && parts.name.count > 1
      if isWord, FieldSymbol.named(parts.name) == nil { return [] }
      let own = parts.hasParameters ? "\(parts.name)_theta" : parts.name
      // The letter of the parameters is a part of the name, and no symbol beside it.
      let indices = parts.indices.flatMap(\.everyFieldName)
      return [own] + (parts.hasParameters ? indices.filter { $0 != "theta" } : indices)
    default: return children.flatMap(\.everyFieldName)
    }
  }

  /// What the formula says an equality of, by the name on its left: `\bar\alpha_t = ...`.
  package var definedNames: [String] {
    statements.all.compactMap { statement in
      guard statement.isFirst, [.equal, .defined].contains(statement.sign) else { return nil }
      if case .call(let head, _, _) = statement.left.node { return head.fieldNames.first }
      guard NameParts(statement.left) != nil else { return nil }
      let name = statement.left.fieldNames.first
      // What a step back leads to.
      let isStepBack = name == "x" && statement.right.fieldNames.contains("mu_theta")
      return isStepBack ? "sample" : name
    }
  }
}
