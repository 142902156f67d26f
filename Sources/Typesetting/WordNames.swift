import Canvas
import Formula

extension Symbol {
  /// The name as it is said: "alpha bar", "script N".
  var words: [String] {
    let base = alphabet.word.map { [$0, name.visible] } ?? [name.visible]
    let accents = accent.map { [$0 == .vector ? "vector" : $0.word] } ?? []
    return base + accents + marks.map { markWords[$0] ?? String($0.visible) }
  }
}

private let markWords: [Character: String] = [
  "'": "prime", "*": "star", "-": "minus", "+": "plus",
]

extension Symbol.Alphabet {
  fileprivate var word: String? {
    switch self {
    case .calligraphic: "script"
    case .bold: "bold"
    case .standard, .blackboard, .roman: nil
    }
  }
}

extension Expression.BigOperator {
  var word: String {
    switch self {
    case .sum: "sum"
    case .product: "product"
    case .integral: "integral"
    }
  }
}

extension Expression.Relation {
  var words: String {
    switch self {
    case .equal: "equals"
    case .defined: "is defined as"
    case .notEqual: "is not equal to"
    case .less: "is less than"
    case .lessOrEqual: "is at most"
    case .greater: "is greater than"
    case .greaterOrEqual: "is at least"
    case .approximately: "is approximately"
    case .proportional: "is proportional to"
    case .distributed: "is distributed as"
    case .tendsTo: "tends to"
    case .element: "is in"
    case .equivalent: "is equivalent to"
    }
  }
}
