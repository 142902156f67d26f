import Formula

/// Finds what might have been meant where a formula is wrong: every small change that undoes a slip.
struct SlipFinder {
  private let source: [UInt8]
  private(set) var slips: [Slip] = []

  /// More are not tried.
  private static let most = 300

  init(_ side: Expression, in source: String) {
    self.source = Array(source.utf8)
    visit(side)
    addConsistent(side)
    slips = Array(slips.prefix(Self.most))
  }

  func text(_ range: Range<Int>) -> String {
    String(decoding: source[range.clamped(to: source.indices)], as: UTF8.self)
  }

  private mutating func add(_ kind: Slip.Kind, _ range: Range<Int>, _ replacement: String) {
    guard !range.isEmpty else { return }
    slips.append(Slip(kind, range, replacement))
  }

  private mutating func visit(_ part: Expression) {
    switch part.node {
    case .symbol(let symbol): visit(symbol, part.range)
    case .indexed(let base, let index): visit(indexed: base, index, part.range)
    case .power(let base, let exponent):
      if exponent.label == "2" { add(.needlessSquare, part.range, text(base.range)) }
    case .root(let radicand, nil): add(.rootOfVariance, part.range, "{\(text(radicand.range))}")
    case .fraction(let over, let under): visit(fraction: over, under, part.range)
    case .fenced(_, .doubleBars): add(.squareDropped, part.range, "\(text(part.range))^2")
    case .sum(let terms): visit(terms, part.range)
    case .number(let text): visit(number: text, part.range)
    case .call(let head, let arguments, _): visit(call: head, arguments, part.range)
    case .big(let operation, _, let end, _):
      visit(operation, part.range)
      if let end { visit(rangeEnd: end) }
    case .product(let factors): visit(factors)
    default: break
    }
    for child in part.children { visit(child) }
  }
}

// MARK: - Names and indices

extension SlipFinder {
  private mutating func visit(_ symbol: Symbol, _ range: Range<Int>) {
    switch symbol.canonicalName {
    case "alpha":
      add(.alphaForBar, range, "\\bar\\alpha")
      add(.alphaForBeta, range, "\\beta")
    case "alpha_bar": add(.barForAlpha, range, "\\alpha")
    case "beta":
      add(.betaForTilde, range, "\\tilde\\beta")
      add(.alphaForBeta, range, "\\alpha")
    case "beta_tilde": add(.tildeForBeta, range, "\\beta")
    case "eta": add(.etaNotSquared, range, "\\eta^2")
    case "w", "s", "gamma", "omega", "lambda": add(.weight, range, "(1+\(text(range)))")
    default: break
    }
  }

  private mutating func visit(indexed base: Expression, _ index: Expression, _ range: Range<Int>) {
    let name = base.headSymbol?.canonicalName ?? ""
    if ["beta", "beta_tilde", "alpha", "alpha_bar", "sigma"].contains(name) {
      add(.varianceUnrooted, range, "\\sqrt{\(text(range))}")
    }
    if ["beta", "beta_tilde"].contains(name) { add(.etaDropped, range, "\\eta^2 \(text(range))") }
    if name == "beta_tilde" { add(.definitionForChoice, range, "\\sigma_t^2") }
    if name == "sigma" { add(.sigmaNotSquared, range, "\(text(range))^2") }
    if ["alpha_bar", "alpha"].contains(name) { add(.complement, range, "(1-\(text(range)))") }
    if name == "x" { visit(xAt: index, range) }
    shift(index, range)
  }

  private mutating func visit(xAt index: Expression, _ range: Range<Int>) {
    if index.label == "0" {
      add(.startForPrediction, range, "\\hat x_0")
      add(.xForStart, range, "x_t")
    } else {
      add(.xForStart, range, "x_0")
    }
  }

  /// The index one lower and one higher.
  private mutating func shift(_ index: Expression, _ range: Range<Int>) {
    guard ["t", "s", "0", "1", "T", "i"].contains(index.label ?? "") || index.isShifted else {
      return
    }
    let written = text(index.range)
    let lower = lowered(index) ?? "\(written)-1"
    let higher = raised(index) ?? "\(written)+1"
    for shifted in [lower, higher] {
      // An index of one letter may stand without braces.
      let isBraced = text(index.range.lowerBound - 1..<index.range.lowerBound) == "{"
      add(.shiftedIndex, index.range, isBraced ? shifted : "{\(shifted)}")
    }
  }

  private func lowered(_ index: Expression) -> String? {
    if case .number(let digits) = index.node, let number = Int(digits) { return "\(number - 1)" }
    return index.shift.map { $0 == 1 ? text($1) : "\(text($1))\(signed($0 - 1))" }
  }

  private func raised(_ index: Expression) -> String? {
    if case .number(let digits) = index.node, let number = Int(digits) { return "\(number + 1)" }
    return index.shift.map { $0 == -1 ? text($1) : "\(text($1))\(signed($0 + 1))" }
  }

  private func signed(_ number: Int) -> String { number < 0 ? "\(number)" : "+\(number)" }
}

// MARK: - Structures

extension SlipFinder {
  /// A range to t that should go to T or t - 1, or one to T that should go to t.
  private mutating func visit(rangeEnd end: Expression) {
    let others = end.label == "T" ? ["t"] : end.label == "t" ? ["T", "t-1"] : []
    for other in others { add(.rangeEnd, end.range, "{\(other)}") }
  }
}

extension SlipFinder {
  private mutating func visit(
    fraction over: Expression, _ under: Expression, _ range: Range<Int>
  ) {
    let (top, bottom) = (text(over.range), text(under.range))
    add(.upsideDown, range, "\\frac{\(bottom)}{\(top)}")
    add(.varianceUnrooted, range, "\\sqrt{\(text(range))}")
    add(.varianceUnrooted, range, "\\frac{\(top)}{\\sqrt{\(bottom)}}")
    add(.varianceUnrooted, range, "\\frac{\\sqrt{\(top)}}{\(bottom)}")
  }

  private mutating func visit(_ terms: [Expression.Term], _ range: Range<Int>) {
    if terms.count == 2, terms[0].value.label == "1", terms[1].isNegative {
      add(.complement, range, text(terms[1].value.range))
      add(.varianceUnrooted, range, "\\sqrt{\(text(range))}")
      if case .symbol(let symbol) = terms[1].value.node, symbol.name == "w" { return }
    }
    if terms.contains(where: { $0.value.label == "1" }), terms.count == 2, !terms[1].isNegative,
      let other = terms.first(where: { $0.value.label != "1" })
    {
      add(.weight, range, text(other.value.range))
    }
    for (position, term) in terms.enumerated() { flip(term, position, terms, range) }
  }

  private mutating func flip(
    _ term: Expression.Term, _ position: Int, _ terms: [Expression.Term], _ range: Range<Int>
  ) {
    let start = position == 0 ? range.lowerBound : terms[position - 1].value.range.upperBound
    let gap = start..<max(start, term.value.range.lowerBound)
    let kind: Slip.Kind = term.value.everyName.contains("nabla") ? .signOfGradient : .sign
    guard
      let sign = source[gap.clamped(to: source.indices)].firstIndex(where: {
        "+-".utf8.contains($0)
      })
    else {
      if position == 0 { add(kind, term.value.range, "-\(text(term.value.range))") }
      return
    }
    add(kind, sign..<sign + 1, source[sign] == UInt8(ascii: "+") ? "-" : "+")
  }

  private mutating func visit(number digits: String, _ range: Range<Int>) {
    if digits == "2" { add(.factor, range, "1") }
  }

  private mutating func visit(_ factors: [Expression.Factor]) {
    if let place = factors.first(where: { $0.value.headSymbol?.name == "nabla" })?.value.range {
      add(
        .droppedRootFactor, place.lowerBound..<place.upperBound,
        "\\sqrt{1-\\bar\\alpha_t}\(text(place))")
    }
    for factor in factors where factor.value.label == "2" {
      add(.factor, factor.value.range, "")
    }
  }

  private mutating func visit(_ operation: Expression.BigOperator, _ range: Range<Int>) {
    let whole = text(range)
    if operation == .sum, whole.hasPrefix("\\sum") {
      add(.sumForProduct, range.lowerBound..<range.lowerBound + 4, "\\prod")
    } else if operation == .product, whole.hasPrefix("\\prod") {
      add(.sumForProduct, range.lowerBound..<range.lowerBound + 5, "\\sum")
    }
  }

  private mutating func visit(
    call head: Expression, _ arguments: Expression, _ range: Range<Int>
  ) {
    guard let parts = NameParts(head) else { return }
    if parts.name == "q", case .list(let items, [.given]) = arguments.node, items.count == 2 {
      add(.conditionDropped, items[1].range, "\(text(items[1].range)),x_0")
    }
    if parts.hasParameters, let first = arguments.items.first,
      case .indexed(let base, let index) = first.node, base.headSymbol?.canonicalName == "x",
      index.label == "0"
    {
      add(.startForX, first.range, "x_t")
    }
    if case .list(let items, [.doubleBar]) = arguments.node {
      let swapped = [items[0].range, items[1].range]
      slips.append(
        Slip(
          .reversedDivergence,
          [
            .init(range: swapped[0], replacement: text(swapped[1])),
            .init(range: swapped[1], replacement: text(swapped[0])),
          ]))
    }
  }
}

// MARK: - The same slip everywhere

extension SlipFinder {
  /// Slips that are made of a name wherever it stands.
  private mutating func addConsistent(_ side: Expression) {
    let kinds: [Slip.Kind] = [
      .alphaForBar, .barForAlpha, .startForX, .betaForTilde, .tildeForBeta, .sigmaNotSquared,
    ]
    for kind in kinds {
      let edits = slips.filter { $0.kind == kind }.flatMap(\.edits)
      if edits.count > 1 { slips.insert(Slip(kind, edits), at: 0) }
    }
    let predictions = side.predictions
    guard let free = predictions.first(where: { !$0.hasCondition }),
      let bound = predictions.first(where: \.hasCondition)
    else { return }
    let edits = predictions.map { prediction in
      Slip.Edit(
        range: prediction.range,
        replacement: text(prediction.hasCondition ? free.range : bound.range))
    }
    slips.append(Slip(.swappedConditions, edits))
  }
}

extension Expression {
  /// Calls of the noise network.
  fileprivate var predictions: [Expression] {
    if case .call(let head, _, _) = node, let parts = NameParts(head), parts.hasParameters,
      parts.symbol.name == "epsilon"
    {
      return [self]
    }
    return children.flatMap(\.predictions)
  }

  fileprivate var hasCondition: Bool { !everyName.isDisjoint(with: ["y", "c"]) }

  /// A letter plus or minus a whole number, as an index: the number, and where the letter stands.
  fileprivate var shift: (Int, Range<Int>)? {
    guard case .sum(let terms) = node, terms.count == 2,
      case .number(let digits) = terms[1].value.node,
      let number = Int(digits)
    else { return nil }
    return (terms[1].isNegative ? -number : number, terms[0].value.range)
  }

  fileprivate var isShifted: Bool { shift != nil }
}
