import OrderedJSON

/// Something that the inputs of some cases have, and those of others have not.
private struct Trait: Sendable {
  let words: String
  let holds: @Sendable (Inputs) -> Bool

  struct Inputs {
    let values: [(name: String, value: JSON)]

    subscript(name: String) -> JSON? { values.first { $0.name == name }?.value }
    var steps: Int? { self["beta"]?.items?.count }
  }

  static let all = [
    Trait(words: "there is one step only, T = 1") { $0.steps == 1 },
    Trait(words: "t is 1") { $0["t"]?.integer == 1 },
    Trait(words: "t_previous is 0") { $0["t_previous"]?.integer == 0 },
    Trait(words: "t is T, the last step of the schedule") { inputs in
      inputs["t"]?.integer.map { $0 == inputs.steps } ?? false
    },
    Trait(words: "t_previous is not t - 1") { inputs in
      guard let t = inputs["t"]?.integer, let previous = inputs["t_previous"]?.integer else {
        return false
      }
      return t - previous > 1
    },
    Trait(words: "steps are left out") { inputs in
      inputs["steps"]?.items.map { $0.count < inputs.steps ?? 0 } ?? false
    },
    Trait(words: "eta is above 1") { ($0["eta"]?.number ?? 0) > 1 },
    Trait(words: "eta is 0") { $0["eta"]?.number == 0 },
    Trait(words: "lists have more than one number") { inputs in
      ["x_t", "x_0", "x_T", "noise", "noise_conditional"].contains {
        (inputs[$0]?.items?.count ?? 0) > 1
      }
    },
  ]
}

extension ProgramJudge {
  /// Where alone the program is wrong, if a few words can say it.
  ///
  /// Of what all wrong cases have, that which the fewest right ones have; nothing that more right
  /// ones have than wrong ones.
  func place(of wrong: [ProgramTrial], among answered: [ProgramTrial]) -> String? {
    let right = answered.filter(\.isRight)
    func count(_ trials: [ProgramTrial], _ trait: Trait) -> Int {
      trials.count { trait.holds(Trait.Inputs(values: $0.point.inputs)) }
    }
    let common = Trait.all.filter { count(wrong, $0) == wrong.count }
      .map { (words: $0.words, others: count(right, $0)) }
      .filter { $0.others < right.count && $0.others <= wrong.count }
    return common.min { $0.others < $1.others }.map { "It is wrong only where \($0.words)." }
  }
}
