import Formula

/// What a relation is said to be true for: `if t > 1`, `for \eta = 1`.
package struct Premises: Hashable, Sendable {
  var parameters: [String: Double] = [:]
  var steps: ClosedRange<Int> = 1...Int.max
  /// There is one that is not understood, so that nothing can be called wrong.
  var isUnknown = false

  package init() {}

  init(_ conditions: [Expression]) {
    for condition in conditions { add(condition) }
  }

  /// Takes a relation as a premise; nothing where it chooses no number.
  mutating func add(_ condition: Expression) {
    guard case .relation(let sides, let signs) = condition.node, sides.count == 2,
      let name = sides[0].label
    else {
      isUnknown = true
      return
    }
    // `t = 1, \dots, T` says no more than t does.
    if name == "t" || name == "i", signs == [.element] { return }
    guard let number = (try? sides[1].value(in: Scope()))?.scalar, abs(number) < 1e6 else {
      isUnknown = true
      return
    }
    let step = Int(number)
    switch (name, signs[0]) {
    case ("t", .equal): steps = step...step
    case ("t", .greater): steps = (step + 1)...Int.max
    case ("t", .greaterOrEqual): steps = step...Int.max
    case (_, .equal): parameters[name] = number
    default: isUnknown = true
    }
  }
}
