import Canvas
import Diffusion
import Figures
import Lessons
import Testing

/// What a figure of lesson 01 computes with these settings.
private func outcome(_ name: String, _ given: KeyValuePairs<String, String> = [:]) throws
  -> Outcome
{
  let figure = try #require(Figure.all(of: "noise-schedule").first { $0.name == name })
  return try figure.compute(
    try Settings(figure.parameters, given: given.map { (name: $0.key, text: $0.value) }))
}

private func schedule(_ kind: String, _ steps: Int) throws -> Schedule {
  switch kind {
  case "cosine": try .cosine(steps: steps)
  case "scaled-linear": try .scaledLinear(steps: steps)
  default: try .linear(steps: steps)
  }
}

@Suite struct `The schedule figure` {
  @Test(arguments: ["linear", "scaled-linear", "cosine"], [1, 2, 1000, 10_000])
  func `prints the tables of its schedule`(kind: String, steps: Int) throws {
    let outcome = try outcome("schedule", ["schedule": kind, "T": "\(steps)"])
    let schedule = try schedule(kind, steps)
    let table = try #require(outcome.tables.first)
    #expect(table.name == "schedule")
    #expect(table.columns == ["t", "beta", "alpha", "alpha_bar", "snr"])
    #expect(table[column: "t"] == (1...steps).map(Double.init))
    #expect(table[column: "beta"] == Array(schedule.beta.dropFirst()))
    #expect(table[column: "alpha"] == Array(schedule.alpha.dropFirst()))
    #expect(table[column: "alpha_bar"] == Array(schedule.alphaBar.dropFirst()))
    #expect(table[column: "snr"] == (1...steps).map { schedule.signalToNoiseRatio(at: $0) })
    #expect(outcome.settings.integer("T") == steps)
  }

  @Test func `takes betas of one's own, whose number is T`() throws {
    let outcome = try outcome("schedule", ["schedule": "custom", "betas": "0.1,0.2,0.5"])
    #expect(outcome.settings.integer("T") == 3)
    let bars = try #require(outcome.tables.first)[column: "alpha_bar"]
    for (bar, byHand) in zip(bars, [0.9, 0.72, 0.36]) { #expect(abs(bar - byHand) < 1e-15) }
    #expect(outcome.values.map(\.name).prefix(2) == ["alpha_bar_T", "signal_root_T"])
    #expect(abs(outcome.values[1].value - 0.6) < 1e-15)
  }

  @Test(arguments: ["1e-300", "0.9999999999999999", "0.5"])
  func `takes the least and the largest of betas`(beta: String) throws {
    let outcome = try outcome("schedule", ["schedule": "custom", "betas": "\(beta),\(beta)"])
    for glyphs in GlyphSet.allCases {
      let size = Size(columns: 60, rows: 12)
      #expect(
        outcome.frames.draw(size, frame: 0, look: Frames.Look(glyphs: glyphs)).size.columns <= 60)
    }
  }

  @Test(
    arguments: [
      ["betas": "0.1,0.2"], ["betas": "0.1", "schedule": "linear"],
      ["betas": "0.1", "schedule": "cosine"], ["schedule": "custom", "betas": "0.1,0.2", "T": "3"],
    ] as [[String: String]])
  func `refuses settings that contradict each other`(given: [String: String]) throws {
    let figure = try #require(Figure.all(of: "noise-schedule").first)
    let settings = try Settings(figure.parameters, given: given.map { (name: $0, text: $1) })
    #expect(throws: FigureError.self) { try figure.compute(settings) }
  }

  @Test(
    arguments: ["roots", "alpha_bar", "beta", "snr", "table"], ["1", "2", "10000"])
  func `is drawn at every size, for one step and for ten thousand`(show: String, steps: String)
    throws
  {
    let frames = try outcome("schedule", ["show": show, "T": steps]).frames
    for (columns, rows) in [(0, 0), (1, 1), (10, 3), (40, 8), (76, 16), (200, 50)] {
      for glyphs in GlyphSet.allCases {
        let picture = frames.draw(
          Size(columns: columns, rows: rows), frame: 0, look: Frames.Look(glyphs: glyphs))
        #expect(picture.size.columns <= columns && picture.size.rows <= rows)
        if glyphs == .ascii { #expect(picture.lines.joined().allSatisfy { $0.isASCII }) }
      }
    }
    #expect(!frames.spoken(frame: 0).isEmpty)
  }
}

@Suite struct `The comparing figures` {
  @Test(arguments: ["alpha_bar", "beta", "snr"])
  func `put the three schedules side by side`(show: String) throws {
    let table = try #require(try outcome("compare", ["T": "50", "show": show]).tables.first)
    #expect(table.name == show)
    #expect(table.columns == ["t", "linear", "scaled-linear", "cosine"])
    for kind in table.columns.dropFirst() {
      let single = try #require(
        try outcome("schedule", ["schedule": kind, "T": "50"]).tables.first)
      #expect(table[column: kind] == single[column: show])
    }
  }

  @Test(arguments: [1, 50, 1000, 1001, 10_000])
  func `say what is left at the end of each number of steps`(steps: Int) throws {
    let outcome = try outcome("shortened", ["T": "\(steps)"])
    let table = try #require(outcome.tables.first)
    let counts = table[column: "T"]
    #expect(counts == counts.sorted() && counts.contains(Double(steps)))
    #expect(counts.last == Double(max(1000, steps)))
    for (count, left) in zip(counts, table[column: "alpha_bar_T"]) {
      #expect(try Schedule.linear(steps: Int(count)).alphaBar.last == left)
    }
    #expect(outcome.values.first?.value == (try Schedule.linear(steps: steps).alphaBar.last))
  }

  @Test func `are equal for equal settings`() throws {
    for figure in Figure.all(of: "noise-schedule") {
      let settings = try Settings(figure.parameters)
      let (one, other) = (
        try figure.compute(settings, seed: 3), try figure.compute(settings, seed: 3)
      )
      #expect(one.tables == other.tables)
      #expect(one.values.map(\.value) == other.values.map(\.value))
    }
  }

  @Test func `have defaults that lie in their ranges, and a word on each parameter`() throws {
    for figure in Figure.all(of: "noise-schedule") {
      for parameter in figure.parameters {
        #expect(throws: Never.self) { try parameter.value(of: parameter.standard) }
        #expect(!parameter.summary.isEmpty)
      }
    }
  }
}
