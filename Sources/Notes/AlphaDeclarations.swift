import Symbols

extension ReadFormula {
  /// From here on alpha is what DDPM writes with a bar, as the text says.
  var declaresAlpha: Bool {
    isDeclaration || statements.contains { $0.namesAlphaTwice || $0.isProductOfShares }
  }

  /// A name alone, without a relation.
  fileprivate func isBare(_ name: String) -> Bool {
    statements.isEmpty && names.contains(name) && names.subtracting(["t", "s"]).count == 1
  }
}

extension Statement {
  /// `\alpha_t = \prod_{s=1}^t (1-\beta_s)`.
  fileprivate var isProductOfShares: Bool {
    definesAlpha && right.hasProduct && right.everyName.contains("beta")
  }
}

extension [ReadFormula] {
  /// The same, with each formula marked at which words say that alpha is DDIM's: `\alpha_t` and
  /// `\bar\alpha_t` alone in a sentence, and between them words of naming.
  var marked: [ReadFormula] {
    var marked = self
    for (place, (first, second)) in zip(indices, zip(self, dropFirst()))
    where first.formula.paragraph == second.formula.paragraph {
      let words = " \(second.formula.words) "
      guard !words.contains("."), !denials.contains(where: words.contains) else { continue }
      let isNamed =
        first.isBare("alpha") && second.isBare("alpha_bar") && toBar.contains(where: words.contains)
        || first.isBare("alpha_bar") && second.isBare("alpha")
          && fromBar.contains(where: words.contains)
      if isNamed { marked[place].isDeclaration = true }
    }
    return marked
  }
}

private let denials = [" not ", "n't ", "confus", "unlike", "differ", " and ", " while ", " but "]

/// `\alpha_t` ... `\bar\alpha_t`
private let toBar = [
  " for what ", " for ddpm", " for ho ", " for their ", " for the ", "  for  ", " is what ",
  " is ddpm", " is the ddpm", " is their ", " is ho ", " is called ", " is written ",
  " is the same ",
  "  is  ", " denotes ", " stands for ", " corresponds ", " correspond ", " means ", " equals ",
  " in place of ", " instead of ", " plays the role ",
]

/// `\bar\alpha_t` ... `\alpha_t`
private let fromBar = [
  " is written ", " is called ", " is denoted ", " written ", " denoted ", " is our ", " is ddim",
  " becomes ", " we write ", " we call ", " we denote ", " is simply ", " is just ", "  by  ",
  "  as  ",
]
