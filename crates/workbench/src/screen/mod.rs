//! Everything that the window shows at one moment, made from the study off the window's thread.

pub(crate) mod backups;
mod codebook;
mod codes;
mod double_coding;
mod interviews;
mod journal;
mod memos;
mod passages;
mod review;
pub(crate) mod saturation;
mod search;
mod study;
mod theory;
mod transcript;
mod writing;

pub use memos::MemosShowing;
pub use theory::TheoryShowing;
pub(crate) use theory::table_view;

use crate::engine::Engine;
use crate::failure::Failure;
use crate::views::{
    CodeTreeView, CodebookView, DoubleCodingShown, DoubleCodingView, InterviewListView, JournalView,
    MemberView, PassageListView, RailStep, RailView, SavedState, SearchView, StatusView, Step, StudyView,
    TopBarView, TranscriptView,
};
use crate::wording;
use i18n::Lang;
use model::RecordId;
use model::op::Op;
use model::study::{Counts, Seen};
use model::value::{Layer, Method, Role};
use std::collections::BTreeMap;
use std::sync::Arc;

/// What the window wants to see.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Showing {
    /// The interview that is open.
    pub interview: Option<RecordId>,
    /// The code whose passages are listed.
    pub code: Option<RecordId>,
    /// Whose codings are shown; everybody's where `None`.
    pub coders: Option<Vec<RecordId>>,
    /// Which layer is shown; both where `None`.
    pub layer: Option<Layer>,
    /// True to list the passages of what is below the code, too.
    pub with_below: bool,
    /// Where one is, for the top bar.
    pub step: Option<Step>,
    /// How many operations of the journal are read, the latest; none while it is closed.
    pub journal: usize,
    /// What of double coding is looked at.
    pub double_coding: DoubleCodingShown,
    /// The layer that one codes in.
    pub coding_layer: Layer,
    /// What is asked of the step *Saturation*.
    pub saturation: crate::views::SaturationShowing,
    /// What of the step *Catégories et schéma* is open.
    pub theory: TheoryShowing,
    /// What of the step *Mémos* is shown.
    pub memos: MemosShowing,
    /// What of the step *Direction* is shown.
    pub review: crate::views::ReviewShowing,
    /// The codes that have a digit of their own.
    pub favourites: BTreeMap<u8, RecordId>,
}

/// What the window shows.
#[derive(Debug, Clone, Default)]
pub struct Screen {
    /// Counts up with every new screen.
    pub generation: u64,
    /// The study's method, which decides the words.
    pub method: Method,
    /// The team.
    pub members: Vec<MemberView>,
    /// Who acts.
    pub me: Option<RecordId>,
    /// The bar above.
    pub top: TopBarView,
    /// The rail of steps.
    pub rail: RailView,
    /// The list of interviews.
    pub interviews: Arc<InterviewListView>,
    /// The tree of codes.
    pub codes: Arc<CodeTreeView>,
    /// The open interview.
    pub transcript: Option<Arc<TranscriptView>>,
    /// The passages of the chosen code.
    pub passages: Option<Arc<PassageListView>>,
    /// The code book, while one is there.
    pub codebook: Option<Arc<CodebookView>>,
    /// The study's own page, while one is there.
    pub study: Option<Arc<StudyView>>,
    /// The step of double coding, while one is there.
    pub double_coding: Option<Arc<DoubleCodingView>>,
    /// True where the file is a packet: a coder's own desk.
    pub in_packet: bool,
    /// True where the file is a copy made for a director.
    pub for_director: bool,
    /// True where who works here is a director.
    pub is_director: bool,
    /// What a search can be narrowed by, while one searches.
    pub search: Option<Arc<SearchView>>,
    /// The step *Saturation*, while one is there.
    pub saturation: Option<Arc<crate::views::SaturationView>>,
    /// The step *Catégories et schéma*, while one is there.
    pub theory: Option<Arc<crate::views::theory::TheoryView>>,
    /// The step *Mémos*, while one is there.
    pub memos: Option<Arc<crate::views::memos::MemosView>>,
    /// The step *Direction*, while one is there.
    pub review: Option<Arc<crate::views::ReviewView>>,
    /// The step *Rédaction*, while one is there.
    pub writing: Option<Arc<crate::views::writing::WritingView>>,
    /// The status line.
    pub status: StatusView,
    /// True when the file lies in a folder that a service synchronises.
    pub synchronised: bool,
    /// The interview guide, line by line; empty without one.
    pub guide: Vec<String>,
    /// The last operations in words, the latest first, while they are read.
    pub journal: Arc<JournalView>,
}

/// What the builders of the single views need.
pub(crate) struct Making<'a> {
    pub seen: Seen<'a>,
    pub lang: Lang,
    pub method: Method,
    pub prefix: String,
    pub generation: u64,
    pub counts: Arc<Counts>,
    pub me: Option<RecordId>,
    /// More than one member: whose coding it is has to be said.
    pub several: bool,
}

impl Screen {
    /// Makes the screen that `showing` asks for.
    ///
    /// # Errors
    /// When a text cannot be read from the file.
    pub fn make(
        engine: &mut Engine,
        showing: &Showing,
        lang: Lang,
        generation: u64,
    ) -> Result<Screen, Failure> {
        let study = engine.study();
        let lens = engine.seen().lens();
        let seen = study.seen_by(lens);
        let facts = seen.study_facts();
        let method = facts.as_ref().map(|facts| facts.method).unwrap_or_default();
        let prefix = facts.as_ref().map_or("", |facts| facts.participant_prefix).to_owned();
        let counts = engine.kept.counts(&seen);
        let title = facts.map_or("", |facts| facts.title).to_owned();
        let several = seen.members().len() > 1;
        let making = Making { seen, lang, method, prefix, generation, counts, me: engine.me(), several };
        let transcript = match showing.interview {
            Some(interview) => transcript::make(engine, &making, interview, showing)?,
            None => None,
        };
        let passages = match showing.code {
            Some(code) => passages::make(engine, &making, code, showing)?,
            None => None,
        };
        let for_director = engine.review_copy_for().is_some();
        let in_packet = engine.packet()?.is_some() && !for_director;
        let members = members(&making);
        let codes = Arc::new(codes::make(&making, showing));
        let interviews = Arc::new(interviews::make(&making, &engine.words));
        let me = members.iter().find(|member| Some(member.id) == making.me).cloned();
        let place = place(&making, showing.step.unwrap_or(Step::Interviews));
        let mut screen = Screen {
            generation,
            method,
            me: making.me,
            top: TopBarView { study: title, place, member: me, member_stays: for_director },
            rail: rail(&making, &codes, &interviews, steps(for_director, in_packet)),
            status: status(engine, &making),
            synchronised: crate::custody::is_synchronised(engine.path()),
            guide: making
                .seen
                .guide()
                .map_or_else(Vec::new, |(_, _, text)| text.lines().map(str::to_owned).collect()),
            journal: Arc::new(journal::make(engine, &making, showing.journal)),
            members,
            interviews,
            codes,
            in_packet,
            for_director,
            is_director: is_director(&making),
            saturation: saturation::shown(engine, &making, showing),
            transcript: transcript.map(Arc::new),
            passages: passages.map(Arc::new),
            ..Screen::default()
        };
        screen.open_step(engine, &making, showing)?;
        Ok(screen)
    }

    /// Makes what only the step shows that is open.
    fn open_step(
        &mut self,
        engine: &mut Engine,
        making: &Making<'_>,
        showing: &Showing,
    ) -> Result<(), Failure> {
        match showing.step {
            Some(Step::Study) => self.study = Some(Arc::new(study::make(making))),
            Some(Step::Codes) => self.codebook = Some(Arc::new(codebook::make(engine, making, showing)?)),
            Some(Step::Categories) => self.theory = Some(Arc::new(theory::make(engine, making, showing)?)),
            Some(Step::Search) => self.search = Some(Arc::new(search::make(making))),
            Some(Step::Memos) => self.memos = Some(Arc::new(memos::make(engine, making, showing))),
            Some(Step::Review) => self.review = Some(Arc::new(review::make(engine, making, showing)?)),
            Some(Step::Writing) => self.writing = Some(Arc::new(writing::make(engine, making))),
            Some(Step::DoubleCoding) => {
                let made = double_coding::make(engine, making, showing, self.in_packet)?;
                self.double_coding = Some(Arc::new(made));
            }
            Some(Step::Interviews | Step::Saturation) | None => {}
        }
        Ok(())
    }
}

/// The steps that a file offers.
fn steps(for_director: bool, in_packet: bool) -> &'static [Step] {
    match (for_director, in_packet) {
        (true, _) => &OF_COPY,
        (_, true) => &OF_PACKET,
        _ => &Step::ALL,
    }
}

fn is_director(making: &Making<'_>) -> bool {
    let team = making.seen.members();
    team.iter().any(|member| Some(member.id) == making.me && member.role == Role::Director)
}

fn members(making: &Making<'_>) -> Vec<MemberView> {
    let members = making.seen.members();
    let view = |(place, member): (usize, &model::study::Member<'_>)| MemberView {
        id: member.id,
        initials: initials(member.name).into(),
        name: member.name.into(),
        part: role(making.lang, member.role).into(),
        hue: u16::try_from(place).unwrap_or_default(),
    };
    members.iter().enumerate().map(view).collect()
}

/// Two letters of a name: `Claire L.` gives `CL`, `Dr K. Saadi` gives `KS`.
pub(crate) fn initials(name: &str) -> String {
    let title = |word: &str| matches!(word.trim_end_matches('.'), "Dr" | "Dre" | "Pr" | "Pre" | "M" | "Mme");
    let words: Vec<&str> = name.split_whitespace().collect();
    let bare = if words.len() > 1 && title(words[0]) { &words[1..] } else { &words[..] };
    let letters = bare.iter().filter_map(|word| word.chars().find(|c| c.is_alphanumeric()));
    letters.take(2).flat_map(char::to_uppercase).collect()
}

fn role(lang: Lang, role: Role) -> &'static str {
    match role {
        Role::Student => i18n::role_student(lang),
        Role::Coder => i18n::role_coder(lang),
        Role::Director => i18n::role_director(lang),
    }
}

fn place(making: &Making<'_>, step: Step) -> String {
    let lang = making.lang;
    match step {
        Step::Study => i18n::rail_study(lang).to_owned(),
        Step::Interviews => i18n::rail_interviews(lang).to_owned(),
        Step::Codes => i18n::rail_codes(lang, making.method.as_str()).to_owned(),
        Step::Categories => i18n::rail_categories(lang, making.method.as_str()).to_owned(),
        Step::DoubleCoding => i18n::rail_double_coding(lang).to_owned(),
        Step::Saturation => i18n::rail_saturation(lang).to_owned(),
        Step::Search => i18n::rail_search(lang).to_owned(),
        Step::Memos => i18n::rail_memos(lang).to_owned(),
        Step::Writing => i18n::rail_writing(lang).to_owned(),
        Step::Review => i18n::rail_review(lang).to_owned(),
    }
}

/// The steps of a packet: what a second coder needs, and nothing more.
const OF_PACKET: [Step; 4] = [Step::Interviews, Step::Codes, Step::DoubleCoding, Step::Search];
/// The steps of a copy for a director: what is read before a visa.
const OF_COPY: [Step; 7] = [
    Step::Interviews,
    Step::Codes,
    Step::Categories,
    Step::Saturation,
    Step::Search,
    Step::Memos,
    Step::Review,
];

fn rail(
    making: &Making<'_>,
    codes: &CodeTreeView,
    interviews: &InterviewListView,
    shown: &[Step],
) -> RailView {
    let written = |memo: &model::study::Memo<'_>| memo.kind != model::value::MemoKind::Discussion;
    let steps = shown.iter().copied().map(|step| {
        let count = match step {
            Step::Interviews => Some(interviews.rows.len()),
            Step::Codes => Some(codes.rows.len()),
            Step::Memos => Some(making.seen.memos().into_iter().filter(written).count()),
            Step::Review => Some(open_threads(making)),
            Step::Study | Step::DoubleCoding | Step::Categories | Step::Saturation => None,
            Step::Search | Step::Writing => None,
        };
        RailStep { step, count: count.filter(|count| *count > 0) }
    });
    RailView { steps: steps.collect(), guide_version: String::new() }
}

/// How many threads wait for somebody.
fn open_threads(making: &Making<'_>) -> usize {
    making.seen.threads().iter().filter(|thread| thread.resolved.is_none()).count()
}

/// What an undo or redo stands on, down to the act itself.
fn undone_below(engine: &mut Engine, op: &Op) -> Vec<Op> {
    let mut below = Vec::new();
    let mut next = op.undoes;
    while let Some(found) = next.and_then(|id| engine.brief(id)) {
        next = found.undoes.filter(|id| below.iter().all(|op: &Op| op.id != *id));
        below.push(Op::clone(&found));
    }
    below
}

fn status(engine: &mut Engine, making: &Making<'_>) -> StatusView {
    let (undo, redo) = engine.next_steps();
    let mut worded = |step: Option<model::OpId>| {
        let op = engine.brief(step?)?;
        let below = undone_below(engine, &op);
        Some(wording::deed(making.lang, &making.seen, &op, |id| below.iter().find(|op| op.id == id).cloned()))
    };
    let (undo, redo) = (worded(undo), worded(redo));
    let mut notes = vec![wording::method(making.lang, making.method).to_owned()];
    if crate::custody::is_synchronised(engine.path()) {
        notes.push(i18n::status_synchronised_short(making.lang).to_owned());
    }
    // Every number on every page is meant: it stands where one always sees it.
    let hiding = crate::answers::basis::sealed(&making.seen);
    if !hiding.is_empty() {
        let n = i64::try_from(hiding.len()).unwrap_or(i64::MAX);
        notes.push(i18n::basis_sealed_short(making.lang, n, &hiding.join(", ")));
    }
    StatusView {
        saved: SavedState::Saved,
        saved_text: i18n::status_saved_now(making.lang).to_owned(),
        notes,
        undo,
        redo,
        language: making.lang.own_name().to_owned(),
        zoom_percent: 100,
    }
}

#[cfg(test)]
mod tests {
    use super::initials;

    #[test]
    fn two_letters_stand_for_a_name() {
        for (name, letters) in [
            ("Claire L.", "CL"),
            ("Dr K. Saadi", "KS"),
            ("Mme Aubert", "A"),
            ("M", "M"),
            ("élise", "É"),
            ("Ann de la Tour", "AD"),
        ] {
            assert_eq!(initials(name), letters, "{name}");
        }
    }
}
