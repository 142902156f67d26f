import RealModule

/// The discrete Fourier transform of complex numbers, as many as a power of two.
///
///     Z_k = sum over j of z_j exp(-2 pi i j k / n)
///
/// Source: Cooley and Tukey 1965, "An algorithm for the machine calculation of complex Fourier
/// series", with the numbers put in bit-reversed order first.
struct FourierTransform: Sendable {
  let count: Int
  /// cos and -sin of 2 pi k / n, for half a turn.
  private let cosines: [Double]
  private let sines: [Double]
  private let order: [Int]

  /// `count` is a power of two.
  init(count: Int) {
    precondition(count > 0 && count & (count - 1) == 0, "the count is a power of two")
    self.count = count
    let angles = (0..<max(1, count / 2)).map { 2 * Double.pi * Double($0) / Double(count) }
    cosines = angles.map(Double.cos)
    sines = angles.map { -.sin($0) }
    var order = [0]
    while order.count < count {
      order = order.map { 2 * $0 } + order.map { 2 * $0 + 1 }
    }
    self.order = order
  }

  /// Transforms both parts in place.
  func transform(_ real: inout [Double], _ imaginary: inout [Double]) {
    real = order.map { real[$0] }
    imaginary = order.map { imaginary[$0] }
    real.withUnsafeMutableBufferPointer { real in
      imaginary.withUnsafeMutableBufferPointer { imaginary in
        var half = 1
        while half < count {
          combine(real, imaginary, half)
          half *= 2
        }
      }
    }
  }

  /// Transforms of `half` numbers each become transforms of twice as many.
  private func combine(
    _ real: UnsafeMutableBufferPointer<Double>, _ imaginary: UnsafeMutableBufferPointer<Double>,
    _ half: Int
  ) {
    let stride = count / (2 * half)
    for block in Swift.stride(from: 0, to: count, by: 2 * half) {
      for index in 0..<half {
        let (low, high) = (block + index, block + index + half)
        let (cosine, sine) = (cosines[index * stride], sines[index * stride])
        let turned = cosine * real[high] - sine * imaginary[high]
        let turnedImaginary = cosine * imaginary[high] + sine * real[high]
        (real[high], imaginary[high]) = (real[low] - turned, imaginary[low] - turnedImaginary)
        (real[low], imaginary[low]) = (real[low] + turned, imaginary[low] + turnedImaginary)
      }
    }
  }
}
