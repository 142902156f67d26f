import CNetworkLoops

extension Variable {
  /// Numbers of mean 0 and variance 1 within each group of channels of each example, then scaled
  /// and shifted by channel.
  ///
  ///     y = scale (x - mean) / sqrt(variance + 1e-5) + shift
  ///
  /// - Parameters:
  ///   - groups: divides the channels; 1 is layer norm over all places and channels.
  ///   - scale: [channels].
  ///   - shift: [channels].
  /// - Returns: the shape of x, which is [n, ..., channels].
  ///
  /// Source: Wu and He 2018, "Group Normalization".
  package func groupNormed(_ groups: Int, scale: Variable, shift: Variable) -> Variable {
    let channels = value.width
    precondition(channels.isMultiple(of: groups), "\(channels) channels in \(groups) groups")
    let size = network_groups(
      examples: shape[0], places: shape.dropFirst().dropLast().reduce(1, *), channels: channels,
      groups: groups)
    var moments = [Float](repeating: 0, count: 2 * shape[0] * groups)
    var work = [Float](repeating: 0, count: 5 * channels)
    let result = [Float](unsafeUninitializedCapacity: value.count) { buffer, filled in
      filled = value.count
      guard let results = buffer.baseAddress else { return }
      network_group_norm(
        size, value.values, scale.value.values, shift.value.values, results, &moments, &work)
    }
    let kept = moments
    return tape.record(Tensor(shape, result)) { gradient, gradients in
      var work = [Float](repeating: 0, count: 5 * channels)
      var (toScale, toShift) = (Tensor(zeros: scale.shape), Tensor(zeros: shift.shape))
      let slopes = [Float](unsafeUninitializedCapacity: value.count) { buffer, filled in
        filled = value.count
        guard let slopes = buffer.baseAddress else { return }
        network_group_norm_slopes(
          size, value.values, gradient.values, scale.value.values, kept, slopes,
          &toScale.values, &toShift.values, &work)
      }
      gradients.add(toScale, to: scale)
      gradients.add(toShift, to: shift)
      gradients.add(Tensor(shape, slopes), to: self)
    }
  }
}
