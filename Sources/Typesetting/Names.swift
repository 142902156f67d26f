import Canvas
import Formula

extension Layout {
  /// A name with its mark: `ᾱ` or `abar`.
  func symbol(_ symbol: Symbol) -> Box {
    let name = Box(name(symbol).visible, symbolStyle(symbol))
    guard let accent = symbol.accent, isUnicode, symbol.letter.count != 1 else { return name }
    return accented(name, accent)
  }

  private func name(_ symbol: Symbol) -> String {
    guard isUnicode else { return symbol.asciiName }
    let letter = symbol.letter
    let mark = letter.count == 1 ? symbol.accent?.combiningMark ?? "" : ""
    return letter + mark + marks(symbol)
  }

  /// A star alone would be read as a multiplication on a line that is to be typed back.
  private func marks(_ symbol: Symbol) -> String {
    let marks = String(symbol.marks.map { raisedMarks[$0] ?? $0 })
    return isFlat ? marks.replacing("*", with: "^*") : marks
  }

  /// Bold names need no letters that a font may lack: the terminal shows them bold.
  private func symbolStyle(_ symbol: Symbol) -> Style {
    var style = style
    if symbol.alphabet == .bold { style.attributes.insert(.bold) }
    return style
  }
}

extension Symbol {
  /// The letter or word in Unicode, without its accent.
  var letter: String {
    switch alphabet {
    case .calligraphic: Alphabets.script(name) ?? name
    case .blackboard: Alphabets.doubleStruck(name) ?? name
    case .standard, .bold, .roman: unicodeNames[name] ?? name
    }
  }

  /// The name in ASCII as it is typed, its accent in words: `abar`, `beta~`, `xhat`.
  var asciiName: String {
    let raised = marks.map { $0 == "'" ? "'" : "^\($0)" }
    return (accent.map { $0.asciiName(of: shortName) } ?? shortName) + raised.joined()
  }

  /// What the field writes for the longest of the Greek names.
  private var shortName: String { name == "epsilon" ? "eps" : name }
}

extension Accent {
  /// The mark that Unicode puts over the letter before it.
  var combiningMark: String {
    switch self {
    case .bar: "\u{304}"
    case .tilde: "\u{303}"
    case .hat: "\u{302}"
    case .dot: "\u{307}"
    case .vector: "\u{20D7}"
    }
  }

  var word: String {
    switch self {
    case .bar: "bar"
    case .tilde: "tilde"
    case .hat: "hat"
    case .dot: "dot"
    case .vector: "vec"
    }
  }

  fileprivate func asciiName(of name: String) -> String {
    switch (self, name) {
    case (.bar, "alpha"): "abar"
    case (.tilde, _): name + "~"
    default: name + word
    }
  }
}

/// The marks of a name, such as those of `x'` and `theta^-`, as they stand above the line.
private let raisedMarks: [Character: Character] = ["'": "′", "-": "⁻", "+": "⁺"]

/// The names that have a letter or a sign of their own.
private let unicodeNames: [String: String] = [
  "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ϵ", "zeta": "ζ", "eta": "η",
  "theta": "θ", "iota": "ι", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ",
  "omicron": "ο", "pi": "π", "rho": "ρ", "sigma": "σ", "tau": "τ", "upsilon": "υ", "phi": "φ",
  "chi": "χ", "psi": "ψ", "omega": "ω", "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ",
  "Xi": "Ξ", "Pi": "Π", "Sigma": "Σ", "Upsilon": "Υ", "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω",
  "forall": "∀", "exists": "∃", "emptyset": "∅", "not": "¬", "hbar": "ℏ", "dagger": "†",
  "top": "⊤", "bot": "⊥", "Re": "ℜ", "Im": "ℑ", "nabla": "∇", "partial": "∂", "infty": "∞",
  "infinity": "∞", "ell": "ℓ",
]
