import Exercises
import Foundation
import Programs
import Testing

private let withProgram = Exercise.all.filter { $0.program != nil }

/// A Python that has PyTorch; it takes seconds to start, so it is asked for.
private let torch = ProcessInfo.processInfo.environment["NOISEBOOK_PYTORCH"]
private let withoutTorch: Comment =
  "SKIPPED: NOISEBOOK_PYTORCH names no Python with PyTorch, so its templates were not run."

@Suite(.timeLimit(.minutes(5))) struct TemplateTests {
  @Test(.enabled(if: isThere("python3"), "SKIPPED: there is no python3."), arguments: withProgram)
  func `the Python template runs as it is, and with the answer it is right`(
    exercise: Exercise
  ) throws {
    let workshop = try Workshop()
    let template = try #require(Template(exercise)).text(in: .python)
    let unsolved = try mark(exercise, ["python3", try workshop.put(template, "unsolved.py")])
    #expect(unsolved.verdict == .wrong && unsolved.misconception == "ignores-input")
    let solution = try #require(solutions[exercise.id])
    let text = try solved(exercise, .python, by: solution)
    let marking = try mark(exercise, ["python3", try workshop.put(text, "solved.py")])
    #expect(marking.verdict == .right, "\(exercise.id): \(marking.says)")
  }

  @Test(.enabled(if: torch != nil, withoutTorch), arguments: withProgram)
  func `the PyTorch template runs as it is`(exercise: Exercise) throws {
    let workshop = try Workshop()
    let template = try #require(Template(exercise)).text(in: .pytorch)
    let program = try workshop.put(template, "unsolved.py")
    let unsolved = try mark(exercise, [try #require(torch), program])
    #expect(unsolved.misconception == "ignores-input", "\(unsolved.says)")
  }

  @Test(.enabled(if: torch != nil, withoutTorch), arguments: tensorSolutions.keys.sorted())
  func `the PyTorch template with the answer is right`(id: String) throws {
    let workshop = try Workshop()
    let solution = try #require(tensorSolutions[id])
    let text = try solved(try exercise(id), .pytorch, by: solution)
    let program = try workshop.put(text, "solved.py")
    let marking = try mark(try exercise(id), [try #require(torch), program])
    #expect(marking.verdict == .right, "\(marking.says)")
    // What the template sets is what makes the difference.
    let single = text.split(separator: "\n").filter { !$0.contains("set_default_dtype") }
    let other = try workshop.put(single.joined(separator: "\n"), "single.py")
    let rough = try mark(try exercise(id), [try #require(torch), other])
    #expect(rough.misconception == "single-precision", "\(rough.says)")
  }

  @Test func `the Swift template is compiled, and with the answer it is right`() throws {
    let workshop = try Workshop()
    let exercise = try exercise("ddim-step")
    let text = try solved(exercise, .swift, by: swiftSolution)
    let marking = try mark(exercise, [try compiled(text, in: workshop)])
    #expect(marking.verdict == .right, "\(marking.says)")
  }

  /// One of a number and one of a list for each step; `NOISEBOOK_SWIFT_TEMPLATES=all` for all, at
  /// some seconds each.
  @Test(
    arguments: ProcessInfo.processInfo.environment["NOISEBOOK_SWIFT_TEMPLATES"] == "all"
      ? withProgram.map(\.id) : ["snr", "ddim-sample"])
  func `the Swift template runs as it is`(id: String) throws {
    let workshop = try Workshop()
    let text = try #require(Template(try exercise(id))).text(in: .swift)
    let marking = try mark(try exercise(id), [try compiled(text, in: workshop)])
    #expect(marking.misconception == "ignores-input", "\(marking.says)")
  }

  private func compiled(_ text: String, in workshop: Workshop) throws -> String {
    let program = "\(workshop.path)/program"
    let compiler = Process()
    compiler.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    compiler.arguments = ["swiftc", try workshop.put(text, "program.swift"), "-o", program]
    try compiler.run()
    compiler.waitUntilExit()
    try #require(compiler.terminationStatus == 0)
    return program
  }
}
