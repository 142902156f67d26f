import Figures
import Lessons
import Synchronization
import Testing

@Suite struct `A figure that is watched` {
  /// Of 50 steps three are a sixteenth, after which there is a report.
  private func sample() throws -> (figure: Figure, settings: Settings) {
    let figure = try #require(Figure.all(of: "ddpm").first { $0.name == "sampling" })
    let given = [("T", "50"), ("beta_end", "0.3"), ("samples", "20")]
    return (figure, try figure.settings(given: given))
  }

  @Test func `tells now and then how much is done, up to all`() throws {
    let (figure, settings) = try sample()
    let heard = Mutex<[Double]>([])
    _ = try figure.compute(
      settings,
      watch: Watch { share in
        heard.withLock { $0.append(share) }
        return true
      })
    let shares = heard.withLock { $0 }
    #expect(shares.count == 17 && shares.last == 1)
    #expect(zip(shares, shares.dropFirst()).allSatisfy { $0 < $1 })
  }

  @Test func `stops where nobody waits`() throws {
    let (figure, settings) = try sample()
    let heard = Mutex(0)
    let error = #expect(throws: FigureError.self) {
      try figure.compute(
        settings,
        watch: Watch { share in
          heard.withLock { $0 += 1 }
          return share < 0.1
        })
    }
    #expect(error == .stopped)
    #expect(heard.withLock { $0 } == 2)
  }
}
