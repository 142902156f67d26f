extension ArrowField {
  /// The field in words and numbers: how many arrows, and the longest and the shortest.
  package func spoken() -> String {
    var lines = [heading("Arrows", title)]
    let finite = arrows.filter { $0.length.isFinite && $0.x.isFinite && $0.y.isFinite }
    if let longest = finite.max(by: { $0.length < $1.length }),
      let shortest = finite.min(by: { $0.length < $1.length })
    {
      lines.append(
        "\(finite.count == 1 ? "1 arrow" : "\(finite.count) arrows");"
          + " longest \(longest.words), shortest \(shortest.words).")
    } else {
      lines.append("No arrows.")
    }
    if let ground { lines.append("Below them: " + ground.spoken()) }
    return lines.joined(separator: "\n")
  }
}

extension ArrowField.Arrow {
  fileprivate var words: String {
    "(\(dx.spoken), \(dy.spoken)) at (\(x.spoken), \(y.spoken))"
  }
}
