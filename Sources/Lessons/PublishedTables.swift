/// What the DDIM paper printed, to be set beside what is computed here.
///
/// Source: Song, Meng, Ermon 2021, "Denoising diffusion implicit models", tables 1 and 2: Frechet
/// inception distances, for eta 0, 0.2, 0.5, 1 and sigma-hat by 10, 20, 50, 100 and 1000 steps; and
/// the squared error per dimension of CIFAR10 pictures that were encoded and decoded.
enum PublishedTables {
  static let cifar10: [[Double]] = [
    [13.36, 6.84, 4.67, 4.16, 4.04], [14.04, 7.11, 4.77, 4.25, 4.09],
    [16.66, 8.35, 5.25, 4.46, 4.29], [41.07, 18.36, 8.01, 5.78, 4.73],
    [367.43, 133.37, 32.72, 9.99, 3.17],
  ]
  static let celeba: [[Double]] = [
    [17.33, 13.73, 9.17, 6.53, 3.51], [17.66, 14.11, 9.51, 6.79, 3.64],
    [19.86, 16.06, 11.01, 8.09, 4.28], [33.12, 26.03, 18.48, 13.93, 5.98],
    [299.71, 183.83, 71.71, 45.20, 3.26],
  ]
  static let reconstruction: [(steps: Int, error: Double)] = [
    (10, 0.014), (20, 0.0065), (50, 0.0023), (100, 0.0009), (200, 0.0004), (500, 0.0001),
    (1000, 0.0001),
  ]
}
