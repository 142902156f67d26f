/// The characters that Unicode has below and above the line.
enum ScriptCharacters {
  /// The text below the line, if each of its characters exists there.
  static func lowered(_ text: String) -> String? { mapped(text, by: below) }

  /// The text above the line, if each of its characters exists there.
  static func raised(_ text: String) -> String? { mapped(text, by: above) }

  private static func mapped(_ text: String, by table: [Character: Character]) -> String? {
    var result = ""
    for character in text {
      guard let script = table[character] else { return nil }
      result.append(script)
    }
    return result.isEmpty ? nil : result
  }

  private static let below = pairs(
    "0123456789+-=()aehijklmnoprstuvxβγρφχ", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ")

  private static let above = pairs(
    "0123456789+-=()abcdefghijklmnoprstuvwxyzADGHKLMNRTWβγδφχ⊤†",
    "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴰᴳᴴᴷᴸᴹᴺᴿᵀᵂᵝᵞᵟᵠᵡᵀ†")

  private static func pairs(_ plain: String, _ script: String) -> [Character: Character] {
    Dictionary(zip(plain, script), uniquingKeysWith: { first, _ in first })
  }
}
