import Figures

extension Reading {
  /// Shows what a computation has so far.
  ///
  /// A timeline that stands at its end goes along with it; one that the reader holds elsewhere
  /// stays, while the rest is computed.
  mutating func follow(_ outcome: Outcome, of request: FigureRequest) {
    for (key, state) in figures where state.pending == request {
      var state = state
      let count = outcome.frames.count
      let isAtEnd = state.outcome == nil || state.player.frame >= state.player.count - 1
      if count != state.player.count {
        state.player = Player(count: count, at: isAtEnd ? count - 1 : state.player.frame)
      }
      state.outcome = outcome
      state.problem = nil
      figures[key] = state
    }
  }
}
