//! The search step: what was found in every interview, by interview or as words in context, and by whom.

mod chart;
mod coding;
mod filters;
mod find_bar;
mod head;
mod list;
mod terms;

pub use coding::{CodeFound, CodingSheet};
pub use filters::Choices;
pub use find_bar::{FindAction, FindBar, show as find_bar};

use crate::measured_list::RowHeights;
use crate::theme::{Theme, size, space};
use crate::words::Words;
use crate::{empty, fonts};
use egui::{CentralPanel, Frame, Panel, RichText, Ui};
use filters::Filters;
use model::RecordId;
use std::ops::Range;
use std::sync::Arc;
use terms::StopWords;
use workbench::answers::search::SearchAnswer;
use workbench::answers::terms::TermsAnswer;
use workbench::command::Passage;
use workbench::search::{Asked, Order, Where};

/// So many hits are shown; the totals are of all.
const SHOWN: usize = 500;
/// Scalars on either side of a hit.
const CONTEXT: u32 = 90;

/// How results are laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Layout {
    /// By interview, each with the text around it.
    #[default]
    Interviews,
    /// *Mots en contexte*: one line each, the words in the middle, in the order of the text.
    Concordance,
    /// The same, sorted by what stands before.
    SortedLeft,
    /// The same, sorted by what stands after.
    SortedRight,
}

/// What the user asks for.
#[derive(Debug, Clone, PartialEq)]
pub enum SearchAction {
    /// A search.
    Ask(u64, Box<Asked>),
    /// A place in an interview.
    GoTo {
        /// The interview.
        interview: RecordId,
        /// Scalars of its current text.
        range: Range<usize>,
    },
    /// The most frequent words of what the filters leave.
    AskTerms(u64, Box<Asked>),
    /// The study has another list of words that are left out.
    StopWords(String),
    /// Everything found is to be coded.
    Code,
    /// The search is to be kept, or, where it is kept already, forgotten.
    Keep(String),
}

/// What the step remembers between frames.
#[derive(Debug, Default)]
pub struct SearchPage {
    typed: String,
    like: Option<String>,
    like_at: Option<Passage>,
    filters: Filters,
    exact: bool,
    memos: bool,
    codes: bool,
    ranked: bool,
    layout: Layout,
    /// Searches that are kept, on this machine.
    pub saved: Vec<String>,
    wants_focus: bool,
    number: u64,
    asked: Option<Asked>,
    answer: Option<Arc<SearchAnswer>>,
    terms: Option<Arc<TermsAnswer>>,
    edits_stop_words: bool,
    stop_words: StopWords,
    refused: Option<String>,
    /// The screen that the answer belongs to.
    generation: u64,
    order: Vec<usize>,
    heights: RowHeights,
}

impl SearchPage {
    /// The field gets the keyboard, with what it holds chosen.
    pub fn begin(&mut self) {
        self.wants_focus = true;
    }

    /// Looks for passages like one, which is not found itself.
    pub fn begin_like(&mut self, passage: String, at: Option<Passage>) {
        self.like = Some(passage);
        self.like_at = at;
        self.ranked = true;
        self.asked = None;
    }

    /// What is asked, as the page stands.
    #[must_use]
    pub fn question(&self) -> Option<Asked> {
        if self.typed.trim().is_empty() && self.like.is_none() {
            return None;
        }
        let asked = Asked {
            like: self.like.clone(),
            like_at: self.like_at.filter(|_| self.like.is_some()),
            exact: self.exact,
            within: Where { texts: true, memos: self.memos, codes: self.codes },
            order: if self.ranked { Order::Rank } else { Order::Text },
            limit: SHOWN,
            context: CONTEXT,
            ..Asked::of(&self.typed)
        };
        Some(self.filters.narrow(asked))
    }

    /// An answer came; one to an earlier question is let go.
    pub fn receive(&mut self, number: u64, answer: Result<SearchAnswer, String>) {
        if number != self.number {
            return;
        }
        match answer {
            Ok(answer) => {
                self.refused = None;
                self.answer = Some(Arc::new(answer));
            }
            Err(sentence) => {
                self.refused = Some(sentence);
                self.answer = None;
            }
        }
        self.arrange();
    }

    /// The most frequent words came.
    pub fn receive_terms(&mut self, number: u64, answer: TermsAnswer) {
        if number == self.number {
            self.terms = Some(Arc::new(answer));
        }
    }

    /// True while an answer is waited for.
    #[must_use]
    pub fn waits(&self) -> bool {
        let nothing = if self.question().is_some() { self.answer.is_none() } else { self.terms.is_none() };
        self.asked.is_some() && nothing && self.refused.is_none()
    }

    /// Asks again where the question, or the study, is another.
    fn ask(&mut self, generation: u64) -> Option<SearchAction> {
        let question = self.question();
        // Without words it is the most frequent ones that are asked for.
        let asked = question.clone().unwrap_or_else(|| self.filters.narrow(Asked::of("")));
        if self.asked.as_ref() == Some(&asked) && generation == self.generation {
            return None;
        }
        self.generation = generation;
        self.asked = Some(asked.clone());
        self.number += 1;
        if question.is_some() {
            return Some(SearchAction::Ask(self.number, Box::new(asked)));
        }
        self.answer = None;
        self.refused = None;
        Some(SearchAction::AskTerms(self.number, Box::new(asked)))
    }

    /// Sorts the hits as the layout wants them.
    fn arrange(&mut self) {
        let Some(answer) = &self.answer else { return };
        self.order = (0..answer.hits.len()).collect();
        let hits = &answer.hits;
        match self.layout {
            Layout::Interviews | Layout::Concordance => {}
            Layout::SortedLeft => self.order.sort_by_cached_key(|at| list::read_backwards(&hits[*at].before)),
            Layout::SortedRight => self.order.sort_by_cached_key(|at| list::letters(&hits[*at].after)),
        }
    }
}

/// Draws the step.
pub fn show(
    ui: &mut Ui,
    page: &mut SearchPage,
    choices: Choices<'_>,
    generation: u64,
    words: Words,
) -> Vec<SearchAction> {
    let theme = Theme::of(ui);
    let mut actions = Vec::new();
    let paper = Frame::new().fill(theme.paper);
    Panel::top("search-head").frame(paper.inner_margin(space::EDGE)).show(ui, |ui| {
        head::show(ui, page, choices, words, &mut actions);
    });
    actions.extend(page.ask(generation));
    if page.answer.as_ref().is_some_and(|answer| !answer.counts.0.is_empty()) {
        let side = Frame::new().fill(theme.ground);
        Panel::right("search-counts").default_size(260.0).size_range(180.0..=420.0).frame(side).show(
            ui,
            |ui| {
                if let Some(answer) = page.answer.clone() {
                    chart::show(ui, &answer, words);
                }
            },
        );
    }
    CentralPanel::default().frame(paper).show(ui, |ui| body(ui, page, words, &mut actions));
    if let Some(known) = choices.known {
        terms::ignored(ui, page, known, words, &mut actions);
    }
    actions
}

fn body(ui: &mut Ui, page: &mut SearchPage, words: Words, actions: &mut Vec<SearchAction>) {
    let lang = words.lang;
    if let Some(sentence) = &page.refused {
        let theme = Theme::of(ui);
        ui.horizontal(|ui| {
            ui.add_space(space::EDGE);
            ui.label(RichText::new(sentence).font(fonts::regular(size::BODY)).color(theme.warn));
        });
        return;
    }
    if page.question().is_none() {
        empty::show(ui, i18n::search_empty(lang), i18n::search_help(lang));
        if let Some(answer) = page.terms.clone().filter(|answer| !answer.terms.is_empty()) {
            terms::show(ui, page, &answer, words);
        }
        return;
    }
    match page.answer.clone() {
        None if page.waits() => {
            ui.horizontal(|ui| {
                ui.add_space(space::EDGE);
                ui.spinner();
            });
        }
        None => {}
        Some(answer) if answer.hits.is_empty() => {
            empty::show(ui, &i18n::search_none(lang, page.typed.trim()), i18n::search_none_advice(lang));
        }
        Some(answer) => {
            let concordance = page.layout != Layout::Interviews;
            let view = list::View { answer: &answer, order: &page.order, number: page.number, concordance };
            actions.extend(list::show(ui, &view, &mut page.heights, lang));
        }
    }
}
