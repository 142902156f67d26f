/// Signs outside ASCII that LaTeX and typed maths share.
enum Signs {
  /// What one sign means, as tokens without their place; nil if it means nothing here.
  static func tokens(of sign: Unicode.Scalar) -> [Token.Kind]? {
    if let name = greek[sign] { return [.symbol(Symbol(name))] }
    if sign == "\u{1FB1}" { return [.symbol(Symbol("alpha", .bar))] }
    return single[sign].map { [$0] }
  }

  /// The accent of a mark that follows its letter.
  static func accent(of mark: Unicode.Scalar?) -> Accent? {
    switch mark {
    case "\u{304}", "\u{305}": .bar
    case "\u{303}": .tilde
    case "\u{302}": .hat
    case "\u{307}": .dot
    case "\u{20D7}": .vector
    default: nil
    }
  }

  private static let greek: [Unicode.Scalar: String] = {
    let small = [
      "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa",
      "lambda", "mu", "nu", "xi", "omicron", "pi", "rho", "sigma", "sigma", "tau", "upsilon", "phi",
      "chi", "psi", "omega",
    ]
    var letters: [Unicode.Scalar: String] = [
      "\u{3F5}": "epsilon", "\u{3D1}": "theta", "\u{3D5}": "phi", "\u{B5}": "mu",
      "\u{2207}": "nabla", "\u{2202}": "partial", "\u{221E}": "infinity",
      "\u{393}": "Gamma", "\u{394}": "Delta", "\u{398}": "Theta", "\u{39B}": "Lambda",
      "\u{39E}": "Xi", "\u{3A0}": "Pi", "\u{3A3}": "Sigma", "\u{3A6}": "Phi", "\u{3A8}": "Psi",
      "\u{3A9}": "Omega",
    ]
    for (letter, name) in zip(UInt32(0x3B1)..., small) {
      if let scalar = Unicode.Scalar(letter) { letters[scalar] = name }
    }
    return letters
  }()

  private static let single: [Unicode.Scalar: Token.Kind] = [
    "\u{221A}": .root, "\u{220F}": .big(.product), "\u{2211}": .big(.sum),
    "\u{222B}": .big(.integral),
    "\u{B7}": .operation(.dot), "\u{22C5}": .operation(.dot), "\u{D7}": .operation(.cross),
    "\u{2217}": .operation(.star), "\u{F7}": .operation(.slash), "\u{2044}": .operation(.slash),
    "\u{2212}": .minus, "\u{2013}": .minus,
    "\u{2264}": .relation(.lessOrEqual), "\u{2265}": .relation(.greaterOrEqual),
    "\u{2260}": .relation(.notEqual), "\u{2248}": .relation(.approximately),
    "\u{221D}": .relation(.proportional), "\u{223C}": .relation(.distributed),
    "\u{2192}": .relation(.tendsTo), "\u{2208}": .relation(.element),
    "\u{2261}": .relation(.equivalent), "\u{2254}": .relation(.defined),
    "…": .dots(.low), "⋯": .dots(.centred), "⋮": .dots(.vertical), "⋱": .dots(.diagonal),
    "±": .sign(.plusOrMinus), "∓": .sign(.minusOrPlus), "⊕": .sign(.directSum),
    "∪": .sign(.union), "∩": .sign(.intersection), "∖": .sign(.difference), "∧": .sign(.and),
    "∨": .sign(.or), "⊙": .operation(.elementwise), "⊗": .operation(.tensor),
    "∘": .operation(.composed), "∬": .big(.doubleIntegral), "∮": .big(.contourIntegral),
    "⋃": .big(.union), "⋂": .big(.intersection),
    "≪": .relation(.muchLess), "≫": .relation(.muchGreater), "≲": .relation(.lessOrSimilar),
    "≳": .relation(.greaterOrSimilar), "←": .relation(.comesFrom), "↦": .relation(.mapsTo),
    "⇒": .relation(.implies), "⇐": .relation(.follows), "⇔": .relation(.ifAndOnlyIf),
    "∴": .relation(.therefore), "∉": .relation(.notElement), "⊂": .relation(.subset),
    "⊆": .relation(.subsetOrEqual), "⊃": .relation(.superset), "⊇": .relation(.supersetOrEqual),
    "⊥": .relation(.independent), "≺": .relation(.precedes), "⪯": .relation(.precedesOrEqual),
    "≻": .relation(.succeeds), "⪰": .relation(.succeedsOrEqual),
    "⌊": .open(.fence(.floor)), "⌋": .close(.fence(.floor)), "⌈": .open(.fence(.ceiling)),
    "⌉": .close(.fence(.ceiling)), "⟨": .open(.fence(.angles)), "⟩": .close(.fence(.angles)),
    "∀": .symbol(Symbol("forall")), "∃": .symbol(Symbol("exists")),
    "∅": .symbol(Symbol("emptyset")), "†": .symbol(Symbol("dagger")),
    "ℏ": .symbol(Symbol("hbar")), "ℓ": .symbol(Symbol("ell")),
    "𝟙": .symbol(Symbol("1", alphabet: .blackboard)), "\u{2016}": .bar(isDouble: true),
    "\u{2225}": .bar(isDouble: true), "\u{2223}": .separator(.given), "\u{2032}": .mark("'"),
    "\u{1D4A9}": .symbol(Symbol("N", alphabet: .calligraphic)),
    "\u{2112}": .symbol(Symbol("L", alphabet: .calligraphic)),
    "\u{1D53C}": .symbol(Symbol("E", alphabet: .blackboard)),
  ]
}

extension Signs {
  /// A raised or lowered letter or digit as what it is on the line: `ₜ` is `t`, below.
  static func script(_ sign: Unicode.Scalar) -> (isLower: Bool, character: Unicode.Scalar)? {
    if let character = lower[sign] { return (true, character) }
    if let character = upper[sign] { return (false, character) }
    return nil
  }

  private static let lower = pairs(
    "₀₁₂₃₄₅₆₇₈₉₊₋₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ", "0123456789+-()aehijklmnoprstuvxβγρφχ")

  private static let upper = pairs(
    "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿⁱᵗᵀ", "0123456789+-()nitT")

  private static func pairs(
    _ signs: String, _ characters: String
  ) -> [Unicode.Scalar: Unicode.Scalar] {
    Dictionary(
      zip(signs.unicodeScalars, characters.unicodeScalars).map { ($0, $1) },
      uniquingKeysWith: { first, _ in first })
  }
}
