/// Both formulas at one point.
///
/// They agree where |l - r| <= tolerance max(|l|, |r|) + 4 (e_l + e_r). The second part is what
/// rounding in the terms that cancel can come to, by the bound that each `Quantity` carries; four
/// of it, since the functions of the system's library are right to two units in the last place
/// only. So `alpha + beta - 1` is zero where 1e-17 is left of it, but a power of 1e-200 is not,
/// for nothing cancelled in it: there is no constant below which everything is equal.
struct Judgement {
  var differs = false
  /// Rounding may hide a difference that a reader would call one.
  var isBlurred = false
  /// Relative to the values, or to the terms that cancelled.
  var difference = 0.0

  /// Nil for vectors of unequal length, or of none; a number is compared with every element.
  init?(_ left: Quantity, _ right: Quantity, tolerance: Double) {
    let lefts = Elements(left)
    let rights = Elements(right)
    let isPaired = lefts.count == rights.count || lefts.count == 1 || rights.count == 1
    guard isPaired, lefts.count > 0, rights.count > 0 else { return nil }
    for index in 0..<max(lefts.count, rights.count) {
      let (l, r) = (lefts[index], rights[index])
      let size = max(l.value.magnitude, r.value.magnitude)
      let blur = 4 * (l.rounding + r.rounding)
      let gap = (l.value - r.value).magnitude
      differs = differs || gap > tolerance * size + blur
      isBlurred = isBlurred || blur > 1e-8 * size && blur > 1e-10
      let terms = max(size, (l.rounding + r.rounding) / Quantity.unit)
      difference = max(difference, terms > 0 ? gap / terms : 0)
    }
  }

  /// The numbers of a quantity with their rounding; a scalar is each of its elements.
  private struct Elements {
    private let values: [Double]
    private let roundings: [Double]

    init(_ quantity: Quantity) {
      values = quantity.value.elements
      roundings = quantity.rounding?.elements ?? []
    }

    var count: Int { values.count }

    subscript(index: Int) -> (value: Double, rounding: Double) {
      (
        values[values.count == 1 ? 0 : index],
        roundings.isEmpty ? 0 : roundings[roundings.count == 1 ? 0 : index]
      )
    }
  }
}
