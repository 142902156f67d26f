/// Reads the keys of one block by name and type, and collects what is wrong with them.
struct KeyAccess {
  private let keys: Keys
  /// What the keys belong to: "`figure` block".
  private let owner: String
  private let position: SourcePosition
  private(set) var problems: [TextError] = []

  /// Reports every key that is not of `known`; `position` is where a missing one is missed.
  init(_ keys: Keys, of owner: String, at position: SourcePosition, known: [String]) {
    self.keys = keys
    self.owner = owner
    self.position = position
    for entry in keys.entries where !known.contains(entry.key) {
      let guess = didYouMean(entry.key, in: known)
      let all = known.map { "`\($0)`" }.joined(separator: ", ")
      report(
        "A \(owner) has no key `\(entry.key)`." + (guess.isEmpty ? " It has \(all)." : guess),
        at: entry.position)
    }
  }

  mutating func report(_ message: String, at position: SourcePosition) {
    problems.append(TextError(message, at: position))
  }

  /// A word or sentence that must be there.
  mutating func text(_ key: String) -> PlacedText? {
    guard keys[key] != nil else {
      report("This \(owner) needs a key `\(key)`.", at: position)
      return nil
    }
    return optionalText(key)
  }

  mutating func optionalText(_ key: String) -> PlacedText? {
    guard let value = keys[key] else { return nil }
    guard let text = value.scalar, !text.allSatisfy(\.isWhitespace) else {
      report(
        "`\(key)` must be a word or a sentence, in quotes if it has marks.", at: value.position)
      return nil
    }
    return PlacedText(text, at: value.position)
  }

  /// A name of small letters, digits and hyphens.
  mutating func id(_ key: String = "id") -> PlacedText? {
    text(key).flatMap { checked($0) }
  }

  mutating func optionalID(_ key: String = "id") -> PlacedText? {
    optionalText(key).flatMap { checked($0) }
  }

  mutating func number(_ key: String, in range: ClosedRange<Double>) -> Double? {
    guard let text = optionalText(key) else { return nil }
    if let number = Double(text.text), range.contains(number) { return number }
    report(
      "`\(key)` must be a number from \(Int(range.lowerBound)) to \(Int(range.upperBound)).",
      at: text.position)
    return nil
  }

  mutating func yes(_ key: String) -> Bool? {
    guard let text = optionalText(key) else { return nil }
    if ["yes", "true"].contains(text.text) { return true }
    if ["no", "false"].contains(text.text) { return false }
    report("`\(key)` must be yes or no.", at: text.position)
    return nil
  }

  /// Words or sentences; a missing key is an empty list.
  mutating func texts(_ key: String) -> [PlacedText] {
    list(key).compactMap { value in
      if let text = value.scalar, !text.isEmpty { return PlacedText(text, at: value.position) }
      report("Each item of `\(key)` must be a word or a sentence.", at: value.position)
      return nil
    }
  }

  /// A list that must be there.
  mutating func requiredList(_ key: String) -> [Keys.Value] {
    if keys[key] == nil { report("This \(owner) needs a key `\(key)`.", at: position) }
    return list(key)
  }

  private mutating func list(_ key: String) -> [Keys.Value] {
    guard let value = keys[key] else { return [] }
    if value.list == nil, value.scalar != "" {
      report(
        "`\(key)` must be a list: lines that begin with `- `, or `[a, b]`.", at: value.position)
    }
    return value.list ?? []
  }

  /// Parameters and their values, in order; a missing key is no parameters.
  mutating func settings(_ key: String) -> [Setting] {
    guard let value = keys[key] else { return [] }
    guard let settings = value.keys else {
      report("`\(key)` must be keys: lines `name: value` below it.", at: value.position)
      return []
    }
    return settings.entries.compactMap { entry in
      if let text = settingText(entry.value) {
        return Setting(name: entry.key, value: text, at: entry.value.position)
      }
      report("`\(entry.key)` must be a value or a list of values.", at: entry.value.position)
      return nil
    }
  }

  /// One word or several, as a word or a list of them.
  mutating func textOrTexts(_ key: String) -> [PlacedText] {
    keys[key]?.list == nil ? text(key).map { [$0] } ?? [] : texts(key)
  }

  /// Names, each with a list of values; a list of lists has its inner lists as `a,b`.
  mutating func lists(
    _ key: String
  ) -> [(name: String, values: [String], position: SourcePosition)] {
    guard let value = keys[key] else { return [] }
    guard let named = value.keys else {
      report("`\(key)` must be keys: lines `name: [value, value]` below it.", at: value.position)
      return []
    }
    return named.entries.map { entry in
      (entry.key, (entry.value.list ?? []).compactMap(settingText), entry.value.position)
    }
  }

  /// One of the words that a type knows.
  mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ text: PlacedText, as type: Choice.Type
  ) -> Choice? {
    if let choice = Choice(rawValue: text.text) { return choice }
    let words = Choice.allCases.map(\.rawValue)
    let guess = didYouMean(text.text, in: words)
    let all = words.map { "`\($0)`" }.joined(separator: ", ")
    report(
      "`\(text.text)` is not known here." + (guess.isEmpty ? " Write one of \(all)." : guess),
      at: text.position)
    return nil
  }
}

extension KeyAccess {
  private mutating func checked(_ text: PlacedText) -> PlacedText? {
    if isID(text.text) { return text }
    report(
      "`\(text.text)` is no id: write small letters, digits and hyphens, such as `beta-tilde`.",
      at: text.position)
    return nil
  }
}

/// Whether a text is words of small letters and digits with single hyphens between.
package func isID(_ text: String) -> Bool {
  text.split(separator: "-", omittingEmptySubsequences: false).allSatisfy { word in
    !word.isEmpty && word.utf8.allSatisfy { $0.isDigit || ($0.isLetter && $0 & 0x20 != 0) }
  }
}

private func settingText(_ value: Keys.Value) -> String? {
  switch value.content {
  case .scalar(let text): return text
  case .list(let values):
    let texts = values.compactMap(\.scalar)
    return texts.count == values.count ? texts.joined(separator: ",") : nil
  case .keys: return nil
  }
}
