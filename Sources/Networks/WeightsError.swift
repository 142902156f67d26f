/// Why weights can't be used.
package enum WeightsError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Not a safetensors file, and why.
  case malformed(String)
  case missing(String)
  case shape(String, found: [Int], wanted: [Int])
  /// Weights that learned other data.
  case otherModel(String, wanted: String)
  /// A training that was planned otherwise.
  case otherPlan

  package var description: String {
    switch self {
    case .malformed(let reason):
      "These weights are no safetensors file: \(reason). Get them again, or train anew."
    case .missing(let name):
      "The weights have no tensor \"\(name)\": they belong to another network."
    case .shape(let name, let found, let wanted):
      "The tensor \"\(name)\" has the shape \(found), and the network needs \(wanted): the weights "
        + "belong to another network."
    case .otherModel(let name, let wanted):
      "These are the weights of the model \"\(name)\", not of \"\(wanted)\"."
    case .otherPlan: "This training was planned otherwise; begin it anew."
    }
  }
}
