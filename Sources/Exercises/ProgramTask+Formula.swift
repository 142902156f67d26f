import Diffusion
import Formula
import OrderedJSON

extension ProgramTask {
  /// The task of a formula, for a program.
  ///
  /// - Parameters:
  ///   - task: what is asked for as a formula.
  ///   - steps: the steps of a program where they are others.
  ///   - hasAlphaBar: whether a program gets alpha-bar.
  ///   - further: slips that only a program can have.
  init(
    _ task: FormulaTask, steps: FormulaTask.Steps? = nil, hasAlphaBar: Bool = true,
    further: [Slip] = []
  ) {
    let draws = task.variables.first { $0.domain == .draws }
    let slips = task.slips + further
    let programSteps = steps ?? task.steps
    let schedule = ScheduleInputs(steps: programSteps, hasAlphaBar: hasAlphaBar)
    inputs = schedule.steps + task.variables.map(Input.init) + schedule.tables
    result = draws.map { .list(like: $0.input) } ?? .number
    self.slips = slips
    makeCases = {
      Cases(steps: programSteps, variables: task.variables, hasLists: true).all.map { point in
        let expected = task.oracle(point)
        return ProgramCase(
          inputs: schedule.values(at: point) + point.lists(of: task.variables)
            + schedule.tables(at: point),
          expected: Answer(expected)
        ) { number in
          slips[number].formulas.map { task.answers(of: $0, at: point, like: expected) }
        }
      }
    }
  }
}

/// The inputs that say where in a schedule a case is.
struct ScheduleInputs: Sendable {
  let steps: [ProgramTask.Input]
  let tables: [ProgramTask.Input]

  init(steps: FormulaTask.Steps, hasAlphaBar: Bool) {
    self.steps =
      switch steps {
      case .none: []
      case .from: [.t]
      case .pairs: [.t, .previous]
      }
    tables = hasAlphaBar ? [.beta, .alphaBar] : [.beta]
  }

  func values(at point: Case) -> [(name: String, value: JSON)] {
    steps.map { ($0.name, .integer($0 == .t ? point.t : point.previous)) }
  }

  func tables(at point: Case) -> [(name: String, value: JSON)] {
    tables.map { table in
      let numbers =
        table == .beta ? Array(point.schedule.beta.dropFirst()) : point.schedule.alphaBar
      return (table.name, .array(numbers.map { .number($0) }))
    }
  }
}

extension Case {
  /// The variables as a program gets them.
  func lists(of variables: [Variable]) -> [(name: String, value: JSON)] {
    variables.map { ($0.input, numbers[$0].map(JSON.init) ?? .null) }
  }
}

extension FormulaTask {
  /// What a program with that formula answers.
  ///
  /// At the last step, t = 1, a slip of the step may leave the fresh noise out or not.
  fileprivate func answers(of formula: String, at point: Case, like expected: Value) -> [Answer] {
    guard let formula = try? Expression(typed: formula) else { return [] }
    var scopes = [scope(at: point, hasAsked: true)]
    if point.t == 1, steps == .from(2), variables.contains(.freshNoise) {
      var quiet = scopes[0]
      for name in Variable.freshNoise.canonicalNames { quiet[name] = .value(.scalar(0)) }
      scopes.append(quiet)
    }
    return scopes.compactMap { scope in
      guard let value = try? formula.value(in: scope) else { return nil }
      return expected.combined(with: value) { $1 }.map(Answer.init)
    }
  }
}
