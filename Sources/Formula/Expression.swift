/// A formula as a tree that keeps what it means and how its author grouped it.
///
/// LaTeX and typed plain maths are read into the same tree; it is typeset, spoken, written on one
/// line and evaluated from here. Equality ignores where in the source a part stood.
package struct Expression: Sendable {
  package var node: Node
  /// Where it stands: UTF-8 offsets into the source.
  package var range: Range<Int>

  package init(_ node: Node, at range: Range<Int> = 0..<0) {
    self.node = node
    self.range = range
  }

  package indirect enum Node: Hashable, Sendable {
    /// A number as it was written: `0.5`, `1e-4`, `1000`.
    case number(String)
    /// A name without its index: x, bar alpha, calligraphic N.
    case symbol(Symbol)
    /// A base with an index below: `x_{t-1}`, `\epsilon_\theta`, `\mathbb E_{t,x_0}`.
    case indexed(Expression, by: Expression)
    /// Terms added up; the first has `isNegative` where it begins with a minus.
    case sum([Term])
    /// Factors multiplied or divided on the line, from left to right.
    case product([Factor])
    /// A fraction with a bar. A division written with a slash is a factor of `product`.
    case fraction(Expression, over: Expression)
    case power(Expression, exponent: Expression)
    case root(Expression, degree: Expression?)
    /// A mark over more than one symbol, such as `\overline{a+b}`.
    case accented(Expression, Accent)
    /// Two numbers over one another in brackets: n choose k.
    case binomial(Expression, over: Expression)
    /// Brackets that the source has: `(a+b)`, `|x|`, `||x||`, `{x}`.
    case fenced(Expression, Fence)
    /// A function and its arguments: `exp(x)`, `q(x_t|x_{t-1})`, `\epsilon_\theta(x_t, t)`.
    /// Without brackets, as in `\log x`, there is no fence. A power of the function stands at its
    /// head: `\sin^2 x` calls the power of sin.
    case call(Expression, arguments: Expression, Fence?)
    /// The d of an integral or a derivative with its variable: `dx`, `d\theta`.
    case differential(Expression)
    /// A part with a brace or words over or under it that say what it is.
    case annotated(Expression, Annotation, label: Expression?)
    /// Items with commas, semicolons or bars between: `x_t; a, b`. One separator less than items.
    case list([Expression], separators: [Separator])
    /// A sum or a product over a range, its body to the right.
    case big(BigOperator, from: Expression?, to: Expression?, body: Expression)
    /// A chain of relations: `a = b < c`. One relation less than sides; in a line of an aligned
    /// block the first side may be `empty`.
    case relation([Expression], [Relation])
    /// The rows of an aligned block, or of a formula with `\\`; each row's cells as at its `&`.
    case rows([[Expression]], aligned: Bool)
    /// Cells in rows and columns: a matrix, or the cases of a definition.
    case grid([[Expression]], Grid)
    /// An ellipsis.
    case dots(Dots)
    /// Words in a formula.
    case text(String)
    /// A wide space that the author asked for: `\quad`. Smaller ones are left to the layout.
    case space
    case empty
    /// What the parser does not know, as its source: shown, never dropped, and never evaluated.
    case unknown(String)
  }
}

extension Expression: Hashable {
  package static func == (left: Expression, right: Expression) -> Bool { left.node == right.node }
  package func hash(into hasher: inout Hasher) { hasher.combine(node) }
}
