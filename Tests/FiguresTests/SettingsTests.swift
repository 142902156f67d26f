import Figures
import Testing

private let parameters = [
  Parameter("T", .integer(1...100), standard: "10", "steps"),
  Parameter("beta", .real(.between(0, 1)), standard: "0.1", "noise"),
]

@Suite struct `The settings of a figure` {
  @Test func `are its defaults where nothing is given`() throws {
    let settings = try Settings(parameters)
    #expect(settings.entries.map(\.name) == ["T", "beta"])
    #expect(settings.integer("T") == 10 && settings.real("beta") == 0.1)
    #expect(!settings.isGiven("T"))
  }

  @Test func `are what is given, the last where it is given twice`() throws {
    let settings = try Settings(parameters, given: [("T", "5"), ("T", "7")])
    #expect(settings.integer("T") == 7 && settings.isGiven("T") && !settings.isGiven("beta"))
  }

  @Test func `refuse a name that they do not have, with those that they have`() {
    #expect(throws: FigureError.unknownParameter("t", known: ["T", "beta"])) {
      try Settings(parameters, given: [("t", "5")])
    }
    #expect(
      FigureError.unknownParameter("t", known: ["T", "beta"]).description
        == "There is no parameter \"t\" here; this figure has T, beta.")
    #expect(
      FigureError.unknownParameter("t", known: []).description
        == "This figure has no parameters, so \"t\" can't be set.")
  }

  @Test func `keep a value that they disown`() throws {
    var settings = try Settings(parameters, given: [("T", "5")])
    settings.disown("T")
    settings.disown("nothing")
    #expect(settings.integer("T") == 5 && !settings.isGiven("T"))
  }

  @Test(arguments: [0.1, 1e-300, 1.0, 123_456.789, 1 / 3.0, 0x1p-1074, 0.0001])
  func `are typed so that they read back exactly`(number: Double) {
    #expect(Double(number.typed) == number)
    #expect(!number.typed.hasSuffix(".0"))
  }
}
