/// The text that a character reference of HTML stands for, or the reference itself if it is unknown.
///
/// Numbers, decimal and hexadecimal, and the names that prose on mathematics uses.
func textOfEntity(_ entity: String) -> String {
  let name = entity.dropFirst().dropLast()
  guard entity.hasPrefix("&"), entity.hasSuffix(";"), !name.isEmpty else { return entity }
  guard name.hasPrefix("#") else { return entities[String(name)] ?? entity }
  let isHexadecimal = name.dropFirst().first.map { "xX".contains($0) } ?? false
  let digits = name.dropFirst(isHexadecimal ? 2 : 1)
  guard let value = UInt32(digits, radix: isHexadecimal ? 16 : 10), value != 0,
    let scalar = Unicode.Scalar(value)
  else { return "\u{FFFD}" }
  return String(scalar)
}

private let entities: [String: String] = [
  "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}",
  "ensp": "\u{2002}", "emsp": "\u{2003}", "thinsp": "\u{2009}", "shy": "", "zwnj": "", "zwj": "",
  "ndash": "–", "mdash": "—", "hellip": "…", "bull": "•", "middot": "·", "lsquo": "‘",
  "rsquo": "’", "ldquo": "“", "rdquo": "”", "laquo": "«", "raquo": "»", "sect": "§", "para": "¶",
  "copy": "©", "reg": "®", "trade": "™", "deg": "°", "micro": "µ", "prime": "′",
  "times": "×", "divide": "÷", "plusmn": "±", "minus": "−", "sdot": "⋅", "lowast": "∗",
  "le": "≤", "ge": "≥", "ne": "≠", "asymp": "≈", "equiv": "≡", "sim": "∼", "prop": "∝",
  "infin": "∞", "sum": "∑", "prod": "∏", "int": "∫", "radic": "√", "part": "∂", "nabla": "∇",
  "isin": "∈", "notin": "∉", "forall": "∀", "exist": "∃", "empty": "∅", "cap": "∩", "cup": "∪",
  "larr": "←", "rarr": "→", "uarr": "↑", "darr": "↓", "harr": "↔", "rArr": "⇒", "lArr": "⇐",
  "hArr": "⇔", "frac12": "½", "frac14": "¼", "frac34": "¾", "sup1": "¹", "sup2": "²",
  "sup3": "³", "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε",
  "zeta": "ζ", "eta": "η", "theta": "θ", "iota": "ι", "kappa": "κ", "lambda": "λ", "mu": "μ",
  "nu": "ν", "xi": "ξ", "pi": "π", "rho": "ρ", "sigma": "σ", "tau": "τ", "phi": "φ", "chi": "χ",
  "psi": "ψ", "omega": "ω", "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ",
  "Pi": "Π", "Sigma": "Σ", "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω",
]
