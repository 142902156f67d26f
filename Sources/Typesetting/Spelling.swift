import Formula

/// How a sign is written in Unicode and in ASCII, and how it is said.
struct Spelling {
  let unicode: String
  let ascii: String
  let words: String

  init(_ unicode: String, _ ascii: String, _ words: String) {
    self.unicode = unicode
    self.ascii = ascii
    self.words = words
  }

  func glyph(isUnicode: Bool) -> String { isUnicode ? unicode : ascii }
}

extension Expression.Relation {
  /// The spelling of the sign; its label, if it has one, is not part of it.
  var spelling: Spelling {
    switch self {
    case .equal: Spelling("=", "=", "equals")
    case .defined: Spelling("≔", ":=", "is defined as")
    case .notEqual: Spelling("≠", "!=", "is not equal to")
    case .less: Spelling("<", "<", "is less than")
    case .lessOrEqual: Spelling("≤", "<=", "is at most")
    case .muchLess: Spelling("≪", "<<", "is much less than")
    case .lessOrSimilar: Spelling("≲", "<~", "is at most about")
    case .greater: Spelling(">", ">", "is greater than")
    case .greaterOrEqual: Spelling("≥", ">=", "is at least")
    case .muchGreater: Spelling("≫", ">>", "is much greater than")
    case .greaterOrSimilar: Spelling("≳", ">~", "is at least about")
    case .approximately: Spelling("≈", "~=", "is approximately")
    case .proportional: Spelling("∝", "propto", "is proportional to")
    case .distributed: Spelling("∼", "~", "is distributed as")
    case .tendsTo: Spelling("→", "->", "tends to")
    case .comesFrom: Spelling("←", "<--", "comes from")
    case .mapsTo: Spelling("↦", "|->", "maps to")
    case .implies: Spelling("⇒", "=>", "implies")
    case .follows: Spelling("⇐", "<==", "follows from")
    case .ifAndOnlyIf: Spelling("⇔", "<=>", "if and only if")
    case .therefore: Spelling("∴", "therefore", "therefore")
    case .element: Spelling("∈", "in", "is in")
    case .notElement: Spelling("∉", "notin", "is not in")
    case .subset: Spelling("⊂", "subset", "is a subset of")
    case .subsetOrEqual: Spelling("⊆", "subseteq", "is a subset of or equal to")
    case .superset: Spelling("⊃", "supset", "is a superset of")
    case .supersetOrEqual: Spelling("⊇", "supseteq", "is a superset of or equal to")
    case .equivalent: Spelling("≡", "===", "is equivalent to")
    case .independent: Spelling("⊥", "perp", "is independent of")
    case .precedes: Spelling("≺", "prec", "precedes")
    case .precedesOrEqual: Spelling("⪯", "preceq", "precedes or equals")
    case .succeeds: Spelling("≻", "succ", "succeeds")
    case .succeedsOrEqual: Spelling("⪰", "succeq", "succeeds or equals")
    case .annotated(let relation, _): relation.spelling
    }
  }

  var label: Expression? { if case .annotated(_, let label) = self { label } else { nil } }

  /// The relation as it is said, with its label: "equals, by a,".
  var words: [String] {
    guard let label else { return [spelling.words] }
    return [spelling.words + ","] + ["with"] + label.spoken + ["above,"]
  }
}

extension Expression.Term.Sign {
  var spelling: Spelling {
    switch self {
    case .plus: Spelling("+", "+", "plus")
    case .minus: Spelling("-", "-", "minus")
    case .plusOrMinus: Spelling("±", "+/-", "plus or minus")
    case .minusOrPlus: Spelling("∓", "-/+", "minus or plus")
    case .directSum: Spelling("⊕", "oplus", "direct sum")
    case .union: Spelling("∪", "union", "union")
    case .intersection: Spelling("∩", "intersect", "intersection")
    case .difference: Spelling("∖", "setminus", "without")
    case .and: Spelling("∧", "and", "and")
    case .or: Spelling("∨", "or", "or")
    }
  }
}

extension Expression.Factor.Operation {
  var spelling: Spelling {
    switch self {
    case .juxtaposed, .dot, .star: Spelling("·", "*", "times")
    case .cross: Spelling("×", "*", "times")
    case .slash: Spelling("/", "/", "over")
    case .elementwise: Spelling("⊙", "odot", "elementwise times")
    case .tensor: Spelling("⊗", "otimes", "tensor")
    case .composed: Spelling("∘", "circ", "after")
    }
  }
}

extension Expression.BigOperator {
  func glyph(isUnicode: Bool) -> String {
    switch self {
    case .sum: isUnicode ? "∑" : "sum"
    case .product: isUnicode ? "∏" : "prod"
    case .integral: isUnicode ? "∫" : "int"
    case .doubleIntegral: isUnicode ? "∬" : "iint"
    case .contourIntegral: isUnicode ? "∮" : "oint"
    case .union: isUnicode ? "⋃" : "union"
    case .intersection: isUnicode ? "⋂" : "intersect"
    }
  }
}

extension Expression.Dots {
  func glyph(isUnicode: Bool) -> String {
    guard isUnicode else { return "..." }
    switch self {
    case .low: return "…"
    case .centred: return "⋯"
    case .vertical: return "⋮"
    case .diagonal: return "⋱"
    }
  }
}
