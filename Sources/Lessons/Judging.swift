import Canvas
import Diffusion
import Figures
import Formula
package import LessonText
import Symbols

extension Catalog.Entry {
  /// Tries every formula, line and claim of a step; formulas and lines at one place where it is
  /// given, else at many.
  package func judge(_ step: Step, at place: TrialPlace? = nil) -> StepJudgement {
    var judgement = StepJudgement()
    for (index, element) in step.elements.enumerated() {
      switch element {
      case .formula(let formula):
        judgement.verdicts[index] = verdicts(formula.latex, step.settings, place).flatMap { $0 }
      case .derivation(let derivation):
        judgement.verdicts[index] = lineVerdicts(derivation, step.settings, place)
      case .claim(let claim): judgement.claims[index] = judge(claim, step.settings)
      case .block, .figure, .note, .exercise: break
      }
    }
    return judgement
  }

  /// Tries the relations within the sentences of a block.
  func judge(
    _ block: Block, _ settings: [Setting]
  ) -> [(verdict: Verdict, position: SourcePosition)] {
    block.inlineFormulas.flatMap { latex, position in
      verdicts(latex, settings).flatMap { $0 }.map { (verdict: $0, position: position) }
    }
  }

  private func verdicts(
    _ latex: String, _ settings: [Setting], _ place: TrialPlace? = nil
  ) -> [[Verdict]] {
    do {
      var conditions = try Conditions(settings)
      if let place { conditions = conditions.at(place.t, of: place.schedule) }
      return Judge(conditions).verdicts(of: try Expression(latex: latex))
    } catch {
      return [[Verdict(.unknown, "\(error)")]]
    }
  }

  /// One verdict a line: the worst of its relations, and only as strong as the line claims.
  private func lineVerdicts(
    _ derivation: Derivation, _ settings: [Setting], _ place: TrialPlace?
  ) -> [Verdict] {
    let found = verdicts(derivation.latex, settings + derivation.settings, place)
    return derivation.lines.indices.map { index in
      let verdicts = index < found.count ? found[index] : []
      let worst =
        verdicts.first { $0.outcome == .fails } ?? verdicts.first { $0.outcome == .unknown }
        ?? verdicts.first { $0.outcome == .holdsInDistribution } ?? verdicts.first
        ?? Verdict(.unknown, "This line has no relation to try.")
      return worst.held(to: derivation.lines[index].equality)
    }
  }

  private func judge(_ claim: Claim, _ settings: [Setting]) -> JudgedClaim {
    do {
      let judge = Judge(try Conditions(settings + claim.settings))
      let parts = try claim.says.map { part in
        switch part {
        case .words(let words): JudgedClaim.Part(text: words, isNumber: false)
        case .expression(let source):
          JudgedClaim.Part(
            text: try judge.value(of: Expression(plain: source.text)).shown, isNumber: true)
        }
      }
      let relations = judge.verdicts(of: try Expression(plain: claim.check.text)).flatMap { $0 }
      let verdict =
        relations.first { $0.outcome != .holds } ?? relations.first
        ?? Verdict(.unknown, "The check of this claim has no relation, such as < or =.")
      return JudgedClaim(parts: parts, verdict: verdict)
    } catch {
      return JudgedClaim(parts: claim.plainParts, verdict: Verdict(.unknown, "\(error)"))
    }
  }
}

extension Verdict {
  /// The verdict on a line that claims to be equal in one sense: a line must not claim more than is
  /// so, nor less.
  fileprivate func held(to equality: Derivation.Equality) -> Verdict {
    switch (outcome, equality) {
    case (.holdsInDistribution, .exactly), (.holdsInDistribution, .drawByDraw):
      Verdict(.fails, "The line says more than is so. \(says)")
    case (.holds, .inDistribution):
      Verdict(.fails, "The line says less than is so. \(says)")
    default: self
    }
  }
}

extension Value {
  /// A computed number as a sentence shows it.
  fileprivate var shown: String {
    elements.prefix(4).map { $0.short(significant: 4) }.joined(separator: ", ")
  }
}

extension Claim {
  /// The sentence with its expressions as they are written.
  fileprivate var plainParts: [JudgedClaim.Part] {
    says.map { part in
      switch part {
      case .words(let words): JudgedClaim.Part(text: words, isNumber: false)
      case .expression(let source): JudgedClaim.Part(text: source.text, isNumber: false)
      }
    }
  }
}

extension Conditions {
  /// Reads the `with` of a step: a schedule's parameters, the range of t, and other names with
  /// a number, a range of numbers, a range of steps before t, or a law.
  init(_ settings: [Setting]) throws(FigureError) {
    let names = Parameter.schedule.map(\.name)
    let given = settings.filter { names.contains($0.name) }.map { (name: $0.name, text: $0.value) }
    let schedule: Schedule? =
      given.isEmpty ? nil : try Settings(Parameter.schedule, given: given).noiseSchedule()
    var steps: ClosedRange<Int>?
    var constants: [(name: String, value: Double)] = []
    var free: [FreeNumber] = []
    var random: [RandomName] = []
    var earlier: [EarlierStep] = []
    for setting in settings where !names.contains(setting.name) {
      let name = Self.name(setting)
      if name == "t" {
        steps = try Self.range(setting.value)
      } else if let value = Double(setting.value), value.isFinite {
        constants.append((name, value))
      } else if let range = Self.realRange(setting.value) {
        free.append(FreeNumber(name, in: range))
      } else if let step = Self.earlierStep(name, setting.value) {
        earlier.append(step)
      } else {
        random.append(RandomName(name, try Self.law(setting)))
      }
    }
    self.init(
      schedule: schedule, steps: steps, constants: constants, free: free, random: random,
      earlier: earlier)
  }

  /// `0..t-1`, or `1..t-2`; nil for anything else.
  static func earlierStep(_ name: String, _ text: String) -> EarlierStep? {
    guard let dots = text.firstRange(of: "..t-"), let first = Int(text[..<dots.lowerBound]),
      let gap = Int(text[dots.upperBound...]), first >= 0, gap >= 1
    else { return nil }
    return EarlierStep(name, from: first, throughBefore: gap)
  }

  /// `-2..2`, or `0.1..4`; nil for anything else.
  static func realRange(_ text: String) -> ClosedRange<Double>? {
    guard let dots = text.firstRange(of: ".."), let lower = Double(text[..<dots.lowerBound]),
      let upper = Double(text[dots.upperBound...]), lower.isFinite, upper.isFinite, lower <= upper
    else { return nil }
    return lower...upper
  }

  /// The name as formulas have it: `epsilon_bar_t` for `epsbar_t`.
  static func name(_ setting: Setting) -> String {
    (try? Expression(plain: setting.name))?.labelledName ?? setting.name
  }

  /// `N(m, v)`, or a sum of random numbers with weights.
  private static func law(_ setting: Setting) throws(FigureError) -> Expression {
    guard let law = try? Expression(plain: setting.value) else {
      throw .unfit(
        "\(setting.name) is \"\(setting.value)\"; give a number, a range such as -2..2, or a law "
          + "such as N(0, 1).")
    }
    return law
  }

  /// `7`, or `1..999`.
  private static func range(_ text: String) throws(FigureError) -> ClosedRange<Int> {
    let dots = text.firstRange(of: "..")
    let start = text[..<(dots?.lowerBound ?? text.endIndex)]
    let end = dots.map { text[$0.upperBound...] } ?? start
    guard let first = Int(start), let last = Int(end), first >= 0, first <= last else {
      throw .unfit("t is \"\(text)\"; give a step, or a range such as 1..999.")
    }
    return first...last
  }
}
