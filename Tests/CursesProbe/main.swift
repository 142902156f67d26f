import Curses

Probe.run()
