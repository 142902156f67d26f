let guidancePlaylist = #"""
  # Five minutes on guidance: asking for a class, with a classifier and without.
  title: Five minutes on guidance
  countdown: 3
  items:
    - id: nobody-asked
      title: Nothing asked, anything given
      figure: classifier-free-guidance/sample
      set: {data: ring, w: "-1", steps: "50", samples: "1000"}
      caption: Eight heaps of data. The sampler draws from all of them.
      seconds: 30
      fps: 6
      notes: |
        Each point is a picture, each heap a class.
        Ask: I want the heap on the right, and only that. What would you change?
    - id: odds
      title: Who could tell the class?
      figure: classifier-guidance/odds
      set: {T: "100", beta_end: "0.2"}
      caption: A classifier of noisy numbers. The noisier they are, the less it is sure.
      seconds: 40
      fps: 6
      notes: |
        The other curve takes the noisy number for a clean one.
        It is as sure of pure noise as of a clean picture. That is the slip to remember.
    - id: field
      title: The slope of its logarithm is a direction
      figure: classifier-guidance/field
      set: {data: ring, T: "100", beta_end: "0.2", samples: "1000"}
      caption: It draws every point towards the class. Add that to the sampler's step.
      seconds: 35
      fps: 6
      notes: |
        Bayes' rule for slopes: the slope of the class is that of all data, plus this one.
        Let it play to the end: in pure noise it draws hardly at all.
    - id: led
      title: Led by a classifier
      figure: classifier-guidance/sample
      set: {data: ring, scale: "1", steps: "50", samples: "1000"}
      caption: The same starts as before. Now all of them end in one heap.
      seconds: 30
      fps: 6
      notes: |
        The network was not trained anew. The classifier was, on noisy pictures.
        Ask what it would cost to train one for every question.
    - id: free
      title: Without a classifier
      figure: classifier-free-guidance/exact
      set: {w: "0", T: "200", beta_end: "0.1", steps: "200"}
      caption: One network, asked twice, with the class and without.
      seconds: 35
      fps: 12
      notes: |
        The difference of the two answers is the classifier's slope. On the board: 1 + w times
        the answer with the class, less w times the one without.
        At w = 0 the samples are the class: the bars fill the curve.
    - id: strong
      title: More than the truth
      figure: classifier-free-guidance/exact
      set: {w: "4", T: "200", beta_end: "0.1", steps: "200"}
      caption: At w = 4 they leave the class behind, and grow alike.
      seconds: 35
      fps: 12
      notes: |
        The class has next to nothing where most samples are now.
        Ask why anybody would want that: a picture that leaves no doubt.
    - id: trade
      title: What it gives, and what it costs
      figure: classifier-free-guidance/trade
      set: {data: ring, samples: "500"}
      caption: Accuracy against diversity, as w grows.
      seconds: 55
      fps: 4
      notes: |
        Up to w = 0 what is lost are other classes' samples. Beyond, it is the class itself.
        Papers draw this curve as FID over IS.
    - id: question
      title: The question
      caption: How strongly would you guide? What is the picture for?
      seconds: 40
      notes: |
        Collect answers. Programs for pictures come with 7.5, counted as 1 + w.

  """#
