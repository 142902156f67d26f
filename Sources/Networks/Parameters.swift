/// The numbers that a network learns, each tensor under its name.
///
///     var parameters = Parameters()
///     let layer = Linear(2, 64, in: &parameters, "first", using: &generator)
///     parameters.count   // 192
package struct Parameters: Hashable, Sendable {
  /// In the order in which layers declared them.
  package private(set) var names: [String] = []
  package internal(set) var tensors: [Tensor] = []

  package init() {}

  /// Where a parameter stands.
  package struct Key: Hashable, Sendable {
    fileprivate let index: Int
  }

  /// The number of learned numbers.
  package var count: Int { tensors.reduce(0) { $0 + $1.count } }

  /// Adds a parameter; no two have one name.
  package mutating func add(_ name: String, _ tensor: Tensor) -> Key {
    precondition(!names.contains(name), "two parameters are called \(name)")
    names.append(name)
    tensors.append(tensor)
    return Key(index: tensors.count - 1)
  }

  package subscript(name: String) -> Tensor? {
    names.firstIndex(of: name).map { tensors[$0] }
  }

  package subscript(key: Key) -> Tensor { tensors[key.index] }

  /// All parameters on a tape, for one pass.
  package func on(_ tape: Tape) -> Placed { Placed(variables: tensors.map(tape.variable)) }

  /// Parameters on a tape.
  package struct Placed {
    let variables: [Variable]

    package subscript(key: Key) -> Variable { variables[key.index] }
  }

  /// The gradient of each parameter, in their order.
  package func gradients(_ gradients: Gradients, _ placed: Placed) -> [Tensor] {
    placed.variables.map { gradients[$0] }
  }

  /// Tensors of the same names and shapes in place of these.
  ///
  /// - Throws: the first name that is missing, or whose shape is another.
  package mutating func load(_ stored: [String: Tensor]) throws(WeightsError) {
    var loaded: [Tensor] = []
    for (name, tensor) in zip(names, tensors) {
      guard let new = stored[name] else { throw .missing(name) }
      guard new.shape == tensor.shape else {
        throw .shape(name, found: new.shape, wanted: tensor.shape)
      }
      loaded.append(new)
    }
    tensors = loaded
  }
}
