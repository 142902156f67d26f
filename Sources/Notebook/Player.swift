/// Where a timeline stands, and how it moves: time that can be held.
///
/// Time comes in as seconds that have passed; a player knows no clock.
package struct Player: Hashable, Sendable {
  package let count: Int
  /// Frames a second at speed 1.
  private let basePace: Double
  package private(set) var isPlaying = false
  package private(set) var isLooping = false
  /// Whether it runs towards the start.
  package private(set) var isRewinding = false
  /// The frame, with the part of the next one that has passed.
  private var position: Double
  private var speedIndex = Player.speeds.firstIndex(of: 1) ?? 0

  /// Frames a second at speed 1 where nobody asks for others.
  package static let pace = 20.0
  static let speeds = [0.125, 0.25, 0.5, 1, 2, 4, 8]

  package init(count: Int, at frame: Int = 0, pace: Double = Player.pace) {
    basePace = pace
    self.count = max(1, count)
    position = Double(min(max(0, frame), self.count - 1))
  }

  /// The frame to show.
  package var frame: Int { Int(position) }

  package var speed: Double { Player.speeds[speedIndex] }

  /// How long until the next frame is due, in seconds; nil while it stands still.
  ///
  /// Thirty pictures a second are smooth; more would only load the line.
  package var interval: Double? {
    isPlaying ? max(1 / (basePace * speed), 1.0 / 30) : nil
  }

  /// Lets `seconds` pass: frames that should have been shown meanwhile are skipped.
  package mutating func pass(_ seconds: Double) {
    guard isPlaying, count > 1, seconds > 0 else { return }
    let step = min(seconds, 10) * basePace * speed
    move(to: position + (isRewinding ? -step : step))
  }

  private mutating func move(to next: Double) {
    let last = Double(count - 1)
    if (0...last).contains(next) || (!isRewinding && next < last + 1 && isLooping) {
      position = min(next, last + 0.999)
      if next > last, !isLooping { position = last }
    } else if isLooping {
      let span = Double(count)
      position = next - (next / span).rounded(.down) * span
    } else {
      position = next < 0 ? 0 : last
      isPlaying = false
    }
  }
}

// MARK: - What the reader does

extension Player {
  /// Plays or pauses; from the end it starts over.
  package mutating func toggle() {
    if !isPlaying, !isRewinding, frame == count - 1 { position = 0 }
    if !isPlaying, isRewinding, frame == 0 { isRewinding = false }
    isPlaying = count > 1 && !isPlaying
    if !isPlaying { isRewinding = false }
  }

  /// Plays towards the start, or pauses where it does already.
  package mutating func rewind() {
    if isPlaying, isRewinding {
      isPlaying = false
      isRewinding = false
      return
    }
    isRewinding = true
    isPlaying = count > 1 && frame > 0
  }

  /// Pauses and goes some frames on or back.
  package mutating func step(by frames: Int) { seek(to: frame + frames) }

  /// Pauses at a frame.
  package mutating func seek(to frame: Int) {
    isPlaying = false
    isRewinding = false
    position = Double(min(max(0, frame), count - 1))
  }

  /// Pauses at a share of the timeline, from 0 to 1.
  package mutating func seek(share: Double) {
    seek(to: Int((min(max(0, share), 1) * Double(count - 1)).rounded()))
  }

  package mutating func changeSpeed(faster: Bool) {
    speedIndex = min(max(0, speedIndex + (faster ? 1 : -1)), Player.speeds.count - 1)
  }

  package mutating func toggleLoop() { isLooping.toggle() }
}
