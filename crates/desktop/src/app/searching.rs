//! Searching, wired to the study: everywhere, in the open text, and from what was found to coded passages.

use super::work::Work;
use crate::Words;
use crate::commands::UiCommand;
use crate::search::{self, CodeFound, CodingSheet, FindAction, SearchAction};
use egui::Ui;
use i18n::Lang;
use std::ops::Range;
use workbench::answers::search::SearchAnswer;
use workbench::answers::terms::TermsAnswer;
use workbench::command::{CodeChoice, Command, Passage, StudyEdit};
use workbench::desk::Request;
use workbench::search::FoundPassage;
use workbench::views::Step;

impl Work {
    /// The commands that search.
    pub(super) fn carry_out_search(&mut self, command: UiCommand) {
        match command {
            UiCommand::FindInText => {
                if self.screen.transcript.is_some() {
                    self.show_step(Step::Interviews);
                    let words = self.selected_words();
                    self.find.begin(words);
                }
            }
            UiCommand::SimilarPassages => {
                if let (Some(passage), Some(range)) = (self.selected_words(), self.transcript.selected()) {
                    self.look_for_similar(passage, range);
                }
            }
            _ => {
                self.show_step(Step::Search);
                self.search.begin();
            }
        }
    }

    /// Looks for passages like these words of the open interview.
    pub(super) fn look_for_similar(&mut self, passage: String, range: Range<usize>) {
        let scalar = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        let at = self.showing.interview.map(|interview| Passage {
            interview,
            start: scalar(range.start),
            end: scalar(range.end),
        });
        self.search.begin_like(passage, at);
        self.show_step(Step::Search);
    }

    fn selected_words(&self) -> Option<String> {
        let range = self.transcript.selected()?;
        let view = self.screen.transcript.as_ref()?;
        Some(view.text.chars().skip(range.start).take(range.len()).collect())
    }

    pub(super) fn receive_found(&mut self, number: u64, answer: SearchAnswer) {
        if !self.find.receive(number, Ok(&answer)) {
            self.search.receive(number, Ok(answer));
        }
    }

    pub(super) fn receive_terms(&mut self, number: u64, answer: TermsAnswer) {
        self.search.receive_terms(number, answer);
    }

    pub(super) fn receive_not_found(&mut self, number: u64, sentence: String) {
        if !self.find.receive(number, Err(&sentence)) {
            self.search.receive(number, Err(sentence));
        }
    }

    pub(super) fn receive_passages_found(&mut self, passages: Vec<FoundPassage>) {
        if let Some(sheet) = &mut self.coding_found {
            sheet.receive(passages);
        }
    }

    fn code_found(&mut self, passages: &[FoundPassage], code: CodeChoice) {
        let passages: Vec<Passage> = passages.iter().map(|found| found.passage).collect();
        self.coding_found = None;
        self.run(Command::CodePassages { passages, code, layer: self.layer });
    }
}

/// The search step.
pub(super) fn step(work: &mut Work, ui: &mut Ui, words: Words) {
    let generation = work.screen.generation;
    let screen = work.screen.clone();
    let choices = search::Choices {
        known: screen.search.as_deref(),
        interviews: &screen.interviews,
        codes: &screen.codes,
    };
    for action in search::show(ui, &mut work.search, choices, generation, words) {
        match action {
            SearchAction::AskTerms(number, asked) => work.send(Request::Terms(number, asked)),
            SearchAction::StopWords(list) => {
                let edit = StudyEdit { stop_words: Some(list), ..StudyEdit::default() };
                work.run(Command::EditStudy(edit));
            }
            SearchAction::Ask(number, asked) => work.send(Request::Search(number, asked)),
            SearchAction::GoTo { interview, range } => {
                work.panels.go_to = Some((interview, range, None));
                work.show_step(Step::Interviews);
                work.show_interview(interview);
            }
            SearchAction::Code => {
                if let Some(asked) = work.search.question() {
                    let sheet = CodingSheet::new(asked);
                    if let CodeFound::Wanted(asked, unit) = sheet.wanted() {
                        work.send(Request::PassagesFound(asked, unit));
                    }
                    work.coding_found = Some(sheet);
                }
            }
            SearchAction::Keep(query) => {
                let saved = &mut work.search.saved;
                match saved.iter().position(|known| *known == query) {
                    Some(at) => _ = saved.remove(at),
                    None => saved.push(query),
                }
            }
        }
    }
}

/// The strip above the open text.
pub(super) fn in_text(work: &mut Work, ui: &mut Ui, lang: Lang) {
    let Some(interview) = work.screen.transcript.as_ref().map(|view| view.interview) else { return };
    let generation = work.screen.generation;
    for action in search::find_bar(ui, &mut work.find, interview, generation, lang) {
        match action {
            FindAction::Ask(number, asked) => work.send(Request::Search(number, asked)),
            FindAction::GoTo(range) => work.transcript.scroll_into_view(range),
            FindAction::Mark(places, here) => work.transcript.set_marks(places, here),
            FindAction::Close => {
                work.transcript.set_marks(Vec::new(), None);
                work.panels.give_text_the_keyboard();
            }
        }
    }
}

/// The sheet on which everything found is coded.
pub(super) fn sheet(work: &mut Work, ui: &Ui, words: Words) {
    let Some(sheet) = &mut work.coding_found else { return };
    let codes = work.screen.codes.clone();
    match sheet.show(ui, super::sheet(ui), &codes, words) {
        None => {}
        Some(CodeFound::Left) => work.coding_found = None,
        Some(CodeFound::Wanted(asked, unit)) => work.send(Request::PassagesFound(asked, unit)),
        Some(CodeFound::Existing(passages, code)) => work.code_found(&passages, CodeChoice::Existing(code)),
        Some(CodeFound::New(passages, name)) => {
            let code = work.new_code(&name, false);
            work.code_found(&passages, code);
        }
    }
}
