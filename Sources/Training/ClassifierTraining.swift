import Diffusion
import Networks

/// The training of the classifier, on glyphs that it sees once each.
package struct ClassifierTraining: ModelTraining {
  package static let name = "glyph-classifier"
  package var name: String { Self.name }
  package var learner: Learner

  package static let network = GlyphClassifier()

  package init(steps: Int? = nil, seed: UInt64 = 0) {
    learner = Learner(
      Self.network.fresh, plan: TrainingPlan(steps: steps ?? 4000, batch: 50, seed: seed))
  }

  package mutating func next() -> TrainingStep? {
    guard let number = learner.next else { return nil }
    let tape = Tape()
    let placed = learner.parameters.on(tape)
    let first = (number - 1) * plan.batch + Int(plan.seed % 1000) * 1_000_000_000
    let (images, labels) = GlyphSet.classifierTraining.glyphs(Array(first..<first + plan.batch))
    let loss = Self.network.pass(tape.constant(Tensor(images)), placed).scores
      .crossEntropy(labels)
    return learner.step(down: loss, tape, placed)
  }

  package var marks: TrainingMarks {
    let (images, labels) = GlyphSet.fresh.glyphs(Array(0..<2000))
    let reading = GlyphReading(of: images, learner.average.parameters)
    let right = zip(reading.labels, labels).count { $0 == $1 }
    return [("recognised", Double(right) / Double(labels.count))]
  }
}
