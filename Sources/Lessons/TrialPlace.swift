package import Diffusion
package import Figures
import Formula
package import LessonText
import Symbols

/// A step of a schedule at which a page's formulas are tried, in the place of many.
package struct TrialPlace: Hashable, Sendable {
  package let schedule: Schedule
  package let t: Int
}

extension Catalog.Entry {
  package var trialParameters: [Parameter] {
    [.step(500, "the step at which it is tried")] + Parameter.schedule
  }

  /// What the reader may turn of the place where a page's derivations are tried: t and the schedule,
  /// as the page has them, else as DDPM has; nil where no derivation speaks of a step.
  package func trialSettings(_ step: Step) -> Settings? {
    let derivations = step.derivations.filter { derivation in
      guard let judge = try? Judge(Conditions(step.settings + derivation.settings)),
        let formula = try? Expression(latex: derivation.latex)
      else { return false }
      return judge.speaksOfSteps(formula)
    }
    guard !derivations.isEmpty else { return nil }
    let names = Parameter.schedule.map(\.name)
    let given = (step.settings + derivations.flatMap(\.settings))
      .filter { names.contains($0.name) }.map { (name: $0.name, text: $0.value) }
    return (try? Settings(trialParameters, given: given)).map { settled($0, on: step) }
  }

  /// The settings with a t that their schedule has, and that the page speaks of.
  package func settled(_ settings: Settings, on step: Step) -> Settings {
    guard let schedule = try? settings.noiseSchedule() else { return settings }
    let conditions = try? Conditions(step.settings + step.derivations.flatMap(\.settings))
    let steps = conditions?.steps(of: schedule) ?? 1...schedule.steps
    var settled = settings
    settled["t"] = .integer(
      min(max(settings.integer("t"), steps.lowerBound), steps.upperBound))
    return settled
  }

  package func trialPlace(_ settings: Settings) throws(FigureError) -> TrialPlace {
    TrialPlace(schedule: try settings.noiseSchedule(), t: settings.integer("t"))
  }
}

extension Step {
  fileprivate var derivations: [Derivation] {
    elements.compactMap { if case .derivation(let derivation) = $0 { derivation } else { nil } }
  }
}
