import CWeights
package import FoundationEssentials
package import Networks
import Synchronization

/// The weights that figures use: the reader's own where there are some, else those that come with
/// the program.
package enum WeightLibrary {
  /// Weights that a reader has trained, with the place they are from, for errors.
  package typealias Own = @Sendable (TrainableModel) -> (file: Data, place: String)?

  private static let own = Mutex<Own>({ _ in nil })

  /// Tells where a reader's own weights are; called once, as the program begins.
  package static func look(first own: @escaping Own) { self.own.withLock { $0 = own } }

  /// Nil where there are none for a model.
  ///
  /// - Throws: what is wrong with the reader's own, with their place.
  package static func weights(
    of model: TrainableModel
  ) throws(MisplacedWeights) -> TrainedWeights? {
    if let (file, place) = own.withLock({ $0 })(model) {
      do throws(WeightsError) {
        return try TrainedWeights(file, for: model)
      } catch {
        throw MisplacedWeights(place: place, reason: error)
      }
    }
    return builtIn(model).flatMap { try? TrainedWeights($0, for: model) }
  }

  /// The file that comes with the program.
  package static func builtIn(_ model: TrainableModel) -> Data? {
    var index = 0
    while let file = weights_at(index)?.pointee {
      if String(cString: file.model) == model.name {
        return Data(UnsafeBufferPointer(start: file.bytes, count: file.count))
      }
      index += 1
    }
    return nil
  }
}

/// Weights of a reader's own that can't be used.
package struct MisplacedWeights: Error, Hashable, Sendable, CustomStringConvertible {
  package let place: String
  package let reason: WeightsError

  package var description: String { "\(place): \(reason)" }
}
