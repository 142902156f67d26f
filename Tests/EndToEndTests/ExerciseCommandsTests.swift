import Foundation
import Testing

private let echo = #"""
  python3 -c "import json,sys
  for l in sys.stdin:
    c=json.loads(l); i=c['inputs']; a=i['alpha_bar']; t=i['t']
    print(json.dumps({'case':c['case'],'result':ANSWER}))"
  """#
  .split(separator: "\n").joined(separator: "\n")

private func json(_ result: Command.Result) throws -> [String: Any] {
  let value = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
  return try #require(value as? [String: Any])
}

@Suite(.timeLimit(.minutes(2))) struct `Exercises on the command line` {
  @Test(arguments: [
    ("posterior-variance '(1-abar[t-1])/(1-abar[t])*beta[t]'", 0, "right"),
    (#"posterior-variance '\frac{1-\bar\alpha_{t-1}}{1-\bar\alpha_t}\beta_t'"#, 0, "right"),
    ("guided-noise '-w*eps_u + (1+w)*eps_c'", 0, "right"),
    ("guided-noise -w*eps_u + '(1+w)*eps_c'", 0, "right"),
    ("guided-noise -- '-w*eps_u + (1+w)*eps_c'", 0, "right"),
    ("posterior-variance 'beta[t]'", 1, "wrong"), ("posterior-variance 'btilde[t]'", 2, "invalid"),
    ("posterior-variance 'beta['", 2, "invalid"), ("posterior-variance --foo", 2, "invalid"),
  ])
  func `answer's verdict is its exit status`(line: String, status: Int, verdict: String) throws {
    let result = try Command.run("answer --json \(line)")
    #expect(result.status == status && result.errors.isEmpty)
    let value = try json(result)
    #expect(value["verdict"] as? String == verdict)
    let keys = ["exercise", "verdict", "misconception", "says", "counterexample"]
    let places = keys.compactMap { result.output.firstRange(of: "\"\($0)\":")?.lowerBound }
    #expect(places.count == keys.count && places == places.sorted())
    #expect(value["counterexample"] is NSNull == (verdict != "wrong"))
  }

  @Test(arguments: [
    ("answer posterior-varianc 1", 64, "Did you mean posterior-variance"),
    ("answer ddpm-sample 1", 64, "noisebook check ddpm-sample -- COMMAND"),
    ("check nope -- true", 64, "There is no exercise \"nope\""),
    ("check snr", 64, "Say how to start your program"),
    ("check snr -- no-such-program", 2, "no-such-program can't be started: No such file"),
    ("check snr --timeout 0 -- true", 64, "from 0.1 to 3600"),
    ("exercises zzz", 64, "noisebook exercises lists them"),
    ("exercises posterior --template python", 64, "for one exercise"),
    ("exercises beta-before --template python", 64, "is answered without a program"),
    ("exercises snr --template cobol", 64, "one of 'python', 'pytorch' or 'swift'"),
  ])
  func `a refused command says what to do`(line: String, status: Int, sentence: String) throws {
    let result = try Command.run(line)
    #expect(result.status == status && result.output.isEmpty)
    #expect(result.errors.contains(sentence), "\(result.errors)")
  }

  @Test(
    arguments: [
      ("a[t]/(1-a[t])", 0, "right", nil), ("(1-a[t])/a[t]", 1, "wrong", "inverted-fraction"),
    ]
      as [(String, Int, String, String?)])
  func `check judges a program, with an entry for each case`(
    answer: String, status: Int, verdict: String, slip: String?
  ) throws {
    let program = echo.replacingOccurrences(of: "ANSWER", with: answer)
    let result = try Command.run("check snr --json -- \(program)")
    #expect(result.status == status, "\(result.errors)")
    let value = try json(result)
    #expect(value["verdict"] as? String == verdict && value["misconception"] as? String == slip)
    let cases = try #require(value["cases"] as? [[String: Any]])
    #expect(cases.allSatisfy { $0["verdict"] as? String == verdict } && cases.count > 20)
    #expect(Set(cases[0].keys) == ["case", "verdict", "inputs", "expected", "got"])
  }

  /// Ctrl-C reaches noisebook alone, for the program has a group of its own.
  @Test func `an interrupted check ends its program first, then dies by the signal`() throws {
    let line = "check snr -- sh -c 'echo $$ >number; exec sleep 100'"
    let script = """
      \(Programs.noisebook) \(line) & child=$!
      for i in $(seq 1 200); do test -s number && break; sleep 0.05; done
      kill -INT $child; wait $child; echo "status $?"
      kill -0 $(cat number) 2>/dev/null && echo alive || echo gone
      """
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    // A job of a shell without job control ignores SIGINT, so one with it is asked for.
    let result = try Programs.run(["bash", "-c", "set -m; cd \(folder.path); \(script)"])
    #expect(
      result.output.contains("status 130") && result.output.contains("gone"), "\(result.output)")
  }

  @Test func `exercises lists all, tells of one, and prints a program`() throws {
    let value = try json(try Command.run("exercises --json"))
    let items = try #require(value["exercises"] as? [[String: Any]])
    let ids = items.compactMap { $0["id"] as? String }
    #expect(ids.count == items.count && Set(ids).count == ids.count)
    // Every kind of a lesson's exercises, and the program's own.
    #expect(
      Set(items.compactMap { $0["kind"] as? String })
        == ["formula", "number", "choice", "order", "wrong-line", "predict", "turn", "program"])
    #expect(Set(ids).isSuperset(of: ["ddim-sample", "cfg-convert", "beta-before"]))
    #expect(items.allSatisfy { Set($0.keys) == Set(items[0].keys) && $0["lesson"] is String })
    let listing = try Command.run("exercises").output
    let one = try Command.run("exercises ddim-step").output
    for line in listing.split(separator: "\n") + one.split(separator: "\n") {
      #expect(line.count <= 80)
    }
    #expect(one.contains("It may use t, p, alpha, beta, abar, btilde, eta, xt, eps, z."))
    #expect(
      try Command.run("exercises ddim-step --template swift").output.contains("let t_previous: Int")
    )
  }
}
