/// What the nodes of a tree are made of.
extension Expression {
  package struct Term: Hashable, Sendable {
    package var sign: Sign
    package var value: Expression

    /// How a term joins what stands before it; the first may have a sign too.
    package enum Sign: Hashable, Sendable {
      case plus
      case minus
      case plusOrMinus
      case minusOrPlus
      case directSum
      case union
      case intersection
      case difference
      case and
      case or
    }

    package init(_ value: Expression, _ sign: Sign) {
      self.sign = sign
      self.value = value
    }

    package init(_ value: Expression, isNegative: Bool = false) {
      self.init(value, isNegative ? .minus : .plus)
    }

    package var isNegative: Bool { sign == .minus }
  }

  package struct Factor: Hashable, Sendable {
    package var operation: Operation
    package var value: Expression

    /// How a factor joins what stands before it; meaningless for the first.
    package enum Operation: Hashable, Sendable {
      case juxtaposed
      case dot
      case cross
      case star
      case slash
      /// Element by element: `\odot`.
      case elementwise
      /// The product of tensors: `\otimes`.
      case tensor
      /// One function after another: `\circ`.
      case composed
    }

    package init(_ operation: Operation = .juxtaposed, _ value: Expression) {
      self.operation = operation
      self.value = value
    }
  }

  package enum Fence: Hashable, Sendable {
    case parentheses
    case brackets
    case braces
    case bars
    case doubleBars
    case angles
    /// The next whole number below, or above.
    case floor
    case ceiling
  }

  /// What stands around the cells of a grid, and how they stand in their columns.
  package enum Grid: Hashable, Sendable {
    /// Cells in their middle, in brackets or none.
    case matrix(Fence?)
    /// Cells at the left, after one large brace.
    case cases
  }

  package enum Annotation: Hashable, Sendable {
    case underbrace
    case overbrace
    case above
    case below
  }

  package enum Dots: Hashable, Sendable {
    /// On the line, between commas.
    case low
    /// In the middle, between operations.
    case centred
    case vertical
    case diagonal
  }

  package enum Separator: Hashable, Sendable {
    case comma
    case semicolon
    /// From one index to another, `x_{1:T}`, or from a name to what it is, `f: X`.
    case colon
    /// The bar of a condition: `x_t | x_0`.
    case given
    /// The double bar of a divergence: `q || p`.
    case doubleBar
  }

  package enum BigOperator: Hashable, Sendable {
    case sum
    case product
    case integral
    case doubleIntegral
    case contourIntegral
    case union
    case intersection
  }
}
