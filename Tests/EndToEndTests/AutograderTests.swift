import Foundation
import Testing

/// Gradescope's folders under another root, and the archive unpacked as Gradescope unpacks it: into
/// `source`, with `run_autograder` beside.
///
/// The installed folder that `--program` takes has the program under test, called by a script.
private final class Gradescope {
  let root = FileManager.default.temporaryDirectory.appendingPathComponent(
    "nb-\(UUID().uuidString)")

  init(_ options: String = "") throws {
    let script = """
      set -eu
      mkdir -p \(root.path)/submission \(root.path)/installed/bin && cd \(root.path)
      printf '#!/bin/sh\\nexec %s "$@"\\n' \(Programs.noisebook) >installed/bin/noisebook
      HOME=\(root.path) \(Programs.noisebook) autograder --program installed -o a.zip \(options)
      python3 -c 'import os, zipfile
      for item in zipfile.ZipFile("a.zip").infolist():
          os.chmod(zipfile.ZipFile("a.zip").extract(item, "source"), item.external_attr >> 16)'
      cp source/run_autograder . && AUTOGRADER=\(root.path) source/setup.sh
      """
    let result = try Programs.run(["bash", "-c", script])
    try #require(result.status == 0, "\(result.output)")
  }

  deinit { try? FileManager.default.removeItem(at: root) }

  struct Results: Decodable {
    struct Test: Decodable {
      let score: Double
      let name: String
      let output: String
    }
    let score: Double
    let output: String
    let tests: [Test]?

    func test(_ name: String) throws -> Test {
      try #require(tests?.first { $0.name == name })
    }
  }

  func submit(_ files: [String: String], path: String? = nil) throws -> Results {
    for (name, text) in files {
      try Data(text.utf8).write(to: root.appendingPathComponent("submission/\(name)"))
    }
    let script = """
      cd / && PATH=\(path ?? "$PATH") AUTOGRADER=\(root.path) \(root.path)/run_autograder
      """
    let result = try Programs.run(["bash", "-c", script])
    try #require(result.status == 0, "\(result.output)")
    return try JSONDecoder().decode(
      Results.self, from: Data(contentsOf: root.appendingPathComponent("results/results.json")))
  }
}

private let canBecomeNobody =
  (try? Programs.run([
    "env", "PATH=/usr/bin:/bin", "setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups",
    "python3", "-c", "",
  ]))?.status == 0

private let progress = #"""
  {"schema": 1, "reader": "Ada", "exercises": {
   "snr": {"attempts": [{"at": 1, "kind": "typed", "answer": "abar[t]/(1-abar[t])", "verdict": "right"}]},
   "alpha-bar": {"attempts": [{"at": 2, "kind": "typed", "answer": "alpha[t]", "verdict": "right"}]}}}
  """#

private func program(_ result: String) -> String {
  """
  import json, sys
  for line in sys.stdin:
      case = json.loads(line)
      a, t = case["inputs"].get("alpha_bar"), case["inputs"]["t"]
      print(json.dumps({"case": case["case"], "result": \(result)}))
  """
}

@Suite(.timeLimit(.minutes(2))) struct `An archive for Gradescope` {
  @Test func `grades what is right, wrong, forged and missing`() throws {
    let results = try Gradescope("--lesson 01").submit([
      "progress.json": progress, "other.json": "{}", "snr.py": program("a[t]/(1-a[t])"),
      "alpha_bar.py": program("0.5"),
    ])
    #expect(results.score == 2 && results.output.contains("Tampered with: alpha-bar."))
    #expect(try results.test("snr").score == 1 && results.test("snr-program").score == 1)
    #expect(try results.test("alpha-bar").output.contains("Slips: alpha-for-abar."))
    #expect(try results.test("alpha-bar-program").output.contains("the same result whatever"))
    #expect(try results.test("noise-share-slip").output == "Not answered.")
    #expect(try #require(results.tests).reduce(0) { $0 + $1.score } == results.score)
  }

  @Test func `ends a program that hangs, and goes on`() throws {
    let results = try Gradescope("--lesson 01 --timeout 2").submit([
      "progress.json": progress, "alpha_bar.py": "import time\ntime.sleep(1000)\n",
    ])
    let hanging = try results.test("alpha-bar-program")
    #expect(hanging.output.contains("No answer came within 2 seconds"))
    #expect(try results.score == 1 && results.test("snr").score == 1)
  }

  /// Whoever runs the tests may be root, as Gradescope's script is; others can't become nobody.
  @Test(.enabled(if: canBecomeNobody, "SKIPPED: programs can't be run as nobody here."))
  func `runs programs as nobody, who can't write the results`() throws {
    let gradescope = try Gradescope("--lesson 01")
    let results = try gradescope.submit(
      [
        "snr.py": """
        import os, sys
        try:
            open("\(gradescope.root.path)/results/results.json", "w")
        except OSError as error:
            sys.exit(f"{os.getuid()}: {error.strerror}")
        """
      ], path: "/usr/bin:/bin")
    let output = try results.test("snr-program").output
    #expect(output.contains("It said: 65534: Permission denied"), "\(output)")
  }

  @Test func `says of what is no submission that it is none`() throws {
    let gradescope = try Gradescope("--lesson posterior")
    let broken = try gradescope.submit(["progress.json": "damaged"])
    #expect(broken.score == 0 && broken.output.contains("could not be graded (status 2)"))
    let empty = try Gradescope("--lesson posterior").submit([:])
    #expect(empty.score == 0 && empty.output.hasPrefix("0 of "))
  }

  @Test func `takes lessons of one's own with it`() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "nb-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let lesson = """
      ---
      id: our-own
      minutes: 20
      needs: []
      goals: [a goal]
      ---

      # Ours

      <!-- step
      id: try
      -->
      ## Try

      ```exercise
      id: half
      kind: number
      level: recall
      asks: What is a half?
      answer: 1/2
      hints: [Two of it make one.]
      solution: It is {1/2}.
      ```
      """
    try Data(lesson.utf8).write(to: folder.appendingPathComponent("20-our-own.md"))
    let progress = """
      {"schema": 1, "exercises": {"half": {"attempts": [
        {"at": 1, "kind": "typed", "answer": "0.5", "verdict": "right"}]}}}
      """
    let results = try Gradescope("--lesson our-own --lessons \(folder.path)").submit([
      "mine.json": progress
    ])
    #expect(results.score == 1 && results.tests?.map(\.name) == ["half"])
  }

  @Test(arguments: [
    ("-o x.zip --lesson nope", 64, "no lesson"), ("-o x.zip --timeout 0", 64, "from 0.1 to 3600"),
    ("-o x.zip --program nowhere", 2, "nowhere/bin/noisebook"),
  ])
  func `is refused with what to do`(line: String, status: Int, sentence: String) throws {
    let result = try Command.run("autograder \(line)")
    #expect(result.status == status && result.errors.contains(sentence), "\(result.errors)")
  }
}
