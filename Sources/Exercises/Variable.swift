/// A number that an exercise gives: how it is typed, what a program gets it as, and its domain.
package struct Variable: Hashable, Sendable {
  /// The name in a typed formula.
  package let typed: String
  /// The key of a program's inputs.
  package let input: String
  package let meaning: String
  package let domain: Domain
  /// The names that a formula may have for it, as Formula spells them.
  let canonicalNames: [String]

  /// What a variable may be.
  package enum Domain: Hashable, Sendable {
    /// A list of standard normal draws for a program, one of them for a formula.
    case draws
    /// A number of a range.
    case range(ClosedRange<Double>)
    /// From 0 to the bound of the pair of steps, which stays a millionth away.
    case belowEtaBound
  }

  package init(
    _ typed: String, input: String? = nil, names: [String]? = nil, _ domain: Domain,
    _ meaning: String
  ) {
    self.typed = typed
    self.input = input ?? typed
    canonicalNames = names ?? [typed]
    self.domain = domain
    self.meaning = meaning
  }
}

extension Variable {
  /// Names are told apart by the way they are typed.
  package static func == (one: Variable, other: Variable) -> Bool { one.typed == other.typed }
  package func hash(into hasher: inout Hasher) { hasher.combine(typed) }
}

extension Variable {
  static let x0 = Variable("x0", input: "x_0", names: ["x_0"], .draws, "the clean number")
  static let xt = Variable(
    "xt", input: "x_t", names: ["x_t"], .draws, "the number after t steps")
  /// Texts write it with or without its step and its bar, and for a network's guess with theta.
  static let noise = Variable(
    "eps", input: "noise",
    names: ["epsilon", "epsilon_t", "epsilon_bar", "epsilon_bar_t", "epsilon_theta"], .draws,
    "the whole noise in x_t, standard normal")
  static let freshNoise = Variable("z", names: ["z", "z_t"], .draws, "fresh standard normal noise")
  static let eta = Variable(
    "eta", .belowEtaBound, "how much fresh noise a step adds: 0 is DDIM, 1 is DDPM")
  static let conditionalNoise = Variable(
    "eps_c", input: "noise_conditional", names: ["epsilon_c"], .draws,
    "the noise predicted with the condition")
  static let unconditionalNoise = Variable(
    "eps_u", input: "noise_unconditional", names: ["epsilon_u"], .draws,
    "the noise predicted without it")
  static let guidance = Variable("w", .range(0...8), "the strength of guidance, 0 for none")
  static let classifierGradient = Variable(
    "g", input: "classifier_gradient", .draws, "d/dx log p(y given x_t)")
  static let classifierScale = Variable(
    "s", input: "scale", .range(0...10), "the strength of guidance, 0 for none")
}
