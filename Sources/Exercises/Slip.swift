/// A mistake that learners really make, what an answer with it is, and what to say of it.
package struct Slip: Hashable, Sendable {
  /// The name that never changes: `root-of-variance`.
  package let id: String
  /// Formulas of the answer with the slip, as they are typed.
  package let formulas: [String]
  /// What went wrong, and what to do.
  package let says: String

  package init(_ id: String, _ formulas: String..., says: String) {
    self.init(id, of: formulas, says: says)
  }

  package init(_ id: String, of formulas: [String], says: String) {
    self.id = id
    self.formulas = formulas
    self.says = says
  }
}
