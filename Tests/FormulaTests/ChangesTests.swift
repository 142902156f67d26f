import Testing

@testable import Formula

@Suite struct `What changes from a line to the next` {
  private func changes(_ before: String, _ after: String) throws -> [String] {
    let (old, new) = (try Expression(latex: before), try Expression(latex: after))
    let bytes = Array(after.utf8)
    return new.changes(from: old).map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  @Test func `is nothing where nothing does`() throws {
    #expect(try changes(#"= \alpha_t x + 1"#, #"= \alpha_t x + 1"#) == [])
    #expect(try changes("= a (b + c)", "= (a) b + c") == [])
  }

  @Test func `is the letters that came in`() throws {
    #expect(
      try changes(#"= \alpha_t\bar\alpha_{t-1}"#, #"= (1-\beta_t)\bar\alpha_{t-1}"#) == [
        #"1-\beta_t"#
      ])
    #expect(try changes("= a + b", "= a + 2b") == ["2"])
  }

  @Test func `is a letter under a root, another index, another sign`() throws {
    #expect(try changes("= v z", #"= \sqrt{v} z"#) == ["v"])
    #expect(try changes("= x_t + y", "= x_{t-1} + y") == ["1"])
    #expect(try changes("= x + y", "= x - y") == ["y"])
    #expect(try changes("= a b", #"= \frac{a}{b}"#) == ["b"])
  }

  @Test func `is all of it where lines are too long to compare`() throws {
    let long = "= " + Array(repeating: "a", count: 600).joined(separator: "+")
    #expect(try changes(long, long) == [String(long.dropFirst(2))])
  }
}
