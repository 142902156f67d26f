import ArgumentParser

/// Why a command ends early: a sentence for standard error and the exit status of the contract.
struct Failure: Error, CustomStringConvertible {
  let description: String
  let status: ExitCode

  /// An answer is wrong, or a check, claim or lint failed.
  static func failed(_ sentence: String) -> Failure { Failure(sentence, ExitCode(1)) }
  /// The input can't be read; nothing was changed.
  static func unreadable(_ sentence: String) -> Failure { Failure(sentence, ExitCode(2)) }
  /// Wrong usage: an unknown name, or a value out of its range.
  static func usage(_ sentence: String) -> Failure { Failure(sentence, ExitCode(64)) }

  private init(_ sentence: String, _ status: ExitCode) {
    description = sentence
    self.status = status
  }
}
