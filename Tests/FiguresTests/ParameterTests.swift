import Figures
import Testing

private let parameters = [
  Parameter("kind", .choice(["a", "b", "c"]), standard: "a", "a choice"),
  Parameter("n", .integer(1...10_000), standard: "1000", "a large count"),
  Parameter("k", .integer(2...12), standard: "2", "a small count"),
  Parameter("p", .real(.between(0, 1)), standard: "0.02", "a share"),
  Parameter("x", .real(.through(-3, 3)), standard: "0.5", "a place"),
  Parameter("y", .real(.through(-1e6, 1e6, step: 0.25)), standard: "0", "a place far and wide"),
  Parameter("eta", .real(.through(0, 1000, step: 0.1)), standard: "0", "a share, or more"),
  Parameter("list", .reals(.between(0, 1), count: 3), standard: "0.1,0.2", "shares"),
]

private func parameter(_ name: String) throws -> Parameter {
  try #require(parameters.first { $0.name == name })
}

@Suite struct `A parameter of a figure` {
  @Test(arguments: [
    ("kind", "b"), ("n", "1"), ("n", "10000"), ("k", "12"), ("p", "1e-300"), ("p", "0.999999"),
    ("x", "-3"), ("x", "3"), ("list", "0.1"), ("list", "0.1,0.2,0.3"), ("p", " 0.5 "),
  ])
  func `takes what lies in its range, and types it back`(name: String, text: String) throws {
    let parameter = try parameter(name)
    let value = try parameter.value(of: text)
    #expect(try parameter.value(of: value.typed) == value)
  }

  @Test(arguments: [
    ("kind", "d"), ("kind", ""), ("kind", "A"), ("n", "0"), ("n", "10001"), ("n", "1.5"),
    ("n", "abc"), ("n", "99999999999999999999"), ("k", "1"), ("p", "0"), ("p", "1"), ("p", "-0.1"),
    ("p", "nan"), ("p", "inf"), ("p", "1e-400"), ("x", "3.1"), ("x", "1,5"), ("list", ""),
    ("list", "0.1,,2"), ("list", "0.1,1"), ("list", ","), ("list", "0.1,0.2,0.3,0.4"),
  ])
  func `refuses what does not, and says the range`(name: String, text: String) throws {
    let parameter = try parameter(name)
    #expect(throws: FigureError.badValue(parameter: parameter, given: text)) {
      try parameter.value(of: text)
    }
    let sentence = FigureError.badValue(parameter: parameter, given: text).description
    #expect(sentence == "\(name) can't be \"\(text)\"; give \(parameter.range).")
  }

  @Test(arguments: parameters, [true, false])
  func `never leaves its range however long it is turned`(parameter: Parameter, up: Bool) throws {
    var value = try parameter.value(of: parameter.standard)
    var seen: Set<Settings.Value> = []
    for _ in 0..<400 {
      value = parameter.turned(value, up: up)
      seen.insert(value)
      #expect(try parameter.value(of: value.typed) == value)
    }
    if case .reals = parameter.kind { return }
    #expect(seen.count > 1 || !up)
  }

  @Test(arguments: [
    ("n", ["1000", "2000", "5000", "10000"]), ("n", ["50", "100", "200", "500", "1000"]),
    ("n", ["1", "2", "3"]), ("n", ["8", "9", "10", "20", "50"]), ("k", ["9", "10", "11", "12"]),
    ("p", ["0.0001", "0.0002", "0.0005", "0.001"]), ("p", ["0.02", "0.05", "0.1", "0.2", "0.5"]),
    ("p", ["0.5", "0.75", "0.875"]), ("x", ["-3", "-2.7", "-2.4"]), ("x", ["-0.3", "0", "0.3"]),
    ("y", ["-0.5", "-0.25", "0", "0.25"]), ("y", ["999999.75", "1000000"]),
    ("kind", ["a", "b", "c", "a"]), ("eta", ["0", "0.1", "0.2", "0.3", "0.4"]),
    ("eta", ["0.9", "1", "1.1"]), ("eta", ["999.9", "1000"]),
  ])
  func `is turned there and back by the same notches`(name: String, notches: [String]) throws {
    let parameter = try parameter(name)
    for (lower, upper) in zip(notches, notches.dropFirst()) {
      #expect(parameter.turned(try parameter.value(of: lower), up: true).typed == upper)
      #expect(parameter.turned(try parameter.value(of: upper), up: false).typed == lower)
    }
  }

  @Test func `that was typed between two notches goes to the next one`() throws {
    let n = try parameter("n")
    #expect(n.turned(.integer(777), up: true) == .integer(1000))
    #expect(n.turned(.integer(777), up: false) == .integer(500))
    let p = try parameter("p")
    #expect(p.turned(.real(0.03), up: true) == .real(0.05))
    #expect(p.turned(.real(0.03), up: false) == .real(0.02))
    #expect(p.turned(.real(0.6), up: false) == .real(0.5))
    let y = try parameter("y")
    #expect(y.turned(.real(0.2), up: true) == .real(0.25))
    #expect(y.turned(.real(0.2), up: false) == .real(0))
  }

  @Test func `at an end stays there`() throws {
    #expect(try parameter("n").turned(.integer(10_000), up: true) == .integer(10_000))
    #expect(try parameter("n").turned(.integer(1), up: false) == .integer(1))
    #expect(try parameter("x").turned(.real(3), up: true) == .real(3))
    #expect(try parameter("list").turned(.reals([0.1]), up: true) == .reals([0.1]))
  }
}
