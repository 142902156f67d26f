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
  "°": "circle", "⊥": "perp", "'": "prime", "*": "star", "-": "minus", "+": "plus",
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
    case .doubleIntegral: "double integral"
    case .contourIntegral: "contour integral"
    case .union: "union"
    case .intersection: "intersection"
    }
  }
}
