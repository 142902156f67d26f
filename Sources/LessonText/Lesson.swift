/// A lesson: what its front matter says, and its steps, one a page.
package struct Lesson: Hashable, Sendable {
  /// The name by which commands and other lessons know it: `noise-schedule`.
  package var id: String
  /// The number before the name of its file, as written: `01`.
  package var number: String
  package var title: String
  /// How long it takes to read and do.
  package var minutes: ClosedRange<Int>
  /// The ids of the lessons that come before it.
  package var needs: [PlacedText]
  /// What the reader can do at its end.
  package var goals: [String]
  /// The steps in order; the first has the id `start`.
  package var steps: [Step]
  /// Where its id stands.
  package var position = SourcePosition(line: 1, column: 1)

  package init(
    id: String, number: String, title: String, minutes: ClosedRange<Int>, needs: [PlacedText],
    goals: [String], steps: [Step]
  ) {
    self.id = id
    self.number = number
    self.title = title
    self.minutes = minutes
    self.needs = needs
    self.goals = goals
    self.steps = steps
  }
}

/// A part of a lesson that has a page of its own.
package struct Step: Hashable, Sendable {
  package var id: String
  /// The words of the heading, with formulas as LaTeX between dollars.
  package var title: String
  package var heading: [Inline]
  package var kind: Kind
  /// What binds the formulas of the page: `schedule`, `betas`, `T`.
  package var settings: [Setting]
  package var elements: [Element]
  package var position: SourcePosition

  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case page
    /// The card of the formulas that the lesson proved.
    case summary
  }

  package enum Element: Hashable, Sendable {
    case block(Block)
    case formula(DisplayedFormula)
    case figure(FigureReference)
    case derivation(Derivation)
    case claim(Claim)
    case note(Note)
    case exercise(ExerciseBlock)
  }

  package init(
    id: String, heading: [Inline], kind: Kind = .page, settings: [Setting] = [],
    elements: [Element], at position: SourcePosition
  ) {
    self.id = id
    self.heading = heading
    title = heading.plainText
    self.kind = kind
    self.settings = settings
    self.elements = elements
    self.position = position
  }
}

extension Step {
  /// The figures of the step, in order.
  package var figures: [FigureReference] {
    elements.compactMap { element in
      if case .figure(let reference) = element { reference } else { nil }
    }
  }
}

/// A word or sentence, and where it stands.
package struct PlacedText: Hashable, Sendable {
  package var text: String
  package var position: SourcePosition

  package init(_ text: String, at position: SourcePosition) {
    self.text = text
    self.position = position
  }
}

/// A parameter and its value as they are written; a list became `a,b`.
package struct Setting: Hashable, Sendable {
  package var name: String
  package var value: String
  /// Where the value stands.
  package var position: SourcePosition

  package init(name: String, value: String, at position: SourcePosition) {
    self.name = name
    self.value = value
    self.position = position
  }
}
