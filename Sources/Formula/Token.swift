/// A piece of a formula's source, the same for LaTeX and for typed maths.
struct Token: Hashable {
  var kind: Kind
  /// UTF-8 offsets into the source; several tokens made of one sign share its range.
  var range: Range<Int>
  /// A command for a space, such as `\,`, stands before it.
  var isSpaced = false

  init(_ kind: Kind, at range: Range<Int>) {
    self.kind = kind
    self.range = range
  }

  enum Kind: Hashable {
    case number(String)
    case symbol(Symbol)
    /// A name that takes what follows as its argument, with brackets or without: `\log x`.
    case function(String)
    case big(Expression.BigOperator)
    case root
    case fraction
    case binomial
    /// `\underbrace` and its like: a part, and perhaps its label as a script.
    case brace(Expression.Annotation)
    /// `\overset` and its like: a label, and what it stands over or under.
    case stack(Expression.Annotation)
    case accent(Accent)
    case alphabet(Symbol.Alphabet)
    case open(Delimiter)
    case close(Delimiter)
    /// A bar whose meaning the signs around it decide; see `Pairing`.
    case bar(isDouble: Bool)
    case plus
    case minus
    /// A sign between terms that is neither plus nor minus.
    case sign(Expression.Term.Sign)
    case operation(Expression.Factor.Operation)
    case lower
    case upper
    /// A raised mark without `^`: the prime.
    case mark(String)
    case relation(Expression.Relation)
    /// A relation whose label follows: `\xrightarrow{p}`, or what `\overset{d}{=}` comes to.
    case labelled(Expression.Relation)
    /// The d of a typed `dx`.
    case differential
    case separator(Expression.Separator)
    case cell
    case row
    case begin(String)
    case end(String)
    case dots(Expression.Dots)
    case text(String)
    case space
    /// A full stop, which belongs to the sentence around the formula where it ends a line.
    case stop
    case unknown
  }

  /// One side of a pair of brackets.
  struct Delimiter: Hashable {
    var shape: Shape
    /// Written with `\left` or `\right`.
    var isStretched = false

    enum Shape: Hashable {
      /// The braces of LaTeX, which group and are not shown.
      case group
      case fence(Expression.Fence)
      /// The invisible side of `\left.`
      case nothing
      /// A bracket that the tree has no name for, such as `\lfloor`.
      case other
    }

    static let group = Delimiter(shape: .group)

    static func fence(_ fence: Expression.Fence) -> Delimiter { Delimiter(shape: .fence(fence)) }
  }
}

extension Token.Kind {
  /// An operand is wanted after it.
  var wantsOperand: Bool {
    switch self {
    case .function, .big, .root, .fraction, .accent, .alphabet, .open, .plus, .minus, .operation,
      .lower, .upper, .relation, .labelled, .separator, .cell, .row, .begin, .sign, .binomial,
      .brace, .stack, .differential:
      true
    default: false
    }
  }
}
