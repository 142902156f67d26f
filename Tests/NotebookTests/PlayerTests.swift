import Notebook
import Testing

@Suite struct `A player` {
  private func playing(_ count: Int, at frame: Int = 0) -> Player {
    var player = Player(count: count, at: frame, pace: 10)
    player.toggle()
    return player
  }

  @Test func `shows as many frames as time has passed and skips the rest`() {
    var player = playing(100)
    player.pass(0.1)
    #expect(player.frame == 1)
    player.pass(2.05)
    #expect(player.frame == 21)
  }

  @Test func `stops at the end and starts over from there`() {
    var player = playing(5)
    player.pass(3)
    #expect(player.frame == 4)
    #expect(!player.isPlaying)
    player.toggle()
    #expect(player.frame == 0)
    #expect(player.isPlaying)
  }

  @Test func `goes round while it loops`() {
    var player = playing(10)
    player.toggleLoop()
    player.pass(1.25)
    #expect(player.isPlaying)
    #expect(player.frame == 2)
  }

  @Test func `plays backwards to the start`() {
    var player = Player(count: 50, at: 30, pace: 10)
    player.rewind()
    player.pass(1)
    #expect(player.frame == 20)
    player.pass(9)
    #expect(player.frame == 0)
    #expect(!player.isPlaying)
  }

  @Test func `holds still when it is stepped or sought`() {
    var player = playing(100)
    player.step(by: 1)
    #expect(player.frame == 1)
    #expect(!player.isPlaying)
    player.pass(5)
    #expect(player.frame == 1)
    player.step(by: -5)
    #expect(player.frame == 0)
    player.seek(share: 0.5)
    #expect(player.frame == 50)
    player.seek(to: .max)
    #expect(player.frame == 99)
  }

  @Test func `asks for no more than thirty pictures a second, and for none at rest`() throws {
    var player = playing(100)
    #expect(player.interval == 0.1)
    for _ in 0..<10 { player.changeSpeed(faster: true) }
    #expect(try #require(player.interval) >= 1.0 / 30)
    #expect(player.speed == 8)
    player.toggle()
    #expect(player.interval == nil)
  }

  @Test(arguments: [1, 0, -3]) func `has nothing to play with one frame`(count: Int) {
    var player = playing(count)
    #expect(!player.isPlaying)
    player.rewind()
    player.pass(1)
    player.seek(share: .infinity)
    #expect(player.frame == 0)
  }
}
