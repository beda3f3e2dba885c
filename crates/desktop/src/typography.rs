//! French line breaks: what stays together when a text is set on several lines.

/// The text as it is laid out, scalar for scalar: no line may begin with » : ; ? ! % or end with «.
///
/// A space of any width before those signs, and after «, becomes a no-break space; so does a narrow
/// no-break space, which the layout would break at. Only what is drawn changes, never what is stored.
#[must_use]
pub fn unbroken(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut opened = false;
    let mut chars = text.chars().peekable();
    while let Some(sign) = chars.next() {
        let glued = sign == '\u{202f}'
            || (sign == ' ' && (opened || chars.peek().is_some_and(|next| is_closing(*next))));
        out.push(if glued { '\u{a0}' } else { sign });
        opened = sign == '«';
    }
    out
}

fn is_closing(sign: char) -> bool {
    matches!(sign, '»' | ':' | ';' | '?' | '!' | '%')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn high_signs_stay_with_their_word() {
        assert_eq!(unbroken("Qui calculent ?"), "Qui calculent\u{a0}?");
        assert_eq!(unbroken("dit « docteur, oui » ;"), "dit «\u{a0}docteur, oui\u{a0}»\u{a0};");
        assert_eq!(unbroken("quoi\u{202f}?"), "quoi\u{a0}?");
        assert_eq!(unbroken("à 78 %"), "à 78\u{a0}%");
        assert_eq!(unbroken("rien à changer, ici."), "rien à changer, ici.");
    }

    #[test]
    fn no_position_moves() {
        let text = "« a » : b ; c ? d ! e %\u{202f}! «»";
        assert_eq!(unbroken(text).chars().count(), text.chars().count());
    }

    #[test]
    fn no_line_begins_with_a_high_sign_at_any_width() {
        use egui::epaint::text::{Fonts, TextOptions};
        let text = "Vous parliez du bus, non ? Oui ! Enfin « docteur, votre échographie c’est deux pleins » ; \
            voilà : à 78 % des cas… c’est ça\u{202f}? « Oui » ! Bien\u{202f}: alors\u{202f}; non\u{a0}!";
        let mut fonts = Fonts::new(TextOptions::default(), crate::fonts::definitions());
        let mut view = fonts.with_pixels_per_point(1.0);
        let mut rows = 0;
        for width in 90..400 {
            let font = crate::fonts::regular(16.0);
            let galley = view.layout(unbroken(text), font, egui::Color32::BLACK, width as f32);
            for row in &galley.rows {
                let line = row.text();
                assert!(!line.starts_with(is_closing), "{line:?} at {width}");
                assert!(!line.trim_end_matches(' ').ends_with('«'), "{line:?} at {width}");
                rows += 1;
            }
        }
        assert!(rows > 1000, "lines were broken");
    }
}
