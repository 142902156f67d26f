import LessonText
import Testing

@Suite struct `A lesson that is wrong` {
  private func problems(_ body: String, name: String = "01-a.md") -> [String] {
    let text = "---\nminutes: 20\ngoals: [b]\nid: a\n---\n# A\n" + body
    guard case .failure(let errors) = Lesson.read(name: name, text: text) else { return [] }
    return described(errors.all)
  }

  @Test(arguments: [
    (
      "```figure\nid: b\nfigur: c\n```",
      [
        "7:1: This `figure` block needs a key `figure`.",
        "9:1: A `figure` block has no key `figur`. Did you mean `figure`?",
      ]
    ),
    (
      "```figure\nid: B c\nfigure: [d]\nset: e\n```",
      [
        "8:5: `B c` is no id: write small letters, digits and hyphens, such as `beta-tilde`.",
        "9:9: `figure` must be a word or a sentence, in quotes if it has marks.",
        "10:6: `set` must be keys: lines `name: value` below it.",
      ]
    ),
    ("```claim\nid: b\nsays: c\n```", ["7:1: This `claim` block needs a key `check`."]),
    (
      "```claim\nid: b\nsays: c {d\ncheck: e\n```",
      [
        "9:7: A brace has no partner: write `{{` or `}}` for a brace that is meant as such."
      ]
    ),
    (
      "```claim\nid: b\nsays: c {} d\ncheck: e\n```",
      [
        "9:7: Empty braces: write an expression between them, such as `{abar[T]}`."
      ]
    ),
    ("```note\nid: b\n```", ["7:1: This note is empty: write its text after a line `---`."]),
    (
      "```note\nid: b\nsays: c\n```\n\n" + exercise("id: b"),
      [
        "23:5: The id `b` belongs to line 8 already: choose another."
      ]
    ),
    (
      "<!-- step\nid: start\n-->\n## B",
      [
        "8:5: The id `start` belongs to the opening of the lesson already: choose another."
      ]
    ),
    (
      "<!-- step -->\ntext",
      [
        "7:1: This step needs a key `id`.",
        "7:1: After this comment must stand the step's heading: `## Title`.",
      ]
    ),
    (
      "<!-- step\nid: b\nkind: sumary\n-->\n## B",
      [
        "9:7: `sumary` is not known here. Did you mean `summary`?"
      ]
    ),
    (
      "$$a\\\\b$$\n```derivation\nid: b\nlines: [{equal: exactly, says: c}]\n```",
      [
        "10:8: `lines` needs one entry for each row of the formula: rows 2, entries 1."
      ]
    ),
    (
      "$$a$$\nb\n```derivation\nid: b\nlines: [{equal: exactly, says: c}]\n```",
      [
        "9:1: A derivation explains the formula right before it: put one there."
      ]
    ),
    (
      "$$a$$\n```derivation\nid: b\nlines: [{equal: the-same}]\n```",
      [
        "10:9: This line needs a key `says`.",
        "10:17: `the-same` is not known here. "
          + "Write one of `exactly`, `draw-by-draw`, `in-distribution`.",
      ]
    ),
    (
      "- ```figure\n  id: b\n  figure: c\n  ```",
      [
        "7:3: Take this `figure` block out of the list or quotation."
      ]
    ),
    (
      "```figure\nid: b\nfigure: c\n---\nd\n```",
      [
        "7:1: A `figure` block has no lines after `---`: delete them."
      ]
    ),
    (exercise("points: 2"), ["7:1: This `exercise` block needs a key `id`."]),
    (
      exercise("id: b").replacing("kind: choice", with: "kind: chioce"),
      ["8:7: `chioce` is not known here. Did you mean `choice`?"]
    ),
    (
      exercise("id: b\npoints: 0"), ["19:9: `points` must be a whole number from 1 to 100."]
    ),
    (
      exercise("id: b").replacing("right", with: "wrong"),
      [
        "7:1: An exercise of the kind `choice` needs one choice with `right: yes`.",
        "13:5: A choice has no key `wrong`. It has `id`, `text`, `says`, `right`, `when`.",
      ]
    ),
    (
      "```exercise\nid: b\nkind: formula\nlevel: recall\nasks: c\nanswer: 2 x\nhints: [d]\n"
        + "solution: e\n```",
      [
        "7:1: An exercise of the kind `formula` needs a `domain`: what each variable may be, as "
          + "`x: -2..2`."
      ]
    ),
    (
      exercise("id: b") + "\n\n" + exercise("id: c"),
      ["21:1: A page has one exercise: give this one a page of its own."]
    ),
  ])
  func `is told each fault with its place`(_ body: String, _ expected: [String]) {
    #expect(problems(body) == expected)
  }

  @Test(arguments: [
    (
      "",
      [
        "1:1: A lesson begins with front matter: `---`, keys, `---`.",
        "1:1: A lesson's text begins with its title: `# Title`.",
      ]
    ),
    (
      "---\nid: b\nminutes: soon\nneed: [c]\n---\n# A",
      [
        "2:1: A lesson needs `goals`: what the reader can do at its end.",
        "2:5: The file's name says `a`, and here stands `b`: make them equal.",
        "3:10: `minutes` must be a number or a range, such as 25 or 20-30.",
        "4:1: A lesson has no key `need`. Did you mean `needs`?",
      ]
    ),
    ("---\nid: a\nid: b\n---\n# A", ["3:1: The key `id` stands here twice: keep one."]),
  ])
  func `is told what its front matter lacks`(_ text: String, _ expected: [String]) {
    guard case .failure(let errors) = Lesson.read(name: "01-a.md", text: text) else {
      Issue.record("No problem was found")
      return
    }
    #expect(described(errors.all).sorted() == expected.sorted())
  }

  @Test(arguments: ["a.md", "01a.md", "01-A.md", "01-a.txt", "-a.md", "01-.md", ""])
  func `is told how its file must be named`(_ name: String) {
    #expect(
      problems("", name: name).contains(
        "1:1: The file `\(name)` must be named by a number and an id, as `01-noise-schedule.md`."))
  }
}

@Suite struct `Rows of LaTeX` {
  @Test(arguments: [
    ("a", ["a"]),
    ("a\\\\b\\\\[2pt]c\\\\*d", ["a", "b", "c", "d"]),
    ("\\begin{aligned}a&=b\\\\\n&=c\\\\\n\\end{aligned}", ["a&=b", "\n&=c"]),
    ("\\begin{cases}a\\\\b\\end{cases}", ["a", "b"]),
    ("x=\\begin{cases}a\\\\b\\end{cases}\\\\y", ["x=\\begin{cases}a\\\\b\\end{cases}", "y"]),
    (
      "\\begin{align}x&=\\begin{pmatrix}a\\\\b\\end{pmatrix}\\\\y\\end{align}",
      ["x&=\\begin{pmatrix}a\\\\b\\end{pmatrix}", "y"]
    ),
    ("\\substack{a\\\\b}\\\\c", ["\\substack{a\\\\b}", "c"]),
    ("a % \\\\ no\n\\\\b\\%\\\\c", ["a \n", "b\\%", "c"]),
    ("\\begin{aligned", ["\\begin{aligned"]),
    ("\\", ["\\"]),
    ("", []),
  ])
  func `are cut where the formula breaks its line`(_ latex: String, _ rows: [String]) {
    #expect(latexRows(latex) == rows)
  }
}

/// An exercise that lacks nothing but the keys that are given.
private func exercise(_ keys: String) -> String {
  "```exercise\nkind: choice\nlevel: recall\nasks: c\nchoices:\n  - id: d\n    right: yes\n    text: e\n"
    + "    says: f\nhints: [g]\nsolution: h\n\(keys)\n```"
}
