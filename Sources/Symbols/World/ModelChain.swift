import Formula

extension Densities {
  /// The x of the network's way back together, where its mean is affine in x: the ideal network's is,
  /// for normal data.
  ///
  ///     x_T     = u_T
  ///     x_{t-1} = mean(x_t) + sigma_t u_{t-1},   mean(x) = mean(0) + (mean(1) - mean(0)) x
  ///
  /// - Throws: that the network is any function, of which only one step at a time is known.
  func modelChain(isConditioned: Bool) throws(EvaluationError) -> [NormalSum] {
    guard network.reading == .ideal else { throw Self.unknownModel }
    var x = NormalSum.source(world.steps, weight: 1)
    var chain = [x]
    for t in (1...world.steps).reversed() {
      let start = network.value(.mean, 0, t, isConditioned: isConditioned)
      let slope = network.value(.mean, 1, t, isConditioned: isConditioned) - start
      let deviation = try variance(at: t).squareRoot()
      x = x.scaled(by: slope) + .source(t - 1, weight: deviation)
      x.mean += start
      chain.append(x)
    }
    return chain.reversed()
  }
}
