import ArgumentParser
import LessonText
import Lessons
import Shelf

struct AutograderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "autograder", abstract: "Make what Gradescope wants to grade a class.",
    discussion: """
      sh scripts/install /tmp/noisebook
      noisebook autograder --program /tmp/noisebook -o autograder.zip

      Students hand in the file that noisebook progress --export writes, and their programs, each
      named after its exercise: ddim_sigma.py. Their answers are judged again, their programs run as
      noisebook check runs them.
      """)

  @Option(name: [.short, .long], help: ArgumentHelp("Where to write it.", valueName: "file.zip"))
  var output: String

  @Option(
    help: ArgumentHelp(
      "A folder that scripts/install made, to be put into the archive.", valueName: "folder"))
  var program: String?

  @Option(help: ArgumentHelp("Seconds for each program, from 0.1 to 3600.", valueName: "s"))
  var timeout = 30.0

  @Option(help: "One lesson alone.")
  var lesson: String?

  @OptionGroup var lessons: LessonOptions

  func validate() throws {
    guard (0.1...3600).contains(timeout) else {
      throw ValidationError("--timeout takes a number from 0.1 to 3600, not \(timeout).")
    }
  }

  func run() throws {
    let only = try lesson.map { try lessons.catalog().resolve($0).entry.lesson.id }
    var archive = ZipFile()
    archive.add("setup.sh", Array(Self.setup.utf8), isProgram: true)
    archive.add("run_autograder", Array(script(lesson: only).utf8), isProgram: true)
    do throws(FileError) {
      try addLessons(to: &archive)
      if let program { try add(program, to: &archive) }
      try writeFile(archive.bytes, to: output)
    } catch {
      throw Failure.unreadable(error.description)
    }
    if program == nil {
      warn(
        "\(output) is without noisebook itself: put a folder that scripts/install made into it, "
          + "with --program FOLDER.")
    }
  }

  /// The lessons of one's own folder, if there is one.
  private func addLessons(to archive: inout ZipFile) throws(FileError) {
    guard let folder = lessons.folder else { return }
    for name in try namesOfFiles(in: folder) where name.hasSuffix(".md") {
      archive.add("lessons/\(name)", try readFile("\(folder)/\(name)"), isProgram: false)
    }
  }

  private func add(_ folder: String, to archive: inout ZipFile) throws(FileError) {
    let program = try readFile("\(folder)/bin/noisebook")
    archive.add("noisebook/bin/noisebook", program, isProgram: true)
    for name in (try? namesOfFiles(in: "\(folder)/lib/noisebook")) ?? [] {
      archive.add(
        "noisebook/lib/noisebook/\(name)", try readFile("\(folder)/lib/noisebook/\(name)"),
        isProgram: false)
    }
  }
}

extension AutograderCommand {
  private static let setup = """
    #!/bin/sh
    # Gradescope runs this once, as it builds the image.
    set -eu
    command -v python3 >/dev/null || { apt-get update; apt-get install -y python3; }
    cd "${AUTOGRADER:-/autograder}/source"
    chmod +x noisebook/bin/noisebook
    noisebook/bin/noisebook --version

    """

  /// Judges a submission; whatever goes wrong gives results that say so.
  ///
  /// Of several JSON files the first that is a progress file counts. AUTOGRADER is another folder
  /// than Gradescope's, to try it out. As root programs are run as nobody, who can write no results,
  /// and what they leave behind is ended before the results are there.
  private func script(lesson: String?) -> String {
    let options =
      " --timeout \(timeout)" + (lesson.map { " --lesson \($0)" } ?? "")
      + (lessons.folder == nil ? "" : " --lessons \"$root/source/lessons\"")
    return """
      #!/bin/sh
      # Gradescope runs this for each submission.
      root=${AUTOGRADER:-/autograder}
      mkdir -p "$root/results"
      results=$root/results/results.json
      export HOME=/tmp LC_ALL=C.UTF-8
      set --
      for file in "$root"/submission/*.json; do
        [ -e "$file" ] || continue
        [ $# -gt 0 ] || set -- "$file"
        ! grep -q '"schema"' "$file" || { set -- "$file"; break; }
      done
      under="setpriv --reuid=nobody --regid=nogroup --clear-groups --no-new-privs"
      if [ "$(id -u)" = 0 ] && $under python3 -c "" 2>/dev/null; then
        chmod go-w "$root/results"
        chmod -R a+rX "$root/submission"
        set -- "$@" --under "$under"
      else
        under=
      fi
      "$root/source/noisebook/bin/noisebook" grade "$@" --format gradescope\(options) \\
        --programs "$root/submission" >"$results.new"
      status=$?
      [ -z "$under" ] || pkill -KILL -u nobody
      if [ "$status" -le 1 ] && [ -s "$results.new" ]; then
        mv "$results.new" "$results"
      else
        rm -f "$results.new"
        printf '{"score": 0, "output": "The submission could not be graded (status %s): hand in the file that noisebook progress --export writes, and programs named after their exercises."}\\n' "$status" >"$results"
      fi

      """
  }
}
