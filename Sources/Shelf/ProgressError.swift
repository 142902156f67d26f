/// Why a reader's place is not remembered; nothing that was stored is lost.
package enum ProgressError: Error, Hashable, Sendable, CustomStringConvertible {
  case unwritable(String)
  case unreadable(String)
  case damaged(String)
  case newer(String)
  case unimportable(String, isNewer: Bool)

  package var description: String {
    switch self {
    case .unwritable(let reason): "Your progress is not being saved. \(reason)"
    case .unreadable(let reason): "Your progress can't be read and is left as it is. \(reason)"
    case .damaged(let path):
      "\(path) is no progress file. When the next page or answer is saved it is kept beside as "
        + "\(path).damaged, and a new one begins."
    case .unimportable(let path, let isNewer):
      "Nothing was changed: \(path) is \(isNewer ? "of a newer noisebook" : "no progress file")."
    case .newer(let path):
      "Your progress is not being saved: a newer noisebook wrote \(path). Update this one."
    }
  }
}
