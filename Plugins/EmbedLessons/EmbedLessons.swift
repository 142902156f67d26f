import Foundation
import PackagePlugin

/// Writes the texts of `lessons/` into the program as raw string literals.
///
/// SwiftPM keeps a command's list of inputs from one build to the next, and looks for new files in
/// folders of sources only: a lesson that came would go unseen, one that went would break the
/// build. Therefore the only input is a stamp that the tool itself renews, so that it runs at each
/// build. That takes milliseconds, and the source is written only when a text has changed.
@main
struct EmbedLessons: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let folder = context.package.directoryURL.appending(path: "lessons")
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedLessons.swift")
    let stamp = context.pluginWorkDirectoryURL.appending(path: "stamp")
    try Data().write(to: stamp)
    return [
      .buildCommand(
        displayName: "Embedding the lessons",
        executable: try context.tool(named: "EmbedLessonsTool").url,
        arguments: [folder, output, stamp].map { $0.path(percentEncoded: false) },
        inputFiles: [stamp], outputFiles: [output])
    ]
  }
}
