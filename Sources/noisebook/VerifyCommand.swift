import ArgumentParser
import Exports
import Lessons
import OrderedJSON
import Symbols

struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Recompute every formula, derivation line and claim of the lessons.")

  @Argument(
    help: "Lessons; all where none is named.",
    completion: .custom { _, _, _ in Completions.lessons })
  var names: [String] = []

  @Flag(help: "As JSON.")
  var json = false

  @OptionGroup var lessons: LessonOptions

  func run() throws {
    let catalog = try lessons.catalog()
    let entries = try names.isEmpty ? catalog.entries : names.map { try catalog.resolve($0).entry }
    let items = entries.flatMap { $0.verification }
    let failed = items.filter { $0.verdict.outcome == .fails }.count
    if json {
      print(items.json(failed: failed).description)
    } else {
      for item in items { print(item.report) }
      print("\(items.count) checked, \(failed) failed")
    }
    if failed > 0 { throw ExitCode(1) }
  }
}

extension VerifiedItem {
  /// The item on one line, as compilers print: `path:line: verdict kind id: evidence`.
  fileprivate var report: String {
    "\(path):\(self.line): \(verdict.outcome.rawValue): \(kind.rawValue) \(id): \(verdict.says)"
  }
}
