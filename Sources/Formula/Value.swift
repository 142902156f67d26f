/// What a formula evaluates to: a number, or a number for each element of a vector.
package enum Value: Hashable, Sendable {
  case scalar(Double)
  case vector([Double])
}

extension Value {
  /// The numbers: one for a scalar.
  package var elements: [Double] {
    switch self {
    case .scalar(let number): [number]
    case .vector(let numbers): numbers
    }
  }

  package var scalar: Double? {
    if case .scalar(let number) = self { number } else { nil }
  }

  package var isFinite: Bool { elements.allSatisfy(\.isFinite) }

  package func map(_ transform: (Double) -> Double) -> Value {
    switch self {
    case .scalar(let number): .scalar(transform(number))
    case .vector(let numbers): .vector(numbers.map(transform))
    }
  }

  /// Element by element, a scalar with every element; nil for vectors of unequal length.
  package func combined(
    with other: Value, _ operation: (Double, Double) -> Double
  ) -> Value? {
    switch (self, other) {
    case (.scalar(let left), .scalar(let right)): .scalar(operation(left, right))
    case (.scalar(let left), .vector(let right)): .vector(right.map { operation(left, $0) })
    case (.vector(let left), .scalar(let right)): .vector(left.map { operation($0, right) })
    case (.vector(let left), .vector(let right)):
      left.count == right.count ? .vector(zip(left, right).map(operation)) : nil
    }
  }
}
