import Foundation
import Testing

@testable import Shelf

/// A path in a folder of its own that is not there yet, short enough for a socket.
private func place() -> String { "/tmp/nb-\(UUID().uuidString.prefix(8))/demo" }

private func mode(_ path: String) throws -> Int {
  try #require(FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int)
}

private func removeFolder(of path: String) {
  try? FileManager.default.removeItem(
    at: URL(fileURLWithPath: path).deletingLastPathComponent())
}

@Suite struct `A socket for the second terminal` {
  @Test func `is its owner's alone, and goes with its server`() throws {
    let path = place()
    defer { removeFolder(of: path) }
    do {
      let server = try LocalServer(at: path)
      #expect(try mode(server.path) == 0o600)
      #expect(try mode(String(path.dropLast(5))) == 0o700)
    }
    #expect(!fileExists(path))
  }

  @Test func `carries lines both ways, the latest to who comes late`() throws {
    let path = place()
    defer { removeFolder(of: path) }
    let server = try LocalServer(at: path)
    server.say("one")
    var peer = try LocalPeer(at: path)
    #expect(server.look() == [])
    #expect(peer.look() == ["one"])
    server.say("two")
    #expect(peer.look() == ["two"])
    #expect(peer.say("next") && peer.say("back"))
    #expect(server.look() == ["next", "back"])
    peer.close()
    #expect(server.look() == [])
    server.say("three")
  }

  @Test func `tells who follows that it is over`() throws {
    let path = place()
    defer { removeFolder(of: path) }
    var server: LocalServer? = try LocalServer(at: path)
    var peer = try LocalPeer(at: path)
    _ = server?.look()
    server = nil
    _ = peer.look()
    #expect(peer.isGone)
  }

  @Test func `is refused where a demo runs, and taken over from one that was killed`() throws {
    let path = place()
    defer { removeFolder(of: path) }
    let server = try LocalServer(at: path)
    #expect(throws: FileError.self) { _ = try LocalServer(at: path) }
    _ = server.look()
    // What is left of a killed one: a file on which nobody listens.
    let left = place()
    defer { removeFolder(of: left) }
    try FileManager.default.createDirectory(
      atPath: String(left.dropLast(5)), withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
    try Data().write(to: URL(fileURLWithPath: left))
    #expect(throws: Never.self) { _ = try LocalServer(at: left) }
  }

  @Test func `is not made in a folder that others can enter`() throws {
    let path = place()
    defer { removeFolder(of: path) }
    try FileManager.default.createDirectory(
      atPath: String(path.dropLast(5)), withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o755])
    #expect(throws: FileError.self) { _ = try LocalServer(at: path) }
    #expect(!fileExists(path))
  }
}
