/// Why a figure was not computed; each a sentence that says what to do.
package enum FigureError: Error, Hashable, Sendable, CustomStringConvertible {
  case unknownParameter(String, known: [String])
  case badValue(parameter: Parameter, given: String)
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
    case .unfit(let sentence): sentence
    }
  }
}
