//! The differences of two coders and what was decided of them: the worklist, the sentence, the journal.

use super::alignment::unsealed_interviews;
use super::compare::worklist::passage;
use super::export::{self, Exported};
use super::{Looking, code_path, instant, interview_name, member_name};
use crate::deliverables::FileForm;
use crate::double_coding::differences::{Classes, Decided, Item, Passage, Sheet, State};
use crate::double_coding::kept::Section;
use crate::double_coding::progress::{Progress, is_coded_by, open, progress};
use crate::engine::Engine;
use crate::failure::Failure;
use formats::write::{Block, Document, Look, Paragraph, Run, Table};
use i18n::Lang;
use model::RecordId;
use model::study::{Decision, Seen};
use model::value::Verdict;
use serde::Serialize;
use std::sync::Arc;

/// What two coders made of some interviews.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReconciliationAnswer {
    /// The two coders.
    pub coders: [String; 2],
    /// The sentence for the thesis.
    pub sentence: String,
    /// The extent of double coding and reconciliation over the whole study.
    pub progress: ProgressAnswer,
    /// Differences that are open here and not settled by a rule of the study.
    pub open: usize,
    /// About how many minutes they take.
    pub minutes: usize,
    /// What the two made of each passage, in the order of the texts.
    pub items: Vec<Arc<ItemAnswer>>,
}

impl ReconciliationAnswer {
    /// What the two made of each passage, in the order of the texts.
    pub fn items(&self) -> impl DoubleEndedIterator<Item = &ItemAnswer> + Clone {
        self.items.iter().map(Arc::as_ref)
    }
}

/// How far double coding and reconciliation are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct ProgressAnswer {
    /// Analysed interviews.
    pub interviews: usize,
    /// Those that two coders coded.
    pub double_coded: usize,
    /// Those whose differences are settled.
    pub reconciled: usize,
    /// Passages of which a decision stands.
    pub decisions: usize,
    /// Those by which the first coder's coding was revised.
    pub revised: usize,
    /// Differences still open.
    pub open: usize,
    /// True where not all analysed interviews were coded by two.
    pub partial: bool,
}

/// What two coders made of one passage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ItemAnswer {
    /// The coding that names it.
    pub id: Option<RecordId>,
    /// The name of the interview.
    pub interview: String,
    /// The interview.
    pub interview_id: RecordId,
    /// First scalar in the current revision.
    pub start: u32,
    /// One past the last.
    pub end: u32,
    /// The words.
    pub quote: String,
    /// `agreement`, `other_edges`, `sibling_code`, `other_code`, `only_first`, `only_second`.
    pub difference: &'static str,
    /// True where all of it lies in one turn.
    pub one_turn: bool,
    /// What the first coder has.
    pub first: Vec<PassageAnswer>,
    /// What the second coder has.
    pub second: Vec<PassageAnswer>,
    /// `open`, `decided` or `reopened`.
    pub state: &'static str,
    /// What was decided.
    pub decision: Option<DecisionAnswer>,
}

/// A passage of one coder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PassageAnswer {
    /// The coding.
    pub coding: RecordId,
    /// The path of its code.
    pub code: String,
    /// Its code, redirects followed.
    pub code_id: RecordId,
    /// First scalar.
    pub start: u32,
    /// One past the last.
    pub end: u32,
}

/// A decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DecisionAnswer {
    /// The decision.
    pub id: RecordId,
    /// `first`, `second`, `both`, `other` or `neither`.
    pub verdict: &'static str,
    /// The codes agreed on.
    pub codes: Vec<String>,
    /// Why.
    pub reason: String,
    /// Who was present.
    pub present: Vec<String>,
    /// Who arbitrated.
    pub arbiter: Option<String>,
    /// True where the coders signed together.
    pub together: bool,
    /// True where it was accepted by a rule of the study, without discussion.
    pub by_rule: bool,
    /// True where the first coder's coding was revised.
    pub revised: bool,
    /// When, as RFC 3339 in UTC.
    pub at: String,
}

/// What two coders made of some interviews; all that both coded where none is named.
///
/// # Errors
/// When the work of one of them is sealed, or a text cannot be read.
pub fn reconciliation(
    engine: &mut Engine,
    lang: Lang,
    interviews: &[RecordId],
    coders: [RecordId; 2],
) -> Result<ReconciliationAnswer, Failure> {
    engine.with_kept(|engine, kept| {
        let looking = Looking::through(engine);
        let seen = looking.seen();
        let classes = kept.classes(&seen);
        let coders = coders.map(|coder| seen.resolve(coder));
        let (mut found, mut left) = (Vec::new(), 0);
        for interview in unsealed_interviews(&seen, interviews, coders)? {
            let known = kept.sections.get(&(interview, coders)).map(Arc::clone);
            let section = match known {
                Some(section) => section,
                None => Arc::new(section(engine, &seen, interview, coders, &classes)?),
            };
            kept.sections.insert((interview, coders), Arc::clone(&section));
            if section.shared || !interviews.is_empty() {
                left += section.open;
                found.extend(section.items.iter().cloned());
            }
        }
        let told = kept.how_far(&seen, &classes);
        Ok(ReconciliationAnswer {
            coders: coders.map(|coder| member_name(&seen, coder)),
            sentence: sentence(lang, &told),
            progress: told.into(),
            open: left,
            minutes: Progress { open: left, ..told }.minutes_left(),
            items: found,
        })
    })
}

impl From<Progress> for ProgressAnswer {
    fn from(told: Progress) -> ProgressAnswer {
        ProgressAnswer {
            interviews: told.interviews,
            double_coded: told.double_coded,
            reconciled: told.reconciled,
            decisions: told.decisions,
            revised: told.revised,
            open: told.open,
            partial: told.is_partial(),
        }
    }
}

/// What two coders made of one interview.
fn section(
    engine: &mut Engine,
    seen: &Seen<'_>,
    interview: RecordId,
    coders: [RecordId; 2],
    classes: &Classes,
) -> Result<Section, Failure> {
    let sheet = Sheet::of(seen, interview, coders, classes);
    let mut items = Vec::new();
    for one in &sheet.items {
        items.push(Arc::new(item(engine, seen, &sheet.decided, one)?));
    }
    Ok(Section { shared: is_coded_by(seen, interview, coders), open: open(seen, &sheet.items), items })
}

/// « triangulation partielle : 2 entretiens sur 7, 143 décisions, 31 révisées ».
#[must_use]
pub fn sentence(lang: Lang, told: &Progress) -> String {
    let n = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let (of, both, decisions) = (n(told.interviews), n(told.double_coded), n(told.decisions));
    let extent = i18n::triangulation_interviews(lang, both, &i18n::integer(lang, of));
    let decided = i18n::triangulation_decisions(lang, decisions);
    let revised = i18n::triangulation_revised(lang, n(told.revised));
    match told.is_partial() {
        _ if told.double_coded == 0 => i18n::triangulation_none(lang).to_owned(),
        true => i18n::triangulation_partial(lang, &decided, &extent, &revised),
        false => i18n::triangulation_whole(lang, &decided, &extent, &revised),
    }
}

fn item(
    engine: &mut Engine,
    seen: &Seen<'_>,
    taken: &Decided<'_>,
    item: &Item,
) -> Result<ItemAnswer, Failure> {
    let (start, end) = item.reach();
    let (_, text) = engine.current_text(item.interview)?;
    let passages = |passages: &[Passage]| passages.iter().map(|one| passage(seen, one)).collect();
    let (state, decision) = match item.state {
        State::Open => ("open", None),
        State::Decided(decision) => ("decided", Some(decision)),
        State::Reopened(decision) => ("reopened", Some(decision)),
    };
    let known = decision.and_then(|id| taken.get(id));
    Ok(ItemAnswer {
        id: item.name(),
        interview: interview_name(seen, item.interview),
        interview_id: item.interview,
        start,
        end,
        quote: text.slice(start, end).unwrap_or_default().to_owned(),
        difference: item.difference.as_str(),
        one_turn: item.one_turn,
        first: passages(&item.first),
        second: passages(&item.second),
        state,
        decision: known.map(|decision| decided(seen, decision)),
    })
}

fn decided(seen: &Seen<'_>, decision: &Decision<'_>) -> DecisionAnswer {
    let outcome = decision.outcome;
    let present: Vec<RecordId> = outcome.present.iter().map(|member| seen.resolve(*member)).collect();
    let mut codes: Vec<String> = Vec::new();
    for coding in &outcome.agreed {
        // One that was taken up again since is deleted; what it said is still known.
        let code = seen.record(*coding).and_then(|record| record.value(model::value::Group::CodingCode));
        if let Some(model::value::Value::CodingCode(body)) = code {
            let path = code_path(seen, body.code);
            if !codes.contains(&path) {
                codes.push(path);
            }
        }
    }
    DecisionAnswer {
        id: decision.id,
        verdict: outcome.verdict.as_str(),
        codes,
        reason: outcome.reason.clone(),
        present: present.iter().map(|member| member_name(seen, *member)).collect(),
        arbiter: outcome.arbiter.map(|member| member_name(seen, member)),
        together: decision.about.coders.iter().all(|coder| present.contains(&seen.resolve(*coder))),
        by_rule: outcome.by_rule,
        revised: outcome.revised,
        at: instant(outcome.at),
    }
}

/// A line of the reconciliation journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct JournalRow {
    /// The name of the interview.
    pub interview: String,
    /// The words of the passage now; empty where they are gone.
    pub quote: String,
    /// What the first coder had.
    pub first: Vec<String>,
    /// What the second coder had.
    pub second: Vec<String>,
    /// What told them apart.
    pub difference: &'static str,
    /// What was decided.
    pub decision: DecisionAnswer,
    /// False where a later decision took it up again.
    pub stands: bool,
}

/// The reconciliation journal: every decision in the order in which they were made.
///
/// # Errors
/// When a text cannot be read.
pub fn journal(engine: &mut Engine) -> Result<Vec<JournalRow>, Failure> {
    let looking = Looking::through(engine);
    let seen = looking.seen();
    let mut rows = Vec::new();
    let known = Decided::of(&seen);
    for (decision, stands) in known.all() {
        let interview = seen.resolve(decision.about.interview);
        let mut sides: [Vec<String>; 2] = Default::default();
        let mut reach: Option<(u32, u32)> = None;
        for coding in decision.about.codings.iter().filter_map(|coding| seen.coding(*coding)) {
            let second = decision.about.coders.get(1).map(|coder| seen.resolve(*coder)) == Some(coding.coder);
            let path = code_path(&seen, coding.code);
            let side = &mut sides[usize::from(second)];
            if !side.contains(&path) {
                side.push(path);
            }
            let (start, end) = reach.unwrap_or((coding.place.start, coding.place.end));
            reach = Some((start.min(coding.place.start), end.max(coding.place.end)));
        }
        let quote = match (reach, engine.current_text(interview)) {
            (Some((start, end)), Ok((_, text))) => text.slice(start, end).unwrap_or_default().to_owned(),
            _ => String::new(),
        };
        let [first, second] = sides;
        rows.push(JournalRow {
            interview: interview_name(&seen, interview),
            quote,
            first,
            second,
            difference: decision.about.difference.as_str(),
            decision: decided(&seen, decision),
            stands,
        });
    }
    Ok(rows)
}

/// The journal as a table, headings first.
#[must_use]
pub fn journal_table(lang: Lang, rows: &[JournalRow]) -> Vec<Vec<String>> {
    let headings = [
        i18n::journal_column_interview(lang),
        i18n::journal_column_quote(lang),
        i18n::journal_column_first(lang),
        i18n::journal_column_second(lang),
        i18n::journal_column_difference(lang),
        i18n::journal_column_verdict(lang),
        i18n::journal_column_agreed(lang),
        i18n::journal_column_reason(lang),
        i18n::journal_column_signed(lang),
        i18n::journal_column_at(lang),
        i18n::journal_column_stands(lang),
    ];
    let mut table = vec![headings.map(str::to_owned).to_vec()];
    for row in rows {
        let decision = &row.decision;
        let stands = if row.stands { i18n::journal_stands(lang) } else { i18n::journal_taken_up(lang) };
        table.push(vec![
            row.interview.clone(),
            row.quote.clone(),
            row.first.join(" ; "),
            row.second.join(" ; "),
            i18n::difference_name(lang, row.difference).to_owned(),
            i18n::verdict_name(lang, decision.verdict).to_owned(),
            decision.codes.join(" ; "),
            decision.reason.clone(),
            signed(lang, decision),
            decision.at.clone(),
            stands.to_owned(),
        ]);
    }
    table
}

/// Who signed a decision: both together, one alone, or a third who arbitrated.
#[must_use]
pub fn signed(lang: Lang, decision: &DecisionAnswer) -> String {
    let present = decision.present.join(", ");
    match &decision.arbiter {
        Some(arbiter) => i18n::signed_arbitrated(lang, arbiter),
        None if decision.by_rule => i18n::signed_by_rule(lang, &present),
        None if decision.together => i18n::signed_together(lang, &present),
        None => i18n::signed_alone(lang, &present),
    }
}

/// The journal as a document: the sentence, then the table.
#[must_use]
pub fn journal_document(lang: Lang, sentence: &str, rows: &[JournalRow]) -> Document {
    let mut table = journal_table(lang, rows).into_iter();
    let header = table.next().unwrap_or_default();
    let cells = |row: Vec<String>| row.into_iter().map(|cell| vec![Run::plain(cell)]).collect();
    let title = i18n::reconciliation_journal_title(lang).to_owned();
    let heading = Block::Heading { level: 0, text: title.clone(), new_page: false };
    let table = Table { header, widths: WIDTHS.to_vec(), rows: table.map(cells).collect() };
    let sentence = Block::Paragraph(Paragraph::of(Look::Body, Run::plain(sentence)));
    let blocks = vec![heading, sentence, Block::Table(table)];
    Document { lang: lang.code().to_owned(), title, blocks, ..Document::default() }
}

/// The widths of the journal's columns, per hundred of the page's.
const WIDTHS: [u16; 11] = [8, 18, 10, 10, 9, 9, 10, 10, 8, 4, 4];

/// The journal as a file: a document, a page, a table, or JSON; `None` where it has no such form.
///
/// # Errors
/// When a text cannot be read, or the document cannot be made.
pub fn journal_file(engine: &mut Engine, lang: Lang, form: FileForm) -> Result<Option<Exported>, Failure> {
    let rows = journal(engine)?;
    let sentence = sentence(lang, &progress(&engine.seen()));
    let document = || journal_document(lang, &sentence, &rows);
    let bytes = match form {
        FileForm::Docx => formats::write::docx(&document())?,
        FileForm::Html => formats::write::html(&document()),
        FileForm::Csv(flavour) => export::table(journal_table(lang, &rows).into_iter(), flavour),
        FileForm::Json => serde_json::to_vec_pretty(&rows).unwrap_or_default(),
        FileForm::Xlsx => return Ok(None),
    };
    Ok(Some(Exported { bytes, items: rows.len(), dropped: Vec::new() }))
}

/// A verdict by what people type: `a`, `b`, `both`, `other`, `neither`, or the stored names.
#[must_use]
pub fn verdict(typed: &str) -> Option<Verdict> {
    match typed {
        "a" => Some(Verdict::First),
        "b" => Some(Verdict::Second),
        other => Verdict::parse(other),
    }
}
