import Diffusion
import Formula

/// Rules on inequalities: they must be so at every point.
struct OrderRule: Sendable {
  let relation: Spelled
  let test: Test

  var ruling: Ruling {
    if let choice = relation.choice, !isOfEta { return .unknown(choice) }
    let trier = Trier(relation)
    var points = 0
    var failure: Difference?
    var reason: String?
    var isEqualAtStart = false
    for roles in relation.roleAssignments.prefix(1) {
      for situation in trier.situations {
        do throws(EvaluationError) {
          let reading = Reading(roles: roles)
          let sides = try trier.scope(situation, reading).sides(
            relation.left, relation.right, tolerance: 0, limit: Trier.workLimit)
          guard let left = sides.left.scalar, let right = sides.right.scalar else { continue }
          // The first step starts at alpha-bar_0 = 1, so what grows from there on may be equal there.
          if situation.t == 1, test.isStrict, left == right {
            isEqualAtStart = true
            continue
          }
          points += 1
          if !test.holds(left, right, scale: max(abs(left), abs(right))) {
            failure =
              failure
              ?? Difference(situation: situation, reading: reading, left: left, right: right)
          }
        } catch {
          guard error.dependsOnPoint else { return .unknown(error.description) }
          reason = error.description
        }
      }
    }
    if let failure { return ruling(failing: failure, at: points, trier) }
    guard points >= Trier.fewestPoints else {
      return .unknown(reason ?? "There are too few points where both sides have a value.")
    }
    var ruling = Ruling.holds("True at \(points) points.")
    if isEqualAtStart { ruling.says += " At t = 1 both sides are equal." }
    if isOfEta {
      ruling.says +=
        " There is an upper bound too: eta^2 <= (1 - abar_t) / beta_t, "
        + "so that 1 - abar_{t-1} - sigma_t^2 is not negative."
      ruling.source = "DDIM, equations 7 and 16"
    }
    return ruling
  }

  private var isOfEta: Bool {
    NameParts(relation.left)?.name == "eta" && relation.right.label == "0"
  }

  /// What is so under some schedules and not under others depends on the schedule: nothing is wrong.
  private func ruling(failing difference: Difference, at points: Int, _ trier: Trier) -> Ruling {
    let schedules = Set(trier.situations.map(\.world.schedule))
    let usual = schedules.filter { $0.beta == $0.beta.sorted() }
    let isUsual = trier.situations.filter { usual.contains($0.world.schedule) }.allSatisfy {
      guard let roles = relation.roleAssignments.first,
        let sides = try? trier.scope($0, Reading(roles: roles)).sides(
          relation.left, relation.right, tolerance: 0, limit: Trier.workLimit),
        let left = sides.left.scalar, let right = sides.right.scalar
      else { return true }
      return test.holds(left, right, scale: max(abs(left), abs(right)))
    }
    guard isUsual, points > Trier.fewestPoints else { return .fails(difference) }
    return .unknown("It is so where the betas grow with t, and depends on the schedule.")
  }
}
