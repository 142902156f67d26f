extension Unicode.Scalar {
  /// The ASCII spelling that the scalar's Unicode name or block gives, else `?`.
  ///
  ///     é: LATIN SMALL LETTER E WITH ACUTE       // e
  ///     ᾱ: GREEK SMALL LETTER ALPHA WITH MACRON  // alpha_bar
  ///     𝒩: MATHEMATICAL SCRIPT CAPITAL N         // N
  ///     └: BOX DRAWINGS LIGHT UP AND RIGHT       // +
  var asciiByName: String {
    switch value {
    case 0x2500...0x257F: return asciiOfBox
    case 0x2800...0x28FF: return asciiOfBraille
    default: break
    }
    let words = (properties.name ?? "").split(separator: " ")
    switch words.first {
    case "LATIN", "GREEK", "MATHEMATICAL", "FULLWIDTH", "DOUBLE-STRUCK", "SCRIPT", "BLACK-LETTER":
      return letter(words)
    default: return "?"
    }
  }

  /// The letter that a name of Unicode ends with, in its case, and its bar, tilde or hat if Greek.
  private func letter(_ words: [Substring]) -> String {
    let end = words.firstIndex(of: "WITH") ?? words.endIndex
    var base = words[..<end]
    if base.last == "SYMBOL" { base.removeLast() }
    guard let last = base.last, last.allSatisfy({ $0.isASCII && $0.isLetter }) else { return "?" }
    let name = last == "LAMDA" ? "lambda" : last.lowercased()
    let isCapital = words.contains("CAPITAL")
    let cased = isCapital ? name.prefix(1).uppercased() + name.dropFirst() : name
    return cased + (words.first == "GREEK" && words.last == "MACRON" ? "_bar" : "")
  }

  /// `-`, `|` or `+` by the directions in the name; a diagonal is `/`, `\` or `X`.
  private var asciiOfBox: String {
    switch value {
    case 0x2571: return "/"
    case 0x2572: return "\\"
    case 0x2573: return "X"
    default: break
    }
    let words = Set((properties.name ?? "").split(separator: " "))
    let isLevel = !words.isDisjoint(with: ["HORIZONTAL", "LEFT", "RIGHT"])
    let isUpright = !words.isDisjoint(with: ["VERTICAL", "UP", "DOWN"])
    return isLevel && isUpright ? "+" : isLevel ? "-" : "|"
  }

  /// By height and number of dots.
  private var asciiOfBraille: String {
    let mask = Int(value - 0x2800)
    guard mask.nonzeroBitCount <= 4 else { return mask.nonzeroBitCount == 8 ? "#" : "*" }
    let isHigh = mask & 0b0001_1011 != 0
    let isLow = mask & 0b1110_0100 != 0
    return isHigh && isLow ? ":" : isHigh ? "'" : isLow ? "." : " "
  }
}
