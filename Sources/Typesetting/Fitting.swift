import Formula

/// A formula made to fit a width, and what that cost its looks.
struct Fitted {
  var box: Box
  var cost: Cost

  enum Cost: Int, Comparable {
    /// In one piece, or broken at relations and terms.
    case none
    /// A term is broken at its factors.
    case factors
    /// Brackets span several lines.
    case brackets
    /// A part is written on one line, and that broken.
    case flat

    static func < (left: Cost, right: Cost) -> Bool { left.rawValue < right.rawValue }
  }

  init(_ box: Box, _ cost: Cost = .none) {
    self.box = box
    self.cost = cost
  }
}

extension Layout {
  /// The box of a formula, no wider than some columns.
  func fitted(_ expression: Expression, columns: Int) -> Box {
    fit(expression, columns, depth: 0).box
  }

  /// The box of a part, no wider than some columns, in brackets where it binds too loosely.
  ///
  /// `depth` is the number of brackets around it that have been broken; it is bounded, because each
  /// level lays out its content again.
  func fit(
    _ expression: Expression, binding least: Binding = .list, _ columns: Int, depth: Int
  ) -> Fitted {
    let whole = box(expression, binding: least)
    if whole.width <= columns { return Fitted(whole) }
    let layout = expression.range.isEmpty ? self : highlighted(expression.range)
    // Below some columns there is no room left for a sign and an indent.
    guard columns >= 12 else { return layout.fitFlat(expression, binding: least, columns) }
    if binding(of: expression) < least {
      return layout.fitFence(expression, .parentheses, columns, depth: depth)
    }
    return layout.fit(node: expression, columns, depth: depth)
  }

  private func fit(node expression: Expression, _ columns: Int, depth: Int) -> Fitted {
    switch expression.node {
    case .rows(let rows, let aligned):
      fitRows(rows, aligned: aligned, columns, depth: depth)
    case .relation(let sides, let relations):
      fitRelation(sides, relations, columns, depth: depth)
    case .list(let items, let separators):
      fitList(items, separators, columns, depth: depth)
    case .sum(let terms): fitSum(terms, columns, depth: depth)
    case .product(let factors): fitProduct(factors, columns, depth: depth)
    case .fenced(let inner, let fence): fitFence(inner, fence, columns, depth: depth)
    case .call(let head, let arguments, let fence):
      fitCall(head, arguments, fence, columns, depth: depth)
    default: fitFlat(expression, columns)
    }
  }

  private func fitFence(
    _ inner: Expression, _ fence: Expression.Fence, _ columns: Int, depth: Int
  ) -> Fitted {
    guard depth < 3, columns >= 12 else {
      return fitFlat(Expression(.fenced(inner, fence)), columns)
    }
    let content = fit(inner, columns - fenced(.empty, fence).width, depth: depth + 1)
    // All lines count for the brackets' height, lowered indices too.
    let box = content.box.withCore(content.box.extent)
    return Fitted(fenced(box, fence), max(.brackets, content.cost))
  }

  private func fitCall(
    _ head: Expression, _ arguments: Expression, _ fence: Expression.Fence, _ columns: Int,
    depth: Int
  ) -> Fitted {
    let name = box(head, binding: .power)
    guard name.width <= columns / 2 else {
      return fitFlat(Expression(.call(head, arguments: arguments, fence)), columns)
    }
    let fitted = fitFence(arguments, fence, columns - name.width, depth: depth)
    return Fitted(.row([name, fitted.box]), fitted.cost)
  }
}
