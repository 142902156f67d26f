import Testing

/// What a film looks like: its first and its last frame, cell by cell, and its colours.
@Suite(.timeLimit(.minutes(2)))
struct PlayPictureTests {
  private struct Sample: CustomTestStringConvertible {
    let testDescription: String
    let locale: String
    let first: String
    let last: String
  }

  @Test(arguments: [
    Sample(testDescription: "Unicode", locale: "C.UTF-8", first: first, last: last),
    Sample(testDescription: "ASCII", locale: "C", first: firstInASCII, last: lastInASCII),
  ])
  private func `the first and the last frame are as drawn here`(sample: Sample) async throws {
    let session = try await TerminalSession.film(Film.few, "", locale: sample.locale)
    for (key, name, picture) in [
      ("Home", "t = 0 of 3", sample.first), ("End", "t = 3 of 3", sample.last),
    ] {
      try session.press(key)
      let shown = try await session.picture(with: name)
      #expect(shown.joined(separator: "\n") == picture)
    }
  }

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

private let first = """
   forward-process/cloud  A cloud of points on its way into noise, in steps and …
                              t = 0 of 3: no noise yet
                  iterated                                 jumped
      │                                       │
     3┤                                      3┤
      │                                       │
     2┤                                      2┤
      │                ⡤                      │                ⡤
     1┤           ⠄        ⡀                 1┤           ⠄        ⡀
      │                     ⠁                 │                     ⠁
      │         ⢀            ⢀                │         ⢀            ⢀
     0┤         ⠉           ⠈⠁⠁              0┤         ⠉           ⠈⠁⠁
      │                                       │
    -1┤           ⠘        ⠙                -1┤           ⠘        ⠙
      │                ⠃                      │                ⠃
    -2┤                                     -2┤
      │                                       │
    -3┤                                     -3┤
      │                                       │
      └───────┬────────┬────────┬──────       └───────┬────────┬────────┬──────
             -2        0        2                    -2        0        2

   ‖ t = 0         ●─────────────────────────────────────────────────── 1x
   Space play   . , step   r back   Home End   + - speed   ? help   q quit
  """

private let last = """
   forward-process/cloud  A cloud of points on its way into noise, in steps and …
                       t = 3 of 3: alpha-bar 0.36, SNR 0.563
                  iterated                                 jumped
      │                                       │
     3┤                                      3┤
      │           ⠠                           │
     2┤                                      2┤       ⠂                ⠄
      │                 ⠄                     │               ⠄     ⠄
     1┤        ⠂     ⡀ ⡀                     1┤            ⠂⠠       ⠁
      │                  ⠈   ⢀                │          ⠂  ⠄      ⠠
      │      ⠂    ⠄   ⡀   ⠁                   │      ⠄⡀⠐     ⠁⢀  ⠰⡀
     0┤                  ⠂⡀  ⡀               0┤            ⠂    ⢀       ⠂
      │        ⡈   ⢈⠈   ⡀  ⡀⠠   ⠐             │           ⠠               ⠈
    -1┤      ⠂ ⠠  ⠁    ⢀  ⠐                 -1┤         ⠁        ⠂      ⠈
      │                                       │              ⠂      ⠂
    -2┤                                     -2┤       ⡀               ⠠
      │                                       │
    -3┤                                     -3┤
      │                                       │
      └───────┬────────┬────────┬──────       └───────┬────────┬────────┬──────
             -2        0        2                    -2        0        2

   ‖ t = 3         ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━● 1x
   Space play   . , step   r back   Home End   + - speed   ? help   q quit
  """

private let firstInASCII = """
   forward-process/cloud  A cloud of points on its way into noise, in steps an...
                              t = 0 of 3: no noise yet
                  iterated                                 jumped
      |                                       |
     3+                                      3+
      |                                       |
     2+                                      2+
      |                @                      |                @
     1+           .        .                 1+           .        .
      |                     .                 |                     .
      |         :            .                |         :            .
     0+         O           .:               0+         O           .:
      |                   .                   |                   .
    -1+           o.       @                -1+           o.       @
      |                :                      |                :
    -2+                                     -2+
      |                                       |
    -3+                                     -3+
      |                                       |
      +-------+--------+-------+-------       +-------+--------+-------+-------
             -2        0       2                     -2        0       2

   = t = 0         o--------------------------------------------------- 1x
   Space play   . , step   r back   Home End   + - speed   ? help   q quit
  """

private let lastInASCII = """
   forward-process/cloud  A cloud of points on its way into noise, in steps an...
                       t = 3 of 3: alpha-bar 0.36, SNR 0.563
                  iterated                                 jumped
      |                                       |
     3+                                      3+
      |           .                           |
     2+                                      2+       .               .
      |                 .                     |               .     .
     1+        .     . .                     1+            ..       .
      |                  .   .                |          .  .      .
      |      .    .   .   .                   |      ...     ..  :.
     0+                  ..  .               0+            .    .       .
      |        ..  o.   .  :.   .             |           .               .
    -1+      . .  .    .  .                 -1+         .        .      .
      |                                       |              .      .
    -2+                                     -2+       .               .
      |                                       |
    -3+                                     -3+
      |                                       |
      +-------+--------+-------+-------       +-------+--------+-------+-------
             -2        0       2                     -2        0       2

   = t = 3         ===================================================o 1x
   Space play   . , step   r back   Home End   + - speed   ? help   q quit
  """
