import Networks

// What networks cost: the multiplications of one image, counted from the sizes of their layers. The
// zeros around an image count as pixels, as they do in the program.

extension UNet {
  /// Multiplications for one image of `side` by `side`.
  package func multiplications(side: Int) -> Int {
    let sides = ["large": side, "first": side, "last": side, "medium": side / 2, "small": side / 4]
    let layers = zip(fresh.names, fresh.tensors).reduce(0) { sum, entry in
      let (name, tensor) = entry
      // A row of a table is only looked up; norms have one number a channel.
      guard tensor.shape.count > 1, name != "label.weight" else { return sum }
      // The time, and what blocks are told of it, is once an image.
      let side = name.contains("told") ? 1 : sides[String(name.prefix { $0 != "." })] ?? 1
      return sum + tensor.count * side * side
    }
    return layers + attention(side: side / 2, Self.channels.medium)
      + attention(side: side / 4, Self.channels.small)
  }

  /// The products of queries and keys, and of weights and values.
  private func attention(side: Int, _ channels: Int) -> Int {
    2 * side * side * side * side * channels
  }
}

extension VQVAE {
  /// Multiplications to find the codes of one latent and to decode them.
  package var decodingMultiplications: Int {
    let sides = [4, 4, 8, 16, 16]
    let layers = sides.enumerated().reduce(0) { sum, layer in
      let weights = fresh["decoder.\(layer.offset).weight"]?.count ?? 0
      return sum + weights * layer.element * layer.element
    }
    return layers + Self.codes * Latents.numbers
  }
}
