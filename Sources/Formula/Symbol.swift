/// A name: a letter or a word, the mark over it, and its alphabet.
package struct Symbol: Hashable, Sendable {
  /// The field's word in ASCII: `alpha`, `epsilon`, `x`, `SNR`.
  package var name: String
  package var accent: Accent?
  package var alphabet: Alphabet
  /// Marks raised at its right that are part of the name: `'`, `*`.
  package var marks: String

  package init(
    _ name: String, _ accent: Accent? = nil, alphabet: Alphabet = .standard, marks: String = ""
  ) {
    self.name = name
    self.accent = accent
    self.alphabet = alphabet
    self.marks = marks
  }

  package enum Alphabet: Hashable, Sendable {
    case standard
    case bold
    case calligraphic
    case blackboard
    /// Upright words: `\mathrm{SNR}`, `\operatorname{Var}`.
    case roman
  }
}

package enum Accent: Hashable, Sendable {
  case bar
  case tilde
  case hat
  case dot
  case vector
}
