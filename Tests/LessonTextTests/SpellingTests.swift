import LessonText
import Testing

@Suite struct `The nearest words` {
  private let names = ["posterior", "posterior-mean", "noise-schedule", "ddim", "ddpm", "T"]

  @Test(arguments: [
    ("postrior", ["posterior"]),
    ("Posteroir", ["posterior"]),
    ("ddm", ["ddim", "ddpm"]),
    ("noise", ["noise-schedule"]),
    ("posterior", ["posterior", "posterior-mean"]),
    ("t", ["T"]),
    ("banana", []),
    ("", []),
  ])
  func `are an edit away, or begin alike`(_ word: String, _ expected: [String]) {
    #expect(nearest(word, in: names) == expected)
  }

  @Test func `of a swap of neighbours are one edit away`() {
    #expect(nearest("ab", in: ["ba"]) == ["ba"])
    #expect(nearest("abcd", in: ["badc"]).isEmpty)
  }

  @Test func `are asked for in a sentence`() {
    #expect(didYouMean("ddm", in: names) == " Did you mean `ddim` or `ddpm`?")
    #expect(didYouMean("banana", in: names).isEmpty)
  }

  @Test func `of endless words are found by their beginnings`() {
    let long = String(repeating: "a", count: 1_000_000)
    #expect(nearest(long, in: [long + "b", "b"]) == [long + "b"])
  }
}
