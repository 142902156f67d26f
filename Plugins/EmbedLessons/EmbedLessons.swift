import PackagePlugin

/// Writes the texts of `lessons/` into the program as raw string literals.
@main
struct EmbedLessons: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let folder = context.package.directoryURL.appending(path: "lessons")
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedLessons.swift")
    return [
      .buildCommand(
        displayName: "Embedding the lessons",
        executable: try context.tool(named: "EmbedLessonsTool").url,
        arguments: [folder.path(), output.path()],
        inputFiles: [folder], outputFiles: [output])
    ]
  }
}
