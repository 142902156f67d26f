import Foundation
import Testing

/// A figure that moves within a page of a lesson.
@Suite(.timeLimit(.minutes(2)))
struct PlayOnPageTests {
  private static let page = "open forward-process/too-few"

  private func open() async throws -> TerminalSession {
    let session = try TerminalSession()
    try session.run("clear; (echo $BASHPID > ~/pid; exec \(Programs.noisebook) \(Self.page))")
    try await session.wait(for: "Space play", within: .seconds(30))
    // A key of the timeline brings all of the figure into sight.
    try session.press("End")
    try await session.wait(for: "‖ t = ")
    return session
  }

  @Test func `Space plays and holds the figure, and the footer says so`() async throws {
    let session = try await open()
    #expect(try session.screen()[23].contains("Space play"))
    try session.press("Home", "o", "Space")
    try await session.wait(for: "▶ t = ")
    try await session.waitForMotion()
    try session.press("Space")
    let held = try await session.picture(with: "‖ t = ")
    try await Task.sleep(for: .milliseconds(300))
    #expect(try session.screen() == held)
    try session.press("q")
    #expect(try await session.status() == 0)
  }

  @Test func `one frame on and back shows the very page again`() async throws {
    let session = try await open()
    try session.press("Home", ".")
    let before = try await session.picture(with: "‖ t = 1 ")
    try session.press(".")
    let after = try await session.picture(with: "‖ t = 2 ")
    #expect(before != after)
    try session.press(",")
    #expect(try await session.picture(with: "‖ t = 1 ") == before)
  }

  #if os(Linux)
    @Test func `leaving the page stops the clock, coming back starts it`() async throws {
      let session = try await open()
      try session.press("Home", "o", "Space")
      try await session.wait(for: "▶ t = ")
      #expect(try await !session.isAsleep())
      let page = try #require(session.screen()[0].split(separator: " ").last?.split(separator: "/"))
      try session.press("1", "g")
      try await session.wait(for: " 1/\(page[1])")
      #expect(try await session.isAsleep())
      try session.type("\(page[0])g")
      try await session.wait(for: " \(page[0])/\(page[1])")
      #expect(try await !session.isAsleep())
    }
  #endif
}
