import CProcessCost
import CStockCurses
import Canvas
import Curses

/// Who shows the frames.
enum Form: String {
  /// Our room Curses.
  case room
  /// Stock ncurses, each cell as it is.
  case plain
  /// Stock ncurses, with blanks in the colour of the cell before.
  case carried

  /// What all frames of a look cost on this terminal, once it is open; drawing them is not counted.
  func cost(of look: Look) throws -> process_cost {
    guard let size = TerminalFacts.read().size else { throw TerminalError.outputIsNoTerminal }
    let frames = try look.frames(size)
    switch self {
    case .room: return try costInRoom(frames)
    case .plain: return costInStock(frames, carries: false)
    case .carried: return costInStock(frames, carries: true)
    }
  }

  private func costInRoom(_ frames: [Screen]) throws -> process_cost {
    var terminal = try Terminal()
    let start = process_cost_now()
    for frame in frames { terminal.show(frame) }
    return process_cost_now().since(start)
  }

  private func costInStock(_ frames: [Screen], carries: Bool) -> process_cost {
    let cells = frames.map(\.stockCells)
    guard stock_open() else { return process_cost_now() }
    let start = process_cost_now()
    for (frame, cells) in zip(frames, cells) {
      stock_show(cells, Int32(frame.size.columns), Int32(frame.size.rows), carries)
    }
    let cost = process_cost_now().since(start)
    stock_close()
    return cost
  }
}

extension process_cost {
  func since(_ start: process_cost) -> process_cost {
    process_cost(
      bytes: bytes - start.bytes, writes: writes - start.writes, seconds: seconds - start.seconds)
  }
}

extension Screen {
  /// The cells row by row; the pictures here have one scalar in each.
  fileprivate var stockCells: [stock_cell] {
    (0..<size.rows).flatMap { row in
      self[row: row].map { cell in
        stock_cell(
          character: wchar_t(cell.character.unicodeScalars.first?.value ?? 0x20),
          foreground: cell.style.foreground.entry, background: cell.style.background.entry)
      }
    }
  }
}

extension Color {
  fileprivate var entry: Int16 {
    if case .palette(let entry) = self { Int16(entry) } else { -1 }
  }
}
