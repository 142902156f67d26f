import Foundation
import Synchronization

/// Where the programs under test lie, and how one is run to its end.
enum Programs {
  static let noisebook = path(of: "noisebook")
  static let probe = path(of: "CursesProbe")

  /// Beside the test bundle, which may itself be a folder.
  private static func path(of name: String) -> String {
    var folder = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    for _ in 0..<5 {
      folder.deleteLastPathComponent()
      let candidate = folder.appendingPathComponent(name).path
      if FileManager.default.isExecutableFile(atPath: candidate) { return candidate }
    }
    return name
  }

  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  struct Result {
    /// 128 and the signal, where one ended it.
    let status: Int
    let output: String
  }

  /// Runs a program found on the path to its end, with nothing to read.
  ///
  /// Output and errors come as one text. Foundation's Process would wait for ever here: a tmux
  /// server lives on with the pipes of whatever else was started at the same moment.
  @discardableResult
  static func run(_ arguments: [String], environment: [String: String]? = nil) throws -> Result {
    let variables = environment ?? ProcessInfo.processInfo.environment
    let (number, output) = try starting.withLock { _ in
      try start(arguments, variables.map { "\($0)=\($1)" })
    }
    let text = FileHandle(fileDescriptor: output, closeOnDealloc: true).readDataToEndOfFile()
    var state: Int32 = 0
    while waitpid(number, &state, 0) < 0, errno == EINTR {}
    let status = state & 0x7F == 0 ? state >> 8 & 0xFF : 128 + state & 0x7F
    return Result(status: Int(status), output: String(decoding: text, as: UTF8.self))
  }

  private static let starting = Mutex(())

  /// One at a time, so that no pipe is inherited between its making and its marking.
  private static func start(
    _ arguments: [String], _ environment: [String]
  ) throws -> (number: pid_t, output: Int32) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw Failure(description: "no pipe") }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    defer { close(ends[1]) }
    var number: pid_t = 0
    let program = arguments.first ?? ""
    let status = withAttributes { attributes in
      withActions(output: ends[1]) { actions in
        withStrings(arguments) { arguments in
          withStrings(environment) {
            posix_spawnp(&number, program, actions, attributes, arguments, $0)
          }
        }
      }
    }
    guard status == 0 else {
      close(ends[0])
      throw Failure(
        description: "\(program) can't be started: \(String(cString: strerror(status)))")
    }
    return (number, ends[0])
  }

  /// The threads that tests run on hold signals back, and what they start would too.
  private static func withAttributes(
    _ body: (UnsafePointer<posix_spawnattr_t>) -> Int32
  ) -> Int32 {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    let flags = Int32(POSIX_SPAWN_SETSIGMASK) | Int32(POSIX_SPAWN_SETSIGDEF)
    posix_spawnattr_setflags(&attributes, Int16(flags))
    return body(&attributes)
  }

  private static func withActions(
    output: Int32, _ body: (UnsafePointer<posix_spawn_file_actions_t>) -> Int32
  ) -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_adddup2(&actions, output, 2)
    return body(&actions)
  }

  private static func withStrings(
    _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Int32
  ) -> Int32 {
    let copies: [UnsafeMutablePointer<CChar>?] = strings.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    return body(copies + [nil])
  }
}
