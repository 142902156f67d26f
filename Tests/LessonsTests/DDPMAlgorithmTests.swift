import Canvas
import Figures
import Testing

@testable import Lessons

private let example = [("schedule", "custom"), ("betas", "0.1,0.2,0.5"), ("samples", "50")]

@Suite struct `Algorithm 2 line by line` {
  private func lines(_ outcome: Outcome, _ frame: Int) -> String {
    outcome.picture(Size(columns: 78, rows: 16), frame: frame).lines.joined(separator: "\n")
  }

  @Test func `has five frames a step, and one before and one after them`() throws {
    let frames = try ddpm("sampling", example).frames
    #expect(frames.count == 2 + 5 * 3)
    let labels = (0..<frames.count).map { frames.label(frame: $0) }
    #expect(labels.first == "start" && labels.last == "end")
    #expect(
      Array(labels[1...5])
        == ["t = 3, line 2", "t = 3, line 3", "t = 3, line 4", "t = 3, line 4", "t = 3, line 4"])
    #expect(labels[15] == "t = 1, line 4")
  }

  @Test func `fills its lines with the point's own numbers`() throws {
    let outcome = try ddpm("sampling", example, seed: 1)
    for (index, row) in outcome.tables[0].rows.enumerated() {
      let (t, sigma) = (row[0], row[1])
      let (beta, abar) = ([0.1, 0.2, 0.5][Int(t) - 1], [0.9, 0.72, 0.36][Int(t) - 1])
      let mean = (row[2] - beta / (1 - abar).squareRoot() * row[4]) / (1 - beta).squareRoot()
      #expect(abs(row[6] - mean) < 1e-14)
      #expect(abs(row[10] - (row[6] + sigma * row[8])) < 1e-14)
      #expect(t == 1 ? sigma == 0 && row[8] == 0 : abs(sigma * sigma - beta) < 1e-15)
      let text = lines(outcome, 1 + 5 * index + 4)
      #expect(text.contains(row[6].inLine) && text.contains("= \(row[10].inLine)"))
    }
    #expect(lines(outcome, 1).contains("b = beta/sqrt(1 - abar) = 0.625"))
    #expect(lines(outcome, 11).contains("no noise at t = 1"))
  }

  @Test func `ends where the table does, with the point marked in the cloud`() throws {
    let outcome = try ddpm("sampling", example + [("particle", "7")])
    let last = try #require(outcome.tables[0].rows.last)
    #expect(outcome["x"] == last[10] && outcome["y"] == last[11])
    let text = lines(outcome, 16)
    #expect(text.contains("> 5 return x") && text.contains("X this point"))
    #expect(text.contains("(\(last[10].inLine), \(last[11].inLine))"))
  }

  @Test func `says the lines in words too`() throws {
    let words = try ddpm("sampling", example).frames.spoken(frame: 4)
    #expect(words.contains("At the line: m = (x - b eps)/sqrt(alpha)"))
  }

  @Test func `follows no point that is not there`() {
    let error = #expect(throws: FigureError.self) {
      try ddpm("sampling", example + [("particle", "51")])
    }
    #expect(error?.description == "particle is 51, but samples is 50; give one of 1 to 50.")
  }
}

@Suite struct `Algorithm 1 line by line` {
  @Test func `jumps to the step that it drew`() throws {
    let outcome = try ddpm("training", example)
    for row in outcome.tables[0].rows {
      let abar = [0.9, 0.72, 0.36][Int(row[0]) - 1]
      for axis in 0...1 {
        let noisy = abar.squareRoot() * row[1 + axis] + (1 - abar).squareRoot() * row[3 + axis]
        #expect(abs(row[5 + axis] - noisy) < 1e-14)
      }
    }
    #expect(Set(outcome.tables[0][column: "t"]) == [1, 2, 3])
  }

  @Test func `has the loss of the best network, which is known for normal data`() throws {
    let outcome = try ddpm(
      "training",
      [
        ("data", "normal"), ("schedule", "custom"), ("betas", "0.1,0.2,0.5"),
        ("samples", "20000"),
      ])
    // For N(0, 1) the noise is known up to a variance of abar; the mean of 0.9, 0.72 and 0.36.
    #expect(abs(outcome["mean_loss"] - 0.66) < 4 * outcome["mean_loss_sd"])
    #expect(outcome["mean_loss_sd"] < 0.01)
    // Drawn from 1, 2, 3 with the variance 2/3; four standard deviations.
    #expect(abs(outcome["mean_t"] - 2) < 4 * (2.0 / 3 / 20000).squareRoot())
  }

  @Test func `shows twelve examples, six frames each`() throws {
    let frames = try ddpm("training", example).frames
    #expect(frames.count == 72)
    #expect(frames.label(frame: 0) == "example 1, line 2")
    #expect(frames.label(frame: 71) == "example 12, line 5")
    #expect(try ddpm("training", example.dropLast() + [("samples", "2")]).frames.count == 12)
  }
}
