import Canvas
import Testing

@testable import Plots

@Suite struct ImagePictureTests {
  @Test func `two images in sixteen grays, two in a cell`() {
    #expect(
      shades(images, 36, 10, .gray)
        == #"""
        ....................................
        ....................................
        .aaaaaaaaaaaaaaaa..abcdefghijklmnop.
        .aaaaacdffdcaaaaa..abcdefghijklmnop.
        .aaabfjmnnmjfbaaa..abcdefghijklmnop.
        .aabgmppooppmgbaa..abcdefghijklmnop.
        .aafmpmhffhmpmfaa..abcdefghijklmnop.
        .acjpmfbaabfmpjca..abcdefghijklmnop.
        .admphbaaaabhpmda..abcdefghijklmnop.
        .afnofaaaaaafonfa..abcdefghijklmnop.
        .afnofaaaaaafonfa..abcdefghijklmnop.
        .admphbaaaabhpmda..abcdefghijklmnop.
        .acjpmfbaabfmpjca..abcdefghijklmnop.
        .aafmpmhffhmpmfaa..abcdefghijklmnop.
        .aabgmppooppmgbaa..abcdefghijklmnop.
        .aaabfjmnnmjfbaaa..abcdefghijklmnop.
        .aaaaacdffdcaaaaa..abcdefghijklmnop.
        .aaaaaaaaaaaaaaaa..abcdefghijklmnop.
        ....................................
        ....................................
        """#)
  }

  @Test func `two images in braille dots`() {
    #expect(
      text(images, 40, 10, .braille, .none)
        == #"""
                       Two images
                ⠄⠄⠄⠅⠄          ⠁⠅⠅⠅⠕⢕⢝⢵⢝⢽⢿⣽⢿⣿
              ⢄⢵⣵⢿⣽⢿⣽⣽⢥⠅⠄      ⠁⠅⠅⠅⠕⢕⢝⢵⢝⢽⢿⣽⢿⣿
            ⠄⢕⣽⢿⠝⠑⠁⠑⠕⠟⢿⣿⢅⠁     ⠁⠅⠅⠅⠕⢕⢝⢵⢝⢽⢿⣽⢿⣿
            ⠅⢿⣿⠕     ⠁⠕⢿⣽⠅     ⠁⠅⠅⠅⠕⢕⢝⢵⢝⢽⢿⣽⢿⣿
           ⠁⠅⢿⣽⢕⠄    ⠁⢅⢿⢽⠕     ⠁⠅⠅⠅⠕⢕⢝⢵⢝⢽⢿⣽⢿⣿
             ⠝⢿⣿⢥⢅⠄⠅⢄⢵⣽⢿⠕⠁     ⠁⠅⠅⠅⠕⢕⢝⢵⢝⢽⢿⣽⢿⣿
             ⠁⠅⠟⢟⢿⣽⢿⢿⢟⠝⠑       ⠁⠅⠅⠅⠕⢕⢝⢵⢝⢽⢿⣽⢿⣿
               ⠁ ⠁⠁⠑⠁⠁         ⠁⠅⠅⠅⠕⢕⢝⢵⢝⢽⢿⣽⢿⣿
                 ring           all shades
        """#)
  }

  @Test func `two images in ASCII`() {
    #expect(
      text(images, 40, 10, .ascii)
        == #"""
                       Two images
                 ....          .::-==+**#%%@@
              :+#%%%%#+:       .::-==+**#%%@@
            .=%%+-..-+%%=.     .::-==+**#%%@@
            :%@=      =@%:     .::-==+**#%%@@
            :%@=      =@%:     .::-==+**#%%@@
            .=%%+-..-+%%=.     .::-==+**#%%@@
              :+#%%%%#+:       .::-==+**#%%@@
                 ....          .::-==+**#%%@@
                 ring           all shades
        """#)
  }

  @Test func `there is a second row where it is narrow`() {
    #expect(
      text(images, 20, 20, .ascii)
        == #"""
             Two images
                ....
             :+#%%%%#+:
           .=%%+-..-+%%=.
           :%@=      =@%:
           :%@=      =@%:
           .=%%+-..-+%%=.
             :+#%%%%#+:
                ....
                ring
            .::-==+**#%%@@
            .::-==+**#%%@@
            .::-==+**#%%@@
            .::-==+**#%%@@
            .::-==+**#%%@@
            .::-==+**#%%@@
            .::-==+**#%%@@
            .::-==+**#%%@@
             all shades

        """#)
  }

  @Test func `a small picture halves the images`() {
    #expect(
      text(images, 20, 7, .ascii)
        == #"""
             Two images
           -++-     .-=+#%@
         .#=..=#.   .-=+#%@
         .#=..=#.   .-=+#%@
           -++-     .-=+#%@
           ring    all s...

        """#)
  }
}
