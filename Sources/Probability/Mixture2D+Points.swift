extension Mixture2D {
  /// Nothing but these points, each as likely as the others; at least one.
  ///
  /// What a finite sample is to a program that believes in nothing else. It has no density by
  /// itself; with noise added it has one.
  package init(points: Points2D) {
    self.init(
      centres: LabelledPoints(points: points, labels: Array(repeating: 0, count: points.count)),
      variance: 0)
  }
}
