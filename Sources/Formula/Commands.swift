/// What the commands of LaTeX mean.
enum Commands {
  static func kind(of name: String) -> Token.Kind? {
    if let letter = Names.greek[name] { return .symbol(Symbol(letter)) }
    if Names.functions.contains(name) { return .function(name) }
    return kinds[name]
  }

  private static let kinds: [String: Token.Kind] = [
    "sqrt": .root, "frac": .fraction, "dfrac": .fraction, "tfrac": .fraction, "cfrac": .fraction,
    "sum": .big(.sum), "prod": .big(.product), "int": .big(.integral),
    "bar": .accent(.bar), "overline": .accent(.bar), "tilde": .accent(.tilde),
    "widetilde": .accent(.tilde), "hat": .accent(.hat), "widehat": .accent(.hat),
    "dot": .accent(.dot), "vec": .accent(.vector), "overrightarrow": .accent(.vector),
    "cdot": .operation(.dot), "times": .operation(.cross), "ast": .operation(.star),
    "star": .operation(.star), "div": .operation(.slash), "prime": .mark("'"),
    "le": .relation(.lessOrEqual), "leq": .relation(.lessOrEqual),
    "leqslant": .relation(.lessOrEqual), "ge": .relation(.greaterOrEqual),
    "geq": .relation(.greaterOrEqual), "geqslant": .relation(.greaterOrEqual),
    "lt": .relation(.less), "gt": .relation(.greater), "ne": .relation(.notEqual),
    "neq": .relation(.notEqual), "approx": .relation(.approximately),
    "simeq": .relation(.approximately), "cong": .relation(.approximately),
    "propto": .relation(.proportional), "sim": .relation(.distributed),
    "to": .relation(.tendsTo), "rightarrow": .relation(.tendsTo),
    "longrightarrow": .relation(.tendsTo), "Rightarrow": .relation(.tendsTo),
    "implies": .relation(.tendsTo), "in": .relation(.element), "equiv": .relation(.equivalent),
    "iff": .relation(.equivalent), "Leftrightarrow": .relation(.equivalent),
    "coloneqq": .relation(.defined), "triangleq": .relation(.defined),
    "mid": .separator(.given), "parallel": .separator(.doubleBar),
    "vert": .bar(isDouble: false), "Vert": .bar(isDouble: true),
    "lvert": .open(.fence(.bars)), "rvert": .close(.fence(.bars)),
    "lVert": .open(.fence(.doubleBars)), "rVert": .close(.fence(.doubleBars)),
    "lbrace": .open(.fence(.braces)), "rbrace": .close(.fence(.braces)),
    "lbrack": .open(.fence(.brackets)), "rbrack": .close(.fence(.brackets)),
    "langle": .open(.fence(.angles)), "rangle": .close(.fence(.angles)),
    "cdots": .dots, "ldots": .dots, "dots": .dots, "dotsc": .dots, "dotsb": .dots,
    "quad": .space, "qquad": .space,
  ]

  /// Commands of one sign that is no letter.
  static let signs: [String: Token.Kind] = [
    "{": .open(.fence(.braces)), "}": .close(.fence(.braces)), "|": .bar(isDouble: true),
  ]

  static let alphabets: [String: Symbol.Alphabet] = [
    "mathbf": .bold, "bm": .bold, "boldsymbol": .bold, "pmb": .bold, "mathcal": .calligraphic,
    "mathscr": .calligraphic, "mathbb": .blackboard, "mathds": .blackboard,
    "mathbbm": .blackboard, "mathrm": .roman, "mathsf": .roman, "mathtt": .roman,
    "operatorname": .roman, "mathit": .standard, "mathnormal": .standard,
  ]

  static let texts: Set = ["text", "textrm", "textbf", "textit", "texttt", "textsf", "mbox"]

  /// Thin spaces: the layout has its own.
  static let spaces: Set = [",", ";", ":", "!", ">", " ", "\n", "\t", "/"]

  static let ignored: Set = [
    "displaystyle", "textstyle", "scriptstyle", "limits", "nolimits", "nonumber", "notag",
    "thinspace", "enspace", "allowbreak", "boxed",
  ]

  static let ignoredWithGroup: Set = ["tag", "label", "hspace", "vspace", "color"]

  static let delimited: Set = [
    "left", "right", "middle", "big", "Big", "bigg", "Bigg", "bigl", "Bigl", "biggl", "Biggl",
    "bigr", "Bigr", "biggr", "Biggr", "bigm", "Bigm",
  ]
}

extension Commands {
  /// The side of `\left` or `\right` that a sign makes.
  static func delimiter(_ sign: String) -> Token.Delimiter {
    if sign == "." { return Token.Delimiter(shape: .nothing, isStretched: true) }
    let shape = fences[sign].map { Token.Delimiter.Shape.fence($0) } ?? .other
    return Token.Delimiter(shape: shape, isStretched: true)
  }

  /// What a sign means after `\big` and its kin.
  static func sized(_ sign: String, isLeft: Bool, isRight: Bool) -> Token.Kind {
    guard let fence = fences[sign] else { return .unknown }
    if isLeft || opening.contains(sign) { return .open(.fence(fence)) }
    if isRight || closing.contains(sign) { return .close(.fence(fence)) }
    return .bar(isDouble: fence == .doubleBars)
  }

  private static let opening: Set = ["(", "[", "\\{", "\\lbrace", "\\langle", "\\lvert", "\\lVert"]
  private static let closing: Set = [")", "]", "\\}", "\\rbrace", "\\rangle", "\\rvert", "\\rVert"]

  private static let fences: [String: Expression.Fence] = [
    "(": .parentheses, ")": .parentheses, "[": .brackets, "]": .brackets, "\\{": .braces,
    "\\}": .braces, "\\lbrace": .braces, "\\rbrace": .braces, "|": .bars, "\\vert": .bars,
    "\\lvert": .bars, "\\rvert": .bars, "\\|": .doubleBars, "\\Vert": .doubleBars,
    "\\lVert": .doubleBars, "\\rVert": .doubleBars, "\\langle": .angles, "\\rangle": .angles,
  ]
}
