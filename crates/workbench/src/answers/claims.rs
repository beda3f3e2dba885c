//! Claims of saturation: what was frozen, what has changed since, who said what of it.

use super::basis::BasisAnswer;
use super::saturation::RulesAnswer;
use super::{instant, interview_name, member_name};
use crate::engine::Engine;
use crate::failure::Failure;
use crate::saturation::freeze::Reproduced;
use crate::saturation::today::{self, Changed, Today};
use crate::signing::{self, Entered, entered};
use i18n::Lang;
use measure::saturation::{Claim, ClaimStatus, Guest, Stopping, upper_probability};
use model::RecordId;
use model::study::{self, ClaimStanding, Seen};
use model::value::{ClaimFrozen, Density, Method};
use serde::Serialize;

/// A claim.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ClaimRecord {
    /// The claim.
    pub id: RecordId,
    /// The argument as it stands now.
    pub argument: String,
    /// `draft`, `waiting`, `complete`, `refused`, `alone` (no director to sign) or `altered` (what is stored is not
    /// what its digest covers).
    pub state: &'static str,
    /// What was claimed; null while it is only being written.
    pub made: Option<MadeAnswer>,
    /// What it comes to today.
    pub today: Option<TodayAnswer>,
    /// The visas it needs, each with what is known of it.
    pub visas: Vec<VisaAnswer>,
    /// Visas that do not count: on what it claimed before it was made anew, typed in where the director signed
    /// another, or altered.
    pub earlier_visas: Vec<VisaAnswer>,
    /// How many threads of comments it has that are not resolved.
    pub open_threads: usize,
}

/// What was claimed.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MadeAnswer {
    /// When.
    pub at: String,
    /// By whom.
    pub by: String,
    /// The argument as it stood.
    pub argument: String,
    /// At which interview.
    pub interview: u32,
    /// How many more confirm it.
    pub confirm: u32,
    /// The level.
    pub level: &'static str,
    /// Whose codings.
    pub basis: BasisAnswer,
    /// `date`, `coding` or `list`.
    pub ordered_by: String,
    /// The interviews, in order.
    pub interviews: Vec<ClaimedRow>,
    /// The codes, by the path they had.
    pub codes: Vec<String>,
    /// All codes so far.
    pub cumulative: Vec<u64>,
    /// True where the confirming interviews brought nothing new.
    pub held: bool,
    /// The interview of Guest's rule, where it was reached.
    pub guest: Option<usize>,
    /// Base, run and percent of that rule.
    pub guest_rule: (u32, u32, f64),
    /// What the rules say of the curve that was frozen, each with its parameters.
    pub rules: RulesAnswer,
    /// In how many orders of the interviews the claim holds, and of how many.
    pub orders: (u64, u64),
    /// So high a probability of something new is not excluded at 95 %.
    pub not_excluded: Option<f64>,
    /// What is said of each category.
    pub categories: Vec<CategoryRow>,
    /// The digest of all this.
    pub digest: String,
    /// The public key of the desk that made it.
    pub key: Option<String>,
    /// The version of the program.
    pub program: String,
}

/// One interview of a claim.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ClaimedRow {
    /// The interview.
    pub id: RecordId,
    /// The name it had.
    pub name: String,
    /// New codes.
    pub new: u64,
    /// The new codes, by path.
    pub new_codes: Vec<String>,
    /// All of its codes: places in the list of codes.
    pub codes: Vec<u32>,
    /// Held to confirm.
    pub confirming: bool,
    /// The day.
    pub date: Option<String>,
    /// When its coding was finished.
    pub finished: Option<String>,
}

/// What is said of a category.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CategoryRow {
    /// The category.
    pub id: RecordId,
    /// The path it had.
    pub name: String,
    /// `dense`, `to_develop` or `unsaid`.
    pub density: &'static str,
    /// The last interview that enriched it.
    pub enriched_by: Option<String>,
    /// True where negative cases were looked for.
    pub searched: bool,
    /// What came of it.
    pub note: String,
    /// How many properties.
    pub properties: u32,
    /// How many negative cases.
    pub negative: usize,
}

/// A claim today.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TodayAnswer {
    /// `holds`, `contradicted` or `not_assessable`.
    pub status: &'static str,
    /// In a sentence.
    pub text: String,
    /// True where the curve is what it was.
    pub same_curve: bool,
    /// New codes of each interview that still counts.
    pub new: Vec<u64>,
    /// What has changed.
    pub changes: Vec<ChangeAnswer>,
}

/// One thing that has changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ChangeAnswer {
    /// `left_out`, `reopened`, `added`, `reordered`, `recoded`, `merged`, `gone`, `created`, `density`, `argument`.
    pub kind: &'static str,
    /// The record to go to.
    pub record: Option<RecordId>,
    /// In a sentence.
    pub text: String,
}

/// A visa, or the lack of one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct VisaAnswer {
    /// Its record; null while it is not in, or hidden until all are.
    pub id: Option<RecordId>,
    /// Whose.
    pub director: String,
    /// Their record.
    pub director_id: RecordId,
    /// True once it is in, be it hidden still.
    pub given: bool,
    /// `agreed` or `refused`; null while it is not in, or hidden until all are.
    pub verdict: Option<&'static str>,
    /// Why.
    pub reason: Option<String>,
    /// When.
    pub at: Option<String>,
    /// `signed`, `signed_elsewhere` (with another key than the first), `typed`, `unsigned`, `forged`; null where there is nothing to see.
    pub entered: Option<&'static str>,
    /// Who typed it in.
    pub typed_by: Option<String>,
    /// The file that it was typed from.
    pub proof: Option<String>,
    /// The digest that it covers.
    pub digest: Option<String>,
}

/// Every claim, in the order of history.
#[must_use]
pub fn claims(engine: &Engine, lang: Lang) -> Vec<ClaimRecord> {
    let seen = engine.seen();
    seen.claims().iter().map(|claim| claim_record(&seen, lang, claim)).collect()
}

/// One claim.
#[must_use]
pub fn claim(engine: &Engine, lang: Lang, id: RecordId) -> Option<ClaimRecord> {
    let seen = engine.seen();
    seen.claim(id).map(|claim| claim_record(&seen, lang, &claim))
}

/// The claim that a name means: an identifier, or nothing for the last one, as every screen shows it.
///
/// # Errors
/// When there is none, or none of that name.
pub fn find(seen: &Seen<'_>, name: Option<&str>) -> Result<RecordId, crate::names::NameError> {
    use crate::names::NameError;
    let kind = model::value::Kind::Claim;
    let claims = seen.claims();
    match (name.map(str::trim), claims.as_slice()) {
        (None, [.., last]) => Ok(last.id),
        (None, []) => Err(NameError::NoneYet { kind }),
        (Some(name), all) => {
            let found = all.iter().find(|claim| claim.id.to_string() == name).map(|claim| claim.id);
            let known = || all.iter().map(|claim| claim.id.to_string()).collect();
            found.ok_or_else(|| NameError::Unknown { kind, name: name.to_owned(), known: known() })
        }
    }
}

/// A claim as the lens shows it.
#[must_use]
pub fn claim_record(seen: &Seen<'_>, lang: Lang, claim: &study::Claim<'_>) -> ClaimRecord {
    let method = seen.study_facts().map(|facts| facts.method).unwrap_or_default();
    let threads = seen.threads_on(claim.id);
    let visas = visas(seen, claim);
    let counts = |visa: &study::Visa<'_>| visas.iter().any(|one| one.id == Some(visa.id));
    let earlier = seen.visas(claim.id).into_iter().filter(|visa| !counts(visa));
    let earlier_visas = earlier.map(|visa| visa_answer(seen, &visa, &entered(seen, &visa))).collect();
    ClaimRecord {
        id: claim.id,
        argument: claim.argument.to_owned(),
        state: match claim.frozen {
            Some(frozen) if model::claim::digest(claim.id, frozen) != frozen.digest => "altered",
            _ => standing(signing::standing(seen, claim)),
        },
        made: claim.frozen.map(|frozen| made(seen, frozen, method)),
        today: claim.frozen.map(|frozen| {
            let found = today::today(seen, claim.argument, frozen);
            today_answer(seen, lang, method, frozen, &found)
        }),
        visas,
        earlier_visas,
        open_threads: threads.iter().filter(|thread| thread.resolved.is_none()).count(),
    }
}

/// The name of a standing in JSON and in the catalogues.
#[must_use]
pub fn standing(standing: ClaimStanding) -> &'static str {
    match standing {
        ClaimStanding::Draft => "draft",
        ClaimStanding::Waiting => "waiting",
        ClaimStanding::Complete => "complete",
        ClaimStanding::Refused => "refused",
        ClaimStanding::Alone => "alone",
    }
}

fn level(frozen: &ClaimFrozen, method: Method) -> &'static str {
    crate::saturation::freeze::Claiming::of(&frozen.terms, &[], method).asked.level.as_str()
}

fn made(seen: &Seen<'_>, frozen: &ClaimFrozen, method: Method) -> MadeAnswer {
    let curve = today::curve(frozen);
    let terms = &frozen.terms;
    let claim = Claim { at: terms.at as usize, confirm: terms.confirm as usize };
    let guest =
        Guest { base: terms.guest.0 as usize, run: terms.guest.1 as usize, threshold_percent: terms.guest.2 };
    let (initial, stop) = (terms.stopping.0 as usize, terms.stopping.1 as usize);
    let stopping = Stopping { initial, stop };
    let held = claim.check(&curve).status == ClaimStatus::Holds;
    let reached = guest.apply(&curve).reached.ok().flatten();
    MadeAnswer {
        at: instant(frozen.at),
        by: member_name(seen, frozen.author),
        argument: frozen.argument.clone(),
        interview: terms.at,
        confirm: terms.confirm,
        level: level(frozen, method),
        // What a claim froze is whole: it is not made while a round hides something from its author.
        basis: BasisAnswer { sealed: Vec::new(), ..BasisAnswer::of(seen, &terms.basis) },
        ordered_by: terms.ordered_by.clone(),
        interviews: rows(frozen, &curve.new),
        codes: frozen.code_names.clone(),
        cumulative: curve.cumulative.clone(),
        held,
        guest: reached.map(|reached| reached.saturation_at),
        guest_rule: terms.guest,
        rules: RulesAnswer::of(&guest, stopping, &curve),
        orders: (frozen.figures.orders_holding, frozen.figures.orders),
        not_excluded: upper_probability(claim.confirm).ok().filter(|_| held),
        categories: categories(seen, frozen),
        digest: frozen.digest.to_string(),
        key: frozen.signed.as_ref().map(|signed| signed.key.clone()),
        program: frozen.program.clone(),
    }
}

fn rows(frozen: &ClaimFrozen, new: &[u64]) -> Vec<ClaimedRow> {
    let mut known = std::collections::BTreeSet::new();
    let interviews = frozen.figures.interviews.iter().enumerate();
    let row = |(place, one): (usize, &model::value::ClaimedInterview)| {
        let first = one.codes.iter().filter(|code| known.insert(**code));
        let name = |code: &u32| frozen.code_names.get(*code as usize).cloned().unwrap_or_default();
        ClaimedRow {
            id: one.interview,
            name: frozen.interview_names.get(place).cloned().unwrap_or_default(),
            new: new.get(place).copied().unwrap_or_default(),
            new_codes: first.map(name).collect(),
            codes: one.codes.clone(),
            confirming: one.confirming,
            date: one.date.clone(),
            finished: one.finished.map(instant),
        }
    };
    interviews.map(row).collect()
}

fn categories(seen: &Seen<'_>, frozen: &ClaimFrozen) -> Vec<CategoryRow> {
    let one = |(place, row): (usize, &model::value::ClaimedCategory)| CategoryRow {
        id: row.category,
        name: frozen.category_names.get(place).cloned().unwrap_or_default(),
        density: row.density.as_str(),
        enriched_by: row.enriched_by.map(|id| interview_name(seen, id)),
        searched: row.searched,
        note: frozen.search_notes.get(place).cloned().unwrap_or_default(),
        properties: row.properties,
        negative: row.negative.len(),
    };
    frozen.categories.iter().enumerate().map(one).collect()
}

/// The visas that a claim needs, each with what is known of it.
#[must_use]
pub fn visas(seen: &Seen<'_>, claim: &study::Claim<'_>) -> Vec<VisaAnswer> {
    let Some(frozen) = claim.frozen else { return Vec::new() };
    let found = |director| signing::visa_of(seen, claim.id, frozen.digest, director);
    let one = |(director, given): (RecordId, bool)| match found(director) {
        Some((visa, entered)) => visa_answer(seen, &visa, &entered),
        None => VisaAnswer {
            id: None,
            director: member_name(seen, director),
            director_id: director,
            given,
            verdict: None,
            reason: None,
            at: None,
            entered: None,
            typed_by: None,
            proof: None,
            digest: None,
        },
    };
    seen.visas_in(claim).into_iter().map(one).collect()
}

fn visa_answer(seen: &Seen<'_>, visa: &study::Visa<'_>, entered: &Entered) -> VisaAnswer {
    let (entered, typed_by) = match entered {
        Entered::Signed => ("signed", None),
        Entered::SignedElsewhere => ("signed_elsewhere", None),
        Entered::TypedBy(member) => ("typed", Some(member_name(seen, *member))),
        Entered::Unsigned => ("unsigned", None),
        Entered::Forged => ("forged", None),
    };
    VisaAnswer {
        id: Some(visa.id),
        director: member_name(seen, visa.director),
        director_id: visa.director,
        given: true,
        verdict: Some(visa.body.verdict.as_str()),
        reason: Some(visa.body.reason.clone()),
        at: Some(instant(visa.body.at)),
        entered: Some(entered),
        typed_by,
        proof: visa.body.proof.map(|_| visa.body.proof_name.clone()),
        digest: Some(visa.body.digest.to_string()),
    }
}

fn today_answer(
    seen: &Seen<'_>,
    lang: Lang,
    method: Method,
    frozen: &ClaimFrozen,
    found: &Today,
) -> TodayAnswer {
    let status = match found.status {
        ClaimStatus::Holds => "holds",
        ClaimStatus::Contradicted => "contradicted",
        ClaimStatus::NotAssessable => "not_assessable",
    };
    let telling = Telling { seen, lang, method, frozen };
    let changes: Vec<ChangeAnswer> = found.changes.iter().map(|change| telling.change(change)).collect();
    let brought: u64 = found.new_after.iter().sum();
    let brought = i64::try_from(brought).unwrap_or(i64::MAX);
    let text = if changes.is_empty() && found.same_curve {
        i18n::claim_today_nothing(lang, level(frozen, method), method.as_str(), brought, status)
    } else if found.same_curve {
        i18n::claim_today_same_curve(lang, status).to_owned()
    } else {
        i18n::claim_today_changed(lang, level(frozen, method), method.as_str(), brought, status)
    };
    let (same_curve, new) = (found.same_curve, found.new.clone());
    TodayAnswer { status, text, same_curve, new, changes }
}

/// What sentences about changes are made with.
struct Telling<'s, 'a> {
    seen: &'s Seen<'a>,
    lang: Lang,
    method: Method,
    frozen: &'s ClaimFrozen,
}

impl Telling<'_, '_> {
    /// The name that a code had when the claim was made, else the one it has.
    fn code(&self, id: RecordId) -> String {
        let known = self.frozen.figures.codes.iter().position(|code| *code == id);
        let name = known.and_then(|place| self.frozen.code_names.get(place)).cloned();
        name.filter(|name| !name.is_empty()).unwrap_or_else(|| super::code_path(self.seen, id))
    }

    fn interview(&self, id: RecordId) -> String {
        let rows = &self.frozen.figures.interviews;
        let known = rows.iter().position(|one| self.seen.resolve(one.interview) == self.seen.resolve(id));
        let name = known.and_then(|place| self.frozen.interview_names.get(place)).cloned();
        name.filter(|name| !name.is_empty()).unwrap_or_else(|| interview_name(self.seen, id))
    }

    fn density(&self, density: Density) -> &'static str {
        i18n::density_name(self.lang, density.as_str())
    }

    fn change(&self, change: &Changed) -> ChangeAnswer {
        let (lang, method) = (self.lang, self.method.as_str());
        let (kind, record, text) = match change {
            Changed::LeftOut(id) => {
                ("left_out", Some(*id), i18n::claim_change_left_out(lang, &self.interview(*id)))
            }
            Changed::Reopened(id) => {
                ("reopened", Some(*id), i18n::claim_change_reopened(lang, &self.interview(*id)))
            }
            Changed::Added(id, new) => {
                let new = i64::try_from(*new).unwrap_or(i64::MAX);
                (
                    "added",
                    Some(*id),
                    i18n::claim_change_added(
                        lang,
                        &self.interview(*id),
                        level(self.frozen, self.method),
                        method,
                        new,
                    ),
                )
            }
            Changed::Reordered => ("reordered", None, i18n::claim_change_reordered(lang).to_owned()),
            Changed::Recoded(id) => {
                ("recoded", Some(*id), i18n::claim_change_recoded(lang, &self.interview(*id)))
            }
            Changed::Merged(from, into) => {
                let text = i18n::claim_change_merged(lang, &self.code(*from), &self.code(*into));
                ("merged", Some(*into), text)
            }
            Changed::Gone(id) => ("gone", Some(*id), i18n::claim_change_gone(lang, &self.code(*id))),
            Changed::Created(id) => ("created", Some(*id), i18n::claim_change_created(lang, &self.code(*id))),
            Changed::Density(id, was, is) => {
                let name = super::code_path(self.seen, *id);
                let text = i18n::claim_change_density(lang, &name, self.density(*is), self.density(*was));
                ("density", Some(*id), text)
            }
            Changed::Argument => ("argument", None, i18n::claim_change_argument(lang).to_owned()),
        };
        ChangeAnswer { kind, record, text }
    }
}

/// Whether a claim's digest comes out again from the journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReproducedAnswer {
    /// The claim.
    pub claim: RecordId,
    /// The digest that is stored.
    pub digest: String,
    /// `same`, `altered`, `other` or `unknown`.
    pub reproduced: &'static str,
    /// The digest that came out, where it is another.
    pub found: Option<String>,
    /// Whether the mark of the desk is genuine; null without one.
    pub genuine: Option<bool>,
}

/// Computes a claim again.
///
/// # Errors
/// When there is no such claim, or it was not made yet.
pub fn reproduced(engine: &Engine, id: RecordId) -> Result<ReproducedAnswer, Failure> {
    let found = engine.reproduce(id)?;
    let seen = engine.seen();
    let claim = seen.claim(id);
    let frozen = claim.as_ref().and_then(|claim| claim.frozen);
    let signed = frozen.and_then(|frozen| frozen.signed.as_ref().map(|signed| (signed, frozen)));
    let genuine = signed.map(|(signed, frozen)| signing::is_genuine(signed, &signing::claim_words(frozen)));
    let (reproduced, found) = match found {
        Reproduced::Same => ("same", None),
        Reproduced::Altered => ("altered", None),
        Reproduced::Other(digest) => ("other", Some(digest.to_string())),
        Reproduced::Unknown => ("unknown", None),
    };
    let digest = frozen.map_or_else(String::new, |frozen| frozen.digest.to_string());
    Ok(ReproducedAnswer { claim: id, digest, reproduced, found, genuine })
}
