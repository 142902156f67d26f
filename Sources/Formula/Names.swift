/// The names that formulas use, however they are spelled.
enum Names {
  /// Greek letters and their like by their LaTeX command, which is also how they are typed.
  static let greek: [String: String] = {
    let plain = [
      "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa",
      "lambda", "mu", "nu", "xi", "pi", "rho", "sigma", "tau", "upsilon", "phi", "chi", "psi",
      "omega", "Gamma", "Delta", "Theta", "Lambda", "Xi", "Pi", "Sigma", "Upsilon", "Phi", "Psi",
      "Omega", "nabla", "partial", "ell", "infinity",
    ]
    let variants = ["epsilon", "theta", "phi", "sigma", "rho", "kappa", "pi"]
    return Dictionary(
      plain.map { ($0, $0) } + variants.map { ("var" + $0, $0) } + [("infty", "infinity")],
      uniquingKeysWith: { $1 })
  }()

  /// Short spellings that learners type.
  static let short: [String: Symbol] = [
    "eps": Symbol("epsilon"),
    "abar": Symbol("alpha", .bar),
    "btilde": Symbol("beta", .tilde),
    "lam": Symbol("lambda"),
  ]

  /// Functions that take their argument with brackets or without.
  static let functions: Set<String> = [
    "exp", "log", "ln", "sin", "cos", "tan", "tanh", "sinh", "cosh", "min", "max", "arg", "argmin",
    "argmax", "det", "lim", "sup", "inf", "Pr",
  ]

  /// Names of which an index stands below, as what is searched or approached.
  static let limits: Set<String> = [
    "lim", "min", "max", "argmin", "argmax", "sup", "inf",
  ]

  /// Heads whose brackets are an argument, whatever they hold.
  static let heads: Set<String> = functions.union([
    "sqrt", "abs", "prod", "sum", "q", "p", "f", "g", "SNR", "KL", "Var", "E", "Cov", "U", "D",
  ])

  /// Heads that take square brackets and braces as well.
  static let bracketHeads: Set<String> = functions.union([
    "SNR", "KL", "Var", "E", "Cov", "U", "D",
  ])

  /// Words that letters side by side mean in LaTeX too, where each letter is else a name.
  static let words: Set<String> = Set(
    functions.union(greek.keys).union(short.keys).filter { $0.count > 2 }
  ).union(["ln", "KL", "SNR", "ELBO", "MSE", "Var", "Cov", "sqrt", "abs", "prod", "sum"])

  /// Indices that stand for parameters of a network, so that brackets hold its arguments.
  static let parameters: Set<String> = ["theta", "phi", "psi"]

  /// Relations that are typed as words.
  private static let relations: [String: Expression.Relation] = [
    "in": .element, "notin": .notElement, "propto": .proportional, "perp": .independent,
    "therefore": .therefore, "subset": .subset, "subseteq": .subsetOrEqual, "supset": .superset,
    "supseteq": .supersetOrEqual, "prec": .precedes, "preceq": .precedesOrEqual,
    "succ": .succeeds, "succeq": .succeedsOrEqual,
  ]

  /// Signs between terms and factors that are typed as words.
  private static let operations: [String: Token.Kind] = [
    "union": .sign(.union),
    "intersect": .sign(.intersection), "oplus": .sign(.directSum), "setminus": .sign(.difference),
    "and": .sign(.and), "or": .sign(.or), "odot": .operation(.elementwise),
    "otimes": .operation(.tensor), "circ": .operation(.composed),
  ]

  static let accents: [(suffix: String, accent: Accent)] = [
    ("bar", .bar), ("tilde", .tilde), ("hat", .hat), ("dot", .dot), ("vec", .vector),
  ]
}

extension Names {
  /// What a typed word means, as tokens without their place: `xt` is x, lower, t.
  static func tokens(of word: String) -> [Token.Kind] {
    if word == "sqrt" { return [.root] }
    if let relation = relations[word] { return [.relation(relation)] }
    if let operation = operations[word] { return [operation] }
    if functions.contains(word) { return [.function(word)] }
    if let symbol = symbol(of: word) { return [.symbol(symbol)] }
    if word.first == "d", let variable = symbol(of: String(word.dropFirst())) {
      return [.differential, .symbol(variable)]
    }
    if let (base, index) = indexed(word) {
      return [.symbol(base), .lower, .symbol(Symbol(index))]
    }
    return [.symbol(Symbol(word, alphabet: .roman))]
  }

  /// The symbol of a letter, of a Greek name, or of one with its accent: `alphaBar`.
  private static func symbol(of word: String) -> Symbol? {
    if let symbol = short[word] { return symbol }
    if let name = greek[word] ?? (word.utf8.count == 1 ? word : nil) { return Symbol(name) }
    for (suffix, accent) in accents {
      guard let base = base(of: word, before: suffix), let symbol = unaccented(base) else {
        continue
      }
      return Symbol(symbol.name, accent)
    }
    return nil
  }

  private static func base(of word: String, before suffix: String) -> String? {
    guard word.lowercased().hasSuffix(suffix), word.count > suffix.count else { return nil }
    return String(word.dropLast(suffix.count))
  }

  private static func unaccented(_ base: String) -> Symbol? {
    if let symbol = short[base], symbol.accent == nil { return symbol }
    if let name = greek[base] { return Symbol(name) }
    return base.utf8.count == 1 ? Symbol(base) : nil
  }

  /// `xt`, `zt`, `xT`, `xp`: a letter of the field with a letter as its index.
  private static func indexed(_ word: String) -> (Symbol, index: String)? {
    guard word.utf8.count == 2, let first = word.first, let last = word.last,
      first == "x" || first == "z", "tTps".contains(last)
    else { return nil }
    return (Symbol(String(first)), String(last))
  }
}
