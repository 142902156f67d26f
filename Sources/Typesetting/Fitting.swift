import Formula

extension Layout {
  /// The box of a formula, no wider than some columns.
  func fitted(_ expression: Expression, columns: Int) -> Box {
    fit(expression, columns, depth: 0).box(gap: rowGap)
  }

  /// The lines of a part, no wider than some columns, in brackets where it binds too loosely.
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
    return layout.fit(node: expression, binding: least, columns, depth: depth)
  }

  private func fit(
    node expression: Expression, binding least: Binding, _ columns: Int, depth: Int
  ) -> Fitted {
    switch expression.node {
    case .rows(let rows, let aligned):
      fitRows(rows, aligned: aligned, columns, depth: depth)
    case .relation(let sides, let relations):
      fitRelation(sides, relations, columns, depth: depth)
    case .list(let items, let separators):
      fitList(items, separators, columns, depth: depth)
    case .sum(let terms): fitSum(terms, columns, depth: depth)
    case .product(let factors): fitProduct(factors, columns, depth: depth)
    case .power(let base, let exponent): fitPower(base, exponent, columns, depth: depth)
    case .annotated(let inner, let annotation, let label):
      fitAnnotated(inner, annotation, label, columns, depth: depth)
    case .fenced(let inner, let fence): fitFence(inner, fence, columns, depth: depth)
    case .call(let head, let arguments, let fence):
      fitCall(head, arguments, fence, columns, depth: depth)
    case .big(let kind, let from, let to, let body):
      fitBig(kind, from, to, body, columns, depth: depth)
    // On one line a fraction binds less tightly than with its bar.
    default: fitFlat(expression, binding: least, columns)
    }
  }

  /// Brackets with an exponent on the line, over several lines.
  private func fitPower(
    _ base: Expression, _ exponent: Expression, _ columns: Int, depth: Int
  ) -> Fitted {
    let script = raised(exponent)
    guard case .fenced = base.node, script.isOnLine, script.box.width <= columns / 2 else {
      return fitFlat(Expression(.power(base, exponent: exponent)), columns)
    }
    return fit(base, columns - script.box.width, depth: depth).followed(by: script.box)
  }

  /// A part over several lines with its brace and its words around all of them.
  private func fitAnnotated(
    _ inner: Expression, _ annotation: Expression.Annotation, _ label: Expression?,
    _ columns: Int, depth: Int
  ) -> Fitted {
    let words = label.map(script.box)
    guard depth < 3, words?.width ?? 0 <= columns else {
      return fitFlat(Expression(.annotated(inner, annotation, label: label)), columns)
    }
    let content = fit(inner, columns, depth: depth + 1)
    let box = annotated(content.box(gap: rowGap), annotation, label: words)
    return Fitted([Fitted.Line(indent: 0, boxes: [box])], cost: content.cost)
  }

  private func fitBig(
    _ kind: Expression.BigOperator, _ from: Expression?, _ to: Expression?, _ body: Expression,
    _ columns: Int, depth: Int
  ) -> Fitted {
    let sign = limits(kind, from: from, to: to, before: body)
    guard sign.width <= columns / 2 else {
      return fitFlat(Expression(.big(kind, from: from, to: to, body: body)), columns)
    }
    return fit(body, binding: .product, columns - sign.width, depth: depth).led(by: [sign])
  }

  /// Brackets over several lines: as text where each line is, else as high as all of them.
  private func fitFence(
    _ inner: Expression, _ fence: Expression.Fence, _ columns: Int, depth: Int
  ) -> Fitted {
    guard depth < 3, columns >= 12 else {
      return fitFlat(Expression(.fenced(inner, fence)), columns)
    }
    let (left, right) = sides(of: fence, around: .line)
    var content = fit(inner, columns - left.width - right.width, depth: depth + 1)
    content.cost += Fitted.Cost.brackets
    guard content.lines.contains(where: \.box.core.isTall) else {
      return content.led(by: [left]).followed(by: right)
    }
    let box = content.box(gap: rowGap)
    return Fitted(
      [Fitted.Line(indent: 0, boxes: [fenced(box.withCore(box.extent), fence)])],
      cost: content.cost)
  }

  /// A call broken in its brackets, which it gets for that; a limit is broken in what it is of.
  private func fitCall(
    _ head: Expression, _ arguments: Expression, _ fence: Expression.Fence?, _ columns: Int,
    depth: Int
  ) -> Fitted {
    let sign = fence == nil ? operatorSign(head, before: arguments) : nil
    let name = sign ?? box(head, binding: .power)
    guard name.width <= columns / 2 else {
      return fitFlat(Expression(.call(head, arguments: arguments, fence)), columns)
    }
    let room = columns - name.width
    guard sign == nil else {
      return fit(arguments, binding: .product, room, depth: depth).led(by: [name])
    }
    return fitFence(arguments, fence ?? .parentheses, room, depth: depth).led(by: [name])
  }
}
