/// The text of a small lesson that an author begins with: one block of each kind, all of it right.
package func newLesson(id: String) -> String {
  """
  ---
  id: \(id)
  minutes: 5
  needs: [noise-schedule]
  goals:
    - say how much of a picture is left after some steps of noise
  ---

  # What is left of a picture

  Why it matters, in two sentences. A reader who knows that stays.

  <!-- step
  id: why
  -->
  ## One idea a page

  Each step adds noise of variance $\\beta_t$ and keeps the share $\\alpha_t$ of the picture.
  A formula that stands alone is set *and* tried, here on five noise schedules:

  $$
  \\alpha_t = 1-\\beta_t
  $$

  <!-- step
  id: derivation
  with: {t: "2..10000"}
  -->
  ## A line at a time

  $$
  \\begin{aligned}
  \\bar\\alpha_t &= \\prod_{i=1}^{t} \\alpha_i \\\\
  &= \\alpha_t\\,\\bar\\alpha_{t-1}
  \\end{aligned}
  $$

  ```derivation
  id: \(id)-recursion
  lines:
    - equal: exactly
      says: What is left after t steps is the product of the shares.
    - equal: exactly
      says: All factors but the last are what was left one step before.
  ```

  <!-- step
  id: picture
  -->
  ## A figure to turn

  ```figure
  id: \(id)-schedule
  figure: noise-schedule/schedule
  set: {T: "100", beta_end: "0.1", show: alpha_bar}
  caption: Press Tab to choose a parameter, and turn it.
  ```

  <!-- step
  id: by-hand
  with: {schedule: custom, betas: "0.1,0.2,0.5"}
  -->
  ## By hand, once

  ```claim
  id: \(id)-left
  says: With betas 0.1, 0.2 and 0.5 there is {abar[3]} of the picture left.
  check: abar[3] = 0.36
  ```

  <!-- step
  id: question
  -->
  ## Your turn

  ```exercise
  id: \(id)-left-by-hand
  kind: number
  level: by-hand
  asks: The betas are 0.1, 0.2 and 0.5. How much is left after step 2?
  with: {schedule: custom, betas: "0.1,0.2,0.5"}
  answer: abar[2]
  slips:
    - id: alpha-for-abar
      answer: alpha[2]
      says: That is the share that step 2 alone keeps.
    - id: sum-for-product
      answer: 1 - beta[1] - beta[2]
      says: Shares are multiplied; the second step takes its part of what is left.
  hints:
    - Turn each beta into the share that is kept.
    - Multiply the two shares.
  solution: It is {alpha[1]} times {alpha[2]}, so {abar[2]}.
  ```

  <!-- step
  id: summary
  kind: summary
  with: {t: "2..10000"}
  -->
  ## What you have now

  $$
  \\bar\\alpha_t = \\alpha_t\\,\\bar\\alpha_{t-1}
  $$

  """
}
