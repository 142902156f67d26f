/// What the names of a formula stand for, by their canonical names.
///
/// A name with a label as its index is bound under both: `epsilon_theta`, `sigma_max`, `x_0`. Such a
/// binding wins over a table of the name without the label.
package struct Scope: Sendable {
  private var bindings: [String: Binding]

  package init(_ bindings: [String: Binding] = [:]) { self.bindings = bindings }

  package subscript(name: String) -> Binding? {
    get { bindings[name] }
    set { bindings[name] = newValue }
  }

  package var names: [String] { bindings.keys.sorted() }

  package enum Binding: Sendable {
    case value(Value)
    /// A value for each index of a range.
    case table(ClosedRange<Int>, @Sendable (Int) throws(EvaluationError) -> Value)
    /// A function of the values of its arguments.
    case function(@Sendable ([Value]) throws(EvaluationError) -> Value)
    /// A function that sees its arguments as they are written, such as `q(x_t | x_0)`.
    case form(@Sendable (Call, inout Evaluation) throws(EvaluationError) -> Value)
  }

  /// A call as it is written.
  package struct Call: Hashable, Sendable {
    /// The head's canonical name, without its index.
    package var name: String
    package var index: Expression?
    package var arguments: [Expression]
    /// One less than arguments.
    package var separators: [Expression.Separator]
    /// None where the arguments stand without brackets, as in `\log x`.
    package var fence: Expression.Fence?
    package var range: Range<Int>
  }
}

extension Scope {
  /// A table of numbers from an index on; they must not be none.
  package static func table(from first: Int = 1, _ numbers: [Double]) -> Binding {
    let indices = first...max(first, first + numbers.count - 1)
    return .table(indices) { index throws(EvaluationError) in
      guard numbers.indices.contains(index - first) else {
        throw EvaluationError(.indexOutOfRange("the table", index, allowed: indices))
      }
      return .scalar(numbers[index - first])
    }
  }

  static func number(_ number: Double) -> Binding { .value(.scalar(number)) }
}

extension Scope {
  /// The bound or built-in name that is spelled most like this one, if one is like it: a name of
  /// one letter is like no other.
  func nearest(to name: String) -> String? {
    let limit = max(1, name.count / 3)
    let candidates = Set(bindings.keys).union(ElementaryFunction.named.keys).sorted()
    return
      candidates
      .map { (name: $0, distance: Self.distance($0, name)) }
      .filter { $0.distance <= limit && $0.distance < name.count }
      .min { $0.distance < $1.distance }?.name
  }

  /// How many letters have to be put in, left out or changed.
  private static func distance(_ left: String, _ right: String) -> Int {
    let right = Array(right.utf8.prefix(64))
    var row = Array(0...right.count)
    for (i, letter) in left.utf8.prefix(64).enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for j in right.indices {
        let changed = diagonal + (right[j] == letter ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(changed, row[j] + 1, row[j + 1] + 1)
      }
    }
    return row[right.count]
  }
}
