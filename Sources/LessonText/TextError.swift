/// What is wrong with a text, and where.
package struct TextError: Error, Hashable, Sendable {
  package var message: String
  package var position: SourcePosition

  package init(_ message: String, at position: SourcePosition) {
    self.message = message
    self.position = position
  }

  /// The error as compilers print it: `path:line:column: message`.
  package func described(in path: String) -> String {
    "\(path):\(position.line):\(position.column): \(message)"
  }
}

/// Everything that is wrong with a text, in the order of the places.
package struct TextErrors: Error, Hashable, Sendable {
  package var all: [TextError]

  package init(_ errors: [TextError]) {
    all = errors.sorted { $0.position < $1.position }
  }
}
