//! What two coders or more did on the same interviews: who read what, which units, which spans.
//!
//! Everything is counted on a line that holds the participants' words alone: the turns one after the other,
//! without labels and without the interviewer. Units and spans are carried over to that line, so that no
//! unit lies outside participants' turns, whatever it is.

mod line;
mod segmentation;

pub use line::Line;
pub use segmentation::{Segmentations, Segmented};

use crate::engine::Engine;
use crate::failure::Failure;
use crate::levels::{Ladder, LevelAsked};
use measure::agreement::division::Division;
pub use measure::agreement::division::Rule;
use measure::agreement::spans::Span;
use measure::agreement::{Coded, Comparison, Reading, compare};
use model::RecordId;
use model::basis::{Basis, Coders};
use model::study::{Interview, Round, Seen};
use model::value::{Inclusion, Layer};
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

/// What a passage is divided into.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Unit {
    /// Speaker turns.
    Turn,
    /// Characters (Unicode scalar values).
    Char,
    /// Words: maximal runs without white space.
    Word,
    /// Sentences.
    Sentence,
    /// The interview as a whole.
    Document,
}

impl Unit {
    /// Every unit, in the order in which they are shown.
    pub const ALL: [Unit; 5] = [Unit::Turn, Unit::Char, Unit::Word, Unit::Sentence, Unit::Document];

    /// The name on the command line.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Unit::Turn => "turn",
            Unit::Char => "char",
            Unit::Word => "word",
            Unit::Sentence => "sentence",
            Unit::Document => "document",
        }
    }
}

/// What is to be compared.
#[derive(Debug, Clone, PartialEq)]
pub struct Asked {
    /// The coders, at least two.
    pub coders: Vec<RecordId>,
    /// The unit.
    pub unit: Unit,
    /// When a unit counts as coded.
    pub rule: Rule,
    /// The interviews; all analysed ones where there is none.
    pub interviews: Vec<RecordId>,
    /// The level of the code book.
    pub level: LevelAsked,
    /// One layer, or any.
    pub layer: Option<Layer>,
    /// True to count the turns of everybody who speaks.
    pub with_interviewer: bool,
}

/// Why an interview, or one coder's part in it, is not compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Why {
    /// The coder has neither read nor coded it.
    NotRead,
    /// What the coder did there is sealed.
    Sealed,
    /// The interview is left out of the analysis.
    LeftOut,
    /// Its words were withdrawn.
    Withdrawn,
    /// Nobody speaks there as a participant.
    NoParticipantTurn,
}

impl Why {
    /// The name in JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Why::NotRead => "not_read",
            Why::Sealed => "sealed",
            Why::LeftOut => "left_out",
            Why::Withdrawn => "withdrawn",
            Why::NoParticipantTurn => "no_participant_turn",
        }
    }
}

/// An interview, or a coder's part in it, that is not compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Excluded {
    /// The interview.
    pub interview: RecordId,
    /// The coder; `None` where it is nobody's in particular.
    pub coder: Option<RecordId>,
    /// Why.
    pub why: Why,
}

/// One interview that is compared.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// The interview.
    pub interview: RecordId,
    /// Its current revision.
    pub revision: RecordId,
    /// The turns that count, in the text.
    pub line: Arc<Line>,
    /// For each coder what they coded, on the line; `None` where they did not read it.
    pub coded: Vec<Option<Vec<Coded>>>,
}

/// What is compared.
#[derive(Debug, Clone, PartialEq)]
pub struct Ground {
    /// The coders, redirects followed.
    pub coders: Vec<RecordId>,
    /// The codes that at least one of them used, in the order of the tree.
    pub codes: Vec<RecordId>,
    /// The interviews that two of them or more read.
    pub documents: Vec<Document>,
    /// What is not compared.
    pub excluded: Vec<Excluded>,
}

/// What was gathered of one interview, apart from all others.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Gathered {
    excluded: Vec<Excluded>,
    part: Option<GatheredPart>,
}

/// What a coder put on one passage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Coding {
    /// The coding.
    pub coding: RecordId,
    /// The code, redirects followed.
    pub code: RecordId,
    /// First scalar in the current text.
    pub start: u32,
    /// One past the last.
    pub end: u32,
}

impl Coding {
    /// A coding of the study, where it is now.
    #[must_use]
    pub fn of(coding: &model::study::Coding<'_>) -> Coding {
        let (start, end) = (coding.place.start, coding.place.end);
        Coding { coding: coding.id, code: coding.code, start, end }
    }
}

/// The part of an interview that is compared.
#[derive(Debug, Clone, PartialEq)]
struct GatheredPart {
    revision: RecordId,
    line: Arc<Line>,
    /// For each coder the codes and where they lie on the line; `None` where they did not read it.
    coded: Vec<Option<Vec<(RecordId, Span)>>>,
    /// Every code among them, each once.
    codes: BTreeSet<RecordId>,
}

/// Whose work is gathered, and how.
pub struct Gathering<'s, 'a> {
    seen: &'s Seen<'a>,
    asked: &'s Asked,
    /// The coders, redirects followed, each once.
    pub coders: Vec<RecordId>,
    ladder: Ladder,
    read: BTreeSet<(RecordId, RecordId)>,
}

impl<'s, 'a> Gathering<'s, 'a> {
    /// Begins to gather what the coders did, as the lens shows it.
    ///
    /// # Errors
    /// When fewer than two different coders are named, or the study has no such level.
    pub fn new(seen: &'s Seen<'a>, asked: &'s Asked) -> Result<Gathering<'s, 'a>, Failure> {
        let coders = distinct(seen, &asked.coders);
        if coders.len() < 2 {
            return Err(Failure::TwoCodersNeeded);
        }
        let ladder = Ladder::aligned(seen, asked.level)?;
        Ok(Gathering { seen, asked, coders, ladder, read: readings(seen) })
    }

    /// The interviews asked for.
    #[must_use]
    pub fn interviews(&self) -> Vec<Interview<'a>> {
        chosen(self.seen, &self.asked.interviews)
    }

    /// What is compared of an interview, and what is not.
    #[must_use]
    pub fn of(&self, interview: &Interview<'_>) -> Gathered {
        let (work, excluded) = self.work(interview);
        Gathered { excluded, ..self.gathered(interview, &work) }
    }

    /// What each coder did in an interview, and who is left out there and why.
    #[must_use]
    pub fn work(&self, interview: &Interview<'_>) -> (Vec<Option<Vec<Coding>>>, Vec<Excluded>) {
        if let Err(why) = whole(interview, self.asked) {
            return (Vec::new(), vec![Excluded { interview: interview.id, coder: None, why }]);
        }
        let basis = Basis { coders: Coders::Only(self.coders.clone()), layer: self.asked.layer };
        let codings = self.seen.codings_in(interview.id, &basis);
        let any = self.seen.codings_in(interview.id, &Basis { layer: None, ..basis });
        let (mut work, mut excluded) = (Vec::new(), Vec::new());
        for coder in &self.coders {
            let there = who_read(self.seen, interview, *coder, &any, &self.read);
            if let Err(why) = there {
                excluded.push(Excluded { interview: interview.id, coder: Some(*coder), why });
            }
            let theirs = codings.iter().filter(|coding| coding.coder == *coder);
            work.push(there.is_ok().then(|| theirs.map(Coding::of).collect()));
        }
        (work, excluded)
    }

    /// What is compared of an interview where this is what each coder did in it.
    #[must_use]
    pub fn gathered(&self, interview: &Interview<'_>, work: &[Option<Vec<Coding>>]) -> Gathered {
        let Ok((revision, line)) = whole(interview, self.asked) else { return Gathered::default() };
        let on_line = |codings: &Vec<Coding>| -> Vec<(RecordId, Span)> {
            let spans = codings.iter().map(|one| (one.code, line.carry(one.start.into(), one.end.into())));
            spans
                .flat_map(|(code, span)| self.ladder.of(code).iter().map(move |code| (*code, span)))
                .collect()
        };
        let coded: Vec<Option<Vec<(RecordId, Span)>>> =
            work.iter().map(|codings| codings.as_ref().map(on_line)).collect();
        let compared = coded.iter().flatten().count() >= 2;
        let codes = coded.iter().flatten().flatten().map(|(code, _)| *code).collect();
        let part = GatheredPart { revision, line: Arc::new(line), coded, codes };
        Gathered { excluded: Vec::new(), part: compared.then_some(part) }
    }

    /// Puts together what was gathered of the interviews, in their order.
    #[must_use]
    pub fn ground<'g>(&self, parts: impl Iterator<Item = (RecordId, &'g Gathered)> + Clone) -> Ground {
        let used: BTreeSet<RecordId> = parts
            .clone()
            .filter_map(|(_, one)| one.part.as_ref())
            .flat_map(|part| &part.codes)
            .copied()
            .collect();
        let codes: Vec<RecordId> =
            self.ladder.rows().iter().copied().filter(|code| used.contains(code)).collect();
        let place: HashMap<RecordId, usize> =
            codes.iter().enumerate().map(|(place, code)| (*code, place)).collect();
        let placed = |spans: &Vec<(RecordId, Span)>| -> Vec<Coded> {
            let known = spans.iter().filter_map(|(code, span)| Some((*place.get(code)?, *span)));
            known.map(|(code, span)| Coded { code, span }).collect()
        };
        let document = |(interview, one): (RecordId, &Gathered)| {
            let part = one.part.as_ref()?;
            let coded = part.coded.iter().map(|of| of.as_ref().map(placed)).collect();
            Some(Document { interview, revision: part.revision, line: Arc::clone(&part.line), coded })
        };
        Ground {
            excluded: parts.clone().flat_map(|(_, one)| one.excluded.iter().copied()).collect(),
            documents: parts.filter_map(document).collect(),
            coders: self.coders.clone(),
            codes,
        }
    }
}

impl Gathered {
    /// The revision that is compared, and which of the coders read it; `None` where it is not compared.
    #[must_use]
    pub fn read(&self) -> Option<(RecordId, Vec<bool>)> {
        let part = self.part.as_ref()?;
        Some((part.revision, part.coded.iter().map(Option::is_some).collect()))
    }
}

impl Ground {
    /// Gathers what the coders did, as the lens shows it.
    ///
    /// # Errors
    /// As for [`Gathering::new`].
    pub fn gather(seen: &Seen<'_>, asked: &Asked) -> Result<Ground, Failure> {
        let gathering = Gathering::new(seen, asked)?;
        let interviews = gathering.interviews();
        let parts: Vec<(RecordId, Gathered)> =
            interviews.iter().map(|interview| (interview.id, gathering.of(interview))).collect();
        Ok(gathering.ground(parts.iter().map(|(interview, part)| (*interview, part))))
    }

    /// The revisions whose texts a unit needs.
    #[must_use]
    pub fn texts_needed(&self, unit: Unit) -> Vec<(RecordId, RecordId)> {
        let needs = matches!(unit, Unit::Word | Unit::Sentence);
        let documents = self.documents.iter().filter(|_| needs);
        documents.map(|document| (document.interview, document.revision)).collect()
    }

    /// Divides every document into units.
    #[must_use]
    pub fn divisions(&self, unit: Unit, segmented: &Segmentations) -> Vec<Division> {
        self.documents.iter().map(|document| document.division(unit, segmented)).collect()
    }

    /// The documents as the measures take them.
    #[must_use]
    pub fn readings<'a>(&self, divisions: &'a [Division]) -> Vec<Reading<'a>> {
        let pairs = divisions.iter().zip(&self.documents);
        pairs.map(|(division, document)| Reading { division, coders: document.coded.clone() }).collect()
    }

    /// Counts who coded which units.
    ///
    /// # Errors
    /// With more coders than can be compared at once.
    pub fn compare(&self, unit: Unit, rule: Rule, segmented: &Segmentations) -> Result<Comparison, Failure> {
        let divisions = self.divisions(unit, segmented);
        let readings = self.readings(&divisions);
        compare(&readings, self.coders.len(), self.codes.len(), rule)
            .map_err(|many| Failure::TooManyCoders { coders: many.0 })
    }
}

impl Document {
    fn division(&self, unit: Unit, segmented: &Segmentations) -> Division {
        let all = Span::new(0, self.line.length());
        match unit {
            Unit::Char => Division::characters(vec![all]),
            Unit::Turn => Division::listed(self.line.turns()),
            Unit::Document if all.is_empty() => Division::listed(Vec::new()),
            Unit::Document => Division::listed(vec![all]),
            Unit::Word => Division::listed(self.on_line(segmented, |found| &found.words)),
            Unit::Sentence => Division::listed(self.on_line(segmented, |found| &found.sentences)),
        }
    }

    fn on_line(&self, segmented: &Segmentations, part: fn(&Segmented) -> &Vec<Span>) -> Vec<Span> {
        segmented.of(self.revision).map(|found| self.line.inside(part(found))).unwrap_or_default()
    }
}

/// Reads the texts that a unit needs and divides them, those that are not divided yet.
///
/// # Errors
/// When a text cannot be read.
pub fn segment(
    engine: &mut Engine,
    ground: &Ground,
    units: &[Unit],
    segmented: &mut Segmentations,
) -> Result<(), Failure> {
    let needed = units.iter().flat_map(|unit| ground.texts_needed(*unit));
    let mut needed: Vec<(RecordId, RecordId)> = needed.collect();
    needed.sort_unstable();
    needed.dedup();
    for (interview, revision) in needed {
        if !segmented.knows(revision) {
            let turns = engine.seen().interview(interview).map(|found| found.turns).unwrap_or_default();
            let text = engine.text(revision)?;
            segmented.add(revision, &text, &turns);
        }
    }
    Ok(())
}

/// Coders, redirects followed, each once, in the order given.
fn distinct(seen: &Seen<'_>, coders: &[RecordId]) -> Vec<RecordId> {
    let mut known = BTreeSet::new();
    let resolved = coders.iter().map(|coder| seen.resolve(*coder));
    resolved.filter(|coder| known.insert(*coder)).collect()
}

/// The interviews asked for, in the order of the study; analysed ones where none is named.
fn chosen<'a>(seen: &Seen<'a>, asked: &[RecordId]) -> Vec<Interview<'a>> {
    let asked: BTreeSet<RecordId> = asked.iter().map(|id| seen.resolve(*id)).collect();
    let mut interviews = seen.interviews();
    interviews.retain(|interview| asked.is_empty() || asked.contains(&interview.id));
    interviews
}

/// The line of an interview that can be compared, or why it cannot.
fn whole(interview: &Interview<'_>, asked: &Asked) -> Result<(RecordId, Line), Why> {
    match interview.status {
        Inclusion::Included => {}
        Inclusion::Excluded => return Err(Why::LeftOut),
        Inclusion::Withdrawn => return Err(Why::Withdrawn),
    }
    let revision = interview.revision.ok_or(Why::Withdrawn)?;
    let line = Line::of(interview, asked.with_interviewer);
    if line.length() == 0 { Err(Why::NoParticipantTurn) } else { Ok((revision, line)) }
}

/// Who noted a re-reading of which interview.
fn readings(seen: &Seen<'_>) -> BTreeSet<(RecordId, RecordId)> {
    seen.readings().into_iter().map(|reading| (reading.interview, reading.coder)).collect()
}

/// Whether a coder has read an interview: a coding there, a coding finished, or a reading noted.
fn who_read(
    seen: &Seen<'_>,
    interview: &Interview<'_>,
    coder: RecordId,
    codings: &[model::study::Coding<'_>],
    read: &BTreeSet<(RecordId, RecordId)>,
) -> Result<(), Why> {
    let declared = |round: &Round<'_>| round.interviews.contains(&interview.id) && round.is_done(coder);
    let finished =
        interview.finished.iter().any(|(who, _)| *who == coder) || seen.rounds().iter().any(declared);
    let coded = codings.iter().any(|coding| coding.coder == coder);
    if seen.is_sealed(interview.id, coder) {
        Err(Why::Sealed)
    } else if finished || coded || read.contains(&(interview.id, coder)) {
        Ok(())
    } else {
        Err(Why::NotRead)
    }
}
