/// The playlists that come with the program, the one that is run without a name first.
package let embeddedPlaylists: [(name: String, text: String)] = [
  ("forward-process", forwardProcess), ("ddpm-against-ddim", ddpmAgainstDDIM),
  ("guidance", guidancePlaylist),
]

private let forwardProcess = #"""
  # Five minutes on the forward process.
  title: Five minutes on the forward process
  countdown: 3
  items:
    - id: ring
      title: What noise does to a shape
      figure: forward-process/cloud
      set: {data: ring, T: "100", beta_end: "0.1"}
      caption: A ring of points. Each step shrinks it a little and adds a little noise.
      seconds: 45
      fps: 12
      notes: |
        Ask before you play: where will the points be at the end?
        Stop in the middle with Space. Can anybody still see the hole?
        At the end nobody can tell which shape it was.
    - id: betas
      title: How much noise, and when
      figure: noise-schedule/compare
      set: {show: beta}
      caption: The betas of three schedules in use. They are small, and there are many.
      seconds: 45
      notes: |
        A beta is the variance of the noise of one step.
        The cosine's betas look harmless until the very end. Let them guess what that does.
    - id: left
      title: What is left of the picture
      figure: noise-schedule/compare
      set: {show: alpha_bar}
      caption: The share of the picture's variance that is left after t steps.
      seconds: 60
      notes: |
        Linear betas have destroyed nearly everything at half time.
        The cosine was made to spend its steps where something can still be seen.
    - id: jump
      title: No need to take the steps one by one
      figure: forward-process/jump
      set: {T: "100", beta_end: "0.1", samples: "4000"}
      caption: Two humps, walked step by step and jumped in one go. Both counts follow one curve.
      seconds: 60
      fps: 12
      notes: |
        The formula on the board: root of alpha-bar times x at 0, plus root of 1 - alpha-bar times noise.
        This is why training can pick any t at random.
    - id: moons
      title: Whatever you begin with
      figure: forward-process/cloud
      set: {data: moons, T: "100", beta_end: "0.1"}
      seconds: 45
      fps: 12
      caption: Moons end where the ring did. To go back, somebody has to know the way.
      notes: |
        This is the question that the rest of the course answers.
    - id: question
      title: The question
      caption: One step back from noise. What would you have to know?
      seconds: 45
      notes: |
        Collect answers. Keep them for the lesson on the reverse kernel.

  """#

private let ddpmAgainstDDIM = #"""
  # Two samplers of one network: with fresh noise at each step, and without.
  title: DDPM against DDIM
  countdown: 3
  items:
    - id: ddpm
      title: "DDPM: a hundred steps, fresh noise at each"
      figure: ddpm/sample
      set: {data: moons, T: "100", beta_end: "0.2", samples: "1000"}
      caption: From noise back to moons. Each step adds a little noise of its own.
      seconds: 40
      fps: 12
      notes: |
        The exact noise prediction is used here, no network: what goes wrong is the sampler's.
        Watch single points: they tremble to the very end.
    - id: ddim
      title: "DDIM: ten steps, no noise at all"
      figure: ddim/sample
      set: {data: moons, T: "100", beta_end: "0.2", samples: "1000", steps: "10", eta: "0"}
      caption: The same network, a tenth of the steps. Each point goes its own smooth way.
      seconds: 40
      fps: 3
      notes: |
        Nothing was trained anew: DDIM has the same training as DDPM.
    - id: paths
      title: Where a point ends is decided where it starts
      figure: ddim/paths
      set: {T: "100", beta_end: "0.2", steps: "20", eta: "0"}
      caption: Without fresh noise equal starts have equal ends, and near starts near ends.
      seconds: 45
      notes: |
        So one can walk between two pictures by walking between their noises.
    - id: eta
      title: Between the two lies eta
      figure: ddim/paths
      set: {T: "100", beta_end: "0.2", steps: "20", eta: "1"}
      caption: At eta 1 the noise is back, and with it the trembling.
      seconds: 45
      notes: |
        Eta is the share of a step's noise that is fresh. 1 is DDPM, 0 is DDIM.
    - id: price
      title: What fewer steps cost
      figure: ddim/steps-and-eta
      set: {show: table}
      caption: The distance from the data, exactly, for normal data. Few steps want little noise.
      seconds: 60
      notes: |
        These are no measurements: for normal data the sampler's end is known in closed form.
        With 1000 steps the order turns round. Ask why.

  """#
