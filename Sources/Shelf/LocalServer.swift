#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A socket in a folder of the user's own, by which other terminals of theirs follow and steer.
///
/// What is said goes to all as lines, and lines come back. The folder can be entered by its owner
/// alone (0700), the socket be used by its owner alone (0600), and a peer of another user is turned
/// away. Nothing here waits: ask it now and then.
///
/// A class, because the socket goes once, with its last user.
package final class LocalServer {
  package let path: String
  private let listener: Int32
  private var peers: [LocalPeer] = []
  private var latest = ""

  /// The reason where somebody listens at the path already.
  package static let isTaken = "a demo is running there already"

  /// Opens a socket.
  ///
  /// - Throws: why not: somebody listens there already, or the folder is not the user's own.
  package init(at path: String) throws(FileError) {
    self.path = path
    try makePrivateFolder(String(path.prefix(upTo: path.lastIndex(of: "/") ?? path.endIndex)))
    // What a killed program left answers nobody.
    if let other = try? LocalPeer(at: path) {
      other.close()
      throw FileError(path, reason: Self.isTaken)
    }
    unlink(path)
    listener = try listening(at: path)
  }

  deinit {
    for peer in peers { peer.close() }
    close(listener)
    unlink(path)
  }

  /// The lines that have come since the last call; who came anew is told what was said last.
  package func look() -> [String] {
    while true {
      let descriptor = accept(listener, nil, nil)
      guard descriptor >= 0 else { break }
      guard isOwn(descriptor) else {
        close(descriptor)
        continue
      }
      let peer = LocalPeer(descriptor)
      if peer.say(latest) { peers.append(peer) } else { peer.close() }
    }
    var lines: [String] = []
    for index in peers.indices { lines += peers[index].look() }
    forgetGone()
    return lines
  }

  /// Says a line to all who follow.
  package func say(_ line: String) {
    guard line != latest else { return }
    latest = line
    for index in peers.indices where !peers[index].say(line) { peers[index].leave() }
    forgetGone()
  }

  private func forgetGone() {
    for peer in peers where peer.isGone { peer.close() }
    peers.removeAll { $0.isGone }
  }
}

/// One end of a connection to a terminal of the same user.
package struct LocalPeer: Sendable {
  private let descriptor: Int32
  private var rest: [UInt8] = []
  /// Whether the other end is closed.
  package private(set) var isGone = false

  /// The longest line that is taken.
  private static let longest = 1 << 16

  init(_ descriptor: Int32) {
    self.descriptor = descriptor
    makeUnblocking(descriptor)
  }

  /// Connects to a server's socket.
  package init(at path: String) throws(FileError) {
    let descriptor = socket(AF_UNIX, localStream, 0)
    guard descriptor >= 0 else { throw FileError(path, code: errno) }
    let status = try withAddress(of: path) { connect(descriptor, $0, $1) }
    guard status == 0 else {
      let code = errno
      Self.end(descriptor)
      throw FileError(path, code: code)
    }
    self.init(descriptor)
  }

  /// Whole lines that have come.
  package mutating func look() -> [String] {
    var buffer = [UInt8](repeating: 0, count: 4096)
    while !isGone {
      let count = read(descriptor, &buffer, buffer.count)
      if count > 0 {
        rest += buffer[..<count]
        if rest.count > Self.longest { isGone = true }
      } else {
        if count == 0 || (errno != EAGAIN && errno != EINTR) { isGone = true }
        break
      }
    }
    var parts = rest.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    rest = Array(parts.popLast() ?? [])
    return parts.map { String(decoding: $0, as: UTF8.self) }
  }

  /// Says a line; false where it can't be said whole at once.
  package func say(_ line: String) -> Bool {
    let bytes = Array((line + "\n").utf8)
    #if canImport(Darwin)
      let flags: Int32 = 0
    #else
      let flags = Int32(MSG_NOSIGNAL)
    #endif
    return bytes.withUnsafeBytes { send(descriptor, $0.baseAddress, $0.count, flags) }
      == bytes.count
  }

  mutating func leave() { isGone = true }

  package func close() { Self.end(descriptor) }

  private static func end(_ descriptor: Int32) {
    #if canImport(Darwin)
      _ = Darwin.close(descriptor)
    #else
      _ = Glibc.close(descriptor)
    #endif
  }
}

// MARK: - The system's part

#if canImport(Darwin)
  private let localStream = SOCK_STREAM
#else
  private let localStream = Int32(SOCK_STREAM.rawValue)
#endif

private func makeUnblocking(_ descriptor: Int32) {
  _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
  _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
  #if canImport(Darwin)
    var isOn: Int32 = 1
    setsockopt(descriptor, SOL_SOCKET, SO_NOSIGPIPE, &isOn, socklen_t(MemoryLayout<Int32>.size))
  #endif
}

private func listening(at path: String) throws(FileError) -> Int32 {
  let descriptor = socket(AF_UNIX, localStream, 0)
  guard descriptor >= 0 else { throw FileError(path, code: errno) }
  makeUnblocking(descriptor)
  // The socket is born with its mode: there is no moment when others could use it.
  let mask = umask(0o177)
  defer { umask(mask) }
  let status = try withAddress(of: path) { bind(descriptor, $0, $1) }
  guard status == 0, listen(descriptor, 8) == 0 else {
    let code = errno
    close(descriptor)
    throw FileError(path, code: code)
  }
  return descriptor
}

private func withAddress(
  of path: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32
) throws(FileError) -> Int32 {
  var address = sockaddr_un()
  address.sun_family = sa_family_t(AF_UNIX)
  let bytes = Array(path.utf8)
  guard bytes.count < MemoryLayout.size(ofValue: address.sun_path) else {
    throw FileError(path, reason: "the path is too long for a socket")
  }
  withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
  return withUnsafePointer(to: &address) { pointer in
    pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
      body($0, socklen_t(MemoryLayout<sockaddr_un>.size))
    }
  }
}

#if !canImport(Darwin)
  /// The kernel's struct ucred, which the C library shows to few.
  private struct Credentials {
    var process: pid_t = 0
    var user: uid_t = 0
    var group: gid_t = 0
  }
#endif

/// Whether the other end belongs to this user.
private func isOwn(_ descriptor: Int32) -> Bool {
  #if canImport(Darwin)
    var (user, group) = (uid_t(), gid_t())
    return getpeereid(descriptor, &user, &group) == 0 && user == geteuid()
  #else
    var peer = Credentials()
    var size = socklen_t(MemoryLayout<Credentials>.size)
    return getsockopt(descriptor, SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0
      && peer.user == geteuid()
  #endif
}

/// A folder that nobody else can enter; one that is there already must be such.
private func makePrivateFolder(_ path: String) throws(FileError) {
  guard mkdir(path, 0o700) != 0 else { return }
  guard errno == EEXIST else { throw FileError(path, code: errno) }
  var status = stat()
  guard lstat(path, &status) == 0 else { throw FileError(path, code: errno) }
  guard status.st_mode & S_IFMT == S_IFDIR, status.st_uid == geteuid(),
    status.st_mode & 0o077 == 0
  else { throw FileError(path, reason: "it is not a folder that only you can enter") }
}
