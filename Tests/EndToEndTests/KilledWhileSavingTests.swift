import Foundation
import Testing

/// Gives as many answers, each ended by SIGKILL at another moment, and prints the numbers of those
/// whose verdict came.
///
/// The moments lie from a third of an undisturbed run's time to a third more than all of it, so that
/// most fall where the file is read, written and renamed.
private func script(moments: Int) -> String {
  """
  export XDG_STATE_HOME=$PWD
  answer() { \(Programs.noisebook) answer snr "abar[t]/(1-abar[t])*$1/$1"; }
  begin=$(date +%s%N)
  for number in 1 2 3 4; do answer $number >out && echo $number; done
  whole=$(( ($(date +%s%N) - begin) / 4 ))
  awk -v whole=$whole 'BEGIN {
    srand(6)
    for (n = 5; n < 5 + \(moments); n++) printf "%d %.6f\\n", n, whole / 1e9 * (0.33 + rand())
  }' >moments
  while read number moment; do
    answer_line="abar[t]/(1-abar[t])*$number/$number"
    timeout -s KILL $moment \(Programs.noisebook) answer snr "$answer_line" >out 2>/dev/null
    grep -q '^Right' out && echo $number
  done <moments 2>/dev/null
  ls noisebook
  cat noisebook/progress.json
  """
}

@Suite(.timeLimit(.minutes(5))) struct `A reader's answers` {
  @Test func `outlive 500 ends by SIGKILL while they are saved`() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("nb-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let text = "cd \(folder.path)\n" + script(moments: 500)
    let result = try Programs.run(["bash", "-c", text])
    let lines = result.output.split(separator: "\n").map(String.init)
    let confirmed = lines.compactMap { Int($0) }
    #expect(confirmed.count >= 4 && confirmed.count < 504, "\(confirmed.count) were not killed")
    #expect(!result.output.contains("damaged"))
    let start = try #require(result.output.firstRange(of: "\n{")).lowerBound
    let stored = try JSONDecoder().decode(
      Stored.self, from: Data(result.output[start...].utf8))
    let answers = Set(stored.exercises["snr"]?.attempts.map(\.answer) ?? [])
    for number in confirmed {
      #expect(answers.contains("abar[t]/(1-abar[t])*\(number)/\(number)"))
    }
  }
}

private struct Stored: Decodable {
  let exercises: [String: Tried]

  struct Tried: Decodable { let attempts: [Attempt] }
  struct Attempt: Decodable { let answer: String }
}
