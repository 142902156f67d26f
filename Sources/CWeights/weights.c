#include "CWeights.h"

// #embed is of C23; clang has it in every C.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char moons[] = {
#embed "weights/moons.safetensors"
};
static const unsigned char ring[] = {
#embed "weights/ring.safetensors"
};
static const unsigned char swiss_roll[] = {
#embed "weights/swiss-roll.safetensors"
};
static const unsigned char checkerboard[] = {
#embed "weights/checkerboard.safetensors"
};
static const unsigned char spiral[] = {
#embed "weights/spiral.safetensors"
};
static const unsigned char grid[] = {
#embed "weights/grid.safetensors"
};
static const unsigned char two_rings[] = {
#embed "weights/two-rings.safetensors"
};
static const unsigned char infinity[] = {
#embed "weights/infinity.safetensors"
};
static const unsigned char heart[] = {
#embed "weights/heart.safetensors"
};
static const unsigned char unet_glyphs[] = {
#embed "weights/unet-glyphs.safetensors"
};
static const unsigned char glyph_classifier[] = {
#embed "weights/glyph-classifier.safetensors"
};
static const unsigned char vq_vae[] = {
#embed "weights/vq-vae.safetensors"
};
static const unsigned char latent_unet[] = {
#embed "weights/latent-unet.safetensors"
};

static const struct weights_file files[] = {
    {"moons", moons, sizeof moons},
    {"ring", ring, sizeof ring},
    {"swiss-roll", swiss_roll, sizeof swiss_roll},
    {"checkerboard", checkerboard, sizeof checkerboard},
    {"spiral", spiral, sizeof spiral},
    {"grid", grid, sizeof grid},
    {"two-rings", two_rings, sizeof two_rings},
    {"infinity", infinity, sizeof infinity},
    {"heart", heart, sizeof heart},
    {"unet-glyphs", unet_glyphs, sizeof unet_glyphs},
    {"glyph-classifier", glyph_classifier, sizeof glyph_classifier},
    {"vq-vae", vq_vae, sizeof vq_vae},
    {"latent-unet", latent_unet, sizeof latent_unet},
};

const struct weights_file *weights_at(size_t index) {
  return index < sizeof files / sizeof *files ? &files[index] : NULL;
}
