import Canvas
import Figures

extension Settings {
  /// Whether a parameter means something beside the others: a cosine has no ends to choose.
  func gives(_ name: String) -> Bool {
    let schedule = choice("schedule")
    switch name {
    case "betas": return schedule == "custom"
    case "T": return schedule != "custom"
    case "beta_start", "beta_end": return schedule != "custom" && schedule != "cosine"
    default: return true
    }
  }
}

/// The parameters of a figure in a row or two, the chosen one marked.
struct ParameterPanel {
  let settings: Settings
  let chosen: String?
  let glyphs: GlyphSet

  func lines(width: Int) -> [[Run]] {
    var flow = TextFlow()
    for entry in settings.entries where settings.gives(entry.name) {
      let isChosen = entry.name == chosen
      let text = "\(entry.name) \(shortened(entry.value.typed))"
      // Brackets mark the choice where reverse video is not seen.
      flow.addUnbroken(isChosen ? "[\(text)]" : " \(text) ", isChosen ? .reverse : .dim)
      flow.add(" ")
    }
    return flow.lines(width: width)
  }

  private func shortened(_ text: String) -> String {
    text.count <= 24 ? text : "\(text.prefix(21))..."
  }
}
