import LessonText
import Testing

@Suite struct `A lesson` {
  private let text = #"""
    ---
    id: small-steps
    minutes: 20-30
    needs: [gaussians]
    goals:
      - Say what a step is.
    ---
    # Small $x$ steps

    Why it matters.

    <!-- step
    id: adding
    with:
      schedule: custom
      betas: [0.1, 0.2]
    -->
    ## Adding up

    $$
    \begin{aligned}
    a &= b \\
      &= c
    \end{aligned}
    $$

    ```derivation
    id: sum-rule
    lines:
      - {equal: exactly, says: We begin.}
      - equal: in-distribution
        says: "Merged: one noise."
    ```

    $$ c = d \label{last} $$

    ```claim
    id: half
    says: In {{all}} cases { a[T] } is "{b}".
    check: a[T] < 1
    with: {T: 50}
    ```

    ```figure
    id: curve
    figure: schedule
    set:
      T: 50
    caption: A curve.
    ```

    ```note
    ---
    Ask first.
    ```

    ```exercise
    id: try
    kind: order
    level: derive
    asks: In {1 + 1} steps?
    hints: [a, b]
    solution: So.
    ---
    a &= b \\
    &= c \\
    &= d
    ```

    <!-- step
    id: card
    kind: summary
    -->
    ## Proved
    """#

  @Test func `has a name, a time, needs and goals`() throws {
    let lesson = try Lesson(name: "02-small-steps.md", text: text)
    #expect(lesson.id == "small-steps")
    #expect(lesson.number == "02")
    #expect(lesson.title == "Small $x$ steps")
    #expect(lesson.minutes == 20...30)
    #expect(lesson.needs == [PlacedText("gaussians", at: SourcePosition(line: 4, column: 9))])
    #expect(lesson.goals == ["Say what a step is."])
  }

  @Test func `is cut into steps at their comments`() throws {
    let steps = try Lesson(name: "02-small-steps.md", text: text).steps
    #expect(steps.map(\.id) == ["start", "adding", "card"])
    #expect(steps.map(\.title) == ["Small $x$ steps", "Adding up", "Proved"])
    #expect(steps.map(\.kind) == [.page, .page, .summary])
    #expect(steps.map(\.elements.count) == [1, 6, 0])
    #expect(
      steps[1].settings.map { "\($0.name)=\($0.value)" } == ["schedule=custom", "betas=0.1,0.2"])
    #expect(steps[1].position == SourcePosition(line: 12, column: 1))
  }

  @Test func `has a derivation in place of its formula`() throws {
    let elements = try Lesson(name: "02-small-steps.md", text: text).steps[1].elements
    guard case .derivation(let derivation) = elements[0] else {
      Issue.record("The first element is \(elements[0])")
      return
    }
    #expect(derivation.id == "sum-rule")
    #expect(derivation.latex == "\\begin{aligned}\na &= b \\\\\n  &= c\n\\end{aligned}")
    #expect(derivation.formulaPosition == SourcePosition(line: 21, column: 1))
    #expect(derivation.lines.map(\.equality) == [.exactly, .inDistribution])
    #expect(derivation.lines.map(\.says) == ["We begin.", "Merged: one noise."])
  }

  @Test func `takes the id of a formula from its label`() throws {
    let elements = try Lesson(name: "02-small-steps.md", text: text).steps[1].elements
    guard case .formula(let formula) = elements[1] else {
      Issue.record("The second element is \(elements[1])")
      return
    }
    #expect(formula.id == "last")
    #expect(formula.latex == "c = d             ")
    #expect(formula.position == SourcePosition(line: 35, column: 4))
  }

  @Test func `has claims with the place of each expression`() throws {
    let elements = try Lesson(name: "02-small-steps.md", text: text).steps[1].elements
    guard case .claim(let claim) = elements[2] else {
      Issue.record("The third element is \(elements[2])")
      return
    }
    #expect(
      claim.says == [
        .words("In {all} cases "),
        .expression(PlacedText("a[T]", at: SourcePosition(line: 39, column: 26))),
        .words(" is \""),
        .expression(PlacedText("b", at: SourcePosition(line: 39, column: 38))), .words("\"."),
      ])
    #expect(claim.check == PlacedText("a[T] < 1", at: SourcePosition(line: 40, column: 8)))
    #expect(claim.settings.map(\.value) == ["50"])
  }

  @Test func `has figures, notes and exercises`() throws {
    let elements = try Lesson(name: "02-small-steps.md", text: text).steps[1].elements
    guard case .figure(let figure) = elements[3], case .note(let note) = elements[4],
      case .exercise(let exercise) = elements[5]
    else {
      Issue.record("The last elements are \(elements.suffix(3))")
      return
    }
    #expect([figure.id, figure.figure.text, figure.caption] == ["curve", "schedule", "A curve."])
    #expect(figure.settings.map { "\($0.name)=\($0.value)" } == ["T=50"])
    #expect(note.text == "Ask first.")
    #expect(exercise.id == "try" && exercise.kind == .order && exercise.level == .derive)
    let number = PlacedText("1 + 1", at: SourcePosition(line: 61, column: 11))
    #expect(exercise.asks == [.words("In "), .expression(number), .words(" steps?")])
    #expect(exercise.hints == [[.words("a")], [.words("b")]])
    #expect(latexRows(exercise.latex).count == 3)
  }
}
