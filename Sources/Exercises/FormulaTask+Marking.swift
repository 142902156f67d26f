import Canvas
import Formula
import OrderedJSON

extension FormulaTask {
  /// The verdict on a typed formula; the same on every run.
  package func mark(_ answer: String) -> Marking {
    let formula: Expression
    do throws(FormulaError) {
      formula = try Expression(typed: answer)
    } catch {
      return Marking(.invalid, says: error.located(in: answer))
    }
    if case .relation = formula.node {
      return Marking(
        .invalid, says: "Leave out the equals sign: type only what stands on its right.")
    }
    do throws(EvaluationError) {
      return mark(try trials(of: formula))
    } catch {
      return Marking(.invalid, says: sentence(on: error, in: answer))
    }
  }

  private func mark(_ trials: [FormulaTrial]) -> Marking {
    let differing = trials.filter { $0.closeness == .different }
    let agreed = trials.count { $0.closeness == .equal }
    if differing.isEmpty, agreed >= Self.fewestPoints {
      return Marking(
        .right, says: "Right. It agrees with the exact answer at all \(agreed) points tried.")
    }
    guard let shown = differing.first(where: \.isPlain) ?? differing.first else {
      return undefined(trials)
    }
    let slip = slip(in: trials)
    return Marking(
      .wrong, misconception: slip?.id,
      says: [slip?.says, sentence(on: shown)].compactMap(\.self).joined(separator: " "),
      counterexample: counterexample(shown))
  }

  /// An answer that has a value nowhere, or too seldom to be told.
  private func undefined(_ trials: [FormulaTrial]) -> Marking {
    let failed = trials.first { $0.failure != nil }
    let reason = failed?.failure.map { " \($0)" } ?? ""
    let place = failed.map { ", \($0.point.place(of: self))" } ?? ""
    return Marking(
      .wrong, misconception: "no-value",
      says: "It has no value where one was asked for\(place).\(reason)",
      counterexample: failed.map(counterexample))
  }
}

extension FormulaTask {
  /// The slip whose formula agrees with the answer wherever both have a value.
  private func slip(in trials: [FormulaTrial]) -> Slip? {
    slips.first { slip in slip.formulas.contains { explains($0, trials) } }
      ?? Slip.general(trials.compactMap(\.valuePair))
  }

  private func explains(_ formula: String, _ trials: [FormulaTrial]) -> Bool {
    guard let formula = try? Expression(typed: formula) else { return false }
    var (agreed, work) = (0, 0)
    for trial in trials {
      guard let got = trial.got,
        let slipped = try? formula.measured(in: scope(at: trial.point, hasAsked: true), work: &work)
      else { continue }
      switch got.closeness(to: slipped) {
      case .equal: agreed += 1
      case .undecided: continue
      case .different, .incomparable: return false
      }
    }
    return agreed >= 4
  }
}

extension FormulaTask {
  private func sentence(on error: EvaluationError, in answer: String) -> String {
    guard case .unknownSymbol(let name, _) = error.reason else { return error.located(in: answer) }
    let isAsked =
      asked.table == name || asked.names.contains { name == $0 || name.hasPrefix("\($0)_") }
    let start =
      isAsked ? "That is the quantity asked for: write it out." : error.located(in: answer)
    return "\(start) An answer may use \(allowed.joined(separator: ", "))."
  }

  private func sentence(on trial: FormulaTrial) -> String {
    let (right, got) = trial.values ?? (.nan, .nan)
    let digits = trial.isPlain ? 6 : 12
    return
      "\(trial.point.place(of: self, isFirst: true)) it gives \(got.short(significant: digits)); "
      + "\(right.short(significant: digits)) is right."
  }

  private func counterexample(_ trial: FormulaTrial) -> Marking.Counterexample {
    Marking.Counterexample(
      inputs: trial.point.inputs(of: self),
      expected: trial.expected.value.scalar.map { .number($0) } ?? .null,
      got: trial.got?.value.scalar.map { .number($0) } ?? .null)
  }
}

extension FormulaTrial {
  /// The two values; nil where the answer has none.
  fileprivate var valuePair: ValuePair? {
    guard let (right, value) = values, let got else { return nil }
    return ValuePair(expected: right, got: value) { other in
      switch got.closeness(to: Measurement(exact: .scalar(other))) {
      case .equal: true
      case .different: false
      case .undecided, .incomparable: nil
      }
    }
  }

  /// Whether the difference can be seen in a few digits.
  var isPlain: Bool {
    guard let (right, got) = values else { return false }
    return (right - got).magnitude > 1e-3 * max(right.magnitude, got.magnitude)
  }
}
