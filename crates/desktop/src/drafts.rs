//! What is being written in fields that show what is stored until somebody writes in them. Each keeps its own
//! draft, which is sent when the field is left, be it because its page is, or because all that was written is
//! wanted at once.

use crate::fonts;
use crate::theme::{Theme, size, space};
use crate::typography::unbroken;
use egui::{Key, RichText, TextEdit, Ui};
use std::collections::BTreeMap;
use std::hash::Hash;

/// What was written and not sent yet, by what it is about. Where one field is left by a press on another, both
/// are in hand for one frame.
#[derive(Debug)]
pub(crate) struct Drafts<K> {
    drafts: BTreeMap<K, Draft>,
    /// The field that is to get the keyboard once it is drawn.
    wanted: Option<K>,
}

#[derive(Debug)]
struct Draft {
    /// What is stored, or on its way there.
    known: String,
    text: String,
}

impl<K> Default for Drafts<K> {
    fn default() -> Drafts<K> {
        Drafts { drafts: BTreeMap::new(), wanted: None }
    }
}

impl Draft {
    /// What is to be stored: nothing where it is stored already.
    fn written(&self) -> Option<String> {
        let text = self.text.trim();
        (text != self.known.trim()).then(|| text.to_owned())
    }
}

impl<K: Ord + Copy> Drafts<K> {
    /// Everything that was written and not sent, to be sent now. A field that is still open goes on with what it
    /// says, and sends no word twice.
    pub fn take(&mut self) -> Vec<(K, String)> {
        let mut written = Vec::new();
        for (about, draft) in &mut self.drafts {
            if let Some(text) = draft.written() {
                draft.known.clone_from(&draft.text);
                written.push((*about, text));
            }
        }
        written
    }

    /// What the field says: what is being written in it, else what is stored.
    pub fn text(&self, about: &K, known: &str) -> String {
        self.drafts.get(about).map_or_else(|| known.to_owned(), |draft| draft.text.clone())
    }

    /// True while something is being written in the field.
    pub fn holds(&self, about: &K) -> bool {
        self.drafts.contains_key(about)
    }

    /// True while nothing is being written anywhere.
    pub fn is_empty(&self) -> bool {
        self.drafts.is_empty()
    }

    /// The field is open, and says this.
    pub fn keep(&mut self, about: K, known: &str, text: String) {
        let draft = || Draft { known: known.to_owned(), text: String::new() };
        self.drafts.entry(about).or_insert_with(draft).text = text;
    }

    /// The field was left: what is to be stored, if anything is. Escape gives up what was written.
    pub fn left(&mut self, ui: &Ui, about: &K) -> Option<String> {
        let draft = self.drafts.remove(about)?;
        let escaped = ui.input(|input| input.key_pressed(Key::Escape));
        draft.written().filter(|_| !escaped)
    }

    /// The field is to be brought to the eye, with the keyboard in it.
    pub fn want(&mut self, about: K) {
        self.wanted = Some(about);
    }

    /// What was written there has become something of its own: the field begins anew.
    pub fn forget(&mut self, about: &K) {
        self.drafts.remove(about);
    }
}

impl<K: Ord + Copy + Hash + std::fmt::Debug> Drafts<K> {
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
        let mut text = self.text(&about, known);
        let edit = TextEdit::multiline(&mut text)
            .id_salt(about)
            .desired_rows(rows)
            .font(fonts::regular(size::BODY))
            .hint_text(RichText::new(unbroken(hint)).color(theme.faint))
            .margin(egui::Margin::symmetric(10, 7))
            .desired_width(f32::INFINITY);
        let response = ui.add(edit).accessible_name(name);
        if self.wanted.take_if(|wanted| *wanted == about).is_some() {
            response.request_focus();
            response.scroll_to_me(Some(egui::Align::Center));
        }
        if response.has_focus() {
            self.keep(about, known, text);
            return None;
        }
        self.left(ui, &about)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wanted_at_once_is_sent_once_and_the_field_goes_on() {
        let mut drafts = Drafts::default();
        drafts.keep(1, "avant", "avant".to_owned());
        assert_eq!(drafts.take(), [], "nothing was written");
        drafts.keep(1, "avant", "après".to_owned());
        assert_eq!(drafts.take(), [(1, "après".to_owned())]);
        assert_eq!(drafts.take(), [], "it is on its way");
        assert_eq!(drafts.text(&1, "avant"), "après", "the store has not answered yet");
        drafts.keep(1, "avant", "après coup".to_owned());
        assert_eq!(drafts.take(), [(1, "après coup".to_owned())]);
    }
}
