import Testing

@testable import LessonText

private let whole = """
  title: A run
  loop: yes
  countdown: 3
  items:
    - id: ring
      title: A ring
      figure: forward-process/cloud
      set: {data: ring, betas: [0.1, 0.2]}
      seed: 7
      caption: Watch it go.
      seconds: 2.5
      fps: 12
      play: loop
      notes: |
        Ask first.
        Then play.
    - id: end
      title: The end
  """

@Suite struct `A playlist` {
  @Test func `has items with figures, parameters, captions and times`() throws {
    let playlist = try Playlist.read(whole).get()
    #expect(playlist.title == "A run")
    #expect(playlist.loops && playlist.countdown == 3)
    let ring = playlist.items[0]
    #expect(ring.figure?.text == "forward-process/cloud")
    #expect(ring.settings.map(\.name) == ["data", "betas"])
    #expect(ring.settings.map(\.value) == ["ring", "0.1,0.2"])
    #expect(ring.seed == 7 && ring.seconds == 2.5 && ring.pace == 12)
    #expect(ring.motion == .loop)
    #expect(ring.notes == "Ask first.\nThen play.\n")
    #expect(playlist.items[1].figure == nil && playlist.items[1].seconds == nil)
  }

  @Test(arguments: [
    ("title: A\nitems: []", "1:1: A playlist needs an item or more."),
    ("items: [{id: a, title: b}]", "1:1: This playlist needs a key `title`."),
    ("title: A\nitems:\n  - id: a", "3:5: This item needs a key `title`."),
    (
      "title: A\nitems:\n  - {id: a, title: b}\n  - {id: a, title: c}",
      "4:10: The id `a` belongs to another item already."
    ),
    (
      "title: A\nitems:\n  - {id: a, title: b, seconds: 0}",
      "3:32: `seconds` must be a number from 1 to 36000."
    ),
    (
      "title: A\nitems:\n  - {id: a, title: b, capton: c}",
      "3:23: A item has no key `capton`. Did you mean `caption`?"
    ),
    ("title: A\nloop: maybe\nitems: [{id: a, title: b}]", "2:7: `loop` must be yes or no."),
    ("title: [", "1:9: "),
  ])
  func `tells what is wrong with its file, and where`(text: String, sentence: String) {
    guard case .failure(let errors) = Playlist.read(text) else {
      Issue.record("This playlist was read: \(text)")
      return
    }
    let first = errors.all.first.map { "\($0.position.line):\($0.position.column): \($0.message)" }
    #expect(first?.hasPrefix(sentence) == true, "\(first ?? "")")
  }
}
