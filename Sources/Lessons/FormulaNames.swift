import Diffusion
import Formula
import Probability

/// What the names in a reader's formula stand for at one step: the field's tables, and a number for
/// each of many.
///
/// Tables are `alpha`, `beta`, `abar` from 0 on and `btilde` from 1 on; `t`, `T` and `p`, the step
/// that is gone to, are numbers.
struct FormulaNames: Sendable {
  private(set) var scope = Scope()
  /// How many numbers each of the names stands for.
  private(set) var count = 1
  private var many: [(names: [String], values: [Double])] = []

  /// The names of a schedule at step `t`, on the way to `previous`.
  init(_ schedule: Schedule, at t: Int, previous: Int? = nil) {
    scope["t"] = .value(.scalar(Double(t)))
    scope["T"] = .value(.scalar(Double(schedule.steps)))
    scope["alpha"] = Scope.table(from: 0, schedule.alpha)
    scope["beta"] = Scope.table(from: 0, schedule.beta)
    scope["alpha_bar"] = Scope.table(from: 0, schedule.alphaBar)
    if let previous { scope["p"] = .value(.scalar(Double(previous))) }
    scope["beta_tilde"] = .table(1...schedule.steps) { index throws(EvaluationError) in
      .scalar(schedule.posterior(at: index).variance)
    }
  }

  /// Binds some names of one thing to a number for each.
  mutating func bind(_ names: [String], to values: [Double]) {
    for name in names { scope[name] = .value(.vector(values)) }
    many.append((names, values))
    count = values.count
  }

  /// Binds some names of one thing to a number for each coordinate: all x, then all y.
  mutating func bind(_ names: [String], to points: Points2D) {
    bind(names, to: points.xs + points.ys)
  }

  mutating func bind(_ name: String, to number: Double) {
    scope[name] = .value(.scalar(number))
  }

  /// The indices of those for which every name has a finite number.
  var finite: [Int] {
    (0..<count).filter { index in many.allSatisfy { $0.values[index].isFinite } }
  }

  /// The same for some of the many alone.
  func subset(_ indices: ArraySlice<Int>) -> FormulaNames {
    var subset = self
    subset.many = []
    for (names, values) in many { subset.bind(names, to: indices.map { values[$0] }) }
    return subset
  }
}

extension FormulaNames {
  /// What texts call the clean number, the noisy one, and the whole noise in it.
  static let start = ["x_0"]
  static let noisy = ["x_t", "x"]
  static let wholeNoise = ["epsilon", "epsilon_bar", "epsilon_bar_t", "epsilon_theta"]
  static let freshNoise = ["z", "z_t"]

  /// The names of a reverse step of points: x_t, the predicted noise and x_0, and the fresh noise.
  init(
    _ schedule: Schedule, _ step: ReverseStep, xt: Points2D, noise: Points2D, z: Points2D
  ) {
    self.init(schedule, at: step.t, previous: step.previous)
    bind(Self.noisy, to: xt)
    bind(Self.wholeNoise, to: noise)
    bind(Self.start, to: schedule.starts(of: xt, noise: noise, at: step.t))
    bind(Self.freshNoise, to: z)
  }
}
