"""Measures noisebook beside its peers and prints one JSON object; see `run`, which builds all."""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from importlib.metadata import version

import numpy
import uniplot

from on_terminal import OnTerminal

ROUNDS = int(os.environ.get("ROUNDS", 5))
RUNS = int(os.environ.get("RUNS", 60))
FILM = float(os.environ.get("SECONDS_OF_FILM", 10))
NOISEBOOK = ".build/release/noisebook"
ROOMS = "Benchmarks/.build/release/RoomTimes"
TERMINAL = "Benchmarks/.build/release/TerminalCost"
SIZES = {"80x24": (80, 24), "200x50": (200, 50)}


def compared(names, measure):
    """Medians of rounds in which the order turns, and the first to the others, round by round."""
    times = {name: [] for name in names}
    for turn in range(ROUNDS):
        for name in names if turn % 2 == 0 else names[::-1]:
            times[name].append(measure(name))
    result = {name: round(statistics.median(times[name]), 3) for name in names}
    return result, times


def start_to_first_plot(work):
    """Whole processes: a schedule computed and drawn, against the same points read and drawn."""
    words = f"{NOISEBOOK} run noise-schedule/schedule --set show=alpha_bar"
    points = f"{work}/points.csv"
    with open(points, "w") as file:
        subprocess.run(words.split() + ["--format", "csv"], stdout=file, check=True)
    gnuplot = (
        "gnuplot -e \"set terminal dumb 80 24; set datafile separator ',';"
        f" plot '{points}' using 1:4 with lines\""
    )

    def median(name):
        command = words if name == "noisebook_ms" else gnuplot
        file = f"{work}/hyperfine.json"
        subprocess.run(
            ["hyperfine", "-N", "--style", "none", "--warmup", "5", "--runs", str(RUNS)]
            + ["--export-json", file, command],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
        return json.load(open(file))["results"][0]["median"] * 1000

    result, times = compared(["noisebook_ms", "gnuplot_ms"], median)
    ratios = [a / b for a, b in zip(times["noisebook_ms"], times["gnuplot_ms"])]
    return result | {"ratio": middle(ratios), "ratios": rounded(ratios)}


def million_points(_):
    """Both have a million standard normal points in memory and make the text of 80x24 cells."""
    points = numpy.random.default_rng(1).standard_normal((2, 10**6))

    def milliseconds(name):
        if name == "noisebook_ms":
            said = subprocess.run([ROOMS, "scatter plot of 1000000"], capture_output=True, check=True)
            return next(iter(json.loads(said.stdout).values()))
        times = []
        for _ in range(5):
            start = time.perf_counter()
            glyphs = name.removeprefix("uniplot_").removesuffix("_ms")
            uniplot.plot_to_string(points[1], points[0], width=75, height=20, character_set=glyphs)
            times.append(time.perf_counter() - start)
        return statistics.median(times) * 1000

    names = ["noisebook_ms", "uniplot_block_ms", "uniplot_braille_ms"]
    result, times = compared(names, milliseconds)
    ratios = [min(b, c) / a for a, b, c in zip(*(times[name] for name in names))]
    return result | {
        "uniplot": version("uniplot"), "times_as_fast": middle(ratios), "each": rounded(ratios)}


def hundred_frames(work):
    """Bytes and writes a frame, beside stock curses with plain and with carried colours."""
    results = {}
    for size, (columns, rows) in SIZES.items():
        for look in ["mono", "eight", "heat"]:
            bytes_a_frame, writes = {}, 0
            for form in ["room", "plain", "carried"]:
                file = f"{work}/cost"
                terminal = OnTerminal([TERMINAL, form, look, file], columns, rows)
                if terminal.wait() != 0:
                    raise SystemExit(f"{TERMINAL} {form} {look} failed: {terminal.text[-300:]}")
                cost = open(file).read().split()
                bytes_a_frame[form] = int(cost[0]) / 100
                writes = int(cost[1]) / 100 if form == "room" else writes
            better = min(bytes_a_frame["plain"], bytes_a_frame["carried"])
            results[f"{look} {size}"] = bytes_a_frame | {
                "ratio": round(bytes_a_frame["room"] / better, 4), "writes": writes}
    return results


def film(_):
    """The share of a core that a film takes at 200x50 and 30 frames a second."""
    results = {}
    for figure in ["cloud", "jump"]:
        terminal = OnTerminal(
            [NOISEBOOK, "play", f"forward-process/{figure}", "--fps", "30", "--loop"], 200, 50)
        terminal.read_for(4)
        terminal.text, before, start = b"", terminal.processor_seconds(), time.perf_counter()
        terminal.read_for(FILM)
        seconds = time.perf_counter() - start
        used = terminal.processor_seconds() - before
        frames = terminal.text.count(b"\x1b[?2026h")
        # On a busy machine frames are skipped, so the share is told for the full thirty.
        results[figure] = {
            "ms_a_frame": round(used / frames * 1000, 3),
            "share_of_a_core_at_30": round(used / frames * 30, 4),
            "frames_a_second": round(frames / seconds, 1)}
        terminal.quit()
    return results


def typed_formula(_):
    """From a formula of the reader's to the first frame drawn by it: 2,000 points, 100 frames."""
    formula = "sqrt(abar_t)*x0 + (1-abar_t)*eps"
    figure = ["--set", "samples=2000", "--set", "T=99", "--set", "data=ring"]
    as_option, on_page = [], []
    for _ in range(ROUNDS):
        words = [NOISEBOOK, "play", "forward-process/cloud"] + figure
        terminal = OnTerminal(words + ["--formula", f"jump={formula}"], 80, 24)
        as_option.append(terminal.seconds_until(b"your formula") * 1000)
        terminal.quit()
        terminal = OnTerminal([NOISEBOOK, "open", "forward-process/slip-bar"], 80, 24)
        terminal.seconds_until(b"iterated")
        terminal.read_for(2)
        terminal.press(b"\x1b[Z\r" + formula.encode() + b"\r")
        on_page.append(terminal.seconds_until(b"your formula") * 1000)
        terminal.quit()
    return {
        "play, from the command's start_ms": middle(as_option, 0),
        "typed on the page, from its first key_ms": middle(on_page, 0)}


def rooms(_):
    return json.loads(subprocess.run([ROOMS], capture_output=True, check=True).stdout)


def rounded(numbers):
    return [round(number, 3) for number in numbers]


def middle(numbers, digits=3):
    return round(statistics.median(numbers), digits)


def machine():
    lines = open("/proc/cpuinfo").read().splitlines()
    model = next((line.split(": ")[1] for line in lines if line.startswith("model name")), "unknown")
    return f"{model}, {os.cpu_count()} cores"


PARTS = {
    "1000000 points to a scatter of 80x24": million_points,
    "a frame of 100, the ring of 8 modes in 2000 points": hundred_frames,
    "a film of 200x50 at 30 frames a second": film,
    "a typed formula over 2000 points and 100 frames": typed_formula,
    "start to first plot, 1000 points": start_to_first_plot,
    "rooms_ms": rooms,
}


def main():
    wanted = sys.argv[1:] or PARTS
    report = {"machine": machine(), "load": os.getloadavg()[0]}
    with tempfile.TemporaryDirectory() as work:
        for name, part in PARTS.items():
            if any(name.startswith(word) for word in wanted):
                print(name, file=sys.stderr)
                report[name] = part(work)
    print(json.dumps(report, indent=1))


if __name__ == "__main__":
    main()
