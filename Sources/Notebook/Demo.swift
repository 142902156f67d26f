package import Canvas
package import Figures
package import LessonText
package import Lessons

/// A run for a class on the whole screen: one item at a time, by keys, a clicker or time.
package struct Demo: Sendable {
  package private(set) var playlist: Playlist
  let look: Frames.Look
  private let keys: KeyMap
  private let pace: Double
  var size: Size
  /// What each item asks for; nil where its caption stands alone.
  private var requests: [FigureRequest?]
  private var known: [FigureRequest: Result<Frames, FigureError>] = [:]
  package private(set) var index = 0
  private(set) var player = Player(count: 1)
  /// Seconds before the first item.
  private(set) var countdown: Double
  /// Seconds of this item, and of all.
  private(set) var elapsed = 0.0
  private(set) var total = 0.0
  /// Whether time alone goes to no other item.
  private(set) var isHeld = false
  private(set) var isBlank = false
  var isHelpOpen = false
  package private(set) var isOver = false
  private(set) var notice: String?

  /// - Throws: what the playlist asks for and can't have, each with its place.
  package init(
    _ playlist: Playlist, _ catalog: Catalog, size: Size, look: Frames.Look,
    keys: KeyMap = .standard, pace: Double = Player.pace
  ) throws(TextErrors) {
    requests = try playlist.requests(in: catalog)
    (self.playlist, self.size, self.look) = (playlist, size, look)
    (self.keys, self.pace) = (keys, pace)
    countdown = Double(playlist.countdown)
  }

  package var item: Playlist.Item { playlist.items[index] }

  /// What this item shows, nil while it is being computed or where there is nothing.
  var shown: Result<Frames, FigureError>? { requests[index].flatMap { known[$0] } }

  /// The figure that an item asks for.
  package func request(of index: Int) -> FigureRequest? { requests[index] }

  /// Whether the seconds before the first item are being counted.
  package var isCounting: Bool { countdown > 0 }

  /// The same run by time alone: an item without a time of its own gets this, and it ends.
  package func timed(seconds: Double) -> Demo {
    var demo = self
    demo.playlist.loops = false
    for index in playlist.items.indices where playlist.items[index].seconds == nil {
      demo.playlist.items[index].seconds = seconds
    }
    return demo
  }

  /// Whether the item is its caption alone.
  var isAlone: Bool { requests[index] == nil }

  var isWaiting: Bool { requests[index] != nil && shown == nil }

  /// What there is to do before the first key.
  package mutating func start() -> [Effect] { arrive() }

  /// How long until something changes by itself, in seconds.
  package var tickInterval: Double? { isBlank ? 1 : min(player.interval ?? 0.5, 0.5) }
}

// MARK: - What happens

extension Demo {
  /// Takes in what happened; returns what is to be done in the world.
  package mutating func update(_ message: Message) -> [Effect] {
    switch message {
    case .resized(let size): self.size = size
    case .ticked(let seconds): return pass(seconds)
    case .keyPressed(let key): return press(key)
    case .computed(let request, let result):
      known[request] = result.map(\.frames)
      if requests[index] == request { begin() }
    default: break
    }
    return []
  }

  private mutating func press(_ key: Key) -> [Effect] {
    notice = nil
    let word = keys.demoWord(of: key)
    if isHelpOpen, word != "quit" {
      isHelpOpen = false
      return []
    }
    switch word {
    case "help": isHelpOpen = true
    case "quit": return [.quit]
    case "redraw": return [.redraw]
    default:
      guard let action = keys.demoAction(of: key) else { return [] }
      return perform(action)
    }
    return []
  }

  /// Does what a key, a clicker or the second terminal asks for.
  package mutating func perform(_ action: DemoAction) -> [Effect] {
    if isBlank, action != .blank {
      isBlank = false
      return []
    }
    switch action {
    case .next: return advance()
    case .back: return retreat()
    case .first: return go(to: 0)
    case .last: return go(to: playlist.items.count - 1)
    case .again: return go(to: index)
    case .play: player.toggle()
    case .faster: player.changeSpeed(faster: true)
    case .slower: player.changeSpeed(faster: false)
    case .loop: player.toggleLoop()
    case .hold: isHeld.toggle()
    case .blank: isBlank.toggle()
    }
    return []
  }

  private mutating func pass(_ seconds: Double) -> [Effect] {
    guard !isBlank, !isOver else { return [] }
    if countdown > 0 {
      countdown -= seconds
      if countdown <= 0 { begin() }
      return []
    }
    total += seconds
    guard !isWaiting else { return [] }
    elapsed += seconds
    player.pass(seconds)
    guard !isHeld, let limit = item.seconds, elapsed >= limit else { return [] }
    return advance()
  }

  private mutating func advance() -> [Effect] {
    if countdown > 0 {
      countdown = 0
      begin()
      return []
    }
    if index + 1 < playlist.items.count { return go(to: index + 1) }
    if playlist.loops { return go(to: 0) }
    isOver = true
    return []
  }

  private mutating func retreat() -> [Effect] {
    if isOver {
      isOver = false
      return []
    }
    return go(to: max(0, index - 1))
  }

  private mutating func go(to index: Int) -> [Effect] {
    (self.index, isOver, countdown) = (index, false, 0)
    return arrive()
  }

  private mutating func arrive() -> [Effect] {
    begin()
    // The next item's figure is computed while this one is shown.
    let wanted = [index, index + 1].filter(requests.indices.contains).compactMap { requests[$0] }
    return wanted.filter { known[$0] == nil }.map { .compute($0) }
  }

  /// Begins the item: its figure at the start of its timeline.
  private mutating func begin() {
    elapsed = 0
    guard case .success(let frames)? = shown else {
      player = Player(count: 1)
      return
    }
    let isStill = item.motion == .still
    player = Player(
      count: frames.count, at: isStill ? frames.first : 0, pace: item.pace ?? pace)
    if item.motion == .loop { player.toggleLoop() }
    if !isStill, countdown <= 0 { player.toggle() }
  }
}

// MARK: - Going on while the author writes

extension Demo {
  /// Shows a playlist that was read anew, at the same item, as far as it is still there.
  package mutating func goOn(
    with changed: Playlist, in catalog: Catalog
  ) throws(TextErrors) -> [Effect] {
    let asked = try changed.requests(in: catalog)
    let (id, before) = (item.id, requests[index])
    index =
      changed.items.firstIndex { $0.id == id } ?? min(index, changed.items.count - 1)
    (playlist, requests) = (changed, asked)
    notice = "The playlist has been read anew."
    if let request = requests[index], request == before, known[request] != nil { return [] }
    return arrive()
  }

  /// Says why what the author wrote can't be shown.
  package mutating func tell(_ sentence: String) { notice = sentence }
}

extension Playlist {
  /// What each item asks for.
  fileprivate func requests(in catalog: Catalog) throws(TextErrors) -> [FigureRequest?] {
    var (requests, problems) = ([FigureRequest?](), [TextError]())
    for item in items {
      do throws(TextError) {
        requests.append(try item.request(in: catalog))
      } catch {
        problems.append(error)
      }
    }
    guard problems.isEmpty else { throw TextErrors(problems) }
    return requests
  }
}

extension Playlist.Item {
  fileprivate func request(in catalog: Catalog) throws(TextError) -> FigureRequest? {
    guard let figure else { return nil }
    let parts = figure.text.split(separator: "/", maxSplits: 1).map(String.init)
    guard parts.count == 2 else {
      throw TextError(
        "A figure is written LESSON/FIGURE, such as forward-process/cloud.", at: figure.position)
    }
    let (lesson, found): (String, Figure)
    do throws(CatalogError) {
      let entry = try catalog.entry(named: parts[0])
      (lesson, found) = (entry.lesson.id, try entry.knownFigure(named: parts[1]))
    } catch {
      throw TextError(error.description, at: figure.position)
    }
    do throws(FigureError) {
      let settings = try found.settings(given: settings.map { ($0.name, $0.value) })
      return FigureRequest(lesson: lesson, figure: parts[1], settings: settings, seed: seed)
    } catch {
      let place = settings.first { (try? found.settings(given: [($0.name, $0.value)])) == nil }
      throw TextError(error.description, at: place?.position ?? figure.position)
    }
  }
}
