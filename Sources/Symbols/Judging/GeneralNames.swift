import Formula
import Probability

/// A normal number of the text's own: `X \sim \mathcal N(\mu, \sigma^2)`.
package struct DeclaredNormal: Hashable, Sendable {
  package let name: String
  let mean: Expression
  let variance: Expression
}

extension Statement {
  /// The normal numbers that it declares; none where its left side is the field's.
  package var declaredNormals: [DeclaredNormal] {
    guard sign == .distributed, let law = right.normalLaw, law.variable == nil else { return [] }
    return left.items.compactMap { item in
      guard let name = item.labelledName, GeneralNames.isLetter(item) else { return nil }
      return DeclaredNormal(name: name, mean: law.mean, variance: law.variance)
    }
  }
}

/// The names of a statement about normal laws in general, such as
/// `\mathcal N(\mu_1, \sigma_1^2) + \mathcal N(\mu_2, \sigma_2^2) = ...`: any numbers.
///
/// There are none where a law is the field's: then its symbols mean what they mean there.
struct GeneralNames {
  /// The names that stand for numbers, as they are written.
  private(set) var free: [String] = []
  private(set) var noises: [NoiseName] = []
  private var replacements: [String: Expression] = [:]

  init(_ left: Expression, _ right: Expression, _ notes: NotesContext) {
    let letters = left.letters + right.letters
    let names = letters.map(\.labelledName)
    let normals = notes.normals.filter { names.contains($0.name) }
    guard !normals.isEmpty || left.isAboutLaws || right.isAboutLaws,
      (letters + normals.flatMap { $0.mean.letters + $0.variance.letters })
        .allSatisfy(Self.isLetter)
    else { return }
    for letter in letters + normals.flatMap({ $0.mean.letters + $0.variance.letters }) {
      guard let name = letter.labelledName, replacements[name] == nil,
        !normals.contains(where: { $0.name == name })
      else { continue }
      replacements[name] = .name(Self.bound(free.count))
      free.append(name)
    }
    for normal in normals where replacements[normal.name] == nil {
      let noise = NoiseName(
        number: noises.count, name: normal.name, index: .none, isDeclared: true)
      noises.append(noise)
      let deviation = Expression.root(.fenced(replaced(normal.variance)))
      replacements[normal.name] = .fenced(
        .plus(
          .fenced(replaced(normal.mean)), .times(deviation, .name(noise.bound, .name("t")))))
    }
  }

  /// The same formula with the names that are bound.
  func replaced(_ formula: Expression) -> Expression {
    guard !replacements.isEmpty else { return formula }
    if let name = formula.labelledName, let other = replacements[name] {
      return other.placed(at: formula.range)
    }
    if case .call(let head, let arguments, let fence) = formula.node {
      return Expression(.call(head, arguments: replaced(arguments), fence), at: formula.range)
    }
    return formula.rebuilt(replaced)
  }

  /// The name by which the number of a place among them is bound.
  static func bound(_ number: Int) -> String { "$free\(number)" }

  /// Between 0.3 and 2, since many stand for a variance.
  static func value(_ number: Int, at situation: Situation) -> Double {
    var generator = CounterGenerator(
      seed: 26, stream: UInt64(number), index: situation.seed)
    return ((0.3 + 1.7 * generator.nextUniform()) * 100).rounded() / 100
  }

  /// A name that has no meaning in the field, as far as its letter and index tell.
  static func isLetter(_ formula: Expression) -> Bool {
    guard let parts = NameParts(formula), parts.exponents.isEmpty,
      parts.symbol.accent == nil || parts.symbol.name != "epsilon"
    else { return false }
    guard
      parts.labels.allSatisfy({ $0.allSatisfy(\.isNumber) || $0.count == 1 && !steps.contains($0) })
    else { return false }
    if parts.labels == ["0"] && ["x", "z"].contains(parts.name) { return false }
    return !field.contains(parts.name)
  }

  private static let steps: Set = ["t", "T", "s", "k", "p"]
  private static let field: Set = [
    "t", "T", "alpha", "alpha_bar", "beta", "beta_tilde", "mu_tilde", "eta", "epsilon", "z", "xi",
    "zeta", "theta", "q", "p", "L", "SNR", "x_0", "y",
  ]
}

extension Expression {
  /// It has a law, a divergence or a slope in it.
  fileprivate var isAboutLaws: Bool {
    if case .call(let head, _, _) = node {
      if head.headSymbol?.canonicalName == "N" { return true }
      if ["KL", "D"].contains(head.headSymbol?.name) { return true }
    }
    return children.contains(where: \.isAboutLaws)
  }

  /// The names in it, with their indices; not those of functions, of numbers such as pi, or of signs.
  fileprivate var letters: [Expression] {
    switch node {
    case .symbol(let symbol):
      ["pi", "I", "e", "nabla", "partial", "d", "1", "0"].contains(symbol.name) ? [] : [self]
    case .indexed(let base, let index):
      base.headSymbol.map { ["nabla", "partial", "E"].contains($0.name) } ?? false
        ? index.letters : labelledName == nil ? base.letters + index.letters : [self]
    case .call(let head, let arguments, _):
      head.isFunctionOfLaws ? arguments.letters : head.letters + arguments.letters
    default: children.flatMap(\.letters)
    }
  }

  private var isFunctionOfLaws: Bool {
    guard let symbol = headSymbol else { return false }
    return symbol.name == "N" || symbol.alphabet == .roman
      || ["KL", "D", "E"].contains(symbol.name)
  }
}
