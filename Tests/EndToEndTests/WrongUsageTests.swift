import Testing

/// A command that is refused: its line, its status, and what its sentence says.
private typealias Refusal = (line: String, status: Int, sentence: String)

private let schedule = "run noise-schedule/schedule"

private let refusals: [Refusal] = [
  ("opne", 64, #"There is no command "opne". Did you mean open?"#),
  ("zzz", 64, #"There is no command "zzz". Try noisebook --help."#),
  ("open nois-schedule", 64, "Did you mean noise-schedule?"),
  ("open 99", 64, #"There is no lesson "99". There are: "#),
  ("open noise-schedule/alpa", 64, "Did you mean alpha"),
  ("open noise-schedule/999", 64, "Pages go from 1 to "),
  ("open noise-schedule/0", 64, "Pages go from 1 to "),
  ("list nope", 64, #"There is no lesson "nope"."#), ("verify nope", 64, "There are: "),
  ("run noise-schedule", 64, "Name a figure too: noise-schedule/schedule"),
  ("run noise-schedule/schedul", 64, "Did you mean schedule?"),
  ("run zzz/schedule", 64, #"There is no lesson "zzz"."#),
  ("\(schedule) --set tt=3", 64, "this figure has schedule, T, beta_start, beta_end, betas, show."),
  ("\(schedule) --set T", 64, "--set takes NAME=VALUE"),
  ("\(schedule) --set T=0", 64, "give a whole number from 1 to 10000."),
  ("\(schedule) --set T=10001", 64, "give a whole number from 1 to 10000."),
  ("\(schedule) --set T=abc", 64, #"T can't be "abc"; give a whole number from 1 to 10000."#),
  ("\(schedule) --set T=", 64, "give a whole number from 1 to 10000."),
  ("\(schedule) --set beta_start=0", 64, "give a number above 0 and below 1."),
  ("\(schedule) --set beta_end=1", 64, "give a number above 0 and below 1."),
  ("\(schedule) --set beta_end=nan", 64, "give a number above 0 and below 1."),
  ("\(schedule) --set schedule=square", 64, "give one of linear, scaled-linear, cosine, custom."),
  ("\(schedule) --set schedule=custom --set betas=0.1,,2", 64, "separated by commas."),
  ("\(schedule) --set betas=0.1,0.2", 64, "Betas of your own need schedule=custom"),
  ("\(schedule) --set schedule=linear --set betas=0.1", 64, "need schedule=custom"),
  ("\(schedule) --set schedule=custom --set betas=0.1,0.2 --set T=3", 64, "leave T out"),
  ("\(schedule) --formula jump=x0", 64, "has no formula that can be replaced"),
  ("\(schedule) --format xml", 64, "'text', 'json' or 'csv'"),
  ("\(schedule) --seed x", 64, "--seed"), ("\(schedule) --glyphs runes", 64, "--glyphs"),
  ("read 01 --width 5", 64, "from 20 to 1000"), ("read 01 --width abc", 64, "--width"),
  ("--bogus", 64, "--bogus"), ("read", 64, "<lesson or file>"),
  ("read ''", 64, "There are: "), ("run ''", 64, "There are: "),
  ("--generate-completion-script tcsh", 64, "zsh bash fish"),
  ("read ./nowhere.md", 2, "./nowhere.md: No such file or directory."),
  ("read .", 64, #"There is no lesson ".""#), ("read ./", 2, "Is a directory"),
  ("read /proc/self/mem", 2, "/proc/self/mem"), ("read ./program.bin", 2, "program.bin"),
  ("list --lessons ./nowhere", 2, "./nowhere: No such file or directory."),
  ("list --lessons ./program.bin", 2, "Not a directory"),
]

@Suite(.timeLimit(.minutes(2))) struct `A command that is refused` {
  @Test(arguments: refusals)
  private func `says what to do in one sentence, on standard error`(refusal: Refusal) throws {
    let program = (0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 97 &* ($0 >> 3)) }
    let result = try Command(refusal.line).with("program.bin", program).run()
    #expect(result.status == refusal.status)
    #expect(result.errors.contains(refusal.sentence), "\(result.errors)")
    #expect(result.output.isEmpty)
    #expect(result.errors.hasPrefix("noisebook: ") || result.errors.hasPrefix("Error: "))
    #expect(!result.errors.contains("Fatal") && !result.errors.contains(".swift"))
    if result.errors.hasPrefix("noisebook: ") {
      #expect(result.errors.split(separator: "\n").count == 1)
    }
  }

  @Test func `does not send on what would steer a terminal`() throws {
    let result = try Command.run("open $'\\e[31m\\u202ered'")
    #expect(result.status == 64)
    #expect(result.errors.contains("\u{FFFD}[31m\u{FFFD}red"))
    #expect(!result.errors.contains("\u{1B}"))
  }
}
