import Formula

/// A way in which a formula may have gone wrong, and what undoes it in the source.
struct Slip: Sendable {
  let kind: Kind
  let edits: [Edit]

  struct Edit: Hashable, Sendable {
    /// UTF-8 offsets into the source.
    let range: Range<Int>
    let replacement: String
  }

  init(_ kind: Kind, _ edits: [Edit]) {
    self.kind = kind
    self.edits = edits
  }

  init(_ kind: Kind, _ range: Range<Int>, _ replacement: String) {
    self.init(kind, [Edit(range: range, replacement: replacement)])
  }

  /// The part of the source that it changes.
  var range: Range<Int> {
    let start = edits.map(\.range.lowerBound).min() ?? 0
    return start..<max(start, edits.map(\.range.upperBound).max() ?? start)
  }

  /// The slips that people make, the most telling first.
  enum Kind: String, CaseIterable, Sendable {
    case startForX = "x0-for-xt"
    case definitionForChoice = "btilde-for-sigma"
    case etaNotSquared = "eta-not-squared"
    case sigmaNotSquared = "sigma-not-squared"
    case alphaForBar = "alpha-for-abar"
    case barForAlpha = "abar-for-alpha"
    case betaForTilde = "beta-for-btilde"
    case tildeForBeta = "btilde-for-beta"
    case varianceUnrooted = "variance-unrooted"
    case rootOfVariance = "root-of-variance"
    case conditionDropped = "condition-dropped"
    case swappedConditions = "swapped-conditions"
    case weight = "w-for-one-plus-w"
    case signOfGradient = "sign-of-gradient"
    case droppedRootFactor = "dropped-root-factor"
    case startForPrediction = "x0-for-prediction"
    case complement = "one-minus-dropped"
    case shiftedIndex = "shifted-index"
    case sign = "sign"
    case squareDropped = "square-dropped"
    case needlessSquare = "needless-square"
    case alphaForBeta = "alpha-for-beta"
    case xForStart = "xt-for-x0"
    case upsideDown = "upside-down"
    case factor = "factor"
    case reversedDivergence = "reversed-divergence"
    case sumForProduct = "sum-for-product"
    case rangeEnd = "wrong-range-end"
    case etaDropped = "eta-dropped"
  }
}

extension Slip.Kind {
  /// What was probably done.
  var says: String {
    switch self {
    case .startForX: "The network is given x_0; it is used on x_t."
    case .definitionForChoice:
      "beta-tilde_t is defined by the posterior and not to be chosen; what may be chosen is sigma_t."
    case .etaNotSquared: "eta scales the deviation, so the variance has its square."
    case .sigmaNotSquared: "A deviation stands where its square, the variance, is meant."
    case .alphaForBar:
      "alpha_t stands where alpha-bar_t is meant; DDIM's alpha is DDPM's alpha-bar."
    case .barForAlpha: "alpha-bar_t stands where alpha_t is meant."
    case .betaForTilde: "beta_t stands where beta-tilde_t is meant."
    case .tildeForBeta: "beta-tilde_t stands where beta_t is meant."
    case .varianceUnrooted: "A variance stands where its root, the deviation, is meant."
    case .rootOfVariance: "A root is taken where none is meant."
    case .conditionDropped: "The density is that of x_{t-1} where x_0 is known as well as x_t."
    case .swappedConditions: "The conditioned and the unconditioned prediction are swapped."
    case .weight: "The scale is off by one: w stands for 1 + w, or 1 + w for w."
    case .signOfGradient: "The gradient has the wrong sign."
    case .droppedRootFactor: "The factor sqrt(1 - alpha-bar_t) is missing."
    case .startForPrediction: "x_0 is not known here; the predicted x_0 is meant."
    case .complement: "One minus a share stands where the share is meant, or the share for it."
    case .shiftedIndex: "An index is off by one."
    case .sign: "A sign is wrong."
    case .squareDropped: "A square is missing."
    case .needlessSquare: "A square is too many."
    case .alphaForBeta: "alpha_t and beta_t are mixed up."
    case .xForStart: "x_t and x_0 are mixed up."
    case .upsideDown: "A fraction is upside down."
    case .factor: "A factor is wrong."
    case .reversedDivergence: "The two laws of the divergence are swapped."
    case .sumForProduct: "A sum stands for a product, or a product for a sum."
    case .rangeEnd: "The range ends at the wrong step."
    case .etaDropped: "The factor eta^2 is missing."
    }
  }

  /// Where the right formula is published, as far as that is the same wherever the slip is made; by
  /// the names in the formula.
  func source(_ names: Set<String>) -> String? {
    switch self {
    case .startForX: "DDPM, equations 12 and 14"
    case .definitionForChoice: "DDPM, section 3.2"
    case .etaNotSquared, .etaDropped: "DDIM, equation 16"
    case .alphaForBar: "DDPM, equation 4; DDIM, equation 4"
    case .betaForTilde, .tildeForBeta: "DDPM, equation 7 and section 3.2"
    case .varianceUnrooted:
      names.isDisjoint(with: ["beta_tilde", "sigma", "z"])
        ? nil : "DDPM, Algorithm 2, line 4, and section 3.2"
    case .conditionDropped: "DDPM, equations 6 and 7"
    case .swappedConditions, .weight: "Ho and Salimans 2022, equation 6"
    case .signOfGradient, .droppedRootFactor: "Dhariwal and Nichol 2021, Algorithm 2"
    case .startForPrediction: "DDIM, equations 9 and 12"
    default: nil
    }
  }
}
