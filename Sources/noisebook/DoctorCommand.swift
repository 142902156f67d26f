import ArgumentParser
import Canvas
import Curses
import Shelf

struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "What this terminal can do, and where your place is kept.")

  func run() throws {
    let facts = TerminalFacts.read()
    row("terminal", facts.type ?? "TERM is not set")
    row("full screen", facts.obstacle.map { "no: \($0)" } ?? "yes")
    row("size", facts.size.map { "\($0.columns)x\($0.rows)" } ?? "unknown")
    row("characters", facts.codeset + (facts.isUTF8 ? "" : ", so pictures are ASCII"))
    row("glyphs", facts.glyphs.rawValue)
    row("colours", colours(facts))
    row("whole frames", wholeFrames(facts))
    row("your place", place)
    if facts.isUTF8 { print(sample) }
  }

  private func row(_ name: String, _ value: String) {
    print(name + String(repeating: " ", count: max(1, 14 - name.count)) + value.visible)
  }

  private func wholeFrames(_ facts: TerminalFacts) -> String {
    guard facts.holdsFrames else { return "no" }
    return "yes, by synchronised output; if pictures stall or tear, --no-sync turns it off"
  }

  private func colours(_ facts: TerminalFacts) -> String {
    switch facts.colorDepth {
    case .palette: "256"
    case .sixteen: "16"
    case .eight: "8"
    case .none:
      facts.noColor.map(\.isEmpty) == false ? "none, as NO_COLOR asks" : "none"
    }
  }

  private var place: String {
    guard let file = progressFile() else { return "not kept: HOME is not set" }
    do throws(ProgressError) {
      _ = try file.read()
      return file.path
    } catch {
      return error.description
    }
  }

  private var sample: String {
    """

    If these lines look right, so will the lessons:
      braille   \u{2801}\u{2803}\u{2807}\u{2847}\u{28C7}\u{28E7}\u{28F7}\u{28FF}
      blocks    \u{2580}\u{2584}\u{2588}
      formulas  \u{03B1}\u{0304}\u{209C} = \u{220F} \u{03B1}\u{1D62},  \u{03B2}\u{0303}\u{209C},  \u{221A}x\u{2080}
    """
  }
}
