extension Template {
  var swift: String {
    """
    // \(exercise.id)
    //
    \(remarks.map { $0.isEmpty ? "//" : "// \($0)" }.joined(separator: "\n"))
    //
    //     swiftc -O \(fileName).swift -o \(fileName)
    //     noisebook check \(exercise.id) -- ./\(fileName)
    import Foundation

    struct Inputs: Decodable {
    \(task.inputs.map { "  let \($0.name): \($0.kind.swiftType)" }.joined(separator: "\n"))
    }

    func answer(_ inputs: Inputs) -> \(resultType) {
      return \(emptyResult)  // your answer
    }

    struct Case: Decodable {
      let `case`: Int
      let inputs: Inputs
    }

    struct Answer: Encodable {
      let `case`: Int
      let result: \(resultType)
    }

    while let line = readLine() {
      let given = try JSONDecoder().decode(Case.self, from: Data(line.utf8))
      let result = Answer(case: given.case, result: answer(given.inputs))
      print(String(decoding: try JSONEncoder().encode(result), as: UTF8.self))
    }

    """
  }

  private var resultType: String {
    switch task.result {
    case .number: "Double"
    case .list, .pair: "[Double]"
    case .trajectory: "[[Double]]"
    }
  }

  private var emptyResult: String {
    switch task.result {
    case .number: "0"
    case .list(let input): "inputs.\(input).map { _ in 0 }"
    case .pair(let input): "(inputs.\(input) + inputs.\(input)).map { _ in 0 }"
    case .trajectory(let start, let steps):
      "inputs.\(steps).map { _ in inputs.\(start).map { _ in 0 } }"
    }
  }
}

extension ProgramTask.Input.Kind {
  fileprivate var swiftType: String {
    switch self {
    case .integer: "Int"
    case .number: "Double"
    case .integers: "[Int]"
    case .list: "[Double]"
    case .lists: "[[Double]]"
    }
  }
}
