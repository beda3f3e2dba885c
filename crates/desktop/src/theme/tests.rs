use super::palette::{contrast, luminance};
use super::*;

/// Every theme that can be worn.
const ALL: [Theme; 4] = [Theme::LIGHT, Theme::DARK, Theme::LIGHT_CONTRAST, Theme::DARK_CONTRAST];

#[test]
fn the_measure_of_contrast_is_the_published_one() {
    assert!((contrast(Color32::BLACK, Color32::WHITE) - 21.0).abs() < 0.01);
    // #767676 is the well-known lightest grey that reaches 4.5:1 on white.
    assert!(contrast(Color32::from_gray(0x76), Color32::WHITE) >= 4.5);
    assert!(contrast(Color32::from_gray(0x77), Color32::WHITE) < 4.5);
}

/// Every text colour on every ground on which it is drawn.
#[test]
fn text_can_be_read_on_every_ground() {
    for theme in ALL {
        let grounds = [theme.ground, theme.panel, theme.paper, theme.accent_soft, theme.hover];
        let texts = [theme.ink, theme.mute, theme.faint, theme.accent, theme.ok, theme.warn, theme.bad];
        for (text, ground) in texts.into_iter().flat_map(|text| grounds.map(|ground| (text, ground))) {
            assert!(contrast(text, ground) >= 4.5, "{text:?} on {ground:?}: {}", contrast(text, ground));
        }
        for ground in [theme.found, theme.found_here] {
            assert!(contrast(theme.ink, ground) >= 4.5, "{ground:?}");
        }
        assert!(contrast(theme.mute, theme.found) >= 4.5);
        for text in [theme.ink, theme.mute, theme.accent] {
            assert!(contrast(text, theme.selection) >= 4.5, "{text:?} selected");
        }
        assert!(contrast(theme.on_accent, theme.accent) >= 4.5);
    }
}

#[test]
fn words_can_be_read_through_any_highlight() {
    for theme in ALL {
        for hue in 0..PALETTE_SIZE as u16 {
            for depth in [1, 2, 3, 6, 30] {
                let hues = vec![hue; depth];
                assert!(contrast(theme.ink, theme.highlight(&hues, Over::Ink)) >= 4.5, "{hue} at {depth}");
                assert!(contrast(theme.mute, theme.highlight(&hues, Over::Mute)) >= 4.5, "{hue} at {depth}");
            }
        }
    }
}

#[test]
fn stripes_and_badges_can_be_seen() {
    for theme in ALL {
        for hue in 0..PALETTE_SIZE as u16 {
            let colour = theme.hue(hue);
            assert!(contrast(colour, theme.paper) >= 3.0, "{hue}: {}", contrast(colour, theme.paper));
            assert!(contrast(colour, theme.ground) >= 2.8, "{hue}: {}", contrast(colour, theme.ground));
        }
    }
}

#[test]
fn initials_can_be_read_on_every_badge() {
    for theme in ALL {
        for hue in 0..PALETTE_SIZE as u16 {
            let ground = theme.hue(hue);
            let reached = contrast(theme.letters_on(ground), ground);
            assert!(reached >= 3.9, "{hue}: {reached}");
        }
    }
}

#[test]
fn code_colours_differ_and_start_over_past_the_end() {
    for theme in ALL {
        let mut seen: Vec<_> = (0..PALETTE_SIZE as u16).map(|hue| theme.hue(hue).to_array()).collect();
        seen.sort_unstable();
        seen.dedup();
        assert_eq!(seen.len(), PALETTE_SIZE);
        assert_eq!(theme.hue(PALETTE_SIZE as u16 + 3), theme.hue(3));
    }
}

#[test]
fn more_codes_on_the_same_words_show_as_a_stronger_tint() {
    let theme = Theme::LIGHT;
    let depth = |count: usize| luminance(theme.highlight(&vec![0; count], Over::Ink));
    assert!(depth(1) > depth(2) && depth(2) > depth(3));
    assert_eq!(theme.highlight(&[], Over::Ink), theme.paper);
    assert_ne!(theme.highlight(&[0, 1], Over::Ink), theme.highlight(&[0, 2], Over::Ink));
}

#[test]
fn no_text_is_smaller_than_twelve_points() {
    let sizes = [size::SMALL, size::BODY, size::TITLE, size::SPEECH, size::QUESTION, size::APART];
    assert!(sizes.iter().all(|size| *size >= 12.0));
    let ctx = Context::default();
    install(&ctx);
    for theme in [egui::Theme::Light, egui::Theme::Dark] {
        for (style, font) in &ctx.style_of(theme).text_styles {
            assert!(font.size >= 12.0, "{style:?}");
        }
    }
}
