/// What a backslash begins.
extension Lexer {
  mutating func readCommand() {
    let start = scanner.offset
    scanner.advance()
    let name = scanner.take(while: \.isLetter)
    guard name.isEmpty else { return read(command: name, from: start) }
    let sign = scanner.current.map { String($0) } ?? ""
    scanner.advance()
    if sign == "\\" {
      skipRowHeight()
      emit(.row, from: start)
    } else if let kind = Commands.signs[sign] {
      emit(kind, from: start)
    } else if Commands.spaces.contains(sign) {
      isSpaced = isSpaced || sign != "!" && sign != "/"
    } else {
      emit(.unknown, from: start)
    }
  }

  private mutating func read(command name: String, from start: Int) {
    if let kind = Commands.kind(of: name) {
      emit(kind == .function(name) ? function(name) : kind, from: start)
    } else if name == "operatorname" {
      readOperatorName(from: start)
    } else if let alphabet = Commands.alphabets[name] {
      readAlphabet(alphabet, from: start)
    } else if let alphabet = Commands.switches[name] {
      readSwitch(alphabet, from: start)
    } else if name == "dots" {
      emit(.dots(isAfterSign ? .centred : .low), from: start)
    } else if name == "not" {
      readNegated(from: start)
    } else if name == "substack" {
      readStack(from: start)
    } else if Commands.delimited.contains(name) {
      readDelimiter(command: name, from: start)
    } else if Commands.texts.contains(name) {
      readText(from: start)
    } else if name == "begin" || name == "end" {
      readEnvironment(isBegin: name == "begin", from: start)
    } else if Commands.ignoredWithGroup.contains(name) {
      _ = scanner.take("*")
      scanner.skipSpaces()
      if scanner.current == "{" { _ = takeGroup() }
    } else if Commands.spaceNames.contains(name) {
      isSpaced = true
    } else if !Commands.ignored.contains(name) {
      readUnknownCommand(from: start)
    }
  }

  /// A command that means nothing here stands with its arguments as it is.
  private mutating func readUnknownCommand(from start: Int) {
    while scanner.current == "{", takeGroup() != nil {}
    emit(.unknown, from: start)
  }

  /// An operation or a relation stands before the cursor.
  private var isAfterSign: Bool {
    switch tokens.last?.kind {
    case .plus, .minus, .sign, .operation: true
    default: false
    }
  }

  /// `\not=` and `\not\in`; before any other sign the stroke is not known.
  private mutating func readNegated(from start: Int) {
    scanner.skipSpaces()
    if scanner.take("=") {
      emit(.relation(.notEqual), from: start)
    } else if scanner.stands("\\in"), scanner.peek(3)?.isLetter != true {
      scanner.advance(by: 3)
      emit(.relation(.notElement), from: start)
    } else {
      emit(.unknown, from: start)
    }
  }

  /// `\substack{a \\ b}`: rows under a sign.
  private mutating func readStack(from start: Int) {
    scanner.skipSpaces()
    guard scanner.take("{") else { return emit(.unknown, from: start) }
    stacks.append(true)
    emit(.begin("substack"), from: start)
  }
}
