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

  /// Whether it is 0 everywhere, by its shape, so that nothing can be divided by it.
  var isZero: Bool {
    switch self {
    case .number(let value): value == 0
    case .sum(let left, let right): left.isZero && right.isZero
    case .times(let left, let right): left.isZero || right.isZero
    case .over(let tree, _), .negative(let tree), .root(let tree), .square(let tree): tree.isZero
    case .name, .entry, .product: false
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
