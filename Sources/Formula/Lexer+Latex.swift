extension Lexer {
  /// Reads what LaTeX has of its own; false if the sign is none of it.
  mutating func readLatex(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case _ where scalar.isLetter: readLetters()
    case "\\": readCommand()
    case "{":
      stacks.append(false)
      emit(.open(.group))
    case "}": emit(stacks.popLast() == true ? .end("substack") : .close(.group))
    case "&": emit(.cell)
    case "*": emit(.operation(.star))
    case ".": emit(.stop)
    case "~":
      scanner.advance()
      isSpaced = true
    case "%": _ = scanner.take { $0 != "\n" }
    default: return false
    }
    return true
  }

  /// Letters, each a name, unless together they are a word of the field or an index's label.
  private mutating func readLetters() {
    let start = scanner.offset
    let isLabel = tokens.suffix(2).map(\.kind) == [.lower, .open(.group)]
    let word = scanner.take(while: \.isLetter)
    if Names.words.contains(word) && !isLabel {
      emit(Names.tokens(of: word), from: start)
    } else if isLabel, word.utf8.count > (Names.words.contains(word) ? 1 : 2),
      scanner.current == "}"
    {
      emit(
        .symbol(Names.greek[word].map { Symbol($0) } ?? Symbol(word, alphabet: .roman)), from: start
      )
    } else {
      emitLetters(of: word, from: start)
      readDigits(after: word)
    }
  }

  /// `x0` written without a `_` is x with the index 0: nobody multiplies x by a number after it.
  private mutating func readDigits(after word: String) {
    let start = scanner.offset
    guard word == "x" || word == "z", scanner.current?.isDigit == true else { return }
    let digits = scanner.take(while: \.isDigit)
    emit([.lower, .open(.group), .number(digits), .close(.group)], from: start)
  }

  private mutating func emitLetters(of word: String, from start: Int) {
    for (index, letter) in word.utf8.enumerated() {
      let name = String(Unicode.Scalar(letter))
      let isLast = index == word.utf8.count - 1
      let kind = Token.Kind.symbol(Symbol(name))
      append(isLast ? accented(kind) : kind, at: start + index)
    }
  }

  /// Skips the height in `\\[4pt]`, which is no bracket of the next row.
  mutating func skipRowHeight() {
    _ = scanner.take("*")
    guard scanner.current == "[" else { return }
    var distance = 1
    while let sign = scanner.peek(distance), sign.isDigit || sign.isLetter || sign == "." {
      distance += 1
    }
    if distance > 1, scanner.peek(distance) == "]" { scanner.advance(by: distance + 1) }
  }
}

extension Lexer {
  /// What stands in the braces at the cursor, with the braces in it; nil without a closing brace.
  mutating func takeGroup() -> String? {
    guard scanner.current == "{", !isUnbalanced else { return nil }
    var depth = 0
    var distance = 0
    while let sign = scanner.peek(distance) {
      if sign == "\\" { distance += 1 }
      if sign == "{" { depth += 1 }
      if sign == "}" { depth -= 1 }
      distance += 1
      if depth == 0 { return cut(distance) }
    }
    isUnbalanced = true
    return nil
  }

  /// Takes a group of so many characters and gives back what is between its braces.
  private mutating func cut(_ count: Int) -> String {
    let start = scanner.offset
    scanner.advance(by: count)
    return scanner.source[(start + 1)..<max(start + 1, scanner.offset - 1)]
  }

  mutating func readEnvironment(isBegin: Bool, from start: Int) {
    scanner.skipSpaces()
    let name = takeGroup() ?? ""
    if isBegin, scanner.stands("[") { skipPlacement() }
    // The columns of an array: `{cc}`.
    if isBegin, Commands.withColumns.contains(name), scanner.current == "{" { _ = takeGroup() }
    emit(isBegin ? .begin(name) : .end(name), from: start)
  }

  /// Skips the placement in `\begin{aligned}[t]`.
  private mutating func skipPlacement() {
    if scanner.peek(1)?.isLetter == true, scanner.peek(2) == "]" { scanner.advance(by: 3) }
  }

  /// `\left(`, `\big|`, `\middle|`: a bracket after a command for its size.
  mutating func readDelimiter(command name: String, from start: Int) {
    scanner.skipSpaces()
    let sign = takeDelimiter()
    switch name {
    case "left": emit(.open(Commands.delimiter(sign)), from: start)
    case "right": emit(.close(Commands.delimiter(sign)), from: start)
    case "middle": emit(Commands.middle(sign), from: start)
    default:
      emit(Commands.sized(sign, isLeft: name.last == "l", isRight: name.last == "r"), from: start)
    }
  }

  private mutating func takeDelimiter() -> String {
    let start = scanner.offset
    if scanner.take("\\") {
      if scanner.take(while: \.isLetter).isEmpty { scanner.advance() }
    } else if let sign = scanner.current, sign != "{", sign != "}" {
      scanner.advance()
    }
    return scanner.source[start..<scanner.offset]
  }
}
