import Formula

extension Spelled {
  /// A sentence with the written names in the place of those that the spelling has made.
  func readable(_ sentence: String) -> String {
    guard sentence.contains("$") else { return sentence }
    let named = noises.reduce(sentence) { $0.replacing($1.bound, with: $1.written) }
    return Self.words.reduce(named) { $0.replacing($1.made, with: $1.written) }
  }

  /// A name before those that begin like it.
  private static let words: [(made: String, written: String)] = [
    ("$noise", "epsilon_theta"), ("$start", "the predicted x_0"), ("$mean", "mu_theta"),
    ("$score", "s_theta"), ("$velocity", "v_theta"), ("$guided", "the guided prediction"),
    ("$loss", "the loss"), ("$mutilde", "mu-tilde"), ("$qsigma", "q_sigma"), ("$q", "q"),
    ("$ptheta", "p_theta"), ("$p", "p"), ("$total", "the noise"), ("$KL", "KL"), ("$E", "E"),
    ("$nabla", "nabla"), ("$i", "i"),
  ]
}
