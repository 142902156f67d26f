/// Integrals of smooth functions by Gauss and Legendre's rule of ten places.
///
/// Exact for polynomials up to degree 19. Places and weights are those of the interval -1 to 1:
/// the roots r of the Legendre polynomial P_10, and 2 / ((1 - r^2) P_10'(r)^2).
enum GaussLegendre {
  /// The places above zero with their weights; those below mirror them.
  private static let rule: [(place: Double, weight: Double)] = [
    (0.148874338981631211, 0.29552422471475287),
    (0.433395394129247191, 0.269266719309996355),
    (0.679409568299024406, 0.219086362515982044),
    (0.865063366688984511, 0.149451349150580593),
    (0.97390652851717172, 0.0666713443086881376),
  ]

  /// Calls `visit` with each place of the interval and its weight.
  static func forEachPlace(
    from lower: Double, to upper: Double, _ visit: (_ place: Double, _ weight: Double) -> Void
  ) {
    let middle = 0.5 * (lower + upper)
    let half = 0.5 * (upper - lower)
    for (place, weight) in rule {
      visit(middle - half * place, half * weight)
      visit(middle + half * place, half * weight)
    }
  }
}
