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
static const unsigned char moons_labelled[] = {
#embed "weights/moons-labelled.safetensors"
};
static const unsigned char ring_labelled[] = {
#embed "weights/ring-labelled.safetensors"
};
static const unsigned char swiss_roll_labelled[] = {
#embed "weights/swiss-roll-labelled.safetensors"
};
static const unsigned char checkerboard_labelled[] = {
#embed "weights/checkerboard-labelled.safetensors"
};
static const unsigned char spiral_labelled[] = {
#embed "weights/spiral-labelled.safetensors"
};
static const unsigned char grid_labelled[] = {
#embed "weights/grid-labelled.safetensors"
};
static const unsigned char two_rings_labelled[] = {
#embed "weights/two-rings-labelled.safetensors"
};
static const unsigned char infinity_labelled[] = {
#embed "weights/infinity-labelled.safetensors"
};
static const unsigned char heart_labelled[] = {
#embed "weights/heart-labelled.safetensors"
};
static const unsigned char noisy_glyph_classifier[] = {
#embed "weights/noisy-glyph-classifier.safetensors"
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
    {"moons-labelled", moons_labelled, sizeof moons_labelled},
    {"ring-labelled", ring_labelled, sizeof ring_labelled},
    {"swiss-roll-labelled", swiss_roll_labelled, sizeof swiss_roll_labelled},
    {"checkerboard-labelled", checkerboard_labelled, sizeof checkerboard_labelled},
    {"spiral-labelled", spiral_labelled, sizeof spiral_labelled},
    {"grid-labelled", grid_labelled, sizeof grid_labelled},
    {"two-rings-labelled", two_rings_labelled, sizeof two_rings_labelled},
    {"infinity-labelled", infinity_labelled, sizeof infinity_labelled},
    {"heart-labelled", heart_labelled, sizeof heart_labelled},
    {"noisy-glyph-classifier", noisy_glyph_classifier, sizeof noisy_glyph_classifier},
};

const struct weights_file *weights_at(size_t index) {
  return index < sizeof files / sizeof *files ? &files[index] : NULL;
}
