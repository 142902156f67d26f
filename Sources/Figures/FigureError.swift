/// Why a figure was not computed; each a sentence that says what to do.
package enum FigureError: Error, Hashable, Sendable, CustomStringConvertible {
  case unknownParameter(String, known: [String])
  case badValue(parameter: Parameter, given: String)
  case unknownFormula(String, known: [String])
  /// A formula of the reader's that does not parse or has no value, and why.
  case badFormula(name: String, reason: String)
  /// Nobody waits for it any more.
  case stopped
  /// A file that the figure needs and that can't be used, and why.
  case unreadable(String)
  /// A value that contradicts another one.
  case unfit(String)

  package var description: String {
    switch self {
    case .unknownParameter(let name, let known):
      known.isEmpty
        ? "This figure has no parameters, so \"\(name)\" can't be set."
        : "There is no parameter \"\(name)\" here; this figure has \(known.joined(separator: ", "))."
    case .badValue(let parameter, let given):
      "\(parameter.name) can't be \"\(given)\"; give \(parameter.range)."
    case .unknownFormula(let name, let known):
      known.isEmpty
        ? "This figure has no formula that can be replaced."
        : "There is no formula \"\(name)\" here; this figure has \(known.joined(separator: ", "))."
    case .badFormula(let name, let reason): "The formula \(name) can't be used. \(reason)"
    case .stopped: "The computation was stopped."
    case .unreadable(let sentence), .unfit(let sentence): sentence
    }
  }

  /// Whether the input could not be read at all, as opposed to being out of range.
  package var isUnreadable: Bool {
    switch self {
    case .badFormula, .unreadable: true
    default: false
    }
  }
}
