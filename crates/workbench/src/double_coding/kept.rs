//! What was read of each interview, kept until an operation touches that interview: a decision makes one
//! interview new and leaves two hundred as they are.
//!
//! It follows the operations as the index of words does: [`Kept::follow`] hears each one once it is written.
//! What may change names, codes or who may be seen lets go of everything.

use super::differences::Classes;
use super::progress::Progress;
use crate::answers::Looking;
use crate::answers::compare::CompareAnswer;
use crate::answers::compare::worklist::Disagreement;
use crate::answers::reconciliation::ItemAnswer;
use crate::comparison::{Asked, Gathered, Ground, Segmentations};
use crate::engine::Engine;
use crate::queries::Laid;
use crate::views::{ReviewPage, ReviewPageView};
use i18n::Lang;
use model::RecordId;
use model::basis::Basis;
use model::lens::Lens;
use model::op::{Change, Op};
use model::study::{Counts, Interview, Seen};
use model::value::{Group, Kind};
use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

/// What two coders made of one interview.
#[derive(Debug)]
pub(crate) struct Section {
    /// True where both have read it to code it.
    pub shared: bool,
    /// Differences that wait for somebody.
    pub open: usize,
    /// What they made of each passage.
    pub items: Vec<Arc<ItemAnswer>>,
}

/// One interview of a comparison, with the differences in it.
#[derive(Debug)]
pub(crate) struct Part {
    pub gathered: Gathered,
    /// The same with what was decided; `None` where nothing was.
    pub settled: Option<Gathered>,
    pub disagreements: Vec<Arc<Disagreement>>,
}

/// A comparison that was computed, or is being computed, and of what.
#[derive(Debug, Clone)]
pub(crate) struct Computed {
    pub asked: Asked,
    pub ground: Arc<Ground>,
    /// The interviews asked for, in their order.
    pub parts: Vec<(RecordId, Arc<Part>)>,
    pub disagreements: Vec<Arc<Disagreement>>,
    pub answer: Arc<OnceLock<Box<CompareAnswer>>>,
}

/// What is kept.
#[derive(Debug, Default)]
pub(crate) struct Kept {
    lens: Option<Lens>,
    /// How often each code is used, as somebody sees it, until the next operation.
    counts: Option<(Lens, Arc<Counts>)>,
    /// The passages that every table counts, as somebody sees them, until the next operation.
    laid: Option<(Lens, Arc<Laid>)>,
    /// A page of the director's desk, as somebody reads it, until the next operation.
    page: Option<(Lens, Lang, ReviewPageView)>,
    classes: Option<Arc<Classes>>,
    pub sections: HashMap<(RecordId, [RecordId; 2]), Arc<Section>>,
    progress: HashMap<RecordId, Progress>,
    /// What is compared of each interview, and for which question.
    parts: Option<(Asked, HashMap<RecordId, Arc<Part>>)>,
    pub computed: Option<Computed>,
    /// Words and sentences of revisions, which never change.
    pub segmented: Segmentations,
}

/// What an operation makes new.
enum Reach {
    Nothing,
    Interview(RecordId),
    Everything,
}

impl Kept {
    /// Lets go of what an operation may have changed.
    pub fn follow(&mut self, op: &Op, seen: &Seen<'_>) {
        self.counts = None;
        self.laid = None;
        self.page = None;
        for change in &op.changes {
            match reach(change, seen) {
                Reach::Nothing => {}
                Reach::Interview(interview) => self.touch(interview),
                Reach::Everything => return self.forget(),
            }
        }
    }

    fn touch(&mut self, interview: RecordId) {
        self.sections.retain(|(home, _), _| *home != interview);
        self.progress.remove(&interview);
        if let Some((_, parts)) = &mut self.parts {
            parts.remove(&interview);
        }
    }

    /// Lets go of everything but what follows from texts alone.
    pub fn forget(&mut self) {
        *self = Kept { segmented: std::mem::take(&mut self.segmented), ..Kept::default() };
    }

    /// How often each code is used, by the basis that every screen shows.
    pub fn counts(&mut self, seen: &Seen<'_>) -> Arc<Counts> {
        let lens = seen.lens();
        match &self.counts {
            Some((known, counts)) if *known == lens => Arc::clone(counts),
            _ => {
                let counts = Arc::new(seen.counts(&Basis::default()));
                self.counts = Some((lens, Arc::clone(&counts)));
                counts
            }
        }
    }

    /// The passages that tables count, by the basis that every screen shows.
    pub fn laid(&mut self, seen: &Seen<'_>) -> Arc<Laid> {
        let lens = seen.lens();
        match &self.laid {
            Some((known, laid)) if *known == lens => Arc::clone(laid),
            _ => {
                let laid = Arc::new(Laid::of(seen, &Basis::default()));
                self.laid = Some((lens, Arc::clone(&laid)));
                laid
            }
        }
    }

    /// A page of the director's desk, where nothing was done since it was kept.
    pub fn page(&self, lens: Lens, lang: Lang, page: ReviewPage) -> Option<ReviewPageView> {
        let (known, spoken, kept) = self.page.as_ref()?;
        let same = (*known, *spoken, kept.page()) == (lens, lang, Some(page));
        same.then(|| kept.clone())
    }

    /// Keeps a page of the director's desk.
    pub fn keep_page(&mut self, lens: Lens, lang: Lang, page: &ReviewPageView) {
        self.page = Some((lens, lang, page.clone()));
    }

    /// How far reconciliation is.
    pub fn how_far(&mut self, seen: &Seen<'_>, classes: &Classes) -> Progress {
        let interviews = seen.interviews();
        let of = |one: &Interview<'_>| {
            *self.progress.entry(one.id).or_insert_with(|| Progress::of_interview(seen, one, classes))
        };
        interviews.iter().map(of).sum()
    }

    /// Codes that mean the same.
    pub fn classes(&mut self, seen: &Seen<'_>) -> Arc<Classes> {
        Arc::clone(self.classes.get_or_insert_with(|| Arc::new(seen.code_classes())))
    }

    /// What is kept of the interviews for a comparison; nothing of another one's.
    pub fn parts(&mut self, asked: &Asked) -> &mut HashMap<RecordId, Arc<Part>> {
        let same = |known: &Asked| {
            let of_one =
                |asked: &Asked| (asked.coders.clone(), asked.level, asked.layer, asked.with_interviewer);
            of_one(known) == of_one(asked)
        };
        if !self.parts.as_ref().is_some_and(|(known, _)| same(known)) {
            self.parts = None;
        }
        &mut self.parts.get_or_insert_with(|| (asked.clone(), HashMap::new())).1
    }
}

fn reach(change: &Change, seen: &Seen<'_>) -> Reach {
    let group = change.after.field().group;
    let kind = match group.kind() {
        Kind::Unknown => seen.kind(change.record),
        kind => kind,
    };
    match kind {
        _ if group == Group::Redirect => Reach::Everything,
        Kind::Coding | Kind::Decision => home(change, seen),
        Kind::Interview if group == Group::InterviewReconciled => home(change, seen),
        Kind::Memo | Kind::Clause | Kind::Theory | Kind::Relation | Kind::Schema | Kind::Query => {
            Reach::Nothing
        }
        _ => Reach::Everything,
    }
}

fn home(change: &Change, seen: &Seen<'_>) -> Reach {
    seen.home_of(change.record).map_or(Reach::Everything, Reach::Interview)
}

impl Engine {
    /// How far double coding and reconciliation are, over all analysed interviews.
    pub(crate) fn how_far(&mut self) -> Progress {
        let looking = Looking::through(self);
        self.with_kept(|_, kept| {
            let seen = looking.seen();
            let classes = kept.classes(&seen);
            kept.how_far(&seen, &classes)
        })
    }

    /// Works with what is kept, as whoever acts may see it.
    pub(crate) fn with_kept<T>(&mut self, work: impl FnOnce(&mut Engine, &mut Kept) -> T) -> T {
        let mut kept = std::mem::take(&mut self.kept);
        let lens = Some(self.seen().lens());
        if kept.lens != lens {
            kept.forget();
            kept.lens = lens;
        }
        let done = work(self, &mut kept);
        self.kept = kept;
        done
    }
}
