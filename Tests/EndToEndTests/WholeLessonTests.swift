import Foundation
import Testing

/// An exercise of lesson 05 with an answer that is wrong and one that is right.
private struct Task {
  let id: String
  let wrong: String
  let right: String
}

private let tasks = [
  Task(id: "recall-known-start", wrong: "a", right: "b"),
  Task(id: "btilde-by-hand", wrong: "0.5", right: "0.28/0.64*0.5"),
  Task(
    id: "mean-from-noise-by-hand", wrong: "(1.3-0.5/0.64*0.8)/sqrt(0.5)",
    right: "(1.3-0.5/0.8*0.8)/sqrt(0.5)"),
  Task(id: "mean-arguments", wrong: "a", right: "c"),
  Task(id: "mean-in-order", wrong: "a b c", right: "a c b"),
  Task(id: "beta-before", wrong: "3", right: "2"),
  Task(
    id: "posterior-variance", wrong: "beta[t]", right: "(1-abar[t-1])/(1-abar[t])*beta[t]"),
  Task(
    id: "posterior-mean-noise", wrong: "(xt-beta[t]*eps)/sqrt(alpha[t])",
    right: #"\frac{1}{\sqrt{\alpha_t}}(x_t-\frac{\beta_t}{\sqrt{1-\bar\alpha_t}}\epsilon)"#),
  Task(
    id: "posterior-mean-x0", wrong: "xt/sqrt(alpha[t])",
    right: "(sqrt(abar[t-1])*beta[t]*x0+sqrt(alpha[t])*(1-abar[t-1])*xt)/(1-abar[t])"),
]

private let turned = ["schedule=custom", "betas=0.5,0.02,0.02"]

private let program = """
  import json, sys
  for line in sys.stdin:
      case = json.loads(line)
      a, t = case["inputs"]["alpha_bar"], case["inputs"]["t"]
      b = case["inputs"]["beta"][t - 1]
      print(json.dumps({"case": case["case"], "result": (1 - a[t - 1]) / (1 - a[t]) * b}))
  """

/// A home folder, with the exercises' pages as the program tells them.
private final class Desk {
  let home = FileManager.default.temporaryDirectory.appendingPathComponent(
    "nb-\(UUID().uuidString)")
  /// The number of an exercise's page, by its id.
  private(set) var pages: [String: Int] = [:]

  init() throws {
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    let lessons = try parsed(try run("$noisebook list posterior --json").output)["lessons"]
    let lesson = try #require((lessons as? [[String: Any]])?.first)
    let ids = (lesson["pages"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String }
    let items = try parsed(try run("$noisebook exercises posterior --json").output)["exercises"]
    for item in items as? [[String: Any]] ?? [] {
      guard let page = item["page"] as? String, let index = ids.firstIndex(of: page) else {
        continue
      }
      pages[try #require(item["id"] as? String)] = index + 1
    }
  }

  deinit { try? FileManager.default.removeItem(at: home) }

  func run(_ script: String) throws -> Programs.Result {
    let text = "export HOME=\(home.path) XDG_STATE_HOME=\(home.path)/state LC_ALL=C.UTF-8\n"
    return try Programs.run(
      ["bash", "-c", "\(text)cd; noisebook=\(Programs.noisebook)\n\(script)"])
  }

  func put(_ text: String, _ name: String) throws {
    try Data(text.utf8).write(to: home.appendingPathComponent(name))
  }

  /// The names of the lesson's exercises that are not solved.
  func unsolved() throws -> [String] {
    let lessons = try parsed(try run("$noisebook progress posterior --json").output)["lessons"]
    let lesson = try #require((lessons as? [[String: Any]])?.first)
    return (lesson["exercises"] as? [[String: Any]] ?? []).filter { $0["solved"] as? Bool != true }
      .compactMap { $0["id"] as? String }
  }

  private func parsed(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }
}

/// Every exercise of the lesson is met, answered wrong, then right.
@Suite(.serialized, .timeLimit(.minutes(5))) struct `All exercises of a lesson` {
  @Test func `are done by commands alone`() throws {
    let desk = try Desk()
    // None is left out here that the lesson has.
    #expect(
      Set(desk.pages.keys)
        == Set(tasks.map(\.id) + ["posterior-variance-program", "turn-the-ratio"]))
    try desk.put(program, "variance.py")
    let answers =
      tasks.map { ($0.id, $0.wrong, $0.right) } + [
        ("turn-the-ratio", "T=50", turned.joined(separator: " "))
      ]
    for (id, wrong, right) in answers {
      let result = try desk.run(
        """
        $noisebook exercises \(id) --hints 1 | grep -c 'Hint 1 of'; $noisebook answer \(id) '\(wrong)'
        echo "status $?"; $noisebook answer \(id) '\(right)'; echo "status $?"
        """)
      let lines = result.output.split(separator: "\n").map(String.init)
      #expect(lines.count == 5 && lines.first == "1", "\(result.output)")
      #expect(lines.filter { $0.hasPrefix("status") } == ["status 1", "status 0"], "\(lines)")
      #expect(lines.contains { $0.hasPrefix("Wrong.") } && lines.contains { $0.hasPrefix("Right") })
    }
    let check = try desk.run("$noisebook check posterior-variance -- python3 variance.py")
    #expect(check.status == 0 && check.output.hasPrefix("Right."))
    #expect(try desk.unsolved().isEmpty)
  }

  @Test func `are done line by line`() throws {
    let desk = try Desk()
    var lines: [String] = []
    for task in tasks {
      lines.append("\(try #require(desk.pages[task.id]))")
      lines += ["hint", "hint", "less", "a (", "a \(task.wrong)", "a \(task.right)", "worked"]
    }
    lines += ["\(try #require(desk.pages["turn-the-ratio"]))", "a"] + turned.map { "set \($0)" }
    try desk.put((lines + ["a", "q"]).joined(separator: "\n") + "\n", "typed")
    let result = try desk.run("$noisebook open posterior --plain <typed")
    #expect(result.status == 0)
    func count(_ text: String) -> Int { result.output.ranges(of: text).count }
    #expect(count("Hint 1 of") == 2 * tasks.count && count("Worked answer:") == tasks.count)
    #expect(count("Not an answer.") == tasks.count)
    #expect(count("Wrong.") == tasks.count + 1 && count("Right") == tasks.count + 1)
    #expect(!result.output.contains("\u{1B}"))
    // A program is sent by a command.
    #expect(try desk.unsolved() == [])
  }

  @Test func `are done with keys, in 24 lines of 80`() async throws {
    let desk = try Desk()
    let session = try TerminalSession.noisebook("open posterior")
    try await session.wait(for: "05 The posterior")
    func go(to id: String) async throws {
      let page = try #require(desk.pages[id])
      try session.type("\(page)g")
      try await session.wait(for: " \(page)/")
      try await session.wait(for: "a answer")
    }
    for task in tasks {
      try await go(to: task.id)
      try session.type("i")
      try await session.wait(for: "Hint 1 of")
      try session.type("I")
      try await session.wait(for: "no hint") { !$0.contains { $0.contains("Hint 1 of") } }
      try session.type("a")
      try await session.wait(for: "Answer:")
      try session.type("sqrt(")
      if task.id.hasPrefix("posterior") { try await session.wait(for: "↓") }
      try session.press("C-u")
      try session.type(task.wrong)
      try session.press("Enter")
      try await session.wait(for: "✗ Wrong.")
      try session.type("a")
      try await session.wait(for: "Answer: \(task.wrong.prefix(20))")
      try session.press("C-u")
      try session.type(task.right)
      try session.press("Enter")
      try await session.wait(for: "✓ Right")
      try await session.wait(for: ": solved")
    }
    try await go(to: "turn-the-ratio")
    try session.press("Tab", "Enter")
    try await session.wait(for: "schedule = linear")
    try session.press("C-u")
    try session.type("custom")
    try session.press("Enter")
    try await session.wait(for: "[schedule custom]")
    try session.press("Tab", "Enter")
    try await session.wait(for: "betas = 0.1,0.2,0.5")
    try session.press("C-u")
    try session.type("0.5,0.02,0.02")
    try session.press("Enter")
    try await session.wait(for: "ratio_2 0.98")
    try session.type("a")
    try await session.wait(for: "✓ Right: ratio_2")
    try session.press("q")
    #expect(try await session.status() == 0)
  }
}
