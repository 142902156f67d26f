import Notebook

extension Key {
  /// The key of one control byte.
  init(control byte: UInt8) {
    switch byte {
    case 0x09: self = .tab
    case 0x0A, 0x0D: self = .enter
    case 0x08, 0x7F: self = .backspace
    case 0x00: self = .control(" ")
    case 0x01...0x1A: self = .control(Character(Unicode.Scalar(byte + 0x60)))
    default: self = .control(Character(Unicode.Scalar(byte & 0x1F | 0x40)))
    }
  }

  /// The key of a sequence that begins with ESC; nil where it means nothing to us.
  ///
  /// Sources: xterm's ctlseqs for arrows, paging, function keys and the mouse (SGR); tmux, screen
  /// and the Linux console for Home as `ESC [ 1 ~`; rxvt for 7 and 8 and the lower-case arrows.
  init?(sequence: [UInt8]) {
    guard sequence.count > 1 else {
      self = .escape
      return
    }
    let last = Character(Unicode.Scalar(sequence[sequence.count - 1]))
    let middle = String(decoding: sequence[1..<(sequence.count - 1)], as: UTF8.self)
    switch middle.first {
    case "O": self.init(keypad: last, modifier: middle.dropFirst())
    case "[" where middle == "[[": self.init(console: last)
    case "[" where middle.hasPrefix("[<"): self.init(mouse: middle.dropFirst(2), end: last)
    case "[": self.init(control: last, parameters: middle.dropFirst())
    default: return nil
    }
  }

  /// An answer of the terminal, as `ESC [ ? 62 c`, is no key.
  private init?(control last: Character, parameters: Substring) {
    guard parameters.allSatisfy({ $0.isNumber || $0 == ";" }) else { return nil }
    let numbers = parameters.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) }
    let modifier = numbers.count > 1 ? numbers[1] ?? 1 : 1
    if last == "~" {
      self.init(number: numbers.first.flatMap(\.self) ?? 0, modifier: modifier)
    } else if let arrow = Key.arrows[last] {
      self.init(arrow: arrow, modifier: modifier)
    } else if let other = Key.finals[last], ["", "1"].contains(parameters) {
      self = other
    } else {
      return nil
    }
  }

  /// Shift turns a parameter; with Control or Alt an arrow means nothing here.
  private init?(arrow: Key, modifier: Int) {
    switch (arrow, modifier) {
    case (.left, 2): self = .shiftLeft
    case (.right, 2): self = .shiftRight
    case (_, 1), (.up, 2), (.down, 2): self = arrow
    default: return nil
    }
  }

  private init?(number: Int, modifier: Int) {
    guard modifier == 1, let key = Key.numbered[number] else { return nil }
    self = key
  }

  /// SS3: arrows and Home in the keypad's mode, F1 to F4, and the digits of the keypad itself.
  private init?(keypad last: Character, modifier: Substring) {
    if let arrow = Key.arrows[last] {
      self.init(arrow: arrow, modifier: Int(modifier) ?? 1)
    } else if let key = Key.finals[last] {
      self = key
    } else if let index = "jklmnopqrstuvwxyX".firstIndex(of: last) {
      let offset = "jklmnopqrstuvwxyX".distance(from: "jklmnopqrstuvwxyX".startIndex, to: index)
      self = .character(Array("*+,-./0123456789=")[offset])
    } else {
      return nil
    }
  }

  /// The Linux console's F1 to F5 are `ESC [ [ A` to `ESC [ [ E`.
  private init?(console last: Character) {
    guard let value = last.asciiValue, (0x41...0x45).contains(value) else { return nil }
    self = .function(Int(value) - 0x40)
  }

  /// A mouse's button, then column and row from 1.
  ///
  /// At the end `M` presses and `m` lets go; 4, 8 and 16 in the button are keys held meanwhile.
  private init?(mouse parameters: Substring, end: Character) {
    let numbers = parameters.split(separator: ";").compactMap { Int($0) }
    guard numbers.count == 3, end == "M", numbers[1] > 0, numbers[2] > 0 else { return nil }
    let column = numbers[1] - 1
    let row = numbers[2] - 1
    switch numbers[0] & ~28 {
    case 0: self = .mouse(.click, column: column, row: row)
    case 32: self = .mouse(.drag, column: column, row: row)
    case 64: self = .mouse(.wheelUp, column: column, row: row)
    case 65: self = .mouse(.wheelDown, column: column, row: row)
    default: return nil
    }
  }

  private static let arrows: [Character: Key] = [
    "A": .up, "B": .down, "C": .right, "D": .left,
  ]

  private static let finals: [Character: Key] = [
    "H": .home, "F": .end, "Z": .shiftTab, "M": .enter, "a": .up, "b": .down, "c": .shiftRight,
    "d": .shiftLeft, "P": .function(1), "Q": .function(2), "R": .function(3), "S": .function(4),
  ]

  private static let numbered: [Int: Key] = [
    1: .home, 7: .home, 4: .end, 8: .end, 3: .delete, 5: .pageUp, 6: .pageDown,
    11: .function(1), 12: .function(2), 13: .function(3), 14: .function(4), 15: .function(5),
    17: .function(6), 18: .function(7), 19: .function(8), 20: .function(9), 21: .function(10),
    23: .function(11), 24: .function(12),
  ]
}
