//! A memo while it is written: sent after a pause, or when one leaves it.

use model::RecordId;
use model::value::MemoKind;
use workbench::command::Command;
use workbench::views::memos::MemoSheet;

/// For so many seconds nothing is typed before what was written is one act.
const PAUSE: f64 = 1.5;

/// A memo in the making.
#[derive(Debug, Default)]
pub struct Draft {
    memo: Option<RecordId>,
    /// What it is about.
    pub target: Option<RecordId>,
    /// What that is called.
    pub about: String,
    /// Its sort.
    pub kind: MemoKind,
    /// Its title.
    pub title: String,
    /// Its text, names in double brackets.
    pub body: String,
    /// What is stored, or on its way there.
    saved: Saved,
    /// When something was typed last.
    since: Option<f64>,
    /// The memo was sent for the first time, and it is not known yet which one it is.
    awaited: bool,
    /// Something is on its way to the store.
    sent: bool,
    /// The store has answered since a picture was seen, and which picture may still be the one before.
    answered: bool,
    stale: Option<u64>,
    /// The memo was there when it was drawn last.
    met: bool,
    wants_focus: bool,
    /// The memo was deleted: nothing more is stored of it.
    given_up: bool,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Saved {
    target: Option<RecordId>,
    kind: MemoKind,
    title: String,
    body: String,
}

impl Draft {
    /// A new memo, about something or nothing.
    #[must_use]
    pub fn new(target: Option<RecordId>, about: String) -> Draft {
        let saved = Saved { target, ..Saved::default() };
        Draft { target, about, saved, wants_focus: true, ..Draft::default() }
    }

    /// The memo that is stored.
    #[must_use]
    pub fn of(sheet: &MemoSheet) -> Draft {
        let mut draft = Draft { memo: Some(sheet.id), ..Draft::default() };
        draft.take(sheet);
        draft
    }

    fn take(&mut self, sheet: &MemoSheet) {
        self.target = sheet.target;
        self.about = sheet.about.to_string();
        self.kind = sheet.kind;
        self.title = sheet.title.to_string();
        self.body = sheet.body.to_string();
        self.saved = self.present();
    }

    fn present(&self) -> Saved {
        Saved {
            target: self.target,
            kind: self.kind,
            title: self.title.trim().to_owned(),
            body: self.body.trim_end().to_owned(),
        }
    }

    /// Which memo it is; `None` before it was stored.
    #[must_use]
    pub fn memo(&self) -> Option<RecordId> {
        self.memo
    }

    /// True until the store has said which memo this is.
    #[must_use]
    pub fn waits(&self) -> bool {
        self.awaited
    }

    /// The store did not take it: it is not stored, and is sent again when more is written or one leaves.
    pub fn refused(&mut self) {
        if std::mem::take(&mut self.sent) {
            self.awaited = false;
            self.saved = Saved::default();
        }
    }

    /// True while something is to be stored, or on its way and may still be refused.
    #[must_use]
    pub fn is_pending(&self) -> bool {
        self.sent || !self.is_saved()
    }

    /// True while words wait for the store to say which memo this is.
    #[must_use]
    pub fn waits_with_words(&self) -> bool {
        self.awaited && !self.is_saved()
    }

    /// Whether what the store says of a memo is about this one.
    #[must_use]
    pub fn is_of(&self, memo: RecordId) -> bool {
        self.memo.map_or(self.awaited, |own| own == memo)
    }

    /// True where the memo was there and is there no longer: deleted, or its making undone.
    #[must_use]
    pub fn has_gone(&self, is_there: impl Fn(RecordId) -> bool) -> bool {
        self.met && self.memo.is_some_and(|memo| !is_there(memo))
    }

    /// The memo is deleted here: nothing that is written now brings it back.
    pub fn give_up(&mut self) {
        self.given_up = true;
    }

    /// True once the memo was deleted here.
    #[must_use]
    pub fn is_given_up(&self) -> bool {
        self.given_up
    }

    /// True where there are no words.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.title.trim().is_empty() && self.body.trim().is_empty()
    }

    /// What was written and not stored goes on as a new memo.
    pub fn begin_anew(&mut self) {
        (self.memo, self.met, self.awaited, self.sent) = (None, false, false, false);
        self.saved = Saved { target: self.target, ..Saved::default() };
    }

    /// The store has taken it, and says which memo this is; true where that was not known.
    pub fn is_now(&mut self, memo: RecordId) -> bool {
        (self.sent, self.answered) = (false, true);
        let first = std::mem::take(&mut self.awaited) && self.memo.is_none();
        if first {
            self.memo = Some(memo);
        }
        first
    }

    /// Takes over what is stored now, unless something else is being written.
    pub fn refresh(&mut self, sheet: &MemoSheet, key: u64) {
        self.met = true;
        if std::mem::take(&mut self.answered) {
            self.stale = Some(key);
        }
        let stored = Saved {
            target: sheet.target,
            kind: sheet.kind,
            title: sheet.title.trim().to_owned(),
            body: sheet.body.trim_end().to_owned(),
        };
        if self.since.is_none()
            && !self.sent
            && self.is_saved()
            && self.saved != stored
            && self.stale != Some(key)
        {
            self.take(sheet);
        }
    }

    /// Something was typed.
    pub fn touched(&mut self, now: f64) {
        self.since = Some(now);
    }

    /// True where everything is stored or on its way.
    #[must_use]
    pub fn is_saved(&self) -> bool {
        self.saved == self.present()
    }

    /// The first field is to get the keyboard, once.
    pub fn wants_focus(&mut self) -> bool {
        std::mem::take(&mut self.wants_focus)
    }

    /// Puts words at a place, counted in scalars; at the end where there is none.
    pub fn insert(&mut self, at: Option<usize>, words: &str) {
        let byte = at.and_then(|at| self.body.char_indices().nth(at)).map(|(byte, _)| byte);
        self.body.insert_str(byte.unwrap_or(self.body.len()), words);
    }

    /// What is to be stored after the pause; `None` while something is typed.
    pub fn rested(&mut self, now: f64) -> Option<Command> {
        let since = self.since?;
        if now - since < PAUSE { None } else { self.send() }
    }

    /// How long there is still to wait.
    #[must_use]
    pub fn wait(&self, now: f64) -> Option<f64> {
        self.since.map(|since| (PAUSE - (now - since)).max(0.05))
    }

    /// What is to be stored now, if anything is.
    pub fn send(&mut self) -> Option<Command> {
        // One that is on its way for the first time has no identifier to be written under again.
        if self.awaited || self.given_up {
            return None;
        }
        self.since = None;
        let present = self.present();
        if present == self.saved || self.is_empty() {
            return None;
        }
        self.saved = present.clone();
        self.sent = true;
        self.awaited = self.memo.is_none();
        Some(Command::WriteMemo {
            memo: self.memo,
            target: present.target,
            kind: present.kind,
            title: present.title,
            body: present.body,
        })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)] // a missing command is a fault of the test

    use super::*;

    #[test]
    fn words_are_one_act_after_a_pause() {
        let mut draft = Draft::new(None, String::new());
        draft.body.push_str("une");
        draft.touched(10.0);
        assert!(draft.rested(10.5).is_none(), "still writing");
        draft.body.push_str(" idée");
        draft.touched(11.0);
        assert!(draft.rested(12.0).is_none());
        let Some(Command::WriteMemo { memo: None, body, .. }) = draft.rested(12.6) else { panic!() };
        assert_eq!(body, "une idée");
        assert!(draft.is_saved());
        assert!(draft.send().is_none(), "nothing is stored twice");
    }

    #[test]
    fn what_is_typed_before_the_first_answer_is_not_lost() {
        let mut draft = Draft::new(None, String::new());
        draft.body.push_str("une");
        draft.touched(0.0);
        draft.send().unwrap();
        draft.body.push_str(" idée");
        draft.touched(1.0);
        assert!(draft.rested(9.0).is_none(), "it is not known yet which memo this is");
        let id = RecordId::from(uuid::Uuid::from_u128(7));
        assert!(draft.is_now(id));
        let Some(Command::WriteMemo { memo, body, .. }) = draft.rested(9.1) else { panic!() };
        assert_eq!((memo, body.as_str()), (Some(id), "une idée"));
    }

    #[test]
    fn what_is_refused_is_not_taken_for_stored() {
        let mut draft = Draft::new(None, String::new());
        draft.body.push_str("une idée");
        draft.touched(0.0);
        assert!(draft.rested(2.0).is_some());
        draft.refused();
        assert!(!draft.is_saved());
        assert!(draft.send().is_some(), "leaving sends it again");
    }

    #[test]
    fn a_memo_that_was_deleted_does_not_come_back() {
        let mut draft = Draft { memo: Some(RecordId::from(uuid::Uuid::from_u128(7))), ..Draft::default() };
        draft.body.push_str("une idée");
        draft.touched(0.0);
        draft.give_up();
        assert!(draft.rested(9.0).is_none() && draft.send().is_none());
    }

    #[test]
    fn an_empty_memo_is_not_stored() {
        let mut draft = Draft::new(None, String::new());
        draft.body.push_str("  \n");
        draft.touched(0.0);
        assert!(draft.rested(5.0).is_none());
    }

    #[test]
    fn a_link_is_put_where_the_caret_is() {
        let mut draft = Draft::new(None, String::new());
        draft.body = "voir  ici".to_owned();
        draft.insert(Some(5), "[[été]]");
        assert_eq!(draft.body, "voir [[été]] ici");
        draft.insert(None, ".");
        assert_eq!(draft.body, "voir [[été]] ici.");
    }
}
