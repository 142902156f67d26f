"""Programs on a terminal, what they write there, and what that costs them."""

import fcntl
import os
import pty
import select
import struct
import termios
import time


class OnTerminal:
    """A program on a pseudo-terminal of a size that reads all at once."""

    def __init__(self, words, columns, rows):
        self.start = time.perf_counter()
        self.number, self.line = pty.fork()
        if self.number == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
            os.environ.update(TERM="xterm-256color", LC_ALL="C.UTF-8")
            os.execvp(words[0], words)
        self.text = b""

    def read(self, wait):
        """Takes in what is written within `wait` seconds; false at the program's end."""
        if not select.select([self.line], [], [], wait)[0]:
            return True
        try:
            more = os.read(self.line, 1 << 20)
        except OSError:
            return False
        self.text += more
        return more != b""

    def read_for(self, seconds):
        end = time.perf_counter() + seconds
        while (left := end - time.perf_counter()) > 0 and self.read(left):
            pass

    def seconds_until(self, text, limit=30):
        """The seconds from the start, or the last `press`, until all of `text` is written."""
        while text not in self.text:
            if time.perf_counter() - self.start > limit or not self.read(1):
                raise SystemExit(f"{text} never came; there was {self.text[-500:]}")
        return time.perf_counter() - self.start

    def press(self, keys):
        self.text = b""
        self.start = time.perf_counter()
        os.write(self.line, keys)

    def processor_seconds(self):
        """The time that all its threads have had."""
        folder = f"/proc/{self.number}/task"
        times = [open(f"{folder}/{task}/schedstat").read().split()[0] for task in os.listdir(folder)]
        return sum(map(int, times)) / 1e9

    def wait(self):
        while self.read(None):
            pass
        return os.waitpid(self.number, 0)[1]

    def quit(self):
        os.write(self.line, b"q")
        self.wait()
