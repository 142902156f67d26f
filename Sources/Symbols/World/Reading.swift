/// What the names of a formula mean where authors differ.
struct Reading: Hashable, Sendable {
  var sigma = Sigma.eta
  var network = Network.any
  /// What each noise of the formula is, in the order of their numbers.
  var roles: [NoiseRole] = []

  /// The deviation of the noise that a reverse step adds.
  enum Sigma: Hashable, Sendable, CaseIterable {
    /// sigma = eta sqrt(beta-tilde): a number to choose. Source: DDIM, equation 16.
    case eta
    /// sigma^2 = beta-tilde. Source: DDPM, section 3.2.
    case betaTilde
    /// sigma^2 = beta. Source: DDPM, section 3.2.
    case beta
  }

  /// What is known of the network.
  enum Network: Hashable, Sendable {
    /// Nothing: what is said must hold of any function.
    case any
    /// It predicts the mean of the noise given x_t, as the least loss has it.
    case ideal
  }
}

/// Which of the world's noises a noise symbol stands for.
struct NoiseRole: Hashable, Sendable {
  var kind: Kind
  /// The noise of index k + offset stands where the symbol has the index k.
  var offset = 0

  enum Kind: Hashable, Sendable {
    /// All the noise in x_k.
    case total
    /// The noise that step k adds.
    case step
    /// What a step back from x_k adds.
    case reverse
    /// Noise of no step, independent of everything else.
    case fresh
  }
}
