extension Parameter {
  /// The value one notch up or down, as the reader turns the parameter; at an end it stays.
  ///
  /// Choices go round. Whole numbers and positive numbers run through 1, 2, 5, 10, ...; others by
  /// the step of their range, or a twentieth of it. Lists are typed, not turned.
  package func turned(_ value: Settings.Value, up: Bool) -> Settings.Value {
    switch (kind, value) {
    case (.choice(let names), .choice(let name)):
      let index = names.firstIndex(of: name) ?? 0
      return .choice(names[(index + (up ? 1 : names.count - 1)) % names.count])
    case (.integer(let range), .integer(let number)):
      return .integer(turnedInteger(number, up, range))
    case (.real(let range), .real(let number)):
      let next = turnedReal(number, up, range)
      return .real(range.contains(next) ? next : number)
    default:
      return value
    }
  }
}

private func turnedInteger(_ number: Int, _ up: Bool, _ range: ClosedRange<Int>) -> Int {
  // Small numbers run one by one: t = 3 is a place of its own.
  guard range.upperBound > 100, number > 10 || (number == 10 && up) else {
    return min(max(number + (up ? 1 : -1), range.lowerBound), range.upperBound)
  }
  return min(max(Int(nice(after: Double(number), up)), range.lowerBound), range.upperBound)
}

private func turnedReal(_ number: Double, _ up: Bool, _ range: RealRange) -> Double {
  if range.lower >= 0, number > 0, !range.includesEnds {
    let next = nice(after: number, up)
    // Towards an open upper end halve the distance, 0.5, 0.75, 0.875, and double it on the way back.
    guard up else { return max(next, 2 * number - range.upper) }
    return next < range.upper ? next : (number + range.upper) / 2
  }
  if let step = range.step {
    let place = number / step
    let next = up ? (place + 1e-9).rounded(.down) + 1 : (place - 1e-9).rounded(.up) - 1
    // Divided, so that three tenths are 0.3 to the last digit.
    return min(max(next / (1 / step), range.lower), range.upper)
  }
  let width = range.upper - range.lower
  let steps = (number / width * 20).rounded() + (up ? 1 : -1)
  // Divided last, so that nine notches of 0.3 are 2.7 to the last digit.
  return min(max(steps * width / 20, range.lower), range.upper)
}

/// The next number up or down among 1, 2 and 5 times a power of ten.
private func nice(after number: Double, _ up: Bool) -> Double {
  var power = 1.0
  while power * 10 <= number * (1 + 1e-9) { power *= 10 }
  while power > number * (1 + 1e-9) { power /= 10 }
  let ladder = [0.5, 1, 2, 5, 10].map { decimal($0 * power) }
  let slack = number * 1e-9
  return up
    ? ladder.first { $0 > number + slack } ?? number
    : ladder.last { $0 < number - slack } ?? number
}

/// The double nearest to a short decimal: 0.30000000000000004 becomes 0.3.
private func decimal(_ value: Double) -> Double {
  var scale = 1.0
  while value * scale < 1 - 1e-9, scale < 1e18 { scale *= 10 }
  return (value * scale).rounded() / scale
}
