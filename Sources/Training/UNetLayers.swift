import Networks

/// Two convolutions around a shortcut, told something between them.
///
///     h   = conv(silu(norm(x))) + W told
///     out = W x + conv(silu(norm(h)))
///
/// Source: DDPM's program, `resnet_block`.
struct Residual: Sendable {
  private let norms: [GroupNormLayer]
  private let convolutions: [Convolution]
  private let hearing: Linear
  /// Nil where as many channels come out as go in.
  private let shortcut: Linear?

  /// Groups of channels that are normalised together.
  static let groups = 8

  init(
    _ inputs: Int, _ outputs: Int, told: Int, in parameters: inout Parameters, _ name: String,
    using generator: inout some RandomNumberGenerator
  ) {
    let firstNorm = GroupNormLayer(Self.groups, inputs, in: &parameters, "\(name).norm.0")
    let secondNorm = GroupNormLayer(Self.groups, outputs, in: &parameters, "\(name).norm.1")
    norms = [firstNorm, secondNorm]
    hearing = Linear(told, outputs, in: &parameters, "\(name).told", using: &generator)
    convolutions = [
      Convolution(inputs, outputs, in: &parameters, "\(name).conv.0", using: &generator),
      Convolution(outputs, outputs, gain: 0, in: &parameters, "\(name).conv.1", using: &generator),
    ]
    shortcut =
      inputs == outputs
      ? nil : Linear(inputs, outputs, in: &parameters, "\(name).shortcut", using: &generator)
  }

  /// [n, h, w, outputs] of [n, h, w, inputs]; `told` is [n, its width].
  func callAsFunction(
    _ x: Variable, _ told: Variable, _ parameters: Parameters.Placed
  ) -> Variable {
    let h = convolutions[0](norms[0](x, parameters).silu(), parameters)
      .plusRowOfEach(hearing(told, parameters))
    return (shortcut.map { $0(x, parameters) } ?? x)
      + convolutions[1](norms[1](h, parameters).silu(), parameters)
  }
}

/// Attention of all pixels of an image to all, around a shortcut.
///
/// Source: DDPM's program, `attn_block`.
struct SelfAttention: Sendable {
  private let norm: GroupNormLayer
  private let queries: Linear
  private let keys: Linear
  private let values: Linear
  private let out: Linear

  init(
    _ channels: Int, in parameters: inout Parameters, _ name: String,
    using generator: inout some RandomNumberGenerator
  ) {
    norm = GroupNormLayer(Residual.groups, channels, in: &parameters, "\(name).norm")
    queries = Linear(channels, channels, in: &parameters, "\(name).queries", using: &generator)
    keys = Linear(channels, channels, in: &parameters, "\(name).keys", using: &generator)
    values = Linear(channels, channels, in: &parameters, "\(name).values", using: &generator)
    out = Linear(channels, channels, gain: 0, in: &parameters, "\(name).out", using: &generator)
  }

  /// [n, h, w, c] of [n, h, w, c].
  func callAsFunction(_ x: Variable, _ parameters: Parameters.Placed) -> Variable {
    let places = norm(places(of: x), parameters)
    let gathered = queries(places, parameters)
      .attending(to: keys(places, parameters), values(places, parameters))
    return x + out(gathered, parameters).reshaped(x.shape)
  }

  /// How much each place takes from each: [n, places, places].
  func weights(_ x: Variable, _ parameters: Parameters.Placed) -> Tensor {
    let places = norm(places(of: x), parameters)
    return queries(places, parameters).attentionWeights(to: keys(places, parameters))
  }

  private func places(of x: Variable) -> Variable {
    x.reshaped([x.shape[0], x.shape[1] * x.shape[2], x.shape[3]])
  }
}
