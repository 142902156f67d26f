import Canvas

/// A program to start from, in a language, that reads the cases and answers each.
package struct Template: Sendable {
  let exercise: Exercise
  let task: ProgramTask

  package enum Language: String, CaseIterable, Sendable {
    /// With the standard library only.
    case python
    /// With tensors of float64.
    case pytorch
    case swift
  }

  /// Nil for an exercise that no program answers.
  package init?(_ exercise: Exercise) {
    guard let task = exercise.program else { return nil }
    self.exercise = exercise
    self.task = task
  }

  package func text(in language: Language) -> String {
    switch language {
    case .python: python
    case .pytorch: pytorch
    case .swift: swift
    }
  }

  /// The exercise's name as a file's.
  var fileName: String { exercise.id.split(separator: "-").joined(separator: "_") }

  /// What is asked for, with the inputs and the result, in lines of 76 columns.
  var remarks: [String] {
    let width = task.inputs.map(\.name.count).max() ?? 0
    let inputs = task.inputs.flatMap { input in
      let name = input.name + String(repeating: " ", count: width + 2 - input.name.count)
      return input.meaning.wrapped(to: 76, after: name, indent: width + 2)
    }
    return "Give \(exercise.asks).".wrapped(to: 76) + [""] + inputs + [""]
      + "The result is \(task.result.words).".wrapped(to: 76)
  }

  var parameters: String { task.inputs.map(\.name).joined(separator: ", ") }
}
