/// Why a text is no JSON, and where.
package struct JSONError: Error, Hashable, Sendable, CustomStringConvertible {
  package let reason: Reason
  /// The offset of the byte that is wrong; the text's length where it ends too early.
  package let place: Int

  package init(reason: Reason, place: Int) {
    self.reason = reason
    self.place = place
  }

  package enum Reason: Hashable, Sendable {
    case wanted(String)
    case escape
    case controlCharacter
    case tooDeep(limit: Int)
    case more
  }

  package var description: String {
    let place = "byte \(self.place + 1)"
    return switch reason {
    case .wanted(let what): "\(what) is missing at \(place)"
    case .escape: "the escape at \(place) is none of JSON's"
    case .controlCharacter: "a text has a control character at \(place)"
    case .tooDeep(let limit): "at \(place) it is nested more than \(limit) levels deep"
    case .more: "after its end there is more, at \(place)"
    }
  }
}
