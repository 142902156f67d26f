/// The text as a raw string literal of Swift that means exactly these characters.
///
/// As many `#` as no run of them in the text can end or interrupt; what Swift's reader refuses or
/// changes in a source, control characters and carriage returns, becomes an escape.
func swiftLiteral(_ text: String) -> String {
  let marks = String(repeating: "#", count: longestRun(of: "#", in: text) + 1)
  var body = ""
  for scalar in text.unicodeScalars {
    if isPlain(scalar) {
      body.unicodeScalars.append(scalar)
    } else {
      body += "\\\(marks)u{\(String(scalar.value, radix: 16))}"
    }
  }
  return "\(marks)\"\"\"\n\(body)\n\"\"\"\(marks)"
}

private func isPlain(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x09, 0x0A, 0x20...0x7E: true
  case 0xA0...: scalar != "\u{FEFF}"
  default: false
  }
}

private func longestRun(of mark: Unicode.Scalar, in text: String) -> Int {
  var longest = 0
  var current = 0
  for scalar in text.unicodeScalars {
    current = scalar == mark ? current + 1 : 0
    longest = max(longest, current)
  }
  return longest
}
