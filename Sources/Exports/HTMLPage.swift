/// A whole document around a lesson: its look, and the script that plays its figures.
///
/// It loads nothing: what the browser may do is written in its head.
func pageAround(_ body: String, title: String, contents: String) -> String {
  """
  <!DOCTYPE html>
  <html lang="en">
  <head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta http-equiv="Content-Security-Policy" \
  content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
  <title>\(title)</title>
  <style>
  \(look)
  </style>
  </head>
  <body>
  <a class="skip" href="#lesson">To the lesson</a>
  <nav aria-label="Contents"><details><summary>Contents</summary>
  \(contents)
  </details></nav>
  <main id="lesson">
  \(body)
  </main>
  <script>
  \(player)
  </script>
  </body>
  </html>

  """
}

private let look = """
  :root { color-scheme: light dark; --ink: #1d2026; --paper: #fdfcf9; --dim: #5b616d;
    --line: #d9d5cb; --card: #f3f0e8; --good: #00705a; --bad: #b03a00; --link: #0b5cad; }
  @media (prefers-color-scheme: dark) {
    :root { --ink: #e3e5ea; --paper: #1b1d22; --dim: #a2a8b4; --line: #3a3e47; --card: #24272e;
      --good: #5fd7af; --bad: #ff9a5c; --link: #8fc1ff; } }
  * { box-sizing: border-box; }
  body { margin: 0 auto; max-width: 46rem; padding: 1.5rem 1rem 6rem; color: var(--ink);
    background: var(--paper); font: 1.09rem/1.6 Georgia, "Source Serif 4", serif; }
  h1 { font-size: 2rem; line-height: 1.2; } h2 { font-size: 1.35rem; margin-top: 3rem; }
  a { color: var(--link); }
  code { font-family: ui-monospace, "DejaVu Sans Mono", Menlo, monospace; font-size: 0.85em; }
  pre.code { background: var(--card); padding: 0.8rem 1rem; overflow-x: auto; border-radius: 6px; }
  .goals, nav, figcaption, .verdict, .answered { color: var(--dim); }
  nav ol { columns: 2 16rem; font-size: 0.95rem; }
  .skip, .heard { position: absolute; left: -99rem; } .skip:focus { left: 1rem; }
  .formula { overflow-x: auto; overflow-y: hidden; padding: 0.4rem 0; } math { font-size: 1.08em; }
  .verdict { font-size: 0.92rem; } .holds, .holds-in-distribution { color: var(--good); }
  .fails { color: var(--bad); } ol.lines li { margin: 0.4rem 0; }
  figure { margin: 1.6rem 0; } figure svg { width: 100%; height: auto; display: block; }
  figure svg text { white-space: pre; }
  figcaption { font-size: 0.95rem; margin-top: 0.5rem; }
  .controls { display: flex; gap: 0.5rem; align-items: center; margin-top: 0.5rem; }
  .controls[hidden] { display: none; } .controls input { flex: 1; min-width: 4rem; }
  .controls button { font: inherit; padding: 0.1rem 0.7rem; border: 1px solid var(--line);
    border-radius: 5px; background: var(--card); color: var(--ink); cursor: pointer; }
  .controls output { font-family: ui-monospace, monospace; font-size: 0.85rem; min-width: 6rem; }
  :focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
  table { border-collapse: collapse; margin: 0.8rem 0; font-size: 0.92rem; display: block;
    overflow-x: auto; }
  th, td { border-bottom: 1px solid var(--line); padding: 0.15rem 0.8rem 0.15rem 0;
    text-align: left; }
  .values th { font: 0.85rem ui-monospace, monospace; }
  .exercise, section.summary { background: var(--card); border-radius: 8px;
    padding: 0.2rem 1.2rem 1rem; border-left: 4px solid var(--good); margin-top: 1.5rem; }
  section.summary { border-color: var(--link); margin-top: 3rem; } section.summary h2 { margin-top: 1rem; }
  .row { display: flex; gap: 1rem; align-items: center; }
  summary { cursor: pointer; }
  @media print { nav, .controls, .skip { display: none; } }
  """

private let player = """
  for (const box of document.querySelectorAll("figure[data-moves]")) {
    const film = JSON.parse(box.querySelector("script").textContent);
    const svg = box.querySelector("svg"), art = svg.querySelector("g");
    const bar = box.querySelector(".controls"), time = bar.querySelector("input");
    const play = bar.querySelector(".play"), label = bar.querySelector("output");
    const last = film.frames.length - 1;
    let timer = 0;
    const show = (frame) => {
      const index = Math.max(0, Math.min(last, frame));
      art.innerHTML = film.frames[index].map((row) => film.rows[row]).join("");
      time.value = index;
      time.setAttribute("aria-valuetext", film.labels[index]);
      label.textContent = film.labels[index];
      svg.setAttribute("aria-label", film.words[index]);
    };
    const stop = () => {
      clearInterval(timer);
      timer = 0;
      play.textContent = "Play";
      play.setAttribute("aria-pressed", "false");
    };
    const start = () => {
      if (+time.value === last) show(0);
      play.textContent = "Pause";
      play.setAttribute("aria-pressed", "true");
      timer = setInterval(() => (+time.value < last ? show(+time.value + 1) : stop()), 90);
    };
    play.addEventListener("click", () => (timer ? stop() : start()));
    time.addEventListener("input", () => { stop(); show(+time.value); });
    bar.querySelector(".back").addEventListener("click", () => { stop(); show(+time.value - 1); });
    bar.querySelector(".on").addEventListener("click", () => { stop(); show(+time.value + 1); });
    time.setAttribute("aria-valuetext", film.labels[+time.value]);
    bar.hidden = false;
  }
  """
