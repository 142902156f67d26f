import Testing

/// The glyphs and the colours of a film; `GoldenFilmTests` has its pictures.
@Suite(.timeLimit(.minutes(2)))
struct PlayPictureTests {
  @Test func `only ASCII is shown where the locale has no more, in every frame`() async throws {
    let session = try await TerminalSession.film(
      "forward-process/cloud --set T=10 --set samples=100", locale: "C")
    try session.press("Home")
    for step in 0...10 {
      let shown = try await session.picture(with: "= t = \(step) ")
      #expect(shown.allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } })
      try session.press(".")
    }
  }

  @Test(
    arguments: [
      ("--loop", ["NO_COLOR": "1"], "xterm-256color"), ("--loop --no-color", [:], "xterm-256color"),
      ("--loop", [:], "vt100"),
    ] as [(String, [String: String], String)])
  func `without colour there is none, and the two moons are told apart by shape`(
    options: String, environment: [String: String], type: String
  ) async throws {
    let session = try await TerminalSession.film(
      "forward-process/cloud --set T=10 --set samples=100", options, type: type,
      environment: environment)
    try session.press("Home")
    let shown = try await session.picture(with: "‖ t = 0 ")
    #expect(Film.looks(in: try session.styledScreen()).isSubset(of: Film.plainLooks))
    for sign in ["○", "△"] { #expect(shown.contains { $0.contains(sign) }) }
  }

  @Test func `with colours the two moons have one each`() async throws {
    let session = try await TerminalSession.film(
      "forward-process/cloud --set T=10 --set samples=100")
    try session.press("Home")
    _ = try await session.picture(with: "‖ t = 0 ")
    let looks = Film.looks(in: try session.styledScreen())
    #expect(looks.subtracting(Film.plainLooks).isSuperset(of: ["38", "5"]))
    #expect(looks.subtracting(Film.plainLooks).count >= 4)
  }
}
