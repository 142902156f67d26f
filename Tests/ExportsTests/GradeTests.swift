import Exercises
import Exports
import Foundation
import Lessons
import Notebook
import OrderedJSON
import Testing

private func attempt(_ answer: String, isRight: Bool, at time: Int = 0) -> Attempt {
  Attempt(.typed, answer: answer, isRight: isRight, misconception: nil, at: time)
}

private func progress(_ answers: [(exercise: String, answer: String, isRight: Bool)])
  -> Notebook.Progress
{
  var progress = Notebook.Progress()
  for (exercise, answer, isRight) in answers {
    progress.exercises[exercise, default: Tried()].attempts.append(
      attempt(answer, isRight: isRight))
  }
  return progress
}

private func grade(
  _ progress: Notebook.Progress, _ name: String, programs: Marking? = nil
) throws -> Grade {
  let catalog = try Catalog.builtIn(only: "noise-schedule")
  let items = catalog.gradeItems(student: progress.student, withPrograms: programs != nil)
    .filter { $0.lesson == "noise-schedule" }
  return Grade(progress, reader: name, path: "\(name).json", items: items) { _ in programs }
}

private let ada: [(exercise: String, answer: String, isRight: Bool)] = [
  ("alpha-bar", "alpha[t]", false), ("alpha-bar", "prod(s, 1, t, alpha[s])", true),
  ("snr", "abar[t]/(1-abar[t])", true), ("alpha-bar-by-hand", "0.5", false),
]

@Suite struct `A grade` {
  @Test func `is judged anew, whatever the file claims`() throws {
    let honest = try grade(progress(ada), "Ada")
    #expect(honest.earned == 2 && honest.tampered.isEmpty && honest.possible >= 8)
    #expect(honest.results.first { $0.id == "alpha-bar" }?.slips == ["alpha-for-abar"])
    let modest = try grade(progress(ada.map { ($0.exercise, $0.answer, false) }), "Ada")
    #expect(modest.earned == 2 && modest.tampered.isEmpty)
    let forged = try grade(progress(ada.map { ($0.exercise, $0.answer, true) }), "Eve")
    #expect(forged.earned == 2 && forged.tampered == ["alpha-bar-by-hand", "alpha-bar"])
  }

  @Test func `counts programs where they were run, and no claim of one`() throws {
    var claim = progress(ada)
    claim.exercises["alpha-bar"]?.attempts.append(
      Attempt(.program, answer: "true", isRight: true, misconception: nil, at: 0))
    #expect(try grade(claim, "Ada").results.allSatisfy { $0.id != "alpha-bar-program" })
    let failed = try grade(claim, "Ada", programs: Marking(.wrong, says: "No."))
    #expect(failed.results.first { $0.id == "alpha-bar-program" }?.earned == 0)
    let passed = try grade(claim, "Ada", programs: Marking(.right, says: "Yes."))
    #expect(passed.earned > failed.earned)
  }

  @Test func `of a student is one of the student's own numbers`() throws {
    var mine = progress([("alpha-bar-by-hand", "0.36", true)])
    #expect(try grade(mine, "Ada").earned == 1)
    // Another student's betas are others, for most of them.
    let earned = try (0..<8).map { number in
      mine.student = "student \(number)"
      return try grade(mine, "Ada").earned
    }
    #expect(earned.contains(0) && earned.contains(1))
  }

  /// Who set the id late, or took another's answer, has not tampered with the file.
  @Test func `tells an answer with another student's numbers from a forged one`() throws {
    for answer in ["0.36", "0.432", "0.504"] {
      let grade = try grade(progress([("alpha-bar-by-hand", answer, true)]), "Ada")
      #expect(grade.tampered.isEmpty)
      #expect(grade.earned == (answer == "0.36" ? 1 : 0))
      #expect(grade.otherNumbers == (answer == "0.36" ? [] : ["alpha-bar-by-hand"]))
    }
  }
}

@Suite struct `A grade sheet` {
  private func sheet() throws -> GradeSheet {
    GradeSheet(
      [
        try grade(progress(ada), "Ada, \"L\" <&>"),
        try grade(progress([("alpha-bar", "alpha[t]", false)]), "=Bob"),
      ], broken: [(path: "x.json", reason: "Broken.")])
  }

  @Test func `as CSV has the points in its first row, and no formulas`() throws {
    let lines = try sheet().csv.split(separator: "\n")
    #expect(lines.count == 4)
    #expect(lines[0].hasPrefix("reader,student,file,total,possible,percent,tampered,"))
    #expect(lines[1].hasPrefix("points,"))
    #expect(lines[2].hasPrefix("\"Ada, \"\"L\"\" <&>\",,"))
    #expect(lines[3].hasPrefix("'=Bob,,"))
  }

  @Test func `as JUnit is XML that counts what failed`() throws {
    let text = try sheet().junit
    let parser = XMLChecker()
    #expect(parser.reads(text))
    #expect(parser.cases == 2 * (try grade(progress(ada), "Ada").results.count))
    #expect(text.contains("Ada, &quot;L&quot; &lt;&amp;&gt;"))
    #expect(text.contains("failures=\"\(parser.failures)\" errors=\"0\">\n  <testsuite "))
  }

  @Test func `for Gradescope has numbers and a status at each test`() throws {
    struct Results: Decodable {
      struct Test: Decodable {
        let score: Double
        let status: String
        let name: String
      }
      let score: Double
      let tests: [Test]
    }
    let grade = try grade(progress(ada), "Ada")
    let results = try JSONDecoder().decode(
      Results.self, from: Data(GradeSheet.gradescope(grade).description.utf8))
    #expect(results.score == 2 && results.tests.reduce(0) { $0 + $1.score } == 2)
    #expect(results.tests.allSatisfy { ($0.score > 0) == ($0.status == "passed") })
    #expect(results.tests.map(\.name) == grade.results.map(\.id))
  }

  @Test func `shows the commonest slips as a chart`() throws {
    let sheet = try sheet()
    #expect(sheet.slips.first?.id == "alpha-for-abar" && sheet.slips.first?.readers == 2)
    #expect(sheet.listing(columns: 80, isASCII: true).contains("alpha-for-abar  ####"))
  }
}

/// Counts the elements of XML by its tags, where they fit one another.
private final class XMLChecker {
  var (cases, failures) = (0, 0)

  func reads(_ text: String) -> Bool {
    var open: [Substring] = []
    for part in text.split(separator: "<").dropFirst() where part.hasPrefix("?") == false {
      guard let end = part.lastIndex(of: ">") else { return false }
      let name = part.prefix { $0.isLetter || $0 == "/" }
      if name == "testcase" { cases += 1 }
      if name == "failure" { failures += 1 }
      if name.hasPrefix("/") {
        guard open.popLast() == name.dropFirst() else { return false }
      } else if !part[..<end].hasSuffix("/") {
        open.append(name)
      }
    }
    return open.isEmpty
  }
}
