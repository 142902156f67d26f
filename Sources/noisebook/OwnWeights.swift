import FoundationEssentials
import Shelf
import Training

/// The weights of a model that this reader has trained, with the path they are from.
@Sendable func ownWeights(of model: TrainableModel) -> (file: Data, place: String)? {
  guard let path = folders().weightsFile(model.name),
    let bytes = try? readFile(path, limit: 64 << 20)
  else { return nil }
  return (Data(bytes), path)
}
