import Canvas
package import OrderedJSON
import Typesetting

/// The grades of a class, in the forms that others read.
package struct GradeSheet: Sendable {
  package let grades: [Grade]
  /// Files that could not be read, each with the reason.
  package let broken: [(path: String, reason: String)]

  package init(_ grades: [Grade], broken: [(path: String, reason: String)]) {
    self.grades = grades
    self.broken = broken
  }

  /// The slips of the class, the commonest first, each with the number of readers who made it, and
  /// the exercises that it was made in.
  package var slips: [(id: String, readers: Int, exercises: [String])] {
    var counts: [String: Int] = [:]
    var places: [String: [String]] = [:]
    for grade in grades {
      for slip in Set(grade.results.flatMap(\.slips)) { counts[slip, default: 0] += 1 }
      for result in grade.results {
        for slip in result.slips where places[slip]?.contains(result.id) != true {
          places[slip, default: []].append(result.id)
        }
      }
    }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { ($0.key, $0.value, (places[$0.key] ?? []).sorted()) }
  }

  /// A table of the readers, and a chart of the commonest slips.
  package func listing(columns: Int, isASCII: Bool) -> String {
    let width = max(6, grades.map(\.reader.count).max() ?? 0)
    var text = ""
    for grade in grades {
      let name = grade.reader + String(repeating: " ", count: width - grade.reader.count)
      text += "\(name)  \(grade.earned) of \(grade.possible) points"
      text +=
        grade.tampered.isEmpty ? "\n" : "  tampered: \(grade.tampered.joined(separator: ", "))\n"
    }
    // Many a choice has a name that only its exercise makes plain.
    let slips = slips.prefix(20).map { slip in
      let place = slip.exercises.count == 1 ? " in \(slip.exercises[0])" : ""
      return (label: slip.id + place, readers: slip.readers)
    }
    guard let most = slips.first?.readers else { return text.visible }
    text += "\nCommonest slips, by the number of readers who made them\n"
    let label = slips.map(\.label.count).max() ?? 0
    let room = max(10, columns - label - 10)
    for slip in slips {
      let length = max(1, slip.readers * min(room, max(most, 40)) / most)
      let bar = String(repeating: isASCII ? "#" : "█", count: min(room, length))
      let space = String(repeating: " ", count: label - slip.label.count)
      text += "\(slip.label)\(space)  \(bar) \(slip.readers)\n"
    }
    return text.visible
  }

  /// Comma-separated values: first the points of each exercise, then a line for each reader.
  package var csv: String {
    let results = grades.first?.results ?? []
    let header = ["reader", "student", "file", "total", "possible", "percent", "tampered"]
    let points = ["points", "", "", "\(grades.first?.possible ?? 0)", "", "", ""]
    let rows = grades.map { grade -> [String] in
      let share = grade.possible > 0 ? 100 * Double(grade.earned) / Double(grade.possible) : 0
      return [
        grade.reader, grade.student ?? "", grade.path, "\(grade.earned)", "\(grade.possible)",
        share.short(significant: 4), grade.tampered.joined(separator: " "),
      ] + grade.results.map { "\($0.earned)" }
    }
    return ([header + results.map(\.id), points + results.map { "\($0.points)" }] + rows)
      .map { $0.map(\.quotedInCSV).joined(separator: ",") + "\n" }.joined()
  }

  package var json: JSON {
    .object([
      ("schema", .integer(1)), ("readers", .array(grades.map(\.json))),
      (
        "slips",
        .array(
          slips.map {
            .object([
              ("id", .text($0.id)), ("readers", .integer($0.readers)),
              ("exercises", .array($0.exercises.map(JSON.text))),
            ])
          })
      ),
      (
        "broken",
        .array(
          broken.map { .object([("file", .text($0.path)), ("reason", .text($0.reason))]) })
      ),
    ])
  }

  /// Gradescope's results of one student.
  package static func gradescope(_ grade: Grade) -> JSON {
    .object([
      ("score", .integer(grade.earned)), ("output", .text(grade.summary)),
      ("output_format", .text("text")), ("visibility", .text("visible")),
      (
        "tests",
        .array(
          grade.results.enumerated().map { number, result in
            .object([
              ("score", .integer(result.earned)), ("max_score", .integer(result.points)),
              ("status", .text(result.isRight ? "passed" : "failed")), ("name", .text(result.id)),
              ("number", .text("\(number + 1)")), ("output", .text(result.note.visible)),
              ("visibility", .text("visible")),
            ])
          })
      ),
    ])
  }

  /// A suite for each reader, a case for each exercise.
  package var junit: String {
    let failures = grades.map { $0.results.count { !$0.isRight } }
    let count = grades.reduce(0) { $0 + $1.results.count }
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    text += "<testsuites name=\"noisebook\" tests=\"\(count)\" "
    text += "failures=\"\(failures.reduce(0, +))\" errors=\"0\">\n"
    for (grade, failed) in zip(grades, failures) {
      text += "  <testsuite name=\"\(grade.reader.inXML)\" tests=\"\(grade.results.count)\" "
      text += "failures=\"\(failed)\" errors=\"0\">\n"
      for result in grade.results { text += result.junit(of: grade.reader) }
      text += "  </testsuite>\n"
    }
    return text + "</testsuites>\n"
  }
}

extension Grade {
  fileprivate var summary: String {
    "\(earned) of \(possible) points."
      + (tampered.isEmpty ? "" : " Tampered with: \(tampered.joined(separator: ", ")).")
  }

  fileprivate var json: JSON {
    .object([
      ("reader", .text(reader)), ("student", .optional(student)), ("file", .text(path)),
      ("score", .integer(earned)), ("possible", .integer(possible)),
      ("tampered", .array(tampered.map(JSON.text))),
      (
        "results",
        .array(
          results.map { result in
            .object([
              ("id", .text(result.id)), ("earned", .integer(result.earned)),
              ("points", .integer(result.points)), ("attempts", .integer(result.attempts)),
              ("hints", .integer(result.hints)), ("gave_up", .truth(result.hasGivenUp)),
              ("misconceptions", .array(result.slips.map(JSON.text))),
              ("tampered", .truth(result.isTampered)),
              ("other_numbers", .truth(result.hasOtherNumbers)),
            ])
          })
      ),
    ])
  }
}

extension Grade.Result {
  fileprivate var note: String {
    let slips = slips.isEmpty ? "" : " Slips: \(slips.joined(separator: ", "))."
    return says + slips + (isTampered ? " The file claims a right answer that is none." : "")
      + (hasOtherNumbers ? " An answer is right with other numbers than this student's." : "")
  }

  fileprivate func junit(of reader: String) -> String {
    let start = "    <testcase name=\"\(id.inXML)\" classname=\"\(reader.inXML)\""
    guard !isRight else { return "\(start)/>\n" }
    let type = (slips.first ?? "unsolved").inXML
    return
      "\(start)>\n      <failure message=\"\(note.inXML)\" type=\"\(type)\"/>\n    </testcase>\n"
  }
}

extension String {
  /// A field of a line; one that a spreadsheet would take for a formula gets a quote before it.
  fileprivate var quotedInCSV: String {
    let isFormula = first.map { "=+-@\t\r".contains($0) } ?? false
    let text = isFormula && Double(self) == nil ? "'\(self)" : self
    guard text.contains(where: { ",\"\n\r".contains($0) }) else { return text }
    return "\"\(text.replacing("\"", with: "\"\""))\""
  }

  /// Text in XML 1.0, which has no place for control characters.
  fileprivate var inXML: String { visible.escapedXML }
}
