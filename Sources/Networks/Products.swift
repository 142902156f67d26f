import CNetworkLoops

#if canImport(Accelerate)
  import Accelerate

  private typealias Whole = Int32
#else
  import CBLAS

  private typealias Whole = blasint
#endif

/// Products of matrices, by BLAS.
///
/// On one thread: products of these sizes lose more by being handed round than they gain, and sums
/// keep their order, so that equal seeds give equal losses. Where two cores are wanted, the batch is
/// parted and each part has its own products.
enum Products {
  private static let isReady: Bool = {
    network_keep_memory()
    #if !canImport(Accelerate)
      openblas_set_num_threads(1)
    #endif
    return true
  }()

  /// Whether a factor is read by rows or by columns.
  enum Side: Sendable {
    case plain
    case transposed

    fileprivate var code: CBLAS_TRANSPOSE { self == .plain ? CblasNoTrans : CblasTrans }
  }

  /// A matrix as it lies in memory.
  struct Matrix {
    let start: UnsafePointer<Float>
    var side = Side.plain
    /// From one row to the next; nil where rows follow each other.
    var stride: Int?
  }

  /// c = beta c + a b, matrices in rows.
  ///
  /// a is rows x inner, or inner x rows where it is transposed; b is inner x columns, or columns x
  /// inner; c is rows x columns.
  static func multiply(
    _ size: (rows: Int, columns: Int, inner: Int), _ a: Matrix, _ b: Matrix,
    into c: UnsafeMutablePointer<Float>, stride: Int? = nil, keeping beta: Float
  ) {
    guard isReady, size.rows > 0, size.columns > 0 else { return }
    cblas_sgemm(
      CblasRowMajor, a.side.code, b.side.code, Whole(size.rows), Whole(size.columns),
      Whole(size.inner), 1, a.start,
      Whole(a.stride ?? (a.side == .plain ? size.inner : size.rows)), b.start,
      Whole(b.stride ?? (b.side == .plain ? size.columns : size.inner)), beta, c,
      Whole(stride ?? size.columns))
  }

  /// The product of two matrices, rows x columns; to each row `row` is added, where there is one.
  static func product(
    _ size: (rows: Int, columns: Int, inner: Int), _ a: [Float], _ sideA: Side, _ b: [Float],
    _ sideB: Side, plus row: [Float]? = nil
  ) -> [Float] {
    precondition(a.count == size.rows * size.inner && b.count == size.inner * size.columns)
    return a.withUnsafeBufferPointer { a in
      b.withUnsafeBufferPointer { b in
        guard let a = a.baseAddress, let b = b.baseAddress, size.inner > 0 else {
          return (0..<size.rows).flatMap { _ in row ?? Array(repeating: 0, count: size.columns) }
        }
        return product(
          size, Matrix(start: a, side: sideA), Matrix(start: b, side: sideB), plus: row)
      }
    }
  }

  /// The same of matrices as they lie in memory.
  static func product(
    _ size: (rows: Int, columns: Int, inner: Int), _ a: Matrix, _ b: Matrix, plus row: [Float]?
  ) -> [Float] {
    precondition(row.map { $0.count == size.columns } ?? true)
    return [Float](unsafeUninitializedCapacity: size.rows * size.columns) { buffer, filled in
      filled = size.rows * size.columns
      guard let c = buffer.baseAddress else { return }
      // BLAS takes longer to clear what it adds to.
      if let row {
        network_repeat_row(size.rows, size.columns, row, c)
      } else {
        buffer.initialize(repeating: 0)
      }
      multiply(size, a, b, into: c, keeping: 1)
    }
  }
}
