import Probability
import RealModule

/// Toy data along curves, before they are standardised.
extension Mixture2D {
  /// Two half circles that reach into each other; the upper is class 0.
  ///
  /// The shape of scikit-learn's `make_moons`, with noise of deviation 0.08.
  static var moons: Mixture2D {
    let upper = Curve(0...Double.pi) { Point2D(x: .cos($0), y: .sin($0)) }
    let lower = Curve(0...Double.pi) { Point2D(x: 1 - .cos($0), y: 0.5 - .sin($0)) }
    return Mixture2D(along: [upper, lower], deviation: 0.08)
  }

  /// One and a half turns of a roll, even along the arc; the inner part is class 0.
  ///
  /// The radius is the angle, from 1.5 pi to 4.5 pi as in scikit-learn's `make_swiss_roll`, where
  /// points are even in the angle instead. Classes meet
  /// at 3.35029 pi, half of the arc, so the density goes on evenly from one to the other.
  static var swissRoll: Mixture2D {
    let roll = { (range: ClosedRange<Double>) in Curve(range) { turn(angle: $0, radius: $0) } }
    return Mixture2D(
      along: [roll(1.5 * .pi...3.350289 * .pi), roll(3.350289 * .pi...4.5 * .pi)],
      deviation: 0.5)
  }

  /// Two arms that wind around each other, each a class.
  static var spiral: Mixture2D {
    let arm = { (start: Double) in
      Curve(0.5 * .pi...2.5 * .pi) { turn(angle: start + $0, radius: $0) }
    }
    return Mixture2D(along: [arm(0), arm(.pi)], deviation: 0.4)
  }

  /// Two circles around one centre, the outer twice as wide and class 0.
  static var twoRings: Mixture2D {
    let circle = { (radius: Double) in Curve(0...2 * .pi) { turn(angle: $0, radius: radius) } }
    return Mixture2D(along: [circle(1), circle(0.5)], deviation: 0.06)
  }

  /// An eight that lies on its side, Gerono's lemniscate; the right loop is class 0.
  static var infinity: Mixture2D {
    let loop = { (start: Double) in
      Curve(start...start + .pi) { Point2D(x: .cos($0), y: .sin($0) * .cos($0)) }
    }
    return Mixture2D(along: [loop(-0.5 * .pi), loop(0.5 * .pi)], deviation: 0.05)
  }

  /// A heart; the right half is class 0.
  static var heart: Mixture2D {
    let half = { (start: Double) in
      Curve(start...start + .pi) { t in
        let sine = Double.sin(t)
        let y = 13 * Double.cos(t) - 5 * .cos(2 * t) - 2 * .cos(3 * t) - .cos(4 * t)
        return Point2D(x: 16 * sine * sine * sine, y: y)
      }
    }
    return Mixture2D(along: [half(0), half(.pi)], deviation: 0.7)
  }
}

private func turn(angle: Double, radius: Double) -> Point2D {
  Point2D(x: radius * .cos(angle), y: radius * .sin(angle))
}
