import Canvas
package import Exercises
package import OrderedJSON

/// Reads a program's output as it comes, line by line, until all answers are there or one is none.
package struct AnswerReader {
  private let wanted: Int
  private let limit: Int
  package private(set) var results: [JSON] = []
  /// What is wrong with the output; nil so far.
  package private(set) var fault: Transcript.Ending?
  private var rest: [UInt8] = []
  private var count = 0

  /// Reads so many answers, of so many bytes together.
  package init(answers: Int, limit: Int) {
    wanted = answers
    self.limit = limit
  }

  package var isComplete: Bool { results.count == wanted }

  package mutating func read(_ bytes: some Collection<UInt8>) {
    count += bytes.count
    guard count <= limit else {
      fault = fault ?? .flood(bytes: limit)
      return
    }
    var start = bytes.startIndex
    while let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
      let line = rest + bytes[start..<end]
      rest = []
      take(line)
      start = bytes.index(after: end)
    }
    rest += bytes[start...]
  }

  /// The output has ended; what is left may be a line without a newline.
  package mutating func finish() {
    take(rest)
    rest = []
  }

  private mutating func take(_ line: [UInt8]) {
    guard fault == nil, line.contains(where: { $0 > 0x20 }) else { return }
    guard !isComplete else {
      fault = .surplus(line: shown(line))
      return
    }
    do throws(JSONError) {
      let json = try JSON(reading: line, nonFinite: true)
      guard let number = json["case"]?.number, let result = json["result"] else {
        let missing = json["case"]?.number == nil ? "the number \"case\"" : "\"result\""
        let reason = json.members == nil ? "it is \(json.kind)" : "\(missing) is missing"
        fault = .malformed(line: shown(line), reason: reason)
        return
      }
      guard number == Double(results.count + 1) else {
        fault = .outOfOrder(wanted: results.count + 1, got: Int(exactly: number) ?? 0)
        return
      }
      results.append(result)
    } catch {
      fault = .malformed(line: shown(line), reason: error.description)
    }
  }

  /// A line as it is told, without what could steer a terminal.
  private func shown(_ line: [UInt8]) -> String {
    String(decoding: line.prefix(400), as: UTF8.self).visible.cut(to: 100, mark: "...")
  }
}
