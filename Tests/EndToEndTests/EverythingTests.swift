import Foundation
import Testing

/// The lessons, figures and exercises that the program says there are.
private struct Everything {
  struct Lesson: Sendable {
    let id: String
    let pages: Int
    let figures: [String: Figure]
  }

  struct Figure: Sendable {
    /// The options with which it is computed quickly.
    let quick: String
    /// Its own formulas, as options of somebody who types them.
    let formulas: String
  }

  struct Exercise: Sendable {
    let id: String
    let kind: String
  }

  let lessons: [Lesson]
  let exercises: [Exercise]

  init() throws {
    let lessons = try Self.items("list --json", "lessons")
    self.lessons = lessons.map { lesson in
      let figures = lesson["figures"] as? [[String: Any]] ?? []
      return Lesson(
        id: lesson["id"] as? String ?? "", pages: (lesson["pages"] as? [Any] ?? []).count,
        figures: Dictionary(uniqueKeysWithValues: figures.map(Self.figure)))
    }
    exercises = try Self.items("exercises --json", "exercises").map { item in
      Exercise(id: item["id"] as? String ?? "", kind: item["kind"] as? String ?? "")
    }
  }

  private static func items(_ line: String, _ key: String) throws -> [[String: Any]] {
    try #require(try Command.run(line).json[key] as? [[String: Any]])
  }

  /// What takes long is asked to take little: few draws, and hardly any training.
  private static func figure(_ figure: [String: Any]) -> (String, Figure) {
    func items(_ key: String) -> [[String: String]] { figure[key] as? [[String: String]] ?? [] }
    let usual = Dictionary(
      uniqueKeysWithValues: items("parameters").map { ($0["name"] ?? "", Int($0["default"] ?? "")) }
    )
    let quick = [("samples", 100), ("updates", 10)].filter { name, few in
      usual[name].flatMap(\.self).map { $0 > few } ?? false
    }
    let formulas = items("formulas").map {
      " --formula '\($0["name"] ?? "")=\($0["default"] ?? "")'"
    }
    return (
      figure["name"] as? String ?? "",
      Figure(
        quick: quick.map { " --set \($0.0)=\($0.1)" }.joined(), formulas: formulas.joined())
    )
  }
}

extension Command.Result {
  /// The object that was printed; nothing where it is none.
  var json: [String: Any] {
    (try? JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any]) ?? [:]
  }
}

/// Every lesson, every figure and every exercise, as many as there are.
@Suite(.serialized, .timeLimit(.minutes(10))) struct `Everything there is` {
  @Test func `is computed by run, figure by figure`() throws {
    for lesson in try Everything().lessons {
      for (name, figure) in lesson.figures.sorted(by: { $0.key < $1.key }) {
        let line = "run \(lesson.id)/\(name)\(figure.quick)\(figure.formulas) --format json"
        let result = try Command(line, seconds: 120).run()
        #expect(result.status == 0, "\(lesson.id)/\(name): \(result.errors)")
        #expect(
          Set(result.json.keys) == ["lesson", "figure", "seed", "parameters", "values", "tables"])
        let numbers = [result.json["values"], result.json["tables"]]
          .compactMap { ($0 as? [String: Any])?.count }
        #expect(numbers.reduce(0, +) > 0, "\(lesson.id)/\(name) tells no numbers")
      }
    }
  }

  @Test func `is listed with the formulas that a reader may replace`() throws {
    let lessons = try Everything().lessons
    func formulas(_ lesson: String, _ figure: String) -> String {
      lessons.first { $0.id == lesson }?.figures[figure]?.formulas ?? ""
    }
    #expect(formulas("forward-process", "jump").contains("'jump="))
    #expect(formulas("ddpm", "sample").contains("'reverse_mean="))
    #expect(formulas("ddim", "sample").contains("'sigma="))
    #expect(formulas("classifier-guidance", "exact").contains("'guided_noise="))
  }

  @Test func `is asked, hinted at and judged by commands, exercise by exercise`() throws {
    for exercise in try Everything().exercises {
      let asked = try Command.run("exercises \(exercise.id) --hints 1 --json")
      #expect(asked.status == 0 && !asked.json.isEmpty, "\(exercise.id): \(asked.errors)")
      guard exercise.kind != "program" else {
        try judge(program: exercise.id)
        continue
      }
      let invalid = try Command.run("answer \(exercise.id) '(' --json")
      #expect(invalid.status == 2, "\(exercise.id): \(invalid.output)")
      #expect(invalid.json["verdict"] as? String == "invalid")
      let keys: Set = ["exercise", "verdict", "misconception", "says", "counterexample"]
      #expect(Set(invalid.json.keys) == keys, "\(exercise.id)")
    }
  }

  /// A program to start from, and the verdict on one that says nothing.
  private func judge(program id: String) throws {
    let template = try Command.run("exercises \(id) --template python")
    #expect(template.status == 0 && template.output.contains("import"), "\(id)")
    let result = try Command.run("check \(id) --json -- true")
    #expect(result.status == 1 && result.json["verdict"] as? String == "wrong", "\(id)")
    #expect(result.json["cases"] != nil)
  }

  /// Each page is read, its exercise hinted at and worked, its figures heard in words and numbers.
  @Test func `is reached line by line`() throws {
    for lesson in try Everything().lessons {
      let each = [
        "hint", "a (", "worked", "figure 1", "command", "frame 1", "numbers", "parameters",
        "symbols", "figure 2", "command",
      ]
      let lines = (1...lesson.pages).flatMap { ["\($0)"] + each } + ["q", ""]
      let result = try Command("open \(lesson.id) --plain <typed", seconds: 240)
        .with("typed", Array(lines.joined(separator: "\n").utf8)).run()
      #expect(result.status == 0 && result.errors.isEmpty, "\(lesson.id): \(result.errors)")
      let answers = result.output.components(separatedBy: "\n> ")
      try #require(answers.count == lesson.pages * (each.count + 1) + 2, "\(lesson.id)")
      var heard: Set<String> = []
      for page in 0..<lesson.pages {
        let said = answers[(1 + page * (each.count + 1))...].prefix(each.count + 1).map(\.self)
        #expect(said[0].contains("page \(page + 1) of \(lesson.pages)."))
        for place in [5, 11] where said[place].hasPrefix("noisebook run ") {
          heard.insert(String(said[place].split(separator: " ")[2]))
        }
        guard said[5].hasPrefix("noisebook run ") else { continue }
        // Words and numbers, and no sentence in their place that says what is wrong.
        #expect(said[6].contains { $0.isNumber } && said[7].contains { $0.isNumber }, "\(said)")
        #expect(!said[7].contains("There is no"), "\(lesson.id), page \(page + 1)")
      }
      let wanted = Set(lesson.figures.keys.map { "\(lesson.id)/\($0)" })
      #expect(wanted.isSubset(of: heard), "not on a page: \(wanted.subtracting(heard))")
    }
  }
}
