//! Fields that show what is stored until somebody writes in them. Each keeps its own draft, which is sent
//! when the field is left, be it because its page is.

use crate::fonts;
use crate::theme::{Theme, size, space};
use crate::typography::unbroken;
use egui::{Key, RichText, TextEdit, Ui};
use std::collections::BTreeMap;
use std::hash::Hash;

/// What was written and not sent yet, by what it is about.
#[derive(Debug)]
pub(crate) struct Drafts<K> {
    drafts: BTreeMap<K, Draft>,
}

#[derive(Debug)]
struct Draft {
    known: String,
    text: String,
}

impl<K> Default for Drafts<K> {
    fn default() -> Drafts<K> {
        Drafts { drafts: BTreeMap::new() }
    }
}

impl Draft {
    /// What is to be stored: nothing where it is stored already.
    fn written(self) -> Option<String> {
        let text = self.text.trim();
        (text != self.known.trim()).then(|| text.to_owned())
    }
}

impl<K: Ord + Copy + Hash + std::fmt::Debug> Drafts<K> {
    /// Everything that was written and not sent: the page is left.
    pub fn take(&mut self) -> Vec<(K, String)> {
        let drafts = std::mem::take(&mut self.drafts).into_iter();
        drafts.filter_map(|(about, draft)| Some((about, draft.written()?))).collect()
    }

    /// Draws a field of some rows under its name; what was written, once it is left and differs.
    pub fn field(
        &mut self,
        ui: &mut Ui,
        about: K,
        (name, known): (&str, &str),
        (rows, hint): (usize, &str),
    ) -> Option<String> {
        ui.add_space(space::TIGHT);
        let label = RichText::new(unbroken(name)).font(fonts::regular(size::SMALL)).color(Theme::of(ui).mute);
        ui.label(label);
        self.unnamed(ui, about, (name, known), (rows, hint))
    }

    /// The field alone: its name is only spoken.
    pub fn unnamed(
        &mut self,
        ui: &mut Ui,
        about: K,
        (name, known): (&str, &str),
        (rows, hint): (usize, &str),
    ) -> Option<String> {
        let theme = Theme::of(ui);
        let mut text = self.drafts.get(&about).map_or_else(|| known.to_owned(), |draft| draft.text.clone());
        let edit = TextEdit::multiline(&mut text)
            .id_salt(about)
            .desired_rows(rows)
            .font(fonts::regular(size::BODY))
            .hint_text(RichText::new(unbroken(hint)).color(theme.faint))
            .margin(egui::Margin::symmetric(10, 7))
            .desired_width(f32::INFINITY);
        let response = ui.add(edit).accessible_name(name);
        if response.has_focus() {
            self.drafts
                .entry(about)
                .or_insert_with(|| Draft { known: known.to_owned(), text: String::new() })
                .text = text;
            return None;
        }
        let draft = self.drafts.remove(&about)?;
        let escaped = ui.input(|input| input.key_pressed(Key::Escape));
        draft.written().filter(|_| !escaped)
    }
}
