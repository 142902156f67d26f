/// What the commands of LaTeX mean.
enum Commands {
  static func kind(of name: String) -> Token.Kind? {
    if let letter = Names.greek[name] { return .symbol(Symbol(letter)) }
    if let symbol = symbols[name] { return .symbol(Symbol(symbol)) }
    if Names.functions.contains(name) { return .function(name) }
    if let relation = relations[name] { return .relation(relation) }
    return structures[name] ?? operations[name] ?? delimiters[name]
  }

  /// What takes arguments, and ranges.
  private static let structures: [String: Token.Kind] = [
    "sqrt": .root, "frac": .fraction, "dfrac": .fraction, "tfrac": .fraction, "cfrac": .fraction,
    "binom": .binomial, "dbinom": .binomial, "tbinom": .binomial,
    "sum": .big(.sum), "prod": .big(.product), "int": .big(.integral),
    "iint": .big(.doubleIntegral), "oint": .big(.contourIntegral), "bigcup": .big(.union),
    "bigcap": .big(.intersection),
    "bar": .accent(.bar), "overline": .accent(.bar), "tilde": .accent(.tilde),
    "widetilde": .accent(.tilde), "hat": .accent(.hat), "widehat": .accent(.hat),
    "dot": .accent(.dot), "vec": .accent(.vector), "overrightarrow": .accent(.vector),
    "underbrace": .brace(.underbrace), "overbrace": .brace(.overbrace),
    "overset": .stack(.above), "stackrel": .stack(.above), "underset": .stack(.below),
    "xrightarrow": .labelled(.tendsTo), "xleftarrow": .labelled(.comesFrom),
    "xRightarrow": .labelled(.implies), "xlongrightarrow": .labelled(.tendsTo),
  ]

  private static let operations: [String: Token.Kind] = [
    "cdot": .operation(.dot), "times": .operation(.cross), "ast": .operation(.star),
    "star": .operation(.star), "div": .operation(.slash), "odot": .operation(.elementwise),
    "otimes": .operation(.tensor), "circ": .operation(.composed), "prime": .mark("'"),
    "pm": .sign(.plusOrMinus), "mp": .sign(.minusOrPlus), "oplus": .sign(.directSum),
    "cup": .sign(.union), "cap": .sign(.intersection), "setminus": .sign(.difference),
    "wedge": .sign(.and), "land": .sign(.and), "vee": .sign(.or), "lor": .sign(.or),
    "mid": .separator(.given), "parallel": .separator(.doubleBar), "colon": .separator(.colon),
    "cdots": .dots(.centred), "dotsb": .dots(.centred), "ldots": .dots(.low),
    "dotsc": .dots(.low), "vdots": .dots(.vertical), "ddots": .dots(.diagonal),
    "quad": .space, "qquad": .space, "dd": .symbol(Symbol("d", alphabet: .roman)),
  ]

  private static let delimiters: [String: Token.Kind] = [
    "vert": .bar(isDouble: false), "Vert": .bar(isDouble: true),
    "lvert": .open(.fence(.bars)), "rvert": .close(.fence(.bars)),
    "lVert": .open(.fence(.doubleBars)), "rVert": .close(.fence(.doubleBars)),
    "lbrace": .open(.fence(.braces)), "rbrace": .close(.fence(.braces)),
    "lbrack": .open(.fence(.brackets)), "rbrack": .close(.fence(.brackets)),
    "langle": .open(.fence(.angles)), "rangle": .close(.fence(.angles)),
    "lfloor": .open(.fence(.floor)), "rfloor": .close(.fence(.floor)),
    "lceil": .open(.fence(.ceiling)), "rceil": .close(.fence(.ceiling)),
  ]

  /// Signs that are used as names, by what they are called.
  private static let symbols: [String: String] = [
    "hbar": "hbar", "Re": "Re", "Im": "Im", "dagger": "dagger", "top": "top", "intercal": "top",
    "bot": "bot", "emptyset": "emptyset", "varnothing": "emptyset", "forall": "forall",
    "exists": "exists", "neg": "not", "lnot": "not",
  ]

  private static let relations: [String: Expression.Relation] = [
    "le": .lessOrEqual, "leq": .lessOrEqual, "leqslant": .lessOrEqual, "lt": .less,
    "ge": .greaterOrEqual, "geq": .greaterOrEqual, "geqslant": .greaterOrEqual, "gt": .greater,
    "ll": .muchLess, "gg": .muchGreater, "lesssim": .lessOrSimilar, "gtrsim": .greaterOrSimilar,
    "ne": .notEqual, "neq": .notEqual, "approx": .approximately, "simeq": .approximately,
    "cong": .approximately, "propto": .proportional, "sim": .distributed,
    "to": .tendsTo, "rightarrow": .tendsTo, "longrightarrow": .tendsTo,
    "gets": .comesFrom, "leftarrow": .comesFrom, "longleftarrow": .comesFrom,
    "mapsto": .mapsTo, "longmapsto": .mapsTo, "Rightarrow": .implies, "implies": .implies,
    "Longrightarrow": .implies, "Leftarrow": .follows, "impliedby": .follows,
    "iff": .ifAndOnlyIf, "Leftrightarrow": .ifAndOnlyIf, "Longleftrightarrow": .ifAndOnlyIf,
    "leftrightarrow": .ifAndOnlyIf, "therefore": .therefore,
    "in": .element, "notin": .notElement, "subset": .subset, "subseteq": .subsetOrEqual,
    "supset": .superset, "supseteq": .supersetOrEqual, "equiv": .equivalent,
    "perp": .independent, "prec": .precedes, "preceq": .precedesOrEqual, "succ": .succeeds,
    "succeq": .succeedsOrEqual, "coloneqq": .defined, "triangleq": .defined, "doteq": .defined,
  ]
}

extension Commands {
  /// Commands of one sign that is no letter.
  static let signs: [String: Token.Kind] = [
    "{": .open(.fence(.braces)), "}": .close(.fence(.braces)), "|": .bar(isDouble: true),
  ]

  static let alphabets: [String: Symbol.Alphabet] = [
    "mathbf": .bold, "bm": .bold, "boldsymbol": .bold, "pmb": .bold, "mathcal": .calligraphic,
    "mathscr": .calligraphic, "mathbb": .blackboard, "mathds": .blackboard,
    "mathbbm": .blackboard, "mathrm": .roman, "mathsf": .roman, "mathtt": .roman,
    "mathit": .standard, "mathnormal": .standard,
  ]

  /// Commands that change the letters after them up to the end of the group.
  static let switches: [String: Symbol.Alphabet] = [
    "rm": .roman, "sf": .roman, "tt": .roman, "bf": .bold, "cal": .calligraphic, "it": .standard,
  ]

  static let texts: Set = ["text", "textrm", "textbf", "textit", "texttt", "textsf", "mbox"]

  /// Thin spaces: the layout has its own, but a function's argument ends at one.
  static let spaces: Set = [",", ";", ":", "!", ">", " ", "\n", "\t", "/"]
  static let spaceNames: Set = ["thinspace", "medspace", "thickspace", "enspace", "space"]

  static let ignored: Set = [
    "displaystyle", "textstyle", "scriptstyle", "scriptscriptstyle", "limits", "nolimits",
    "nonumber", "notag", "allowbreak", "boxed", "fbox", "mathop", "mathrel", "mathbin", "mathord",
    "mathopen", "mathclose", "negthinspace", "hline", "underline", "mathstrut", "strut",
  ]

  static let ignoredWithGroup: Set = [
    "tag", "label", "hspace", "vspace", "color", "textcolor", "phantom", "hphantom", "vphantom",
  ]

  static let delimited: Set = [
    "left", "right", "middle", "big", "Big", "bigg", "Bigg", "bigl", "Bigl", "biggl", "Biggl",
    "bigr", "Bigr", "biggr", "Biggr", "bigm", "Bigm",
  ]

  /// Environments that say after their name how many columns they have.
  static let withColumns: Set = ["array", "alignat", "alignat*", "alignedat"]
}

extension Commands {
  /// The side of `\left` or `\right` that a sign makes.
  static func delimiter(_ sign: String) -> Token.Delimiter {
    if sign == "." { return Token.Delimiter(shape: .nothing, isStretched: true) }
    let shape = fences[sign].map { Token.Delimiter.Shape.fence($0) } ?? .other
    return Token.Delimiter(shape: shape, isStretched: true)
  }

  /// A bar between the two sides of a bracket, as high as they are.
  static func middle(_ sign: String) -> Token.Kind {
    switch fences[sign] {
    case .bars: .separator(.given)
    case .doubleBars: .separator(.doubleBar)
    default: .unknown
    }
  }

  /// What a sign means after `\big` and its kin.
  static func sized(_ sign: String, isLeft: Bool, isRight: Bool) -> Token.Kind {
    guard let fence = fences[sign] else { return .unknown }
    if isLeft || opening.contains(sign) { return .open(.fence(fence)) }
    if isRight || closing.contains(sign) { return .close(.fence(fence)) }
    return .bar(isDouble: fence == .doubleBars)
  }

  private static let opening: Set = [
    "(", "[", "\\{", "\\lbrace", "\\langle", "\\lvert", "\\lVert", "\\lfloor", "\\lceil",
  ]
  private static let closing: Set = [
    ")", "]", "\\}", "\\rbrace", "\\rangle", "\\rvert", "\\rVert", "\\rfloor", "\\rceil",
  ]

  private static let fences: [String: Expression.Fence] = [
    "(": .parentheses, ")": .parentheses, "[": .brackets, "]": .brackets, "\\{": .braces,
    "\\}": .braces, "\\lbrace": .braces, "\\rbrace": .braces, "|": .bars, "\\vert": .bars,
    "\\lvert": .bars, "\\rvert": .bars, "\\|": .doubleBars, "\\Vert": .doubleBars,
    "\\lVert": .doubleBars, "\\rVert": .doubleBars, "\\langle": .angles, "\\rangle": .angles,
    "<": .angles, ">": .angles, "\\lfloor": .floor, "\\rfloor": .floor, "\\lceil": .ceiling,
    "\\rceil": .ceiling,
  ]
}
