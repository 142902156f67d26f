import Probability

/// Makes equal formulas: expands, factors, and renames through the identities of the field.
struct Rewriting {
  var generator: CounterGenerator
  /// Where alpha-bar is what is asked for.
  let avoidsAbar: Bool

  /// The formula after some random steps, each of which keeps its value.
  mutating func rewritten(_ tree: Tree, steps: Int) -> Tree {
    var result = tree
    for _ in 0..<steps where result.size < 160 {
      result = rewritingOne(Int.random(in: 0..<result.size, using: &generator), of: result)
    }
    return result
  }

  /// Rewrites the part of that number, counted from the root in depth-first order.
  private mutating func rewritingOne(_ number: Int, of tree: Tree) -> Tree {
    guard number > 0 else { return step(tree) }
    var rest = number - 1
    var children = tree.children
    for index in children.indices {
      guard rest >= children[index].size else {
        children[index] = rewritingOne(rest, of: children[index])
        break
      }
      rest -= children[index].size
    }
    return tree.with(children)
  }

  private mutating func step(_ tree: Tree) -> Tree {
    let choices = special(tree) + [general(tree)]
    return choices.randomElement(using: &generator) ?? tree
  }

  /// What holds of any number.
  private mutating func general(_ tree: Tree) -> Tree {
    let other: Tree =
      [.number(2), .alpha(), .number(0.7), .beta()].randomElement(using: &generator)
      ?? .one
    let choices: [Tree] = [
      tree * .one, .one * tree, tree + .number(0), -(-tree), tree * other / other,
      tree / other * other, tree + other - other, .number(0.25) * tree + .number(0.75) * tree,
      .number(2) * tree - tree, tree / .one,
    ]
    return choices.randomElement(using: &generator) ?? tree
  }

  private func special(_ tree: Tree) -> [Tree] {
    switch tree {
    case .entry(let table, let index, let offset): identities(table, index, offset)
    case .sum(let left, let right): sums(left, right)
    case .times(let left, let right): products(left, right)
    case .over(let over, let under):
      [over * (.one / under), -over / -under] + (over.isZero ? [] : [.one / (under / over)])
        + (over.isNonNegative && under.isNonNegative
          ? [.root(.square(over) / .square(under))] : [])
    case .negative(let inner): [.number(-1) * inner, .number(0) - inner] + distributed(inner)
    case .root(let inner): roots(inner)
    case .square(let inner): [inner * inner]
    case .number(let value): [.number(value / 2) + .number(value / 2)]
    case .name, .product: []
    }
  }

  /// beta = 1 - alpha, abar[t] = alpha[t] abar[t-1], and the product that abar is.
  private func identities(_ table: String, _ index: String, _ offset: Int) -> [Tree] {
    switch table {
    case "alpha":
      let renamed = Tree.one - .beta(index, offset)
      return avoidsAbar ? [renamed] : [renamed, .abar(index, offset) / .abar(index, offset - 1)]
    case "beta": return [.one - .alpha(index, offset)]
    // At p the step before may be none.
    case _ where index == "t" && offset == 0:
      return [.alpha() * .abar("t", -1), .product(index: "t")]
    case _ where index == "t" && offset == -1: return [.abar() / .alpha()]
    default: return offset == 0 ? [.product(index: index)] : []
    }
  }

  private func sums(_ left: Tree, _ right: Tree) -> [Tree] {
    var choices = [right + left, -(-left - right)]
    if case .times(let a, let b) = left, case .times(let c, let d) = right, a == c {
      choices.append(a * (b + d))
    }
    if case .sum(let a, let b) = left { choices.append(a + (b + right)) }
    if case .negative(let b) = right {
      choices.append(-(b - left))
      if left.isNonNegative, b.isNonNegative {
        choices.append((.root(left) - .root(b)) * (.root(left) + .root(b)))
      }
    }
    return choices
  }

  private func products(_ left: Tree, _ right: Tree) -> [Tree] {
    var choices = [right * left, -left * -right] + (right.isZero ? [] : [left / (.one / right)])
    if case .sum(let a, let b) = right { choices.append(left * a + left * b) }
    if case .sum(let a, let b) = left { choices.append(a * right + b * right) }
    if case .over(let a, let b) = left { choices.append(a * right / b) }
    if case .times(let a, let b) = left { choices.append(a * (b * right)) }
    return choices
  }

  private func roots(_ inner: Tree) -> [Tree] {
    var choices: [Tree] = inner.isNonNegative ? [inner / .root(inner)] : []
    switch inner {
    case .times(let a, let b) where a.isNonNegative && b.isNonNegative:
      choices.append(.root(a) * .root(b))
    case .over(let a, let b) where a.isNonNegative && b.isNonNegative:
      choices.append(.root(a) / .root(b))
    default: break
    }
    return choices
  }

  private func distributed(_ inner: Tree) -> [Tree] {
    if case .sum(let a, let b) = inner { return [-a - b] }
    if case .times(let a, let b) = inner { return [-a * b, a * -b] }
    return []
  }
}
