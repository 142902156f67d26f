import Formula

extension FormulaTask {
  /// The task of a lesson's author: the right formula is the oracle.
  ///
  /// - Parameters:
  ///   - reference: the right answer, as it is typed.
  ///   - variables: what it may use beside the tables of the steps.
  ///   - steps: the steps it speaks of.
  ///   - without: tables that an answer may not use, such as btilde.
  ///   - slips: mistakes that are to be recognised.
  package init(
    reference: String, variables: [Variable], steps: Steps, without: [String], slips: [Slip]
  ) {
    let right = try? Expression(typed: reference)
    self.init(
      variables, steps: steps, asked: Asked(names: Set(without.map(canonical))),
      reference: reference, slips: slips
    ) { point in
      var scope = point.scope
      if steps.hasStride { scope["p"] = .value(.scalar(Double(point.previous))) }
      return (try? right?.value(in: scope)) ?? .scalar(.nan)
    }
  }

  /// What is wrong with a slip or a reference answer: it can't be read, or uses a name without a
  /// domain; nil where it has values.
  package func problem(of formula: String) -> String? {
    let read: Expression
    do throws(FormulaError) {
      read = try Expression(typed: formula)
    } catch {
      return error.located(in: formula)
    }
    var (valued, last) = (0, "It has no value anywhere.")
    for point in Cases(steps: steps, variables: variables, hasLists: false).running() {
      do throws(EvaluationError) {
        let value = try read.value(in: scope(at: point, hasAsked: true))
        if value.isFinite { valued += 1 }
      } catch {
        last = error.located(in: formula)
      }
    }
    return valued > 0 ? nil : last
  }
}

extension FormulaTask.Asked {
  fileprivate init(names: Set<String>) {
    self.names = names
    table = nil
  }
}

extension Variable {
  /// A variable of an author's formula: one of the field's with that range, or a new one.
  package init(named name: String, in range: ClosedRange<Double>) {
    let known = Self.field.first { $0.typed == name }
    self.init(
      name, input: known?.input, names: known?.canonicalNames ?? [canonical(name)], .range(range),
      known?.meaning ?? "a number")
  }

  private static let field = [
    x0, xt, noise, freshNoise, eta, conditionalNoise, unconditionalNoise, guidance,
    classifierGradient, classifierScale,
  ]
}

/// A name as Formula spells it: `epsilon` for `eps`.
private func canonical(_ name: String) -> String {
  (try? Expression(typed: name))?.labelledName ?? name
}
