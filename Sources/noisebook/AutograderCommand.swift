import ArgumentParser
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

  @Option(help: "One lesson alone.")
  var lesson: String?

  func run() throws {
    var archive = ZipFile()
    archive.add("setup.sh", Array(Self.setup.utf8), isProgram: true)
    archive.add("run_autograder", Array(runScript.utf8), isProgram: true)
    do throws(FileError) {
      if let program {
        archive.add(
          "noisebook/bin/noisebook", try readFile("\(program)/bin/noisebook"), isProgram: true)
        for name in (try? namesOfFiles(in: "\(program)/lib/noisebook")) ?? [] {
          archive.add(
            "noisebook/lib/noisebook/\(name)", try readFile("\(program)/lib/noisebook/\(name)"),
            isProgram: false)
        }
      }
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

  private static let setup = """
    #!/bin/sh
    # Gradescope runs this once, as it builds the image.
    set -eu
    apt-get update
    apt-get install -y python3
    chmod +x /autograder/source/noisebook/bin/noisebook
    /autograder/source/noisebook/bin/noisebook --version

    """

  /// Judges a submission; whatever goes wrong gives results that say so.
  private var runScript: String {
    let only = lesson.map { " --lesson '\($0.filter { $0 != "'" })'" } ?? ""
    return """
      #!/bin/sh
      # Gradescope runs this for each submission.
      mkdir -p /autograder/results
      results=/autograder/results/results.json
      export HOME=/tmp LC_ALL=C.UTF-8
      progress=$(ls /autograder/submission/*.json 2>/dev/null | head -n 1)
      set --
      [ -z "$progress" ] || set -- "$progress"
      /autograder/source/noisebook/bin/noisebook grade "$@" --format gradescope\(only) \\
        --programs /autograder/submission >"$results.new" 2>/tmp/errors
      status=$?
      if [ "$status" -le 1 ] && [ -s "$results.new" ]; then
        mv "$results.new" "$results"
      else
        printf '{"score": 0, "output": "The submission could not be graded: hand in the file that noisebook progress --export writes. Status %s."}\\n' "$status" >"$results"
      fi

      """
  }
}
