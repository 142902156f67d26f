extension Template {
  var python: String {
    """
    #!/usr/bin/env python3
    \"\"\"\(exercise.id)

    \(remarks.joined(separator: "\n"))

        noisebook check \(exercise.id) -- python3 \(fileName).py
    \"\"\"
    import json
    import math
    import sys


    def answer(\(parameters)):
        return \(emptyList)  # your answer


    for line in sys.stdin:
        case = json.loads(line)
        result = answer(**case["inputs"])
        print(json.dumps({"case": case["case"], "result": result}), flush=True)

    """
  }

  var pytorch: String {
    """
    #!/usr/bin/env python3
    \"\"\"\(exercise.id), with PyTorch

    \(remarks.joined(separator: "\n"))

        noisebook check \(exercise.id) -- python3 \(fileName).py
    \"\"\"
    import json
    import sys

    import torch

    # Single precision is not enough to tell a right program from a wrong one.
    torch.set_default_dtype(torch.float64)


    def answer(\(parameters)):
        return \(emptyTensor)  # your answer


    for line in sys.stdin:
        case = json.loads(line)
        inputs = {
            name: torch.tensor(value) if isinstance(value, list) else value
            for name, value in case["inputs"].items()
        }
        result = torch.as_tensor(answer(**inputs)).tolist()
        print(json.dumps({"case": case["case"], "result": result}), flush=True)

    """
  }

  private var emptyList: String {
    switch task.result {
    case .number: "0.0"
    case .list(let input): "[0.0 for _ in \(input)]"
    case .pair(let input): "[0.0 for _ in \(input)] + [0.0 for _ in \(input)]"
    case .trajectory(let start, let steps): "[[0.0 for _ in \(start)] for _ in \(steps)]"
    }
  }

  private var emptyTensor: String {
    switch task.result {
    case .number: "torch.tensor(0.0)"
    case .list(let input): "torch.zeros_like(\(input))"
    case .pair(let input): "torch.cat([torch.zeros_like(\(input)), torch.zeros_like(\(input))])"
    case .trajectory(_, let steps): "torch.zeros_like(\(steps))"
    }
  }
}
