/// Where a reader's files live, by the XDG Base Directory Specification.
///
/// A relative path in a variable is ignored, as the specification asks.
package struct Folders: Hashable, Sendable {
  /// Nil where neither the variable nor a home is known.
  package let state: String?
  /// Likewise.
  package let data: String?
  /// Likewise.
  package let configuration: String?

  package init(environment: [String: String]) {
    state = Self.folder(
      environment["XDG_STATE_HOME"], home: environment["HOME"], fallback: ".local/state")
    data = Self.folder(
      environment["XDG_DATA_HOME"], home: environment["HOME"], fallback: ".local/share")
    configuration = Self.folder(
      environment["XDG_CONFIG_HOME"], home: environment["HOME"], fallback: ".config")
  }

  /// The file that remembers a reader's place.
  package var progressFile: String? { state.map { "\($0)/progress.json" } }

  /// What a reader has chosen once and for all.
  package var configurationFile: String? { configuration.map { "\($0)/config.yaml" } }

  /// The weights of a model that a reader has trained.
  package func weightsFile(_ model: String) -> String? {
    data.map { "\($0)/weights/\(model).safetensors" }
  }

  /// A training that is not at its end.
  package func trainingFile(_ model: String) -> String? {
    state.map { "\($0)/training/\(model).safetensors" }
  }

  private static func folder(_ value: String?, home: String?, fallback: String) -> String? {
    if let value, value.hasPrefix("/") { return "\(value)/noisebook" }
    if let home, home.hasPrefix("/") { return "\(home)/\(fallback)/noisebook" }
    return nil
  }
}
