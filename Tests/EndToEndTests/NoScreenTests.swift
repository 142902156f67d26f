import Testing

@Suite(.serialized, .timeLimit(.minutes(2)))
struct NoScreenTests {
  @Test(arguments: [
    ("\(Programs.probe) < /dev/null", "Standard input is no terminal"),
    ("\(Programs.probe) | cat", "Standard output is no terminal"),
    ("TERM= \(Programs.probe)", "TERM is not set"),
    ("env -u TERM \(Programs.probe)", "TERM is not set"),
    ("TERM=nonesuch \(Programs.probe)", "TERM=nonesuch is not in this machine's terminfo"),
    ("TERM=dumb \(Programs.probe)", "TERM=dumb can't move its cursor"),
  ])
  func `where no screen can be shown, one sentence says why`(command: String, sentence: String)
    async throws
  {
    let session = try TerminalSession(columns: 120)
    try session.run("stty -a > ~/before; clear; \(command); echo \"status: ${PIPESTATUS[0]}\"")
    try await session.wait(for: "status: 2")
    #expect(try session.screen().contains { $0.hasPrefix(sentence) })
    try session.run("stty -a | cmp - ~/before && echo same''settings")
    try await session.wait(for: "samesettings")
  }
}
