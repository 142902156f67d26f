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
    // Only normal data have a mean and a variance to choose.
    case "mean", "variance": return ["", "normal"].contains(choice("data"))
    default: return true
    }
  }
}

/// The parameters of a figure in a row or two, the chosen one marked.
struct ParameterPanel {
  let settings: Settings
  let chosen: String?
  let formulas: [ReplaceableFormula]
  /// What the figure computed.
  let values: [(name: String, value: Double)]
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
    return flow.lines(width: width) + formulas.map { formulaLine($0, width: width) }
      + valueLines(width: width)
  }

  /// A formula of the figure: the right one, or the reader's own, which is marked.
  private func formulaLine(_ formula: ReplaceableFormula, width: Int) -> [Run] {
    let own = settings.formulas[formula.name]
    let text = "\(formula.name) = \(own ?? formula.standard)" + (own == nil ? "" : "   (yours)")
    let isChosen = formula.name == chosen
    let shown = (isChosen ? "[\(text)]" : " \(text) ").spelled(in: glyphs)
    return [Run(text: shown.cut(to: width), style: isChosen ? .reverse : own == nil ? .dim : .bold)]
  }

  /// The figure's numbers, in as many rows as they need, three at the most.
  private func valueLines(width: Int) -> [[Run]] {
    var rows: [[Run]] = []
    var used = Int.max
    for (index, (name, value)) in values.enumerated() {
      let number = value.short(significant: 4)
      let needed = name.count + number.count + 4
      if used == .max || used + needed > width {
        guard rows.count < 3 else {
          rows[2].append(Run(text: "... \(values.count - index) more", style: .dim))
          break
        }
        rows.append([])
        used = 0
      }
      rows[rows.count - 1] += [
        Run(text: " \(name) ", style: .plain), Run(text: number, style: .bold),
        Run(text: "  ", style: .plain),
      ]
      used += needed
    }
    return rows
  }

  private func shortened(_ text: String) -> String {
    text.count <= 24 ? text : "\(text.prefix(21))..."
  }
}
