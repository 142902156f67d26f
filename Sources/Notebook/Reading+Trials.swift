import Canvas
import Figures
import Lessons

/// The place where a page's derivations are tried, which the reader may turn.
extension Reading {
  /// Tries what stands on the page at many places, as the lesson has it.
  mutating func prepareTrial() {
    trials[stepKey] = entry.trialSettings(step).map { TrialState(settings: $0) }
    judgements[stepKey] = entry.judge(step)
  }

  /// Tries it at one place; where there is none, says why.
  mutating func tryDerivations(at settings: Settings) {
    do throws(FigureError) {
      let settled = entry.settled(settings, on: step)
      judgements[stepKey] = entry.judge(step, at: try entry.trialPlace(settled))
      trials[stepKey] = TrialState(settings: settled, isTurned: true)
      revealTrial()
    } catch {
      notice = error.description
    }
  }

  /// Scrolls until the place is in sight.
  mutating func revealTrial() {
    guard let end = pageLayout.trialEnd, end > scroll + bodySize.rows else { return }
    scroll = min(end - bodySize.rows, scrollLimit)
  }

  /// The place in a row or two, while one of its parameters is chosen or turned.
  var trialPanel: [[Run]] {
    guard let trial = trials[stepKey] else { return [] }
    let knob = chosenKnob
    let isChosen = knob != nil && knob?.reference == nil
    guard isChosen || trial.isTurned else { return [] }
    return ParameterPanel(
      settings: trial.settings, chosen: isChosen ? knob?.name : nil, formulas: [], values: [],
      glyphs: glyphs
    ).lines(width: textWidth)
  }
}
