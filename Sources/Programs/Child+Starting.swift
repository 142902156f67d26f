import Synchronization

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension Child {
  /// Starts a command that is found on the path.
  ///
  /// It leads a process group of its own, so that what it starts can be ended with it, and has no
  /// signal held back or ignored. One is started at a time, so that no pipe is inherited between
  /// its making and its marking.
  init(command: [String]) throws(ProgramError) {
    guard let program = command.first else { throw .cannotStart("nothing", reason: "no command") }
    let started = starting.withLock { _ in start(program, command) }
    switch started {
    case .success(let streams):
      self.init(
        number: streams.number, input: streams.input, output: streams.output,
        errors: streams.errors)
    case .failure(let error): throw error
    }
  }
}

private let starting = Mutex(())

private typealias Streams = (number: pid_t, input: Int32, output: Int32, errors: Int32)

private func start(_ program: String, _ command: [String]) -> Result<Streams, ProgramError> {
  let pipes = [Pipe(), Pipe(), Pipe()].compactMap(\.self)
  guard pipes.count == 3 else {
    for end in pipes.flatMap({ [$0.reading, $0.writing] }) { close(end) }
    return .failure(.cannotStart(program, reason: String(cString: strerror(errno))))
  }
  let (input, output, errors) = (pipes[0], pipes[1], pipes[2])
  var number: pid_t = 0
  let status = withActions([(input.reading, 0), (output.writing, 1), (errors.writing, 2)]) {
    actions in
    withAttributes { attributes in
      withStrings(command) { posix_spawnp(&number, program, actions, attributes, $0, environ) }
    }
  }
  let ours = [input.writing, output.reading, errors.reading]
  for end in [input.reading, output.writing, errors.writing] + (status == 0 ? [] : ours) {
    close(end)
  }
  guard status == 0 else {
    return .failure(.cannotStart(program, reason: String(cString: strerror(status))))
  }
  for end in ours { _ = fcntl(end, F_SETFL, fcntl(end, F_GETFL) | O_NONBLOCK) }
  return .success((number, ours[0], ours[1], ours[2]))
}

/// Both ends of a pipe, which no program inherits unless it is given them.
private struct Pipe {
  let reading: Int32
  let writing: Int32

  init?() {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    (reading, writing) = (ends[0], ends[1])
  }
}

private func withAttributes(_ body: (UnsafePointer<posix_spawnattr_t>) -> Int32) -> Int32 {
  #if canImport(Darwin)
    var attributes: posix_spawnattr_t?
  #else
    var attributes = posix_spawnattr_t()
  #endif
  posix_spawnattr_init(&attributes)
  defer { posix_spawnattr_destroy(&attributes) }
  var signals = sigset_t()
  sigemptyset(&signals)
  posix_spawnattr_setsigmask(&attributes, &signals)
  sigfillset(&signals)
  posix_spawnattr_setsigdefault(&attributes, &signals)
  posix_spawnattr_setpgroup(&attributes, 0)
  let flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP
  posix_spawnattr_setflags(&attributes, Int16(flags))
  return body(&attributes)
}

private func withActions(
  _ streams: [(end: Int32, stream: Int32)],
  _ body: (UnsafePointer<posix_spawn_file_actions_t>) -> Int32
) -> Int32 {
  #if canImport(Darwin)
    var actions: posix_spawn_file_actions_t?
  #else
    var actions = posix_spawn_file_actions_t()
  #endif
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  for (end, stream) in streams { posix_spawn_file_actions_adddup2(&actions, end, stream) }
  return body(&actions)
}

private func withStrings(
  _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Int32
) -> Int32 {
  let copies: [UnsafeMutablePointer<CChar>?] = strings.map { strdup($0) }
  defer { for copy in copies { free(copy) } }
  return body(copies + [nil])
}
