import Diffusion
import Formula
import Probability
import RealModule

/// The inputs that an exercise is tried at, the simplest first, the same on every run.
struct Cases: Sendable {
  let steps: FormulaTask.Steps
  let variables: [Variable]
  /// Whether normal draws come as lists, of one to five elements.
  let hasLists: Bool

  /// Two cases of the running example, betas 0.1, 0.2 and 0.5, for each of its pairs of steps.
  func running() -> [Case] {
    guard let schedule = try? Schedule(betas: [0.1, 0.2, 0.5]) else { return [] }
    let pairs = (steps.first...3).flatMap { t in
      (0..<t).filter { steps.hasStride || $0 == t - 1 }.map { (t, $0) }
    }
    return (0..<2 * pairs.count).map { number in
      let (round, place) = number.quotientAndRemainder(dividingBy: pairs.count)
      let (t, previous) = pairs[place]
      return self.case(number, schedule, at: t, previous: previous) { variable, element in
        Self.simple(variable, number + round + element)
      }
    }
  }

  /// The running example, the edges, and as many drawn cases as a program needs to be judged.
  var all: [Case] { running() + edges() + (0..<16).compactMap(drawn) }

  /// A schedule of one step, and eta next to its bound, for a step of one and for a stride.
  func edges() -> [Case] {
    var edges: [Case] = []
    if steps.first == 1, let single = try? Schedule(betas: [0.3]) {
      edges.append(self.case(3, single, at: 1, previous: 0) { Self.simple($0, 3 + $1) })
    }
    guard steps.hasStride, variables.contains(.eta),
      let schedule = try? Schedule(betas: [0.1, 0.02, 0.3, 0.25, 0.4])
    else { return edges }
    for (t, previous) in [(2, 1), (5, 2)] {
      let bound = schedule.etaBound(at: t, previous: previous) * Self.insideBound
      edges.append(
        self.case(t, schedule, at: t, previous: previous) {
          $0 == .eta ? bound : Self.simple($0, t + $1)
        })
    }
    return edges
  }

  /// Numbers that are reckoned with by hand.
  private static func simple(_ variable: Variable, _ number: Int) -> Double {
    let draws = [1.5, -0.5, 1, 2, -1, 0.5, -2]
    let place = number + variable.typed.utf8.reduce(0) { $0 + Int($1) }
    return switch variable.domain {
    case .draws: draws[place % draws.count]
    case .range(let range): [2, 0.5, 1][place % 3].clamped(to: range)
    case .belowEtaBound: [0.5, 1, 0.2][number % 3]
    }
  }

  /// A drawn case: T up to 12, betas from 0.01 to 0.5, and readable numbers.
  func drawn(_ number: Int) -> Case? {
    var generator = CounterGenerator(seed: 60, stream: UInt64(truncatingIfNeeded: number))
    let count = Int.random(in: max(1, steps.first)...12, using: &generator)
    let betas = (0..<count).map { _ in generator.readable(in: 0.01...0.5, decimals: 3) }
    guard let schedule = try? Schedule(betas: betas) else { return nil }
    let t = Int.random(in: steps.first...count, using: &generator)
    let previous = steps.hasStride ? Int.random(in: 0..<t, using: &generator) : t - 1
    return self.case(number, schedule, at: t, previous: previous) { variable, _ in
      switch variable.domain {
      case .draws: (generator.nextNormalPair().0 * 100).rounded() / 100
      case .range(let range): generator.readable(in: range, decimals: 2)
      case .belowEtaBound:
        generator.readable(
          in: 0...schedule.etaBound(at: t, previous: previous) * Self.insideBound, decimals: 2)
      }
    }
  }

  /// Eta stays this share of its bound away: nearer, 1 - abar - sigma^2 is rounding alone.
  static let insideBound = 1 - 1e-6

  private func `case`(
    _ number: Int, _ schedule: Schedule, at t: Int, previous: Int,
    _ value: (Variable, Int) -> Double
  ) -> Case {
    var numbers: [Variable: Value] = [:]
    for variable in variables {
      if hasLists, variable.domain == .draws {
        numbers[variable] = .vector((0..<(1 + (number + 2) % 5)).map { value(variable, $0) })
      } else {
        numbers[variable] = .scalar(value(variable, 0))
      }
    }
    return Case(schedule, at: t, previous: previous, numbers)
  }
}

extension RandomNumberGenerator {
  /// A number of a range with few decimals, so that it can be read.
  fileprivate mutating func readable(in range: ClosedRange<Double>, decimals: Int) -> Double {
    let scale = Double.pow(10, decimals)
    let exact = range.lowerBound + nextUniform() * (range.upperBound - range.lowerBound)
    return ((exact * scale).rounded() / scale).clamped(to: range)
  }
}

extension Double {
  fileprivate func clamped(to range: ClosedRange<Double>) -> Double {
    Swift.min(Swift.max(self, range.lowerBound), range.upperBound)
  }
}
