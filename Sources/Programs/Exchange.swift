import Canvas
import Exercises

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// One run of a program under way: what is still to be written, and what was read so far.
struct Exchange: ~Copyable {
  private var child: Child
  private var requests: ArraySlice<UInt8>
  private var reader: AnswerReader
  private let limits: Limits
  private let start = ContinuousClock.now
  private var hasOutput = true
  private var hasErrors = true
  /// The end of its standard error.
  private var errors: [UInt8] = []
  /// Since when nothing but its end is waited for.
  private var done: ContinuousClock.Instant?

  /// How long a program may take to end when its input and its output have.
  private static let grace = 2.0
  /// How often signals and the program's end are looked for, in milliseconds.
  private static let pause: Int32 = 20

  init(child: consuming Child, requests: [UInt8], reader: AnswerReader, limits: Limits) {
    self.child = child
    self.requests = requests[...]
    self.reader = reader
    self.limits = limits
  }

  mutating func transcript(until isInterrupted: () -> Bool) -> Transcript {
    var ending: Transcript.Ending?
    while ending == nil, !isInterrupted() {
      exchange()
      child.look()
      ending = reader.fault ?? endOfProgram ?? deadline
    }
    return Transcript(
      results: reader.results, ending: ending ?? .status(0), complaint: lastWords)
  }
}

extension Exchange {
  /// The program's end, where it has come and nothing is left to read.
  private var endOfProgram: Transcript.Ending? {
    mutating get {
      guard child.end != nil || !hasOutput || reader.isComplete else { return nil }
      let now = ContinuousClock.now
      let since = done ?? now
      done = since
      let isOver = (now - since) / .seconds(1) > Self.grace
      switch child.end {
      case .status(let status) where !hasOutput && !hasErrors || isOver: return .status(status)
      case .signal(let signal) where !hasOutput && !hasErrors || isOver: return .signal(signal)
      // It has answered all, and lives on: that is its own affair.
      case nil where isOver && reader.isComplete: return .status(0)
      default: return nil
      }
    }
  }

  private var deadline: Transcript.Ending? {
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    if reader.results.isEmpty, seconds > limits.first { return .silent(seconds: limits.first) }
    return seconds > limits.all ? .late(seconds: limits.all) : nil
  }

  /// The last line that it wrote to its standard error, with the place that a traceback of Python
  /// names: `ValueError: math domain error (step.py, line 12)`.
  private var lastWords: String {
    let lines = String(decoding: errors, as: UTF8.self).split(whereSeparator: \.isNewline)
      .map { $0.drop(while: \.isWhitespace) }
    let last = lines.last { !$0.isEmpty } ?? ""
    let place = lines.last { $0.hasPrefix("File \"") && $0.contains(", line ") }.map { frame in
      let parts = frame.split(separator: "\"").map { $0.split(separator: "/").last ?? "" }
      let number = frame.ranges(of: ", line ").last.map { frame[$0.upperBound...] } ?? ""
      return " (\(parts.dropFirst().first ?? ""), line \(number.prefix(while: \.isNumber)))"
    }
    return (String(last).cut(to: 200, mark: "...") + (place ?? "")).visible
  }
}

extension Exchange {
  /// Writes and reads what can be, or waits a little for that.
  private mutating func exchange() {
    if requests.isEmpty { child.closeInput() }
    var polled = [
      pollfd(fd: child.input, events: Int16(POLLOUT), revents: 0),
      pollfd(fd: hasOutput ? child.output : -1, events: Int16(POLLIN), revents: 0),
      pollfd(fd: hasErrors ? child.errors : -1, events: Int16(POLLIN), revents: 0),
    ]
    guard poll(&polled, nfds_t(polled.count), Self.pause) > 0 else { return }
    if polled[0].revents != 0 { writeRequests() }
    if polled[1].revents != 0 {
      hasOutput = readAll(from: child.output) { $0.reader.read($1) }
      if !hasOutput { reader.finish() }
    }
    if polled[2].revents != 0 {
      hasErrors = readAll(from: child.errors) { $0.errors = ($0.errors + $1).suffix(4096) }
    }
  }

  private mutating func writeRequests() {
    let written = requests.withUnsafeBytes { write(child.input, $0.baseAddress, $0.count) }
    if written > 0 {
      requests = requests.dropFirst(written)
    } else if errno != EAGAIN, errno != EINTR {
      // It reads no more; what it has answered counts all the same.
      requests = []
    }
  }

  /// Reads what is there, up to a megabyte; false at the end of the stream.
  private mutating func readAll(
    from descriptor: Int32, _ take: (inout Self, ArraySlice<UInt8>) -> Void
  ) -> Bool {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    for _ in 0..<16 {
      let count = read(descriptor, &buffer, buffer.count)
      guard count > 0 else { return count < 0 && (errno == EAGAIN || errno == EINTR) }
      take(&self, buffer[..<count])
    }
    return true
  }
}
