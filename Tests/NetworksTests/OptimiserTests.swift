import Foundation
import Networks
import Testing

@Suite struct `An optimiser` {
  /// 37 and 6 numbers, so that loops have a rest.
  private func parameters() -> Parameters {
    var parameters = Parameters()
    _ = parameters.add("p", Tensor([37], (0..<37).map { Float(sin(Double($0))) }))
    _ = parameters.add("q", Tensor([2, 3], (0..<6).map { Float(cos(Double($0))) }))
    return parameters
  }

  /// Longer than 1 in three steps, shorter in two.
  private func gradients(_ step: Int) -> [Tensor] {
    let size = step < 4 ? 3 : 0.05
    return [
      Tensor([37], (0..<37).map { Float(size * cos(Double($0 * step))) }),
      Tensor([2, 3], (0..<6).map { Float(size * sin(Double($0 + step))) }),
    ]
  }

  /// From PyTorch 1.13 in double precision: `torch.optim.AdamW(..., lr=0.1, weight_decay=0.01)` after
  /// `clip_grad_norm_(..., 1.0)`, five steps with these gradients.
  ///
  /// A step is of size 0.1 and rounded to single precision, 6e-8 of numbers of size 1.
  @Test func `goes where PyTorch's goes`() {
    var parameters = parameters()
    var optimiser = AdamW(for: parameters, rate: 0.1, decay: 0.01, clip: 1)
    for step in 1...5 { optimiser.step(&parameters, gradients(step)) }
    let (p, q) = (parameters.tensors[0].values, parameters.tensors[1].values)
    let wanted: [Float] = [
      -0.46974103, 0.86440231, 0.48333593, -0.81901913, 0.24653236, -0.73000373,
      0.61063478, 0.37226955, -0.25576372, -0.58503405, -0.44443801, 0.15951715,
    ]
    let found = [0, 1, 7, 31, 32, 36].map { p[$0] } + q
    for (got, want) in zip(found, wanted) { #expect(abs(got - want) < 2e-6) }
  }

  /// What was copied before a step is what it was, whether or not somebody still holds it.
  @Test func `leaves alone what a copy holds`() {
    var parameters = parameters()
    let first = parameters
    var optimiser = AdamW(for: parameters, rate: 0.1)
    var seen = [first]
    for step in 1...3 {
      optimiser.step(&parameters, gradients(step))
      seen.append(parameters)
    }
    var again = first
    var other = AdamW(for: first, rate: 0.1)
    for step in 1...3 {
      other.step(&again, gradients(step))
      #expect(again == seen[step])
    }
    #expect(seen[0] == self.parameters() && Set(seen).count == 4)
  }
}
