/// Slips that need more than a token put for another: what belongs together is found by its braces.
extension SlipOfFormula {
  /// A fraction turned over, a root lost as a whole, a factor of two, two symbols in each other's
  /// place.
  static func structural(_ latex: String) -> [SlipOfFormula] {
    let all = turnedFractions(latex) + lostRoots(latex) + doubled(latex) + exchanged(latex)
    return all.filter { $0.result != latex }
  }

  private static func turnedFractions(_ latex: String) -> [SlipOfFormula] {
    latex.ranges(of: #"\frac{"#).enumerated().compactMap { number, range in
      guard let over = latex.group(at: latex.index(before: range.upperBound)),
        over.upperBound < latex.endIndex, let under = latex.group(at: over.upperBound)
      else { return nil }
      var result = latex
      result.replaceSubrange(over.lowerBound..<under.upperBound, with: latex[under] + latex[over])
      return slip("fraction", "turned over", number, latex, result)
    }
  }

  private static func lostRoots(_ latex: String) -> [SlipOfFormula] {
    latex.ranges(of: #"\sqrt{"#).enumerated().compactMap { number, range in
      guard let radicand = latex.group(at: latex.index(before: range.upperBound)),
        radicand.upperBound < latex.endIndex, !"}),".contains(latex[radicand.upperBound])
      else { return nil }
      var result = latex
      result.removeSubrange(range.lowerBound..<radicand.upperBound)
      return slip("factor", "lost", number, latex, result)
    }
  }

  private static func doubled(_ latex: String) -> [SlipOfFormula] {
    [#"\sqrt{"#, #"\frac{"#, #"\epsilon_\theta"#].flatMap { original in
      latex.ranges(of: original).enumerated().map { number, range in
        var result = latex
        result.insert("2", at: range.lowerBound)
        return slip(original, "2\(original)", number, latex, result)
      }
    }
  }

  /// Both at once, wherever they stand on the right side.
  private static func exchanged(_ latex: String) -> [SlipOfFormula] {
    guard let sign = latex.firstRange(of: " = ") else { return [] }
    let (left, right) = (latex[..<sign.upperBound], String(latex[sign.upperBound...]))
    let pairs = [
      ("x_t", "x_0"), ("x_t", "x_{t-1}"), (#"\bar\alpha_t"#, #"\bar\alpha_{t-1}"#),
      (#"\bar\alpha_t"#, #"\beta_t"#), (#"\alpha_t"#, #"\beta_t"#), (",t,y)", ",t)"),
    ]
    return pairs.compactMap { first, second in
      guard right.contains(first), right.contains(second) else { return nil }
      let result = right.replacing(first, with: "\u{1}").replacing(second, with: first)
        .replacing("\u{1}", with: second)
      return slip("\(first), \(second)", "exchanged", 0, latex, left + result)
    }
  }

  private static func slip(
    _ original: String, _ replacement: String, _ number: Int, _ latex: String, _ result: String
  ) -> SlipOfFormula {
    SlipOfFormula(
      original: original, replacement: replacement, number: number + 1, latex: latex, result: result
    )
  }
}

extension String {
  /// From an opening brace to the one that closes it.
  fileprivate func group(at start: Index) -> Range<Index>? {
    guard self[start] == "{" else { return nil }
    var depth = 0
    for place in self[start...].indices {
      if self[place] == "{" { depth += 1 }
      if self[place] == "}" { depth -= 1 }
      if depth == 0 { return start..<index(after: place) }
    }
    return nil
  }
}
