import OrderedJSON

/// One of several answers, of which one is right.
package struct ChoiceTask: Sendable {
  package let choices: [Choice]
  package let right: Int

  package struct Choice: Hashable, Sendable {
    package let id: String
    /// What to say to who chose it.
    package let says: String

    package init(_ id: String, says: String) {
      self.id = id
      self.says = says
    }
  }

  package init(_ choices: [Choice], right: Int) {
    self.choices = choices
    self.right = right
  }

  /// The verdict on a letter, or on a choice's id.
  package func mark(_ answer: String) -> Marking {
    let word = answer.trimmed.lowercased()
    guard let index = choices.indices.first(where: { word == letter($0) || word == choices[$0].id })
    else {
      return Marking(
        .invalid, says: "Type a letter from a to \(letter(max(0, choices.count - 1))).")
    }
    let choice = choices[index]
    return index == right
      ? Marking(.right, says: "Right. \(choice.says)")
      : Marking(.wrong, misconception: choice.id, says: choice.says)
  }
}

/// The lines of a derivation, shuffled, to be put in order.
package struct OrderTask: Sendable {
  /// The rows as they are shown: for each place the row's number in the right order.
  package let shown: [Int]

  /// - Parameters:
  ///   - count: how many rows there are, three or more.
  ///   - id: the exercise's id, from which the order follows in which they are shown.
  package init(_ count: Int, id: String) {
    var rows = Array(0..<max(1, count))
    var state = id.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01b3
    }
    func draw(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for place in rows.indices.dropFirst().reversed() { rows.swapAt(place, draw(place + 1)) }
    // Never shown in the order that is asked for.
    if rows == rows.sorted(), count > 1 { rows.swapAt(0, count - 1) }
    shown = rows
  }

  /// The right answer: the letters in their order.
  package var solution: String {
    shown.indices.sorted { shown[$0] < shown[$1] }.map(letter).joined(separator: " ")
  }

  /// The verdict on letters in an order, such as `c a b`.
  package func mark(_ answer: String) -> Marking {
    let letters = answer.lowercased().filter { $0.isLetter || $0.isNumber }.map(String.init)
    let known = shown.indices.map(letter)
    guard letters.sorted() == known, Set(letters).count == known.count else {
      return Marking(
        .invalid,
        says: "Type each letter from \(known.first ?? "a") to \(known.last ?? "a") once, in the "
          + "order of the lines.")
    }
    let order = letters.compactMap { known.firstIndex(of: $0) }.map { shown[$0] }
    guard let place = order.indices.first(where: { order[$0] != $0 }) else {
      return Marking(.right, says: "Right. Each line follows from the one before.")
    }
    let expected =
      place == 0 ? "the line that it begins with" : "the line after \(letters[place - 1])"
    let start =
      place == 0
      ? "It begins with another line than \(letters[0])."
      : "The first \(place == 1 ? "line is" : "\(place) lines are") right; "
        + "\(letters[place]) does not follow \(letters[place - 1])."
    return Marking(
      .wrong, misconception: "order-of-lines", says: start,
      counterexample: Marking.Counterexample(
        inputs: [("place", .integer(place + 1))], expected: .text(expected),
        got: .text(letters[place])))
  }
}

/// A derivation of which one line is wrong.
package struct LineTask: Sendable {
  package let count: Int
  /// From 0 on.
  package let wrong: Int
  /// Why it is.
  package let says: String

  package init(_ count: Int, wrong: Int, says: String) {
    self.count = count
    self.wrong = wrong
    self.says = says
  }

  /// The line that an answer names, from 1 on; nil for none.
  package func line(of answer: String) -> Int? {
    Int(answer.trimmed).flatMap { (1...count).contains($0) ? $0 : nil }
  }

  /// The verdict on a line's number.
  package func mark(_ answer: String) -> Marking {
    guard let number = line(of: answer) else {
      return Marking(.invalid, says: "Type the number of a line, from 1 to \(count).")
    }
    return number == wrong + 1
      ? Marking(.right, says: "Right. \(says)")
      : Marking(
        .wrong, misconception: "wrong-line",
        says: number == 1
          ? "That is where it begins; the slip is further down."
          : "Line \(number) follows from line \(number - 1): both sides are equal.")
  }
}

/// The name of a choice or a line: a, b, c.
package func letter(_ number: Int) -> String {
  String(UnicodeScalar(UInt8(ascii: "a") + UInt8(min(max(0, number), 25))))
}

extension String {
  fileprivate var trimmed: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
