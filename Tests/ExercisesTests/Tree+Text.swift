import Probability

/// How formulas are typed: plain or LaTeX, with the spellings that learners have for each name.
struct Typist {
  var generator: CounterGenerator
  let isLatex: Bool

  mutating func text(_ tree: Tree) -> String {
    switch tree {
    case .number(let value): value < 0 ? "(\(value))" : short(value)
    case .name(let name): spelled(name)
    case .entry(let table, let index, let offset): entry(table, index, offset)
    case .product(let index):
      isLatex
        ? #"\left(\prod_{i=1}^{\#(index)}\alpha_i\right)"# : "prod(i, 1, \(index), alpha[i])"
    case .sum(let left, .negative(let right)): "\(text(left)) - \(grouped(right))"
    case .sum(let left, let right): "\(text(left)) + \(text(right))"
    case .negative(let inner): "-\(grouped(inner))"
    case .times(let left, let right): times(grouped(left), grouped(right))
    case .over(let over, let under): fraction(over, under)
    case .root(let inner): root(inner)
    case .square(let inner): "\(grouped(inner))^2"
    }
  }

  private mutating func pick(_ choices: String...) -> String {
    choices.randomElement(using: &generator) ?? ""
  }

  private func short(_ value: Double) -> String {
    value == value.rounded() && value < 1000 ? "\(Int(value))" : "\(value)"
  }

  /// What can't be a factor as it stands, in brackets.
  private mutating func grouped(_ tree: Tree) -> String {
    switch tree {
    case .number, .name, .entry, .product: return text(tree)
    default:
      let inner = text(tree)
      return isLatex ? pick("(\(inner))", "\\left(\(inner)\\right)") : "(\(inner))"
    }
  }

  private mutating func times(_ left: String, _ right: String) -> String {
    isLatex ? pick("\(left)\\cdot \(right)", "\(left)\\,\(right)") : "\(left)*\(right)"
  }

  private mutating func fraction(_ over: Tree, _ under: Tree) -> String {
    isLatex ? "\\frac{\(text(over))}{\(text(under))}" : "\(grouped(over))/\(grouped(under))"
  }

  private mutating func root(_ inner: Tree) -> String {
    if isLatex { return "\\sqrt{\(text(inner))}" }
    let content = text(inner)
    return pick("sqrt(\(content))", "(\(content))^0.5", "(\(content))^(1/2)", "√(\(content))")
  }

  private mutating func entry(_ table: String, _ index: String, _ offset: Int) -> String {
    let place = offset == 0 ? index : "\(index)\(offset < 0 ? "-" : "+")\(abs(offset))"
    if isLatex { return (table == "abar" ? #"\bar\alpha"# : "\\\(table)") + "_{\(place)}" }
    let bracket = pick("[\(place)]", "_{\(place)}")
    guard table == "abar" else { return table + bracket }
    return pick("abar", "alpha_bar", "alphaBar", "ᾱ") + bracket
  }

  private mutating func spelled(_ name: String) -> String {
    switch name {
    case "x0": isLatex ? "x_0" : pick("x0", "x_0")
    case "xt": isLatex ? "x_t" : pick("xt", "x_t")
    case "eps": isLatex ? pick(#"\epsilon"#, #"\epsilon_t"#) : pick("eps", "epsilon")
    case "eps_c", "eps_u": isLatex ? "\\epsilon_\(name.suffix(1))" : name
    case "eta": isLatex ? #"\eta"# : "eta"
    default: name
    }
  }
}
