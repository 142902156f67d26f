import Canvas
import Exports
import Figures
import OrderedJSON
import Testing

/// A table with a word among numbers.
private let table = Table(
  "distance", columns: ["eta", "steps", "w2"],
  cells: [
    [.number(0.5), .number(10), .number(0.02)],
    [.word("sigma-hat"), .number(20), .number(0.3)],
  ])

private func outcome() throws -> Outcome {
  Outcome(settings: try Settings([]), tables: [table], frames: Frames(table: table))
}

@Suite struct `A table with a word in it` {
  @Test func `keeps it as a string in JSON`() throws {
    let json = try outcome().json(lesson: "a", figure: "b", seed: 0).line
    #expect(json.contains(#"[[0.5, 10, 0.02], ["sigma-hat", 20, 0.3]]"#))
  }

  @Test func `has it in its place in comma-separated values`() throws {
    #expect(try outcome().csv == "eta,steps,w2\n0.5,10,0.02\nsigma-hat,20,0.3\n")
  }

  @Test func `is drawn and said with it`() throws {
    let frames = try outcome().frames
    let picture = frames.draw(
      Size(columns: 40, rows: 4), frame: 0, look: Frames.Look(glyphs: .ascii))
    #expect(
      picture.lines == [
        "      eta  steps    w2",
        "---------  -----  ----",
        "      0.5     10  0.02",
        "sigma-hat     20  0.3",
      ])
    #expect(frames.inWords.contains("eta sigma-hat, steps 20"))
  }

  @Test func `has no number there`() {
    #expect(table.rows[1][0].isNaN && table[column: "eta"][0] == 0.5)
    #expect(table[cellsOf: "eta"] == [.number(0.5), .word("sigma-hat")])
    #expect(table[column: "none"].isEmpty)
  }
}
