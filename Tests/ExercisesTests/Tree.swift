import Probability

/// A formula as a tree that can be rewritten into an equal one.
indirect enum Tree: Hashable, Sendable {
  case number(Double)
  case name(String)
  /// `alpha`, `beta` or `abar` at an index such as t - 1.
  case entry(String, index: String, offset: Int)
  case product(index: String)
  case sum(Tree, Tree)
  case negative(Tree)
  case times(Tree, Tree)
  case over(Tree, Tree)
  case root(Tree)
  case square(Tree)

  static func + (left: Tree, right: Tree) -> Tree { .sum(left, right) }
  static func - (left: Tree, right: Tree) -> Tree { .sum(left, .negative(right)) }
  static func * (left: Tree, right: Tree) -> Tree { .times(left, right) }
  static func / (left: Tree, right: Tree) -> Tree { .over(left, right) }
  static prefix func - (tree: Tree) -> Tree { .negative(tree) }

  static func alpha(_ index: String = "t", _ offset: Int = 0) -> Tree {
    .entry("alpha", index: index, offset: offset)
  }
  static func beta(_ index: String = "t", _ offset: Int = 0) -> Tree {
    .entry("beta", index: index, offset: offset)
  }
  static func abar(_ index: String = "t", _ offset: Int = 0) -> Tree {
    .entry("abar", index: index, offset: offset)
  }
  static let one = Tree.number(1)
}

extension Tree {
  var children: [Tree] {
    switch self {
    case .number, .name, .entry, .product: []
    case .sum(let left, let right), .times(let left, let right), .over(let left, let right):
      [left, right]
    case .negative(let tree), .root(let tree), .square(let tree): [tree]
    }
  }

  var size: Int { children.reduce(1) { $0 + $1.size } }

  /// The same node over other children.
  func with(_ children: [Tree]) -> Tree {
    switch self {
    case .number, .name, .entry, .product: self
    case .sum: .sum(children[0], children[1])
    case .times: .times(children[0], children[1])
    case .over: .over(children[0], children[1])
    case .negative: .negative(children[0])
    case .root: .root(children[0])
    case .square: .square(children[0])
    }
  }

  /// Whether it is 0 everywhere, so that nothing can be divided by it; told from one point of no
  /// special kind, where other formulas are not this small and rounding leaves less.
  var isZero: Bool { abs(valueSomewhere) < 1e-9 }

  /// The value at t = 5 and p = 2, with betas of 0.05, 0.08, 0.11 and so on.
  private var valueSomewhere: Double {
    switch self {
    case .number(let value): value
    case .name(let name): names[name] ?? 0.61
    case .entry("beta", let index, let offset): betaValue(place(index) + offset)
    case .entry("alpha", let index, let offset): 1 - betaValue(place(index) + offset)
    case .entry(_, let index, let offset): alphaBarValue(place(index) + offset)
    case .product(let index): alphaBarValue(place(index))
    case .sum(let left, let right): left.valueSomewhere + right.valueSomewhere
    case .negative(let tree): -tree.valueSomewhere
    case .times(let left, let right): left.valueSomewhere * right.valueSomewhere
    case .over(let left, let right): left.valueSomewhere / right.valueSomewhere
    case .root(let tree): tree.valueSomewhere.squareRoot()
    case .square(let tree): tree.valueSomewhere * tree.valueSomewhere
    }
  }

  /// Whether it is above 0 at most points and never below, as far as can be told from its shape.
  var isNonNegative: Bool {
    switch self {
    case .number(let value): value > 0
    case .name(let name): ["w", "s", "eta"].contains(name)
    case .entry, .product, .root, .square: true
    case .sum(.number(1), .negative(let share)): share.isShare
    case .sum(let left, let right), .times(let left, let right), .over(let left, let right):
      left.isNonNegative && right.isNonNegative
    case .negative: false
    }
  }

  /// Whether it is below 1 and above 0 at most points: an entry, or a product of such.
  private var isShare: Bool {
    switch self {
    case .entry, .product: true
    case .times(let left, let right): left.isShare && right.isShare
    default: false
    }
  }
}

private let names = [
  "x0": 0.37, "xt": -1.13, "eps": 0.71, "z": -0.83, "g": 0.41, "eta": 0.57, "w": 1.9, "s": 2.3,
  "eps_c": 0.29, "eps_u": -0.53,
]

private func place(_ index: String) -> Int { index == "p" ? 2 : 5 }

private func betaValue(_ step: Int) -> Double { 0.02 + 0.03 * Double(step) }

private func alphaBarValue(_ step: Int) -> Double {
  (1...max(1, step)).prefix(step).reduce(1) { $0 * (1 - betaValue($1)) }
}
