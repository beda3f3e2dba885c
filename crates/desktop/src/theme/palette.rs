//! The colours of codes, and how they mix behind words.

use super::Over;
use egui::Color32;

/// How many code colours differ. Seven plain hues come first, then seven between them, then all fourteen
/// deeper, then all fourteen greyer: a study with few colours gets those that are easiest to tell apart.
pub const PALETTE_SIZE: usize = 42;

/// Each at 3:1 or more on white.
const LIGHT: [u32; PALETTE_SIZE] = [
    0x3a7ca5, 0xc8553d, 0x588157, 0x8e6bb0, 0xb88c25, 0x219789, 0xb5577f, //
    0xb36d2a, 0x7e8832, 0x378d69, 0x2f8e9f, 0x516cbd, 0xa758a1, 0xbb4759, //
    0x17597e, 0x9c331d, 0x385e38, 0x6a4a88, 0x8f6901, 0x0a7065, 0x8b365c, //
    0x8a4c04, 0x5c640a, 0x0d6848, 0x036a79, 0x334a93, 0x7f377b, 0x90243a, //
    0x567082, 0x99675b, 0x60725f, 0x7c6d8c, 0x9b8863, 0x5c837d, 0x8e6474, //
    0x907057, 0x767b5a, 0x5a7a6a, 0x5c7e85, 0x5a688b, 0x876483, 0x8f5b60,
];

/// Each at 3:1 or more on the dark paper.
const DARK: [u32; PALETTE_SIZE] = [
    0x6fb1d8, 0xe58a72, 0x8fbf8c, 0xbf9ee0, 0xe0c067, 0x62c9bc, 0xe08fb2, //
    0xe7a875, 0xbbc671, 0x78cca5, 0x6dc7d9, 0x90a9eb, 0xdc95d5, 0xed838f, //
    0x98c9e6, 0xf2ab98, 0xb1d5ae, 0xd5bcee, 0xf3db9b, 0x96ded4, 0xefb0ca, //
    0xf6c6a0, 0xd5dfa0, 0xa4e1c3, 0x9dddeb, 0xafc3f6, 0xedb6e7, 0xf9a7ae, //
    0x85a0b1, 0xb78e83, 0x96ab94, 0xa99bb8, 0xc3b691, 0x89b1ab, 0xb893a2, //
    0xc1a58f, 0xb0b592, 0x92b4a3, 0x8eb2ba, 0x929ebb, 0xb999b5, 0xbd8d90,
];

pub(super) fn hue(dark: bool, index: u16) -> Color32 {
    let table = if dark { &DARK } else { &LIGHT };
    let [_, red, green, blue] = table[usize::from(index) % PALETTE_SIZE].to_be_bytes();
    Color32::from_rgb(red, green, blue)
}

/// How much of the hues shows through, for `depth` codes on the same words.
pub(super) fn strength(depth: usize, over: Over) -> f32 {
    match over {
        Over::Ink => (0.18 + 0.09 * (depth.max(1) - 1) as f32).min(0.34),
        Over::Mute => 0.17,
    }
}

/// The mean of `colours`, laid over `paper` with the given strength.
pub(super) fn blend(colours: impl Iterator<Item = Color32>, paper: Color32, strength: f32) -> Color32 {
    let (mut sum, mut count) = ([0.0_f32; 3], 0.0_f32);
    for colour in colours {
        for (total, part) in sum.iter_mut().zip(colour.to_array()) {
            *total += f32::from(part);
        }
        count += 1.0;
    }
    if count == 0.0 {
        return paper;
    }
    let [red, green, blue, _] = paper.to_array();
    let mix = |total: f32, ground: u8| {
        (total / count * strength + f32::from(ground) * (1.0 - strength)).round() as u8
    };
    Color32::from_rgb(mix(sum[0], red), mix(sum[1], green), mix(sum[2], blue))
}

/// The contrast between two colours as WCAG 2 defines it: 1 for none, 21 for black on white.
pub(super) fn contrast(one: Color32, other: Color32) -> f32 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

pub(super) fn luminance(colour: Color32) -> f32 {
    0.2126 * linear(colour.r()) + 0.7152 * linear(colour.g()) + 0.0722 * linear(colour.b())
}

fn linear(part: u8) -> f32 {
    let value = f32::from(part) / 255.0;
    if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
}

/// The colour at `share` of the way from one to another, 0 to 1.
pub(super) fn between(from: Color32, to: Color32, share: f32) -> Color32 {
    let part = |from: u8, to: u8| (f32::from(from) + (f32::from(to) - f32::from(from)) * share).round() as u8;
    Color32::from_rgb(part(from.r(), to.r()), part(from.g(), to.g()), part(from.b(), to.b()))
}
