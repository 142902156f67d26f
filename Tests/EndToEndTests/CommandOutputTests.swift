import Foundation
import Testing

/// A command's output as JSON.
private func json(_ line: String) throws -> [String: Any] {
  let result = try Command.run(line)
  #expect(result.status == 0 && result.errors.isEmpty)
  let value = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
  return try #require(value as? [String: Any])
}

private func expectInOrder(_ keys: [String], in text: String) {
  let places = keys.compactMap { text.firstRange(of: "\"\($0)\":")?.lowerBound }
  #expect(places.count == keys.count && places == places.sorted(), "\(keys)")
}

@Suite(.timeLimit(.minutes(2))) struct `The output of` {
  @Test func `run --format json has the keys of the contract in their order`() throws {
    let line =
      "run noise-schedule/schedule --set schedule=custom --set betas=0.1,0.2,0.5 --format json"
    let text = try Command.run(line).output
    expectInOrder(
      [
        "lesson", "figure", "seed", "parameters", "schedule", "T", "beta_start", "beta_end",
        "betas", "show", "values", "tables", "columns", "rows",
      ], in: text)
    let value = try json(line)
    #expect(value["lesson"] as? String == "noise-schedule")
    #expect(value["seed"] as? Int == 0)
    let parameters = try #require(value["parameters"] as? [String: Any])
    #expect(parameters["T"] as? Int == 3)
    let table = try #require((value["tables"] as? [String: [String: Any]])?["schedule"])
    #expect(table["columns"] as? [String] == ["t", "beta", "alpha", "alpha_bar", "snr"])
    let bars = try #require(table["rows"] as? [[Double]]).map { $0[3] }
    #expect(zip(bars, [0.9, 0.72, 0.36]).allSatisfy { abs($0 - $1) < 1e-15 } && bars.count == 3)
  }

  @Test func `run prints numbers that read back exactly, the same in JSON and CSV`() throws {
    struct Run: Decodable {
      struct Table: Decodable { let rows: [[Double]] }
      let tables: [String: Table]
    }
    let line = "run noise-schedule/schedule --set T=1000 --format"
    let text = try Command.run("\(line) json").output
    let run = try JSONDecoder().decode(Run.self, from: Data(text.utf8))
    let rows = try #require(run.tables["schedule"]?.rows)
    let csv = try Command.run("\(line) csv").lines
    #expect(csv.first == "t,beta,alpha,alpha_bar,snr")
    #expect(csv.count == 1001 && rows.count == 1000)
    for (row, line) in zip(rows, csv.dropFirst()) {
      #expect(line.split(separator: ",").compactMap { Double($0) } == row)
    }
    // Fifty digits of the last alpha-bar begin so.
    #expect(abs(rows[999][3] / 4.035829765375692e-05 - 1) < 1e-12)
  }

  @Test(arguments: [
    "run noise-schedule/schedule", "run noise-schedule/compare --format json",
    "run noise-schedule/shortened --format csv --set T=10000", "verify --json", "list --json",
    "run noise-schedule/schedule --set T=1 --format text",
  ])
  func `equal arguments is equal, byte by byte`(line: String) throws {
    let first = try Command.run(line)
    #expect(first.status == 0 && !first.output.isEmpty)
    #expect(try Command.run(line).output == first.output)
  }

  @Test(arguments: [0, 1, UInt64(Int64.max), UInt64.max])
  func `run keeps a seed of any size`(seed: UInt64) throws {
    let text = try Command.run("run 01/schedule --set T=1 --seed \(seed) --format json").output
    #expect(text.contains("\"seed\": \(seed),"))
  }

  @Test func `verify --json counts what failed and lists every item`() throws {
    let value = try json("verify noise-schedule --json")
    #expect(value["failed"] as? Int == 0)
    let items = try #require(value["items"] as? [[String: Any]])
    #expect(items.count > 40)
    for item in items {
      #expect(Set(item.keys) == ["lesson", "id", "kind", "line", "verdict", "says"])
      #expect(["formula", "derivation", "claim"].contains(item["kind"] as? String))
      #expect(["holds", "holds-in-distribution", "unknown"].contains(item["verdict"] as? String))
    }
  }

  @Test func `list names lessons, pages, figures, parameters and their ranges`() throws {
    let value = try json("list --json")
    let lessons = try #require(value["lessons"] as? [[String: Any]])
    let first = try #require(lessons.first { $0["id"] as? String == "noise-schedule" })
    expectInOrder(
      ["id", "number", "title", "minutes", "needs", "goals", "pages", "figures", "exercises"],
      in: try Command.run("list 01 --json").output)
    let figures = try #require(first["figures"] as? [[String: Any]])
    #expect(figures.map { $0["name"] as? String } == ["schedule", "compare", "shortened"])
    let parameters = try #require(figures[0]["parameters"] as? [[String: Any]])
    #expect(parameters.contains { $0["range"] as? String == "a whole number from 1 to 10000" })
    let listing = try Command.run("list 01").output
    for word in ["T=1000", "a whole number from 1 to 10000", "schedule=linear", "shortened"] {
      #expect(listing.contains(word))
    }
  }

  @Test func `the program alone says how to go on where there is no terminal`() throws {
    let result = try Command.run("")
    #expect(result.status == 0)
    #expect(result.output.contains("noise-schedule"))
    #expect(result.output.contains("noisebook read LESSON"))
    #expect(!result.output.contains("\u{1B}"))
  }

  @Test func `open prints the page that was asked for where there is no terminal`() throws {
    let result = try Command.run("open noise-schedule/alpha")
    #expect(result.status == 0)
    #expect(result.output.contains("What survives: alpha"))
    #expect(!result.output.contains("\u{1B}"))
  }

  @Test func `doctor says what is missing and where the place is kept`() throws {
    let result = try Command.run("doctor")
    #expect(result.status == 0)
    for word in ["terminal", "full screen", "no: Standard input is no terminal", "progress.json"] {
      #expect(result.output.contains(word))
    }
    #expect(try Command.run("doctor", environment: ["HOME": ""]).output.contains("HOME is not set"))
  }

  @Test(arguments: [("xterm-256color", true), ("vt100", false)])
  func `doctor says how to turn off the holding of frames`(type: String, holds: Bool) throws {
    let output = try Command.run("doctor", environment: ["TERM": type]).output
    #expect(output.contains("--no-sync") == holds)
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `--generate-completion-script is a script that knows the commands`(shell: String) throws {
    let result = try Command.run("--generate-completion-script \(shell)")
    #expect(result.status == 0)
    for name in ["open", "list", "read", "run", "verify", "doctor"] {
      #expect(result.output.contains(name))
    }
  }

  @Test func `--help names examples, and --version a number`() throws {
    let help = try Command.run("--help")
    #expect(help.status == 0 && help.output.contains("Examples:"))
    #expect(help.output.contains("noisebook run noise-schedule/schedule --set T=50 --format csv"))
    let version = try Command.run("--version")
    #expect(version.status == 0 && version.output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
    #expect(try Command.run("help run").output.contains("--set"))
  }
}
