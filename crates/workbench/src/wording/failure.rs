//! Refusals and failures in words: what, where, and what to do.

use super::project_file::{self, shown};
use super::record::record_name;
use super::{names, query, table, transcript_file};
use crate::engine::Engine;
use crate::failure::{ClaimProblem, DoubleCodingProblem, Failure};
use crate::review::admission::Beyond;
use i18n::Lang;
use model::undo::UndoBlocked;
use model::value::Method;
use model::{OpId, RecordId};
use std::path::Path;
use store::StoreError;

/// What is known of the project where something failed: the more, the more the sentence names.
#[derive(Debug, Clone, Copy, Default)]
pub struct About<'a> {
    /// The project file.
    pub file: Option<&'a Path>,
    /// The project, where it could be opened.
    pub engine: Option<&'a Engine>,
}

/// The sentence that tells a user why something was refused or failed.
#[must_use]
pub fn failure(lang: Lang, failure: &Failure) -> String {
    failure_about(lang, About::default(), failure)
}

/// The same, naming what the project knows: codes, members and operations by their names.
#[must_use]
pub fn failure_about(lang: Lang, about: About<'_>, failure: &Failure) -> String {
    Telling { lang, about }.tell(failure)
}

struct Telling<'a> {
    lang: Lang,
    about: About<'a>,
}

impl Telling<'_> {
    #[allow(clippy::too_many_lines)] // one arm for each failure
    fn tell(&self, failure: &Failure) -> String {
        let lang = self.lang;
        match failure {
            Failure::Store(StoreError::StoodOn { standing }) => {
                let (who, what) = self.act(standing.op);
                i18n::error_take_back_stands_on(lang, &who, &what)
            }
            Failure::Store(error) => project_file::store_error(lang, self.about.file, error),
            Failure::File { path, source } => project_file::io_error(lang, path, source),
            Failure::NotAFile { path } => i18n::error_file_not_a_file(lang, &path.to_string_lossy()),
            Failure::FileChanging { path } => i18n::error_file_changing(lang, &path.to_string_lossy()),
            Failure::Transcript { file, source } => transcript_file::read_error(lang, file, source),
            Failure::Table { file, source } => table::table(lang, file, source),
            Failure::Unwritten(error) => i18n::error_document_unwritten(lang, &error.to_string()),
            Failure::Row { line, problem } => table::row(lang, self.method(), *line, problem),
            Failure::Name(error) => names::name_error(lang, self.method(), error),
            Failure::WhoActs { members } => i18n::error_member_needed(lang, &members.join(", ")),
            Failure::ReadingOnly => i18n::error_opened_for_reading(lang).to_owned(),
            Failure::Range { start, end, length } => table::range(lang, *start, *end, *length),
            Failure::EmptyPassage => i18n::error_range_empty(lang).to_owned(),
            Failure::CutsGrapheme { start, end } => {
                i18n::error_cuts_character(lang, &end.to_string(), &start.to_string())
            }
            Failure::AlreadyCoded { coding } => i18n::error_already_applied(lang, &self.record(*coding)),
            Failure::Deleted { record } => i18n::error_code_deleted(lang, &self.record(*record)),
            Failure::Withdrawn => i18n::error_withdrawn(lang).to_owned(),
            Failure::TextMovedOn => i18n::error_text_moved_on(lang).to_owned(),
            Failure::Turns => i18n::error_turns(lang).to_owned(),
            Failure::Speaks { interview } => i18n::error_participant_speaks(lang, &self.record(*interview)),
            Failure::EmptyName => i18n::error_name_empty(lang).to_owned(),
            Failure::SameName { name, .. } => i18n::error_name_taken(lang, name),
            Failure::BelowItself => i18n::error_code_into_itself(lang).to_owned(),
            Failure::LevelAbove { code, above } => {
                i18n::error_level_above(lang, &self.record(*above), &self.record(*code))
            }
            Failure::LevelBelow { code, below } => {
                i18n::error_level_below(lang, &self.record(*below), &self.record(*code))
            }
            Failure::LevelTooHigh { name, above } => {
                i18n::error_level_above(lang, &self.record(*above), name)
            }
            Failure::LevelTooLow { name, below } => i18n::error_level_below(lang, &self.record(*below), name),
            Failure::DimensionEnds => i18n::error_dimension_ends(lang).to_owned(),
            Failure::SameValue { name } => i18n::error_value_twice(lang, name),
            Failure::NotOnDimension { property } => {
                i18n::error_not_on_dimension(lang, &self.record(*property))
            }
            Failure::RelatedToItself { code } => i18n::error_related_to_itself(lang, &self.record(*code)),
            Failure::SameRelation { relation } => i18n::error_related_already(lang, &self.record(*relation)),
            Failure::PartOfItself { part, whole } => {
                i18n::error_part_of_itself(lang, &self.record(*part), &self.record(*whole))
            }
            Failure::TypeInUse { relation_type, relation } => {
                i18n::error_type_in_use(lang, &self.record(*relation), &self.record(*relation_type))
            }
            Failure::DoubleCoding(problem) => double_coding(lang, problem),
            Failure::Claim(problem) => self.claim(problem),
            Failure::Nothing => i18n::error_nothing_to_change(lang).to_owned(),
            Failure::NothingToUndo => i18n::error_nothing_to_undo(lang).to_owned(),
            Failure::Undo(blocked) => self.undo_blocked(blocked),
            Failure::NotAHead { version } => i18n::error_not_a_version(lang, &version.to_string()),
            Failure::NotUnitable => i18n::error_not_unitable(lang).to_owned(),
            Failure::Edit(error) => self.damaged(&error.to_string()),
            Failure::TextMissing { revision } => i18n::error_text_missing(lang, &revision.to_string()),
            Failure::Payload { op } => i18n::error_operation_unreadable(lang, &op.to_string()),
            Failure::TwoCodersNeeded => i18n::error_two_coders_needed(lang).to_owned(),
            Failure::TooManyCoders { coders } => i18n::error_too_many_coders(lang, &coders.to_string()),
            Failure::NoSuchLevel { level } => i18n::error_no_such_level(lang, level),
            Failure::NoCodeAtLevel { level } => i18n::error_no_code_at_level(
                lang,
                i18n::level_name(lang, level.as_str(), self.method().as_str()),
            ),
            Failure::NotCounted { interview } => i18n::error_interview_not_counted(lang, interview),
            Failure::Query(error) => query::query(lang, error),
            Failure::Index(error) => i18n::error_index(lang, &error.to_string()),
            Failure::Closed => i18n::error_project_closed(lang).to_owned(),
        }
    }

    fn claim(&self, problem: &ClaimProblem) -> String {
        let lang = self.lang;
        match problem {
            ClaimProblem::NoArgument => i18n::error_claim_argument(lang).to_owned(),
            ClaimProblem::NothingFinished => i18n::error_claim_nothing_finished(lang).to_owned(),
            ClaimProblem::Empty { at, confirm } => {
                i18n::error_claim_empty(lang, &at.to_string(), &confirm.to_string())
            }
            ClaimProblem::FolderTaken { folder, sheet } => i18n::error_sheet_folder(lang, folder, sheet),
            ClaimProblem::NothingCoded => i18n::error_claim_nothing_coded(lang).to_owned(),
            ClaimProblem::Beyond { at, confirm, n } => {
                let n = i64::try_from(*n).unwrap_or(i64::MAX);
                i18n::error_claim_beyond(lang, &at.to_string(), &confirm.to_string(), n)
            }
            ClaimProblem::Unfinished { interviews } => i18n::error_claim_unfinished(lang, interviews),
            ClaimProblem::Blind { rounds } => i18n::error_claim_blind(lang, rounds),
            ClaimProblem::Sealed { interviews } => i18n::error_claim_sealed(lang, interviews),
            ClaimProblem::OrderLeavesOut { interviews } => i18n::error_claim_order(lang, interviews),
            ClaimProblem::SignedAlready { director } => {
                i18n::error_visa_signed(lang, &self.record(*director))
            }
            ClaimProblem::ProofNeeded => i18n::error_visa_proof(lang).to_owned(),
            ClaimProblem::NotMade => i18n::error_claim_not_made(lang).to_owned(),
            ClaimProblem::NotItsDirector { member } => {
                i18n::error_claim_not_its_director(lang, &self.record(*member))
            }
            ClaimProblem::NotADirector { member } => i18n::error_not_a_director(lang, &self.record(*member)),
            ClaimProblem::DirectorReads => i18n::error_director_reads(lang).to_owned(),
            ClaimProblem::ReviewCopyOnly { director } => {
                i18n::error_review_copy_only(lang, &self.record(*director))
            }
            ClaimProblem::BeyondReview { director, what } => {
                let what: Vec<String> = what.iter().map(|(what, n)| self.beyond(*what, *n)).collect();
                i18n::error_beyond_review(lang, &self.record(*director), &what.join(", "))
            }
            ClaimProblem::StrangeReplies { file, what } => {
                let quoted = what.iter().map(|text| i18n::passages_quote(lang, text));
                i18n::error_strange_replies(lang, file, &quoted.collect::<Vec<_>>().join(" "))
            }
            ClaimProblem::ReasonNeeded => i18n::error_refusal_reason(lang).to_owned(),
            ClaimProblem::NoReplies { file } => i18n::error_no_replies(lang, file),
            ClaimProblem::OtherStudy => i18n::error_replies_other_study(lang).to_owned(),
        }
    }

    fn beyond(&self, what: Beyond, n: usize) -> String {
        let lang = self.lang;
        let n = i64::try_from(n).unwrap_or(i64::MAX);
        match what {
            Beyond::Record(kind) => {
                let kind = i18n::kind_name(lang, kind.as_str(), self.method().as_str());
                i18n::beyond_record(lang, kind, n)
            }
            Beyond::InTheNameOf(member) => i18n::beyond_name(lang, &self.record(member), n),
            Beyond::By(member) => i18n::beyond_by(lang, &self.record(member), n),
            Beyond::Purge => i18n::beyond_purge(lang).to_owned(),
        }
    }

    fn damaged(&self, reason: &str) -> String {
        i18n::error_study_damaged(self.lang, &shown(self.lang, self.about.file), reason)
    }

    fn method(&self) -> Method {
        let facts =
            self.about.engine.and_then(|engine| engine.seen().study_facts().map(|facts| facts.method));
        facts.unwrap_or_default()
    }

    fn record(&self, id: RecordId) -> String {
        self.about.engine.map_or_else(|| id.to_string(), |engine| record_name(self.lang, &engine.seen(), id))
    }

    fn undo_blocked(&self, blocked: &UndoBlocked) -> String {
        let lang = self.lang;
        match blocked {
            UndoBlocked::MovedOn { by } => {
                let (who, what) = self.act(*by);
                i18n::error_undo_changed_since(lang, &who, &what)
            }
            UndoBlocked::StoodOn { by } => {
                let (who, what) = self.act(*by);
                i18n::error_undo_in_use(lang, &who, &what)
            }
            UndoBlocked::Purged => i18n::error_undo_purge(lang).to_owned(),
            UndoBlocked::Unknown => i18n::error_undo_unknown(lang).to_owned(),
        }
    }

    /// Who did an operation, and what it was; only its identifier where the project is not at hand or
    /// the lens hides it.
    fn act(&self, id: OpId) -> (String, String) {
        let nobody = || (i18n::error_somebody(self.lang).to_owned(), id.to_string());
        let Some(engine) = self.about.engine else { return nobody() };
        let Ok(Some(op)) = engine.op(id) else { return nobody() };
        let seen = engine.seen();
        if !seen.may_read(&op) {
            return nobody();
        }
        let lookup = |id| engine.op(id).ok().flatten();
        (record_name(self.lang, &seen, op.author), super::op(self.lang, &seen, &op, lookup))
    }
}

fn double_coding(lang: Lang, problem: &DoubleCodingProblem) -> String {
    use DoubleCodingProblem as Problem;
    match problem {
        Problem::NoInterview => i18n::error_round_no_interview(lang).to_owned(),
        Problem::TwoCoders => i18n::error_round_two_coders(lang).to_owned(),
        Problem::NotYourRound => i18n::error_round_not_yours(lang).to_owned(),
        Problem::RoundOpen => i18n::error_round_open(lang).to_owned(),
        Problem::ReasonNeeded => i18n::error_round_reason(lang).to_owned(),
        Problem::Sealed => i18n::error_round_sealed(lang).to_owned(),
        Problem::StillSealed => i18n::error_round_still_sealed(lang).to_owned(),
        Problem::InPacket => i18n::error_in_packet(lang).to_owned(),
        Problem::UnknownPacket => i18n::error_packet_unknown(lang).to_owned(),
        Problem::WordCameBack { coder, round } => i18n::error_word_came_back(lang, coder, round),
        Problem::AlteredPacket => i18n::error_packet_altered(lang).to_owned(),
        Problem::Locked => i18n::error_locked(lang).to_owned(),
        Problem::PassphraseNeeded => i18n::error_passphrase_needed(lang).to_owned(),
        Problem::PassphraseRefused => i18n::error_passphrase_refused(lang).to_owned(),
        Problem::NotLocked => i18n::error_not_locked(lang).to_owned(),
        Problem::CannotLock => i18n::error_cannot_lock(lang).to_owned(),
        Problem::GrewSinceLocked => i18n::error_grew_since_locked(lang).to_owned(),
        Problem::SameCode => i18n::error_align_same_code(lang).to_owned(),
        Problem::SecondCodeNeeded => i18n::error_align_second_code(lang).to_owned(),
        Problem::OtherCodeNeeded => i18n::error_decide_other_code(lang).to_owned(),
        Problem::StillOpen { n } => i18n::error_reconcile_open(lang, i64::try_from(*n).unwrap_or(i64::MAX)),
    }
}
