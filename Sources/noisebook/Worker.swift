import Curses
import Dispatch
import Figures
import Lessons
import Notebook
import Synchronization

/// Does what may take longer than a frame, one after the other, and sends back messages.
///
/// A class, because it is shared by two threads; all that both touch is behind the lock.
final class Worker: Sendable {
  private let figures = DispatchQueue(label: "noisebook.figures")
  private let files = DispatchQueue(label: "noisebook.files")
  private let waker: Waker
  private let inbox = Mutex<[Message]>([])
  /// Requests that are asked for, each with how often; one that is stopped is not.
  private let wanted = Mutex<[FigureRequest: Int]>([:])
  /// Requests that are to wait where they are, each with the gate that it waits at.
  private let held = Mutex<[FigureRequest: DispatchSemaphore]>([:])
  /// The newest progress that waits to be written; older ones need not be.
  private let waiting = Mutex<Progress?>(nil)

  init(waker: Waker) { self.waker = waker }

  /// What has come back since the last call, in order.
  func collect() -> [Message] {
    inbox.withLock { messages in
      defer { messages = [] }
      return messages
    }
  }

  func compute(_ request: FigureRequest, with figure: Figure) {
    wanted.withLock { $0[request, default: 0] += 1 }
    figures.async { [self] in
      protectThread()
      guard isWanted(request) else { return }
      do throws(FigureError) {
        let outcome = try figure.compute(
          request.settings, seed: request.seed, watch: watch(request))
        send(.computed(request, .success(outcome)))
      } catch {
        if error != .stopped { send(.computed(request, .failure(error))) }
      }
      wanted.withLock { $0[request] = $0[request].flatMap { $0 > 1 ? $0 - 1 : nil } }
    }
  }

  /// Gives up what was asked for, now or when its turn comes.
  func stop(_ request: FigureRequest) {
    wanted.withLock { $0[request] = nil }
    release(request)
  }

  /// Lets it wait at the next place where it says how far it is.
  func hold(_ request: FigureRequest) {
    held.withLock { $0[request] = $0[request] ?? DispatchSemaphore(value: 0) }
  }

  func release(_ request: FigureRequest) {
    _ = held.withLock { $0.removeValue(forKey: request) }?.signal()
  }

  private func isWanted(_ request: FigureRequest) -> Bool {
    wanted.withLock { $0[request] != nil }
  }

  /// Says now and then how much is done of what takes longer than a blink, and how long it takes still.
  private func watch(_ request: FigureRequest) -> Watch {
    let start = Mutex(ContinuousClock.now)
    let next = Mutex<Duration>(.milliseconds(300))
    return Watch { [self] share in
      let passed = ContinuousClock.now - start.withLock { $0 }
      let isDue = next.withLock { due in
        guard passed >= due else { return false }
        due = passed + .milliseconds(200)
        return true
      }
      if isDue {
        let left = share > 0 ? passed / .seconds(1) * (1 - share) / share : nil
        send(.advanced(request, share: share, secondsLeft: left))
      }
      while let gate = held.withLock({ $0[request] }) {
        let before = ContinuousClock.now
        gate.wait()
        start.withLock { $0 += ContinuousClock.now - before }
      }
      return isWanted(request)
    } see: { [self] outcome in
      send(.shown(request, outcome))
    } clock: {
      secondsPassed()
    }
  }

  func save(_ progress: Progress, to store: ProgressStore) {
    let isFirst = waiting.withLock { waiting in
      defer { waiting = progress }
      return waiting == nil
    }
    guard isFirst else { return }
    files.async { [self] in
      let newest = waiting.withLock { waiting in
        defer { waiting = nil }
        return waiting
      }
      guard let newest else { return }
      if let problem = store.save(newest) {
        send(.progressNotSaved(problem))
      } else {
        send(.progressSaved)
      }
    }
  }

  func record(_ attempt: Attempt, at exercise: String, in store: ProgressStore) {
    files.async { [self] in
      if let problem = store.record(attempt, at: exercise) { send(.progressNotSaved(problem)) }
    }
  }

  func perform(_ work: @escaping @Sendable () -> Message) {
    files.async { [self] in send(work()) }
  }

  /// Waits until every file is written.
  func finish() { files.sync {} }

  private func send(_ message: Message) {
    inbox.withLock { $0.append(message) }
    waker.wake()
  }
}
