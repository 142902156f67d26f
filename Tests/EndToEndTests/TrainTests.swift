import Foundation
import Testing

@Suite(.timeLimit(.minutes(2))) struct `Training from the command line` {
  /// In one folder a training that ends by itself, in another one that is ended by a signal and
  /// then goes on.
  @Test(arguments: [("INT", 130), ("TERM", 143), ("KILL", 137)])
  func `a training that was ended goes on to the very same weights`(
    signal: String, status: Int
  ) throws {
    let train = "\(Programs.noisebook) train moons --steps 600"
    // With set -m, for without it a shell lets its background ignore SIGINT.
    let script = """
      set -m
      file=.local/share/noisebook/weights/moons.safetensors
      mkdir other
      HOME=$PWD/other \(train) 2>/dev/null >/dev/null || echo failed
      \(train) 2>lines >/dev/null & child=$!
      for i in $(seq 1 400); do grep -qs "step 60 of" lines && break; sleep 0.05; done
      kill -\(signal) $child; wait $child 2>/dev/null; echo "status $?"
      test -e $file && echo early
      \(train) 2>/dev/null | grep -c "weights are in $PWD/$file"
      cmp other/$file $file && echo same
      find .local -type f
      """
    let home = FileManager.default.temporaryDirectory.appendingPathComponent("nb-\(UUID())")
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: home) }
    let result = try Programs.run(
      ["bash", "-c", "cd \(home.path) && \(script)"],
      environment: ["HOME": home.path, "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"])
    #expect(
      result.output.split(separator: "\n").map(String.init) == [
        "status \(status)", "1", "same", ".local/share/noisebook/weights/moons.safetensors",
      ])
  }

  @Test func `--json names the loss and the floor below it`() throws {
    let result = try Command.run("train ring --steps 20 --json")
    #expect(result.status == 0)
    let json = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
    let loss = try #require(json?["loss"] as? Double)
    let floor = try #require(json?["loss_floor"] as? Double)
    #expect(loss > floor && floor > 0 && json?["model"] as? String == "ring")
    #expect(result.errors.split(separator: "\n").count == 10)
  }

  #if arch(x86_64) && os(Linux)
    /// OpenBLAS has other products for a processor of 2004, without fused or wide multiplication: with
    /// them the losses of a thousand steps were within 1e-3, those of the first quarter within 2e-7.
    @Test func `another processor's products give the same losses, to what docs/weights.md says`()
      throws
    {
      func losses(_ processor: [String: String]) throws -> [Double] {
        let line =
          "run noise-prediction/learning --set updates=200 --set samples=10 --set T=20 --format json"
        let result = try Command.run(line, environment: processor)
        let json = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
        let tables = (json as? [String: Any])?["tables"] as? [String: Any]
        let rows = (tables?["training"] as? [String: Any])?["rows"] as? [[Any]]
        return try #require(rows, "\(result.errors)").dropFirst().compactMap { $0[1] as? Double }
      }
      let (here, there) = (try losses([:]), try losses(["OPENBLAS_CORETYPE": "Prescott"]))
      #expect(here.count == 100 && there.count == 100)
      for (index, (a, b)) in zip(here, there).enumerated() {
        #expect(abs(a - b) < (index < 25 ? 1e-5 : 1e-2) * a, "picture \(index)")
      }
    }
  #endif

  @Test(arguments: [
    ("train mons", 64, "Did you mean moons?"), ("train", 64, "Missing expected argument"),
    ("train moons --steps 0", 64, "from 1 to 1000000"),
  ])
  func `a refused training says what to do`(line: String, status: Int, sentence: String) throws {
    let result = try Command.run(line)
    #expect(result.status == status && result.output.isEmpty)
    #expect(result.errors.contains(sentence), "\(result.errors)")
  }

  @Test func `a training whose file is broken is refused and left as it is`() throws {
    let folder = ".local/state/noisebook/training"
    let script = """
      mkdir -p \(folder) && echo broken >\(folder)/moons.safetensors
      \(Programs.noisebook) train moons --steps 20; echo "status $?"; cat \(folder)/*
      """
    let home = FileManager.default.temporaryDirectory.appendingPathComponent("nb-\(UUID())")
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: home) }
    let result = try Programs.run(
      ["bash", "-c", "cd \(home.path) && { \(script)\n} 2>&1"],
      environment: ["HOME": home.path, "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"])
    #expect(result.output.contains("no safetensors file"))
    #expect(result.output.contains("With --anew the training begins anew."))
    #expect(result.output.hasSuffix("status 2\nbroken\n"))
  }
}
