/// What is remembered of a reader between two starts.
package struct Progress: Hashable, Sendable {
  /// Where the reader left off.
  package var place: Place?
  /// What has been seen of each lesson, by its id.
  package var lessons: [String: Seen]
  /// What was tried of each exercise, by its name.
  package var exercises: [String: Tried] = [:]
  /// The reader's name, for a grade sheet.
  package var reader: String?
  /// The name from which exercises draw this student's numbers.
  package var student: String?

  package struct Place: Hashable, Sendable {
    package var lesson: String
    package var page: String

    package init(lesson: String, page: String) {
      self.lesson = lesson
      self.page = page
    }
  }

  package struct Seen: Hashable, Sendable {
    /// The page to come back to.
    package var page: String
    /// Every page that has been shown.
    package var pages: Set<String>

    package init(page: String, pages: Set<String>) {
      self.page = page
      self.pages = pages
    }
  }

  package init(place: Place? = nil, lessons: [String: Seen] = [:]) {
    self.place = place
    self.lessons = lessons
  }

  /// Notes that a page is being read.
  package mutating func visit(lesson: String, page: String) {
    place = Place(lesson: lesson, page: page)
    lessons[lesson, default: Seen(page: page, pages: [])].page = page
    lessons[lesson]?.pages.insert(page)
  }

  /// Notes an attempt at an exercise.
  package mutating func add(_ attempt: Attempt, at exercise: String) {
    exercises[exercise, default: Tried()].attempts.append(attempt)
  }

  /// Notes that so many hints of an exercise are shown.
  package mutating func see(hints: Int, of exercise: String) {
    exercises[exercise, default: Tried()].hints = max(exercises[exercise]?.hints ?? 0, hints)
  }

  /// Notes that the worked answer was seen before the exercise was solved.
  package mutating func giveUp(_ exercise: String) {
    exercises[exercise, default: Tried()].hasGivenUp = true
  }

  /// Both together: nothing that either has seen is lost, and the other's place is the newer one.
  package func merged(with newer: Progress) -> Progress {
    var result = Progress(place: newer.place ?? place, lessons: lessons)
    for (lesson, seen) in newer.lessons {
      let pages = seen.pages.union(lessons[lesson]?.pages ?? [])
      result.lessons[lesson] = Seen(page: seen.page, pages: pages)
    }
    result.reader = newer.reader ?? reader
    result.student = newer.student ?? student
    result.exercises = exercises.merging(newer.exercises) { $0.merged(with: $1) }
    return result
  }
}
