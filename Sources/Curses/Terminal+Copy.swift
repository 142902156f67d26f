#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension Terminal {
  /// Puts a line into the clipboard of a terminal that lets programs do so (OSC 52).
  ///
  /// Only where the type is of a family that ignores what it doesn't know.
  package func copy(_ text: String) {
    guard holdsFrames else { return }
    send("\u{1B}]52;c;\(Data(text.utf8).base64EncodedString())\u{07}")
  }
}
