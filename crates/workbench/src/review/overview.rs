//! What a director looks at: how far the work is, who speaks in it and who does not, what each category rests on.

use crate::answers::agreement::AgreementRow;
use crate::answers::{interview_name, member_name, participant_names};
use crate::engine::Engine;
use crate::failure::Failure;
use crate::gaps::{GapKind, gaps};
use crate::wording;
use i18n::Lang;
use model::RecordId;
use model::basis::Basis;
use model::study::{CodeNode, Coding, Seen};
use model::text::PlaceState;
use model::value::{Inclusion, Stance};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// The study at a glance.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct OverviewAnswer {
    /// The title.
    pub title: String,
    /// Analysed interviews.
    pub interviews: usize,
    /// Those whose coding is finished.
    pub finished: usize,
    /// Codes in use.
    pub codes: usize,
    /// Coded passages.
    pub passages: usize,
    /// Interviews that two people or more have coded.
    pub double_coded: Vec<String>,
    /// How far reconciliation is.
    pub reconciliation: ReconciliationRow,
    /// How far the two who coded most together agree; null where no two did, or it cannot be computed.
    pub agreement: Option<AgreementRow>,
    /// Differences that were decided, the latest last.
    pub decisions: Vec<DecisionRow>,
    /// How often each participant is quoted; those who never are first.
    pub voices: Vec<VoiceRow>,
    /// Each category with three passages chosen to differ.
    pub categories: Vec<CategoryPassages>,
    /// What is still missing: heading and how many.
    pub gaps: Vec<(String, usize)>,
    /// The memos that the student shares.
    pub memos: Vec<SharedMemo>,
}

/// How far reconciliation is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct ReconciliationRow {
    /// Interviews that two coders coded.
    pub double_coded: usize,
    /// Those whose differences are settled.
    pub reconciled: usize,
    /// Passages of which there is a decision that stands.
    pub decided: usize,
    /// Differences that are open.
    pub open: usize,
}

/// A difference that was decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DecisionRow {
    /// The decision.
    pub id: RecordId,
    /// In which interview.
    pub interview: String,
    /// Why.
    pub reason: String,
    /// When.
    pub at: String,
    /// Who wrote it down.
    pub author: String,
}

/// How often somebody is quoted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct VoiceRow {
    /// The pseudonym.
    pub participant: String,
    /// Coded passages in their words.
    pub passages: usize,
    /// In how many categories or codes.
    pub codes: usize,
}

/// A category with its passages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CategoryPassages {
    /// The category.
    pub id: RecordId,
    /// Its path.
    pub name: String,
    /// Its definition.
    pub definition: String,
    /// How many passages it has.
    pub passages: usize,
    /// In how many interviews.
    pub interviews: usize,
    /// Up to three passages.
    pub chosen: Vec<ChosenPassage>,
}

/// A passage that was chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ChosenPassage {
    /// `typical`, `divergent` or `rare_voice`.
    pub why: &'static str,
    /// The coding.
    pub coding: RecordId,
    /// The interview.
    pub interview: String,
    /// The interview's identifier.
    pub interview_id: RecordId,
    /// First scalar in its current text.
    pub start: u32,
    /// The one past the last.
    pub end: u32,
    /// The words, as they stand now.
    pub quote: String,
    /// The code.
    pub code: String,
}

/// A memo that the student shares.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SharedMemo {
    /// The memo.
    pub id: RecordId,
    /// Its title.
    pub title: String,
    /// Its text.
    pub body: String,
    /// Who wrote it.
    pub author: String,
}

/// The study at a glance, with the passages of its categories.
///
/// # Errors
/// When a text cannot be read.
pub fn overview(engine: &mut Engine, lang: Lang) -> Result<OverviewAnswer, Failure> {
    Ok(OverviewAnswer { categories: categories(engine)?, ..summary(engine, lang) })
}

/// The study at a glance, with how far two coders agree; without the passages of its categories.
pub fn summary(engine: &mut Engine, lang: Lang) -> OverviewAnswer {
    OverviewAnswer { agreement: agreement(engine), ..glance(engine, lang) }
}

/// Only what was decided.
#[must_use]
pub fn decided(engine: &Engine) -> OverviewAnswer {
    OverviewAnswer { decisions: decisions(&engine.seen()), ..OverviewAnswer::default() }
}

/// Only the memos that are shared.
#[must_use]
pub fn memos(engine: &Engine) -> OverviewAnswer {
    OverviewAnswer { memos: shared_memos(&engine.seen()), ..OverviewAnswer::default() }
}

/// The codings of the analysed interviews that count by default.
fn counted<'a>(seen: &Seen<'a>) -> Vec<Coding<'a>> {
    let analysed = seen.interviews().into_iter().filter(|one| one.status == Inclusion::Included);
    analysed.flat_map(|one| seen.codings_in(one.id, &Basis::default())).collect()
}

/// The study at a glance, without what is read from the texts.
pub fn glance(engine: &mut Engine, lang: Lang) -> OverviewAnswer {
    let progress = engine.how_far();
    let looking = crate::answers::Looking::through(engine);
    let seen = looking.seen();
    let basis = Basis::default();
    let counts = engine.kept.counts(&seen);
    let codings = counted(&seen);
    let analysed = seen.interviews().into_iter().filter(|one| one.status == Inclusion::Included);
    let double = |id: RecordId| {
        let all = seen.codings_in(id, &Basis::everything());
        all.iter().map(|coding| coding.coder).collect::<BTreeSet<_>>().len() > 1
    };
    let missing = gaps(&seen, &basis);
    let method = seen.study_facts().map(|facts| facts.method).unwrap_or_default();
    let gap = |kind: &GapKind| {
        let n = missing.iter().filter(|gap| gap.kind == *kind).count();
        (n > 0).then(|| (wording::gap_title(lang, method, *kind).to_owned(), n))
    };
    OverviewAnswer {
        title: seen.study_facts().map_or_else(String::new, |facts| facts.title.to_owned()),
        interviews: counts.interviews,
        finished: counts.finished,
        codes: codings.iter().map(|coding| coding.code).collect::<BTreeSet<_>>().len(),
        passages: codings.len(),
        double_coded: analysed.filter(|one| double(one.id)).map(|one| one.name.to_owned()).collect(),
        reconciliation: ReconciliationRow {
            double_coded: progress.double_coded,
            reconciled: progress.reconciled,
            decided: progress.decisions,
            open: progress.open,
        },
        agreement: None,
        decisions: decisions(&seen),
        voices: voices(&seen, &codings),
        categories: Vec::new(),
        gaps: GapKind::ALL.iter().filter_map(gap).collect(),
        memos: shared_memos(&seen),
    }
}

/// The memos that are shown to the directors.
fn shared_memos(seen: &Seen<'_>) -> Vec<SharedMemo> {
    let memos = seen.memos().into_iter().filter(|memo| seen.is_shared(memo.id));
    let memo = |memo: model::study::Memo<'_>| SharedMemo {
        id: memo.id,
        title: memo.title.to_owned(),
        body: memo.body.to_owned(),
        author: member_name(seen, memo.author),
    };
    memos.map(memo).collect()
}

fn decisions(seen: &Seen<'_>) -> Vec<DecisionRow> {
    let decision = |one: model::study::Decision<'_>| DecisionRow {
        id: one.id,
        interview: interview_name(seen, one.about.interview),
        reason: one.outcome.reason.clone(),
        at: crate::answers::instant(one.outcome.at),
        author: member_name(seen, one.author),
    };
    seen.decisions().into_iter().map(decision).collect()
}

/// How far the two who coded most interviews together agree, by turn.
fn agreement(engine: &mut Engine) -> Option<AgreementRow> {
    let pair = {
        let seen = engine.seen();
        let analysed = seen.interviews().into_iter().filter(|one| one.status == Inclusion::Included);
        let mut pairs: BTreeMap<[RecordId; 2], usize> = BTreeMap::new();
        for interview in analysed {
            if let Some(pair) = crate::double_coding::coders_of(&seen, interview.id)
                && crate::double_coding::progress::is_coded_by(&seen, interview.id, pair)
            {
                *pairs.entry(pair).or_default() += 1;
            }
        }
        pairs.into_iter().max_by_key(|(pair, n)| (*n, std::cmp::Reverse(*pair)))?.0
    };
    // Nothing to compare is nothing to say, on a page that only looks.
    crate::answers::agreement::of_pair(engine, pair).ok()
}

/// Each category with three passages chosen to differ; the codes at the top where there is none.
///
/// # Errors
/// When a text cannot be read.
pub fn categories(engine: &mut Engine) -> Result<Vec<CategoryPassages>, Failure> {
    let looking = crate::answers::Looking::through(engine);
    let seen = looking.seen();
    let codings = by_code(counted(&seen));
    tops(&seen).into_iter().map(|node| category(engine, &seen, node, &codings)).collect()
}

/// The categories; the codes at the top where there is none.
pub(super) fn tops<'a>(seen: &Seen<'a>) -> Vec<&'a CodeNode> {
    let nodes: Vec<&CodeNode> = seen.codes().into_iter().filter(|node| !node.deleted).collect();
    match nodes.iter().any(|node| node.level.is_category()) {
        true => nodes.into_iter().filter(|node| node.level.is_category()).collect(),
        false => nodes.into_iter().filter(|node| node.parent.is_none()).collect(),
    }
}

/// One code with three passages chosen to differ.
///
/// # Errors
/// When the code is unknown, or a text cannot be read.
pub fn one_category(engine: &mut Engine, code: RecordId) -> Result<CategoryPassages, Failure> {
    let looking = crate::answers::Looking::through(engine);
    let seen = looking.seen();
    let code = seen.resolve(code);
    let nodes = seen.codes();
    let node = nodes.iter().find(|node| node.id == code).ok_or(Failure::Deleted { record: code })?;
    category(engine, &seen, node, &by_code(counted(&seen)))
}

type ByCode<'a> = BTreeMap<RecordId, Vec<Coding<'a>>>;

fn by_code(codings: Vec<Coding<'_>>) -> ByCode<'_> {
    let mut by_code = ByCode::new();
    for coding in codings {
        by_code.entry(coding.code).or_default().push(coding);
    }
    by_code
}

fn voices(seen: &Seen<'_>, codings: &[Coding<'_>]) -> Vec<VoiceRow> {
    let mut said: BTreeMap<RecordId, (usize, BTreeSet<RecordId>)> = BTreeMap::new();
    for interview in seen.interviews().into_iter().filter(|one| one.status == Inclusion::Included) {
        for person in interview.participants() {
            said.entry(seen.resolve(person)).or_default();
        }
    }
    for coding in codings {
        let Some(interview) = seen.interview(coding.interview) else { continue };
        for person in interview.participants_of(coding.place) {
            let (passages, codes) = said.entry(seen.resolve(person)).or_default();
            *passages += 1;
            codes.insert(coding.code);
        }
    }
    let mut rows: Vec<VoiceRow> = said
        .into_iter()
        .map(|(id, (passages, codes))| VoiceRow {
            participant: participant_names(seen, &[id]).into_iter().next().unwrap_or_default(),
            passages,
            codes: codes.len(),
        })
        .collect();
    rows.sort_by(|a, b| (a.passages, &a.participant).cmp(&(b.passages, &b.participant)));
    rows
}

fn category(
    engine: &mut Engine,
    seen: &Seen<'_>,
    node: &CodeNode,
    codings: &ByCode<'_>,
) -> Result<CategoryPassages, Failure> {
    let below: BTreeSet<RecordId> = seen.code_with_descendants(node.id).into_iter().collect();
    let own = below.iter().filter_map(|code| codings.get(code)).flatten();
    let own: Vec<&Coding<'_>> = own.filter(|coding| coding.place.state != PlaceState::ToPlace).collect();
    let against: BTreeSet<RecordId> = below
        .iter()
        .flat_map(|code| seen.evidence(*code))
        .filter(|one| one.stance == Stance::Contradicts)
        .map(|one| one.coding)
        .collect();
    let mut chosen = Vec::new();
    for (why, coding) in three(&own, &against) {
        chosen.push(passage(engine, seen, coding, why)?);
    }
    Ok(CategoryPassages {
        id: node.id,
        name: node.path.clone(),
        definition: node.definition.clone(),
        passages: own.len(),
        interviews: own.iter().map(|coding| coding.interview).collect::<BTreeSet<_>>().len(),
        chosen,
    })
}

/// A passage as it stands now.
pub(super) fn passage(
    engine: &mut Engine,
    seen: &Seen<'_>,
    coding: &Coding<'_>,
    why: &'static str,
) -> Result<ChosenPassage, Failure> {
    let (_, text) = engine.current_text(coding.interview)?;
    let words = text.slice(coding.place.start, coding.place.end).unwrap_or_default();
    Ok(ChosenPassage {
        why,
        coding: coding.id,
        interview: interview_name(seen, coding.interview),
        interview_id: coding.interview,
        start: coding.place.start,
        end: coding.place.end,
        quote: words.split_whitespace().collect::<Vec<_>>().join(" "),
        code: crate::answers::code_path(seen, coding.code),
    })
}

/// Three passages that differ: one with the code used most, of middling length; one that speaks against the
/// category, else one with its rarest code; one of the voice heard least. Never the same passage twice, and of
/// different interviews where there are any.
fn three<'c, 'a>(
    own: &[&'c Coding<'a>],
    against: &BTreeSet<RecordId>,
) -> Vec<(&'static str, &'c Coding<'a>)> {
    let mut codes: BTreeMap<RecordId, usize> = BTreeMap::new();
    let mut homes: BTreeMap<RecordId, usize> = BTreeMap::new();
    for coding in own {
        *codes.entry(coding.code).or_default() += 1;
        *homes.entry(coding.interview).or_default() += 1;
    }
    let length = |coding: &Coding<'_>| coding.place.end - coding.place.start;
    let mut lengths: Vec<u32> = own.iter().map(|coding| length(coding)).collect();
    lengths.sort_unstable();
    let middling = lengths.get(lengths.len() / 2).copied().unwrap_or_default();
    let of = |map: &BTreeMap<RecordId, usize>, id: RecordId| map.get(&id).copied().unwrap_or_default();
    let mut chosen: Vec<(&'static str, &Coding<'_>)> = Vec::new();
    let mut pick = |why: &'static str, rank: &dyn Fn(&Coding<'_>) -> (usize, usize, u32)| {
        let free = own.iter().filter(|coding| chosen.iter().all(|(_, known)| known.id != coding.id));
        let best = free.min_by_key(|coding| {
            let met = chosen.iter().any(|(_, known)| known.interview == coding.interview);
            (met, rank(coding), coding.id)
        });
        if let Some(best) = best.copied() {
            chosen.push((why, best));
        }
    };
    let far = |coding: &Coding<'_>| length(coding).abs_diff(middling);
    pick("typical", &|coding| (usize::MAX - of(&codes, coding.code), 0, far(coding)));
    pick("divergent", &|coding| {
        (usize::from(!against.contains(&coding.id)), of(&codes, coding.code), far(coding))
    });
    pick("rare_voice", &|coding| (of(&homes, coding.interview), of(&codes, coding.code), far(coding)));
    chosen
}
