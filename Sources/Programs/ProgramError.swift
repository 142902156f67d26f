/// Why a program could not be tried at all.
package enum ProgramError: Error, Hashable, Sendable, CustomStringConvertible {
  case cannotStart(String, reason: String)

  package var description: String {
    switch self {
    case .cannotStart(let command, let reason): "\(command) can't be started: \(reason)."
    }
  }
}
