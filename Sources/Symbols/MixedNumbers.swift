import Formula
import Probability
import RealModule

/// The random numbers of one trial where one of them may be drawn from several laws.
///
///     x_0: "0.3 N(-1, 0.04) + 0.7 N(1.5, 0.16)"
///
/// Which law it is drawn from is a first draw of its own, and can have a name: `y: "class(x_0)"`.
/// Given that one, all numbers are normal.
struct MixedNumbers: Sendable {
  /// At least one; the shares sum to 1.
  let parts: [Part]
  /// The name of the number that tells which part was drawn, 1 for the first; nil where none does.
  let label: String?

  struct Part: Sendable {
    let share: Double
    let numbers: RandomNumbers
  }

  /// The numbers where each has one law.
  var alone: RandomNumbers? { parts.count == 1 ? parts[0].numbers : nil }

  init(_ numbers: RandomNumbers) { self.init(parts: [Part(share: 1, numbers: numbers)]) }

  private init(parts: [Part], label: String? = nil) { (self.parts, self.label) = (parts, label) }

  /// - Throws: that a law is not a sum of normal numbers with weights, or has no value.
  init(_ all: [RandomName], in scope: Scope) throws(EvaluationError) {
    let declared = all.filter { $0.labelledName == nil }
    let label = try all.label(of: declared.first { $0.law.mixedLaws != nil }?.name)
    guard let place = declared.firstIndex(where: { $0.law.mixedLaws != nil }),
      let laws = declared[place].law.mixedLaws
    else {
      self.init(try RandomNumbers(declared, in: scope))
      return
    }
    var parts: [Part] = []
    for law in laws {
      var chosen = declared
      chosen[place] = RandomName(declared[place].name, law.normal)
      guard let share = try law.share.value(in: scope).scalar, share > 0 else {
        throw EvaluationError(.other("Give each part of a mixture a share above 0."))
      }
      parts.append(
        Part(share: share, numbers: try RandomNumbers(chosen, in: scope, isPart: true)))
    }
    guard abs(parts.reduce(0) { $0 + $1.share } - 1) < Test.tolerance else {
      throw EvaluationError(.other("Let the shares of a mixture sum to 1."))
    }
    self.init(parts: parts, label: label)
  }

  /// Whether a name stands for a random number, and not for one that follows from others.
  func isRandom(_ name: String) -> Bool { parts[0].numbers.sums[name]?.isRandom ?? false }

  /// Binds each name to draws; draw by draw all numbers come from one part.
  func bindDraws(in scope: inout Scope, _ draws: Draws) {
    guard alone == nil else { return parts[0].numbers.bindDraws(in: &scope, draws) }
    var scopes: [Scope] = []
    for part in parts {
      var own = scope
      part.numbers.bindDraws(in: &own, draws)
      scopes.append(own)
    }
    scope = scopes[0]
    var generator = CounterGenerator(seed: draws.seed(of: 23))
    let chosen = (0..<draws.count).map { _ in index(at: generator.nextUniform()) }
    if let label { scope[label] = .value(.vector(chosen.map { Double($0 + 1) })) }
    for name in parts[0].numbers.sums.keys {
      let values = scopes.map { own -> [Double] in
        if case .value(let value) = own[name] { value.elements } else { [] }
      }
      scope[name] = .value(
        .vector(
          chosen.enumerated().map { draw, part in
            values[part].count == 1 ? values[part][0] : values[part][draw]
          }))
    }
  }

  /// The part in whose stretch of 0...1 a number lies.
  private func index(at uniform: Double) -> Int {
    var rest = uniform
    for (index, part) in parts.dropLast().enumerated() {
      if rest < part.share { return index }
      rest -= part.share
    }
    return parts.count - 1
  }

  /// The share of each part once numbers of these names were seen to have these values.
  func shares(
    given names: [String], at values: [Double]
  ) throws(EvaluationError) -> [Double] {
    guard parts.count > 1, !names.isEmpty else { return parts.map(\.share) }
    return try MixedDensity(of: names, in: self).shares(at: values)
  }

  /// The normal ones among some numbers, with their values: all but the label.
  func normal(_ names: [String], _ values: [Double]) -> (names: [String], values: [Double]) {
    guard let place = names.firstIndex(where: { $0 == label }) else { return (names, values) }
    let rest = names.indices.filter { $0 != place }
    return (rest.map { names[$0] }, rest.map { values[$0] })
  }
}

/// The density of some numbers together; where the label is one of them, times its probability.
struct MixedDensity: Sendable {
  private let parts: [(logShare: Double, density: JointLaw)]
  /// Where among the numbers the label stands; nil where it does not.
  private let label: Int?

  /// - Throws: that one number is fixed by the others, so that there is no density.
  init(of names: [String], in numbers: MixedNumbers) throws(EvaluationError) {
    var parts: [(logShare: Double, density: JointLaw)] = []
    for part in numbers.parts {
      let sums = names.compactMap { part.numbers.sums[$0] }
      parts.append((.log(part.share), try JointLaw(of: sums)))
    }
    self.parts = parts
    label = names.firstIndex { $0 == numbers.label }
  }

  /// The natural logarithm of the density at one value of each number.
  func logarithm(at values: [Double]) -> Double {
    let weights = weights(at: values)
    guard weights.count > 1, let top = weights.max(), top > -.infinity else { return weights[0] }
    return top + .log(weights.reduce(0) { $0 + .exp($1 - top) })
  }

  /// The share of each part at these values.
  func shares(at values: [Double]) -> [Double] {
    let weights = weights(at: values)
    let top = weights.max() ?? 0
    let shares = weights.map { Double.exp($0 - top) }
    let total = shares.reduce(0, +)
    return shares.map { $0 / total }
  }

  private func weights(at values: [Double]) -> [Double] {
    var values = values
    let chosen = label.map { values.remove(at: $0) }
    return parts.enumerated().map { index, part in
      guard chosen == nil || chosen == Double(index + 1) else { return -.infinity }
      return part.logShare + part.density.logarithm(at: values)
    }
  }
}

extension Expression {
  /// The parts of a law that is written as a sum of laws with shares; nil for any other formula.
  var mixedLaws: [(share: Expression, normal: Expression)]? {
    guard case .sum(let terms) = node, terms.allSatisfy({ $0.sign == .plus }) else { return nil }
    var laws: [(share: Expression, normal: Expression)] = []
    for term in terms {
      guard case .product(var factors) = term.value.node, let law = factors.popLast(),
        law.operation != .slash, law.value.writtenLaw != nil, !factors.isEmpty
      else { return nil }
      laws.append((Expression(.product(factors)), law.value))
    }
    return laws
  }
}

extension RandomName {
  /// The number of several laws whose part this name tells: x_0 of `class(x_0)`.
  fileprivate var labelledName: String? {
    guard case .call(let head, let argument, .parentheses) = law.node,
      head.headSymbol?.canonicalName == "class"
    else { return nil }
    return argument.labelledName
  }
}

extension [RandomName] {
  /// The name among them that tells the part of the mixed number; nil where none does.
  fileprivate func label(of mixed: String?) throws(EvaluationError) -> String? {
    let labels = filter { $0.labelledName != nil }
    guard labels.allSatisfy({ $0.labelledName == mixed }), labels.count <= 1 else {
      throw EvaluationError(.other("Let one class be that of the number with several laws."))
    }
    return labels.first?.name
  }
}
