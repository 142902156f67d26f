extension Expression {
  /// What a formula says of the parts at either side.
  package indirect enum Relation: Hashable, Sendable {
    case equal
    case defined
    case notEqual
    case less
    case lessOrEqual
    case muchLess
    case lessOrSimilar
    case greater
    case greaterOrEqual
    case muchGreater
    case greaterOrSimilar
    case approximately
    case proportional
    /// `\sim`: is distributed as.
    case distributed
    /// `\to`, `\rightarrow`.
    case tendsTo
    case comesFrom
    case mapsTo
    case implies
    case follows
    /// `\iff`: one holds where the other does.
    case ifAndOnlyIf
    case therefore
    case element
    case notElement
    case subset
    case subsetOrEqual
    case superset
    case supersetOrEqual
    case equivalent
    case independent
    case precedes
    case precedesOrEqual
    case succeeds
    case succeedsOrEqual
    /// A relation with words over it: `\overset{d}{=}`, `\xrightarrow{p}`.
    case annotated(Relation, Expression)
  }
}

extension Expression.Relation {
  /// The relation under a stroke: not equal, no element.
  var negated: Expression.Relation? {
    switch self {
    case .equal: .notEqual
    case .element: .notElement
    default: nil
    }
  }
}
