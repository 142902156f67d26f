import Diffusion
import Figures
import Plots

extension Parameter {
  /// One step of the schedule.
  static func step(_ standard: Int, _ summary: String) -> Parameter {
    Parameter("t", .integer(Schedule.stepRange), standard: "\(standard)", summary)
  }
}

extension Settings {
  /// The step that the reader chose; the figure's own, where a short schedule has it not, is its last.
  func step(of schedule: Schedule) throws(FigureError) -> Int {
    let (t, last) = (integer("t"), schedule.steps)
    guard t <= last || !isGiven("t") else {
      throw .unfit("t is \(t), but T is \(last); give a whole number from 1 to \(last).")
    }
    return min(t, last)
  }

  /// The settings as they took effect, where one step is chosen.
  func effective(_ schedule: Schedule, at t: Int) -> Settings {
    var result = effective(schedule)
    result["t"] = .integer(t)
    return result
  }
}

/// The steps that a film shows in which a step is chosen: some hundred from 1 to T, and that one.
struct ChosenTimeline: Sendable {
  /// Each above the one before, in 1...T.
  let steps: [Int]
  /// The frame of the chosen step.
  let first: Int

  init(_ schedule: Schedule, chosen t: Int, with others: [Int] = []) {
    let evenly = StepTimeline(schedule).steps.dropFirst()
    let steps = Set(evenly).union([1, t]).union(others.filter { $0 <= schedule.steps }).sorted()
    self.steps = steps
    first = steps.firstIndex(of: t) ?? 0
  }

  func frames(_ picture: @escaping @Sendable (_ t: Int) -> any Picture) -> Frames {
    let steps = steps
    return Frames(
      count: steps.count, first: first, label: { "t = \(steps[$0])" },
      picture: { picture(steps[$0]) })
  }
}
