#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

// Shows a hundred frames of a cloud that turns to noise on the terminal it is given, one after the
// other, and writes to a file what they cost: bytes, writes and seconds of the processor.
// `Benchmarks/run` gives it terminals.

let words = CommandLine.arguments
guard words.count == 4, let form = Form(rawValue: words[1]), let look = Look(rawValue: words[2])
else {
  print("TerminalCost room|plain|carried mono|eight|heat FILE")
  exit(64)
}
let cost = try form.cost(of: look)
guard let file = fopen(words[3], "w") else { exit(66) }
fputs("\(cost.bytes) \(cost.writes) \(cost.seconds)\n", file)
fclose(file)
