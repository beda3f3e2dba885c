//! What one does with selected words and with codings: each gesture becomes a command of the study.

use super::notices::Notices;
use super::sheets::Sheet;
use super::work::Work;
use crate::commands::UiCommand;
use i18n::Lang;
use model::RecordId;
use model::value::{Inclusion, Layer, Level};
use std::ops::Range;
use workbench::command::{CodeChoice, Command, NewCode};
use workbench::views::{CodeRow, CodingView, InterviewState, TranscriptView};

fn scalar(offset: usize) -> u32 {
    u32::try_from(offset).unwrap_or(u32::MAX)
}

impl Work {
    /// Codes a passage of the open interview, in the layer that one codes in.
    pub fn apply(&mut self, range: Range<usize>, code: CodeChoice) {
        let Some(interview) = self.showing.interview else { return };
        let (start, end) = (scalar(range.start), scalar(range.end));
        let layer = self.layer;
        self.run(Command::ApplyCode { interview, start, end, code, layer });
    }

    /// A new code of that name, under the current category unless it is the participant's own words.
    pub fn new_code(&self, name: &str, in_vivo: bool) -> CodeChoice {
        let parent = self.category().filter(|_| !in_vivo).map(|row| row.id);
        CodeChoice::New(NewCode {
            name: name.to_owned(),
            parent,
            layer: self.layer,
            in_vivo,
            ..NewCode::default()
        })
    }

    /// The category under which new codes are made: the chosen row where it is one, else what stands right
    /// above it.
    pub fn category(&self) -> Option<&CodeRow> {
        let rows = &self.screen.codes.rows;
        let at = rows.iter().position(|row| Some(row.id) == self.showing.code)?;
        let chosen = rows.get(at)?;
        let has_below = rows.get(at + 1).is_some_and(|next| next.depth > chosen.depth);
        if has_below || chosen.level == Level::Category {
            return Some(chosen);
        }
        rows.iter().take(at).rev().find(|row| row.depth < chosen.depth)
    }

    /// Carries out a command about passages; those that need a passage say so where none is chosen.
    pub(super) fn carry_out_coding(&mut self, command: UiCommand, lang: Lang, notices: &mut Notices) {
        let (range, coding) = (self.transcript.selected(), self.transcript.coding());
        match (command, range, coding) {
            (UiCommand::OpenCoding, ..) => {
                self.open_coding = !self.open_coding;
                let method = self.method();
                notices.tell(match self.open_coding {
                    true => i18n::notice_open_coding_on(lang, method),
                    false => i18n::notice_open_coding_off(lang, method),
                });
            }
            (UiCommand::ApplyCode, Some(range), _) => {
                let at = self.transcript.selection_rect();
                self.panels.open_picker(range, at, String::new());
            }
            (UiCommand::InVivo, Some(range), _) => self.code_in_vivo(range),
            (UiCommand::LastCode, Some(range), _) => self.apply_last(range, lang, notices),
            (UiCommand::DecideLater, Some(range), None) => self.keep_for_later(range, lang),
            (UiCommand::ApplyCode | UiCommand::Recode, _, Some(coding)) => self.recode(coding),
            (UiCommand::Uncode, _, Some(coding)) => self.run(Command::RemoveCoding { coding }),
            (UiCommand::DecideLater, _, Some(coding)) => self.decide_later(coding),
            (UiCommand::Comment, _, Some(coding)) => self.comment(coding),
            (UiCommand::JoinOverlaps, _, Some(coding)) => self.join_overlaps(coding, lang, notices),
            (UiCommand::ApplyCode | UiCommand::InVivo | UiCommand::LastCode, None, _) => {
                notices.tell(i18n::notice_select_words(lang));
            }
            _ => notices.tell(i18n::notice_choose_coding(lang, self.method())),
        }
    }

    fn apply_last(&mut self, range: Range<usize>, lang: Lang, notices: &mut Notices) {
        match self.last_code {
            Some(code) => self.apply(range, CodeChoice::Existing(code)),
            None => notices.tell(i18n::notice_no_last_code(lang, self.method())),
        }
    }

    /// Codes words by themselves; a code of that name that is there already is used again.
    pub fn code_in_vivo(&mut self, range: Range<usize>) {
        let Some(name) = self.words(&range) else { return };
        let code = self.code_named(&name).map_or_else(|| self.new_code(&name, true), CodeChoice::Existing);
        self.apply(range, code);
    }

    /// Marks a passage without a code: it gets the code that waits for a decision, marked as undecided.
    fn keep_for_later(&mut self, range: Range<usize>, lang: Lang) {
        let name = i18n::code_to_decide(lang);
        let code = self.code_named(name).map_or_else(
            || CodeChoice::New(NewCode { name: name.to_owned(), layer: self.layer, ..NewCode::default() }),
            CodeChoice::Existing,
        );
        self.marks_later = true;
        self.apply(range, code);
    }

    fn code_named(&self, name: &str) -> Option<RecordId> {
        let name = name.to_lowercase();
        self.screen.codes.rows.iter().find(|row| row.label.to_lowercase() == name).map(|row| row.id)
    }

    pub(super) fn words(&self, range: &Range<usize>) -> Option<String> {
        let view = self.screen.transcript.as_ref()?;
        let words: String = view.text.chars().skip(range.start).take(range.len()).collect();
        let one_line = words.split_whitespace().collect::<Vec<_>>().join(" ");
        (!one_line.is_empty()).then_some(one_line)
    }

    /// A coding of the open interview.
    pub fn coding_view(&self, coding: RecordId) -> Option<&CodingView> {
        let view: &TranscriptView = self.screen.transcript.as_deref()?;
        view.codings.iter().find(|view| view.id == coding)
    }

    /// The picker for another code of a coding, beside its words.
    pub fn recode(&mut self, coding: RecordId) {
        self.transcript.set_coding(Some(coding));
        self.panels.open_recoding(coding, self.transcript.coding_rect());
    }

    /// Marks a coding to be decided later, or not any more.
    pub fn decide_later(&mut self, coding: RecordId) {
        let undecided = self.coding_view(coding).is_some_and(|view| view.undecided);
        self.run(Command::DecideLater { coding, undecided: !undecided });
    }

    /// The sheet with the comment of a coding.
    pub fn comment(&mut self, coding: RecordId) {
        let text = self.coding_view(coding).map(|view| view.memo.to_string()).unwrap_or_default();
        self.sheet_open = Some(Sheet::Comment { coding, was: text.clone(), text });
    }

    /// The codings of the same code, coder and layer that share words with one, itself left out.
    pub fn overlaps(&self, coding: RecordId) -> Vec<RecordId> {
        let Some(view) = self.screen.transcript.as_deref() else { return Vec::new() };
        let Some(one) = view.codings.iter().find(|view| view.id == coding) else { return Vec::new() };
        let same = |other: &&CodingView| {
            other.id != one.id
                && (other.code, other.coder, other.layer) == (one.code, one.coder, one.layer)
                && other.start < one.end
                && one.start < other.end
        };
        view.codings.iter().filter(same).map(|other| other.id).collect()
    }

    fn join_overlaps(&mut self, coding: RecordId, lang: Lang, notices: &mut Notices) {
        let others = self.overlaps(coding);
        if others.is_empty() {
            notices.tell(i18n::notice_no_overlap(lang, self.method()));
        } else {
            self.run(Command::JoinCodings { coding, others });
        }
    }

    /// Proposes to make one of a coding that was just made and those of the same code that it overlaps.
    pub(super) fn propose_joining(&mut self, lang: Lang, notices: &mut Notices) {
        let Some(coding) = self.just_coded else { return };
        if self.coding_view(coding).is_none() {
            return;
        }
        self.just_coded = None;
        if !self.overlaps(coding).is_empty() {
            self.transcript.set_coding(Some(coding));
            let text = i18n::notice_overlap(lang, self.method());
            notices.offer(text, i18n::passage_join_short(lang), UiCommand::JoinOverlaps);
        }
    }

    /// Other edges of a coding.
    pub fn move_edges(&mut self, coding: RecordId, range: &Range<usize>) {
        self.run(Command::MoveCoding { coding, start: scalar(range.start), end: scalar(range.end) });
    }

    /// A memo about the chosen coding, else about the open interview.
    pub(super) fn write_memo(&mut self) {
        let coding = self.transcript.coding().and_then(|id| self.coding_view(id));
        let of_coding = coding.map(|view| (view.id, self.words(&view.range()).unwrap_or_default()));
        let open = self.showing.interview;
        let row = self.screen.interviews.rows.iter().find(|row| Some(row.id) == open);
        let of_interview = row.map(|row| (row.id, row.label.to_string()));
        if let Some((target, about)) = of_coding.or(of_interview) {
            self.sheet_open = Some(Sheet::Memo { target, about, title: String::new(), text: String::new() });
        }
    }

    /// Commands about the open interview that ask for something first.
    pub(super) fn carry_out_interview(&mut self, command: UiCommand) {
        let open = self.showing.interview;
        let Some(row) = self.screen.interviews.rows.iter().find(|row| Some(row.id) == open) else { return };
        let (interview, label) = (row.id, row.label.to_string());
        match (command, row.state) {
            (UiCommand::CorrectSpeakers, _) => self.correct_turns(interview),
            (UiCommand::RenameInterview, _) => {
                self.sheet_open = Some(Sheet::Rename { interview, text: label });
            }
            (_, InterviewState::Excluded) => self.set_status(interview, Inclusion::Included, String::new()),
            _ => self.sheet_open = Some(Sheet::Exclude { interview, reason: String::new() }),
        }
    }

    /// Gives the chosen code the first free digit, or takes its digit back.
    pub(super) fn switch_favourite(&mut self, lang: Lang, notices: &mut Notices) {
        let chosen = self.transcript.coding().and_then(|coding| self.code_of(coding)).or(self.showing.code);
        let Some(row) = self.screen.codes.rows.iter().find(|row| Some(row.id) == chosen) else {
            return notices.tell(i18n::notice_choose_coding(lang, self.method()));
        };
        let (code, label) = (row.id, row.label.to_string());
        let favourites = &self.showing.favourites;
        let had = favourites.iter().find(|(_, kept)| **kept == code).map(|(digit, _)| *digit);
        let digit = had.or_else(|| (1..=9).find(|digit| !favourites.contains_key(digit))).unwrap_or(9);
        match had {
            Some(_) => notices.tell(i18n::notice_favourite_free(lang, &label)),
            None => notices.tell(i18n::notice_favourite(lang, &digit.to_string(), &label)),
        }
        self.set_favourite(code, digit);
    }

    /// Keeps a code under a digit; under none where it has that digit already.
    pub fn set_favourite(&mut self, code: RecordId, digit: u8) {
        let had = self.showing.favourites.get(&digit) == Some(&code);
        self.showing.favourites.retain(|_, kept| *kept != code);
        if !had {
            self.showing.favourites.insert(digit, code);
        }
        self.show_what_is_chosen();
    }

    /// The other layer: what is coded from now on, and what is shown where the layers stand apart.
    pub fn switch_layer(&mut self) {
        self.layer = match self.layer {
            Layer::Experiential => Layer::Thematic,
            Layer::Thematic => Layer::Experiential,
        };
        self.follow_layer();
    }

    /// Shows only the layer that one codes in, or both.
    pub fn set_apart(&mut self, apart: bool) {
        self.layers_apart = apart;
        self.follow_layer();
    }

    fn follow_layer(&mut self) {
        self.showing.layer = self.layers_apart.then_some(self.layer);
        self.showing.coding_layer = self.layer;
        self.show_what_is_chosen();
    }
}
