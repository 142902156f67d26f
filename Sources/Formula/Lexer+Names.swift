/// Names in braces: alphabets, operators and words.
extension Lexer {
  /// `\operatorname{tr}` names a function; `\operatorname*{arg\,min}` is spelled with a space.
  mutating func readOperatorName(from start: Int) {
    _ = scanner.take("*")
    scanner.skipSpaces()
    guard let word = takeWordGroup() else { return emit(.alphabet(.roman), from: start) }
    let joined = String(word.filter { $0 != " " })
    emit(function(Names.functions.contains(joined) ? joined : word), from: start)
  }

  /// `{\rm KL}`: the letters of the group, or the next sign alone.
  mutating func readSwitch(_ alphabet: Symbol.Alphabet, from start: Int) {
    scanner.skipSpaces()
    var distance = 0
    while scanner.peek(distance)?.isLetter == true { distance += 1 }
    guard distance > 0, scanner.peek(distance) == "}" else {
      return emit(.alphabet(alphabet), from: start)
    }
    emit(named(scanner.take(while: \.isLetter), alphabet), from: start)
  }

  /// `\mathrm{SNR}` is one upright word; anything else in the braces is read as maths.
  mutating func readAlphabet(_ alphabet: Symbol.Alphabet, from start: Int) {
    scanner.skipSpaces()
    if let sign = scanner.current, sign.isLetter || sign == "1" {
      scanner.advance()
      return emit(.symbol(Symbol(String(sign), alphabet: alphabet)), from: start)
    }
    guard let word = takeWordGroup() else { return emit(.alphabet(alphabet), from: start) }
    emit(named(word, alphabet), from: start)
  }

  private func named(_ word: String, _ alphabet: Symbol.Alphabet) -> Token.Kind {
    Names.functions.contains(word)
      ? function(word) : .symbol(Symbol(word, alphabet: alphabet))
  }

  /// A function's name, unless it is an index and so a label: the max of `\sigma_{\max}`.
  func function(_ name: String) -> Token.Kind {
    let last = tokens.suffix(2).map(\.kind)
    let isLabel = last.last == .lower || last == [.lower, .open(.group)] && scanner.current == "}"
    return isLabel ? .symbol(Symbol(name, alphabet: .roman)) : .function(name)
  }

  /// The words of a group of letters, digits and spaces alone; nil, and nothing taken, otherwise.
  private mutating func takeWordGroup() -> String? {
    guard scanner.current == "{" else { return nil }
    var distance = 1
    while let sign = scanner.peek(distance) {
      if sign == "\\", let space = scanner.peek(distance + 1), Self.thin.contains(space) {
        distance += 2
      } else if sign.isLetter || sign.isDigit || sign == " " {
        distance += 1
      } else {
        break
      }
    }
    guard scanner.peek(distance) == "}" else { return nil }
    let group = (takeGroup() ?? "").replacing("\\,", with: " ").filter { $0 != "\\" }
    let words = group.split(separator: " ").joined(separator: " ")
    return words.isEmpty ? nil : words
  }

  private static let thin: Set<Unicode.Scalar> = [",", " "]

  /// `\text{if }`; a word that names a function of the field is that name.
  mutating func readText(from start: Int) {
    scanner.skipSpaces()
    guard let text = takeGroup() else { return emit(.unknown, from: start) }
    let isName = Names.heads.contains(text) && text.utf8.count > 1
    emit(isName ? .symbol(Symbol(text, alphabet: .roman)) : .text(text), from: start)
  }
}
