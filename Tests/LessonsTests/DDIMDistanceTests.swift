import Canvas
import Figures
import Testing

@testable import Lessons

/// Numbers printed by `Reference/make_ddim.py`, in 50-digit arithmetic.
private enum Exact {
  /// Wasserstein-2 distances for data N(1, variance): rows eta 0, 0.2, 0.5, 1 and sigma-hat, columns
  /// 10, 20, 50, 100 and 1000 steps.
  static let distances: [(variance: String, spacing: String, rows: [[Double]])] = [
    (
      "1", "leading",
      [
        [
          0.16885855288871404, 0.08797161289071734, 0.03667657410294381, 0.01939130859894632,
          0.00661251178073736,
        ],
        [
          0.1712685458059849, 0.0899782579227787, 0.037688632303025646, 0.019711449721340587,
          0.005545991159001997,
        ],
        [
          0.18511325505297033, 0.1015226896298946, 0.044098968095138746, 0.022979459774785486,
          0.0030402228271212218,
        ],
        [
          0.25958988936601535, 0.1569544148358975, 0.07402275118200662, 0.04000046422527101,
          0.004476512521531752,
        ],
        [
          0.00027483126706961557, 0.00011723904777937558, 7.736635594816635e-05,
          6.956887350816087e-05, 6.425665099678228e-05,
        ],
      ]
    ),
    (
      "0.25", "leading",
      [
        [
          0.12602167581932455, 0.06641593161447762, 0.027798913430063094, 0.014421112733842143,
          0.0035061533390325704,
        ],
        [
          0.12705203157737016, 0.06759963181108755, 0.028603874880117737, 0.014844188762394373,
          0.002977382006374356,
        ],
        [
          0.13295137272290006, 0.07433851444402025, 0.033365075532914686, 0.01776057590230848,
          0.0021606777943128123,
        ],
        [
          0.1667369002411178, 0.10853555005834142, 0.055877143965367394, 0.03174412678881386,
          0.0038899332038863695,
        ],
        [
          0.08902543366445595, 0.04406308728866982, 0.01722917193110769, 0.008489834332911077,
          0.0007515779708953835,
        ],
      ]
    ),
    (
      "0.04", "leading",
      [
        [
          0.09535824025854084, 0.054939783400873014, 0.02383300770307349, 0.012439847613577885,
          0.001956931168918681,
        ],
        [
          0.09560710022544731, 0.0553529808399732, 0.024315627357099502, 0.012806494432161161,
          0.001843936171196353,
        ],
        [
          0.09701644181867114, 0.057690937268376465, 0.027054620491783945, 0.014950737226159075,
          0.0019840462656489618,
        ],
        [
          0.10654917560193507, 0.07119701140889799, 0.04090206264305416, 0.025215558704573152,
          0.003701642633683379,
        ],
        [
          0.15760866295156234, 0.06618635893686278, 0.02468677744515598, 0.011877656475095255,
          0.0009287886083057465,
        ],
      ]
    ),
    (
      "0.01", "leading",
      [
        [
          0.0632179323835327, 0.04442531683986161, 0.021654462438340127, 0.011697068907055892,
          0.0017934888729691355,
        ],
        [
          0.06336491263946319, 0.04460928271824436, 0.02191043418399944, 0.011947720061469694,
          0.0018080727593485348,
        ],
        [
          0.06420119827913816, 0.04565025261544776, 0.02335414215165244, 0.013369329110075528,
          0.0021102565971564103,
        ],
        [
          0.07091067533678445, 0.05290440398945291, 0.03154160224903271, 0.0206376856268843,
          0.003688752612365468,
        ],
        [
          0.22380930145599284, 0.0882617813256554, 0.027878397636825876, 0.012892547176531892,
          0.0007657592291759565,
        ],
      ]
    ),
    (
      "0.0025", "leading",
      [
        [
          0.033592131140435244, 0.027848307998181228, 0.017370286344917215, 0.010414084322946705,
          0.0020580053731225002,
        ],
        [
          0.03367146988009382, 0.027955138212267708, 0.0175044513163973, 0.010558476000262891,
          0.0021009089764560483,
        ],
        [
          0.03412506319101052, 0.028565549340129004, 0.018265327391093975, 0.01137424620618244,
          0.00238668491680836,
        ],
        [
          0.03800240454692406, 0.0335364150867697, 0.023453339803241147, 0.016120662714032737,
          0.0037073015005124827,
        ],
        [
          0.2614845162001498, 0.11801710494577325, 0.03544140147447556, 0.014544125902037748,
          0.0003856898035226913,
        ],
      ]
    ),
    (
      "0.001", "leading",
      [
        [
          0.019941172868073224, 0.01765321280720611, 0.012855012919072588, 0.008754450313482843,
          0.002378099634481068,
        ],
        [
          0.019981406588401748, 0.017715300830183005, 0.012942192928565889, 0.008849947815632541,
          0.002416927263523471,
        ],
        [
          0.020210379428465326, 0.018070297144593583, 0.01344005810984556, 0.009392504916445079,
          0.002647829180567742,
        ],
        [
          0.02208336512847611, 0.02098779027601744, 0.01716859755187375, 0.012905380343484192,
          0.003705329417447885,
        ],
        [
          0.2626854238508549, 0.12600996720341656, 0.04214451054217177, 0.01686245725328862,
          1.83029765213195e-05,
        ],
      ]
    ),
    (
      "0.001", "trailing",
      [
        [
          0.028688428730353235, 0.02595571566250612, 0.019720363720813372, 0.013732398346930637,
          0.002378099634481068,
        ],
        [
          0.0286885349234013, 0.025956441776797397, 0.019726990547286206, 0.013754445711715364,
          0.002416927263523471,
        ],
        [
          0.02868910139345532, 0.025960444519767426, 0.019764182399918485, 0.01387848129459794,
          0.002647829180567742,
        ],
        [
          0.0286921875173247, 0.02598215996886829, 0.01996179655385442, 0.014517709103600448,
          0.003705329417447885,
        ],
        [
          0.026610308816706073, 0.021730465791232043, 0.012067153815235323, 0.005096328405110401,
          1.83029765213195e-05,
        ],
      ]
    ),
    (
      "0.001", "quadratic",
      [
        [
          0.009562394474999522, 0.005736365035815006, 0.0036441942678197906, 0.002928914658041367,
          0.0026098635265333326,
        ],
        [
          0.00964605320302446, 0.005803969229956807, 0.0036556706711216563, 0.002899981962949516,
          0.0025554169987962237,
        ],
        [
          0.010138575271837444, 0.006263123256415555, 0.003933929577498996, 0.003059706959790605,
          0.002656217053955769,
        ],
        [
          0.013476320874380564, 0.008851164909456078, 0.005548912220798722, 0.004258179959098595,
          0.0037053296877765595,
        ],
        [
          0.029626521242321287, 0.011273572432384438, 0.0033548220767400257, 0.0010705030432103233,
          1.836241287146075e-05,
        ],
      ]
    ),
    (
      "0.0001", "leading",
      [
        [
          0.004856892491311872, 0.004726888849738689, 0.004425148901023195, 0.004094536036975975,
          0.003144847589915169,
        ],
        [
          0.004859651231685775, 0.004731953349554262, 0.004434748191712649, 0.004107652856693939,
          0.003153630768816331,
        ],
        [
          0.004875267543010023, 0.0047606648609114935, 0.004489377418056769, 0.004182478806331325,
          0.003203073899703552,
        ],
        [
          0.00499361363862497, 0.004976011309386107, 0.004886056323971765, 0.004696472396139374,
          0.0034388601397346025,
        ],
        [
          0.15184087420762837, 0.07653814358191813, 0.029314195840622188, 0.013104138888759722,
          0.0016038110478533375,
        ],
      ]
    ),
  ]

  /// Spearman's rank correlation with both halves of DDIM's Table 1.
  static let ranks: [(variance: String, spacing: String, cifar10: Double, celeba: Double)] = [
    ("1", "leading", 0.3238461538, 0.2338461538),
    ("1", "trailing", 0.5346153846, 0.4484615385),
    ("1", "quadratic", 0.2185344474, 0.1343639359),
    ("0.25", "leading", 0.7784615385, 0.7061538462),
    ("0.25", "trailing", 0.5638461538, 0.5061538462),
    ("0.25", "quadratic", 0.6307692308, 0.5515384615),
    ("0.04", "leading", 0.8630769231, 0.7938461538),
    ("0.04", "trailing", 0.6353846154, 0.5692307692),
    ("0.04", "quadratic", 0.8076923077, 0.7400000000),
    ("0.01", "leading", 0.9092307692, 0.8507692308),
    ("0.01", "trailing", 0.6969230769, 0.6230769231),
    ("0.01", "quadratic", 0.8400000000, 0.7692307692),
    ("0.0025", "leading", 0.9476923077, 0.9023076923),
    ("0.0025", "trailing", 0.7261538462, 0.6300000000),
    ("0.0025", "quadratic", 0.8553846154, 0.7638461538),
    ("0.001", "leading", 0.9753846154, 0.9476923077),
    ("0.001", "trailing", 0.7630769231, 0.6869230769),
    ("0.001", "quadratic", 0.8184615385, 0.7100000000),
    ("0.0001", "leading", 0.9653846154, 0.9984615385),
    ("0.0001", "trailing", 0.8092307692, 0.7315384615),
    ("0.0001", "quadratic", 0.5230769231, 0.4038461538),
  ]

  /// Distances from the exact flow for data N(1, 0.25), for 5, 10, 20, 40, 80 and 160 steps.
  static let flow: [String: [Double]] = [
    "leading": [
      0.23112406583580386, 0.12593919850109928, 0.0662889762054934, 0.03421542602601368,
      0.0167671961339741, 0.00850763953236055,
    ],
    "trailing": [
      0.23746961627890636, 0.1300553825370343, 0.0686414262264696, 0.03548487213513638,
      0.01810072461236592, 0.009206131019214633,
    ],
    "quadratic": [
      0.1538361672602656, 0.07581909299134441, 0.037529346544163775, 0.018735257449245684,
      0.009412411401540867, 0.004837567326282379,
    ],
  ]
}

@Suite struct `DDIM's table for normal data` {
  @Test(arguments: Exact.distances)
  func `is that of 50-digit arithmetic`(
    variance: String, spacing: String, rows: [[Double]]
  ) throws {
    let given = [("mean", "1"), ("variance", variance), ("spacing", spacing)]
    let table = try ddim("steps-and-eta", given).tables[0]
    #expect(table.columns == ["eta", "steps", "w2"])
    #expect(table[column: "steps"] == (0..<5).flatMap { _ in [10, 20, 50, 100, 1000] })
    #expect(table[cellsOf: "eta"].last == .word("sigma-hat"))
    for (got, want) in zip(table[column: "w2"], rows.joined()) {
      // A distance is the difference of two deviations, each right to some roundings of itself.
      #expect(abs(got - want) <= 1e-11 * want + 1e-14)
    }
  }

  /// As printed to four decimals, for the two variances that are best known.
  @Test(arguments: [
    (
      "0.001",
      """
      0 .0199 .0177 .0129 .0088 .0024
      0.2 .0200 .0177 .0129 .0088 .0024
      0.5 .0202 .0181 .0134 .0094 .0026
      1 .0221 .0210 .0172 .0129 .0037
      sigma-hat .2627 .1260 .0421 .0169 .0000
      """
    ),
    (
      "0.01",
      """
      0 .0632 .0444 .0217 .0117 .0018
      0.2 .0634 .0446 .0219 .0119 .0018
      0.5 .0642 .0457 .0234 .0134 .0021
      1 .0709 .0529 .0315 .0206 .0037
      sigma-hat .2238 .0883 .0279 .0129 .0008
      """
    ),
  ])
  func `prints the known digits`(variance: String, digits: String) throws {
    let outcome = try ddim("steps-and-eta", [("variance", variance), ("show", "table")])
    let lines = outcome.picture(Size(columns: 70, rows: 12)).lines.suffix(5).map { line in
      line.split(separator: " ").map(String.init).joined(separator: " ")
    }
    #expect(lines.joined(separator: "\n") == digits.replacing(" .", with: " 0."))
  }

  @Test func `has sigma-hat exact, but for the last step, where the data are standard normal`()
    throws
  {
    let rows = try ddim("steps-and-eta", [("mean", "0"), ("variance", "1")]).tables[0].rows
    for row in rows.suffix(5) {
      // The deviation lacks beta of the first step: 1 - sqrt(1 - 1e-4).
      #expect(abs(row[2] - 5.000125e-5) < 1e-10)
    }
  }

  @Test func `leaves out what has no room in a short schedule, and refuses one without any`() throws
  {
    let table = try ddim("steps-and-eta", [("T", "60")]).tables[0]
    #expect(table[column: "steps"] == (0..<5).flatMap { _ in [10, 20, 50] })
    let error = #expect(throws: FigureError.self) { try ddim("steps-and-eta", [("T", "9")]) }
    #expect(error?.description == "T is 9; give a T of at least 10.")
  }
}

@Suite struct `The rank correlation with DDIM's Table 1` {
  @Test func `is that of an independent program, for each variance and spacing`() throws {
    let table = try ddim("ranks").tables[0]
    #expect(table.cells.count == Exact.ranks.count)
    for want in Exact.ranks {
      let index = try #require(
        table.cells.firstIndex {
          $0[0].number == Double(want.variance) && $0[1] == .word(want.spacing)
        })
      // Ranks are whole numbers, so the correlation is a ratio of two of them.
      #expect(abs(table.rows[index][2] - want.cifar10) < 1e-9)
      #expect(abs(table.rows[index][3] - want.celeba) < 1e-9)
    }
  }

  /// The known three decimals, for leading steps.
  @Test(arguments: [
    ("0.25", 0.778, 0.706), ("0.04", 0.863, 0.794), ("0.01", 0.909, 0.851),
    ("0.0025", 0.948, 0.902), ("0.001", 0.975, 0.948), ("0.0001", 0.965, 0.998),
  ])
  func `prints the known digits`(variance: String, cifar10: Double, celeba: Double) throws {
    for (paper, want) in [("cifar10", cifar10), ("celeba", celeba)] {
      let got = try ddim("table-1", [("variance", variance), ("paper", paper)])["rank_correlation"]
      // 0.9485 and its like are printed by hand to the even digit.
      #expect(abs(got - want) <= 5.1e-4)
    }
  }

  @Test func `is set beside orders that compute nothing`() throws {
    let cifar10 = try ddim("table-1", [("paper", "cifar10")])
    #expect(abs(cifar10["steps, then eta"] - 0.9015384615) < 1e-9)
    #expect(abs(cifar10["steps alone"] - 0.8276100903) < 1e-9)
    #expect(abs(cifar10["CelebA"] - 0.9684615385) < 1e-9)
    let celeba = try ddim("table-1")
    #expect(abs(celeba["steps, then eta"] - 0.8469230769) < 1e-9)
    #expect(abs(celeba["steps alone"] - 0.7648529270) < 1e-9)
  }

  @Test func `needs room for a thousand steps`() {
    let error = #expect(throws: FigureError.self) { try ddim("table-1", [("T", "500")]) }
    #expect(error?.description == "T is 500; the paper's table needs a T of at least 1000.")
  }
}

@Suite struct `The error of a sampler of eta 0` {
  @Test func `is that of 50-digit arithmetic, at every number of steps`() throws {
    let table = try ddim("euler").tables[0]
    #expect(table[column: "steps"] == [5, 10, 20, 40, 80, 160])
    for (spacing, want) in Exact.flow {
      for (got, want) in zip(table[column: "error_\(spacing)"], want) {
        #expect(abs(got - want) < 1e-11 * want)
      }
    }
  }

  @Test func `is halved with half the step, where steps are even in the noise`() throws {
    let table = try ddim("euler").tables[0]
    for order in table[column: "order_quadratic"].dropFirst() {
      // Of first order; what is left comes of whole steps that are only nearly even.
      #expect(abs(order - 1) < 0.05)
    }
    #expect(table[column: "order_quadratic"][0].isNaN)
  }
}
