import Figures

extension Reading {
  /// The figure that grows while the reader watches, a network that learns say, and its request.
  private var growing: (key: FigureKey, request: FigureRequest)? {
    for reference in references {
      let key = key(of: reference)
      if let request = figures[key]?.growing { return (key, request) }
    }
    return nil
  }

  /// Lets what grows wait, or go on; nil where nothing does.
  mutating func holdOrRelease() -> [Effect]? {
    guard let (key, request) = growing, let isHeld = figures[key]?.isHeld else { return nil }
    figures[key]?.isHeld = !isHeld
    return [isHeld ? .release(request) : .hold(request)]
  }

  /// Ends what grows where it is, and keeps what there is of it; nil where nothing does.
  mutating func endGrowing() -> [Effect]? {
    guard let (key, request) = growing, var state = figures[key] else { return nil }
    (state.pending, state.share, state.isHeld) = (nil, nil, false)
    figures[key] = state
    notice = "Stopped here. 0 begins anew."
    return [.stop(request)]
  }

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
        state.player = Player(
          count: count, at: isAtEnd ? count - 1 : state.player.frame, pace: pace)
      }
      state.outcome = outcome
      state.isPartial = true
      state.problem = nil
      figures[key] = state
    }
  }
}
