import Diffusion
import Figures
import Formula

/// A formula of the reader's for x at t, in place of the jump.
struct JumpFormula: Sendable {
  private let expression: Expression
  private let schedule: Schedule

  /// What the reader may replace.
  ///
  /// Source: DDPM, equation 4.
  static let replaceable = ReplaceableFormula(
    "jump", standard: "sqrt(abar_t)*x0 + sqrt(1-abar_t)*eps",
    "x at t, of x0, eps, t, T, alpha[t], beta[t] and abar[t]")

  /// Reads what the reader typed; nil where nothing was.
  ///
  /// - Parameters:
  ///   - settings: those of the figure, with the reader's formulas.
  ///   - schedule: the one whose steps the formula is for.
  ///   - trial: some of the numbers that it is for.
  /// - Throws: that the formula can't be read, or has no value whatever the numbers are.
  init?(
    _ settings: Settings, _ schedule: Schedule, trial: (starts: [Double], noise: [Double])
  ) throws(FigureError) {
    guard let text = settings.formulas[Self.replaceable.name] else { return nil }
    do {
      expression = try Expression(typed: text)
    } catch {
      throw .badFormula(error.description, at: error.range, in: text)
    }
    self.schedule = schedule
    for t in Set([1, (schedule.steps + 1) / 2, schedule.steps]).sorted() {
      do {
        _ = try expression.value(
          in: scope(at: t, .vector(trial.starts), .vector(trial.noise)), limit: Self.workLimit)
      } catch {
        guard !error.dependsOnPoint else { continue }
        throw .badFormula(error.description, at: error.range, in: text)
      }
    }
  }

  /// Steps of work for one frame: some tenth of a second.
  private static let workLimit = 1_000_000
  /// A formula without sums takes some ten.
  private static let workLimitOfOne = 200

  /// x at t of each number; nil where the formula has no value for one of them.
  func whole(_ starts: [Double], noise: [Double], at t: Int) -> [Double]? {
    let scope = scope(at: t, .vector(starts), .vector(noise))
    guard let value = try? expression.value(in: scope, limit: Self.workLimit) else { return nil }
    return value.scalar.map { Array(repeating: $0, count: starts.count) } ?? value.elements
  }

  /// x at t of each number; not a number where the formula has no value.
  func values(_ starts: [Double], noise: [Double], at t: Int) -> [Double] {
    whole(starts, noise: noise, at: t) ?? oneByOne(starts, noise, t)
  }

  /// Where one number has no value the others may have one.
  private func oneByOne(_ starts: [Double], _ noise: [Double], _ t: Int) -> [Double] {
    var scope = scope(at: t, .scalar(0), .scalar(0))
    return zip(starts, noise).map { start, noise in
      scope.bind(start: .scalar(start), noise: .scalar(noise))
      return (try? expression.value(in: scope, limit: Self.workLimitOfOne))?.scalar ?? .nan
    }
  }

  private func scope(at t: Int, _ starts: Value, _ noise: Value) -> Scope {
    var scope = Scope()
    scope["t"] = .value(.scalar(Double(t)))
    scope["T"] = .value(.scalar(Double(schedule.steps)))
    scope["alpha"] = Scope.table(from: 0, schedule.alpha)
    scope["beta"] = Scope.table(from: 0, schedule.beta)
    scope["alpha_bar"] = Scope.table(from: 0, schedule.alphaBar)
    scope.bind(start: starts, noise: noise)
    return scope
  }
}

extension Scope {
  /// Binds x_0 and the noise, under the names that texts have for the noise of a jump.
  fileprivate mutating func bind(start: Value, noise: Value) {
    self["x_0"] = .value(start)
    for name in ["epsilon", "epsilon_bar", "epsilon_bar_t"] { self[name] = .value(noise) }
  }
}

extension FigureError {
  /// What is wrong with the reader's formula, with the place counted in characters from 1.
  fileprivate static func badFormula(
    _ sentence: String, at range: Range<Int>, in text: String
  ) -> FigureError {
    let before = String(decoding: text.utf8.prefix(range.lowerBound), as: UTF8.self)
    let reason = range.isEmpty ? sentence : "At character \(before.count + 1): \(sentence)"
    return .badFormula(name: JumpFormula.replaceable.name, reason: reason)
  }
}
