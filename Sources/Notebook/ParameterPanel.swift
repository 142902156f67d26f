import Canvas
import Figures

/// The parameters of a figure in a row or two, the chosen one marked.
struct ParameterPanel {
  let settings: Settings
  let chosen: String?
  let glyphs: GlyphSet

  func lines(width: Int) -> [[Run]] {
    var flow = TextFlow()
    for entry in settings.entries where isShown(entry.name) {
      let isChosen = entry.name == chosen
      let text = "\(entry.name) \(shortened(entry.value.typed))"
      // Brackets mark the choice where reverse video is not seen.
      flow.addUnbroken(isChosen ? "[\(text)]" : " \(text) ", isChosen ? .reverse : .dim)
      flow.add(" ")
    }
    return flow.lines(width: width)
  }

  /// Parameters that mean nothing for this schedule stay out of the way, unless they are chosen.
  private func isShown(_ name: String) -> Bool {
    if name == chosen { return true }
    let schedule = settings.choice("schedule")
    switch name {
    case "betas": return schedule == "custom"
    case "beta_start", "beta_end": return schedule != "custom" && schedule != "cosine"
    default: return true
    }
  }

  private func shortened(_ text: String) -> String {
    text.count <= 24 ? text : "\(text.prefix(21))..."
  }
}
