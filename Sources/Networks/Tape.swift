/// Reverse-mode differentiation: operations are written down as they are done, and read backwards.
///
///     let tape = Tape()
///     let x = tape.variable(Tensor([2], [1, 3]))
///     let loss = (x * x).mean()
///     tape.gradients(of: loss)[x]   // 2 x / 2: [1, 3]
///
/// A tape is for one pass. It belongs to one thread; parts of a batch have tapes of their own. When
/// nobody holds it any more, what was written down is forgotten.
package final class Tape {
  private let reel = Reel()

  package init() {}

  // What is written down holds the variables that it is about, and they hold the reel: a circle,
  // which is opened here.
  deinit { reel.close() }

  /// A variable that was made of nothing: an input or a parameter.
  package func variable(_ value: Tensor) -> Variable { reel.variable(value) }

  /// Data: a tensor whose gradient nobody asks for.
  package func constant(_ value: Tensor) -> Variable {
    Variable(value: value, index: nil, tape: reel)
  }

  /// The slopes of one number with respect to every variable that it was made of.
  package func gradients(of loss: Variable) -> Gradients {
    precondition(loss.value.count == 1, "only a single number has a gradient")
    var gradients = Gradients(count: reel.variableCount)
    gradients.add(Tensor(repeating: 1, loss.value.shape), to: loss)
    for (result, pullback) in reel.operations.reversed() {
      guard let gradient = gradients.take(result) else { continue }
      pullback(gradient, &gradients)
    }
    return gradients
  }
}

/// What is written on a tape.
final class Reel {
  /// For each operation, what hands the gradient of its result on to what it was made of.
  fileprivate private(set) var operations: [(result: Int, pullback: Pullback)] = []
  fileprivate private(set) var variableCount = 0
  private var isOpen = true

  /// Takes the gradient of a result, and adds to those of what it was made of.
  typealias Pullback = (_ gradient: Tensor, _ gradients: inout Gradients) -> Void

  func variable(_ value: Tensor) -> Variable {
    variableCount += 1
    return Variable(value: value, index: variableCount - 1, tape: self)
  }

  /// A variable that an operation has made, and how its gradient goes back.
  func record(_ value: Tensor, _ pullback: @escaping Pullback) -> Variable {
    let result = variable(value)
    if isOpen { operations.append((variableCount - 1, pullback)) }
    return result
  }

  fileprivate func close() {
    isOpen = false
    operations = []
  }
}

/// A tensor on a tape.
package struct Variable {
  package let value: Tensor
  /// Nil for a constant.
  let index: Int?
  let tape: Reel

  package var shape: [Int] { value.shape }

  /// Data on the same tape.
  package func constant(_ value: Tensor) -> Variable {
    Variable(value: value, index: nil, tape: tape)
  }
}

/// The gradient of each variable, zero where a variable had no part in the loss.
package struct Gradients {
  private var tensors: [Tensor?]

  fileprivate init(count: Int) { tensors = Array(repeating: nil, count: count) }

  /// The gradient of an input or a parameter, of its shape.
  package subscript(variable: Variable) -> Tensor {
    variable.index.flatMap { tensors[$0] } ?? Tensor(zeros: variable.shape)
  }

  mutating func add(_ gradient: Tensor, to variable: Variable) {
    guard let index = variable.index else { return }
    if tensors[index] == nil {
      tensors[index] = gradient
    } else {
      tensors[index]?.add(gradient)
    }
  }

  /// The gradient of a result, which nothing needs afterwards.
  fileprivate mutating func take(_ index: Int) -> Tensor? {
    defer { tensors[index] = nil }
    return tensors[index]
  }
}
