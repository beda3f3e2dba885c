//! The audit trail in words.

use super::record::record_name;
use i18n::Lang;
use model::op::{Op, OpKind};
use model::study::Seen;
use model::value::Method;
use model::{OpId, RecordId};
use std::collections::HashSet;

/// What an operation was, to be read alone in the journal or after « Annuler : ». `lookup` finds the
/// operation that an undo undid.
#[must_use]
pub fn op(lang: Lang, seen: &Seen<'_>, op: &Op, lookup: impl Fn(OpId) -> Option<Op>) -> String {
    let method = seen.study_facts().map(|facts| facts.method).unwrap_or_default();
    let trail = Trail { lang, seen, method };
    match op.kind {
        OpKind::Undo => i18n::op_undo(lang, &trail.origin(op, lookup)),
        OpKind::Redo => i18n::op_redo(lang, &trail.origin(op, lookup)),
        _ => trail.word(&op.kind),
    }
}

/// What was done in the end: behind an undo or a redo, the act that it is about.
#[must_use]
pub fn deed(lang: Lang, seen: &Seen<'_>, op: &Op, lookup: impl Fn(OpId) -> Option<Op>) -> String {
    let method = seen.study_facts().map(|facts| facts.method).unwrap_or_default();
    let trail = Trail { lang, seen, method };
    match op.kind {
        OpKind::Undo | OpKind::Redo => trail.origin(op, lookup),
        _ => trail.word(&op.kind),
    }
}

/// The name of an operation's sort in files and in the command line's JSON: `apply_code`.
#[must_use]
pub fn op_kind(kind: &OpKind) -> String {
    match serde_json::to_value(kind) {
        Ok(serde_json::Value::String(name)) => name,
        Ok(serde_json::Value::Object(fields)) => {
            fields.into_iter().next().map(|(name, _)| name).unwrap_or_default()
        }
        // A kind holds identifiers and small numbers only, which JSON always takes.
        _ => String::new(),
    }
}

struct Trail<'s, 'a> {
    lang: Lang,
    seen: &'s Seen<'a>,
    method: Method,
}

impl Trail<'_, '_> {
    /// The act behind a chain of undos and redos, worded.
    fn origin(&self, op: &Op, lookup: impl Fn(OpId) -> Option<Op>) -> String {
        let mut at = op.undoes;
        let mut met = HashSet::from([op.id]);
        // Only a damaged file holds a circle of undos.
        while let Some(id) = at.filter(|id| met.insert(*id)) {
            match lookup(id) {
                Some(step) if matches!(step.kind, OpKind::Undo | OpKind::Redo) => at = step.undoes,
                Some(act) => return self.word(&act.kind),
                None => break,
            }
        }
        i18n::record_unknown(self.lang).to_owned()
    }

    #[allow(clippy::too_many_lines)] // one arm for each kind, so that the compiler finds the one left out
    fn word(&self, kind: &OpKind) -> String {
        let (lang, method) = (self.lang, self.method.as_str());
        let name = |id: &RecordId| record_name(lang, self.seen, *id);
        match kind {
            OpKind::CreateStudy { .. } => i18n::op_create_study(lang).to_owned(),
            OpKind::EditStudy { .. } => i18n::op_edit_study(lang).to_owned(),
            OpKind::AddMember { member } => i18n::op_add_member(lang, &name(member)),
            OpKind::EditMember { member } => i18n::op_edit_member(lang, &name(member)),
            OpKind::AddParticipant { participant } => i18n::op_add_participant(lang, &name(participant)),
            OpKind::EditParticipant { participant } => i18n::op_edit_participant(lang, &name(participant)),
            OpKind::AddAttribute { attribute } => i18n::op_add_attribute(lang, &name(attribute)),
            OpKind::EditAttribute { attribute } => i18n::op_edit_attribute(lang, &name(attribute)),
            OpKind::RemoveAttribute { attribute } => i18n::op_remove_attribute(lang, &name(attribute)),
            OpKind::RemoveParticipant { participant } => {
                i18n::op_remove_participant(lang, &name(participant))
            }
            OpKind::ImportParticipants { participants } => {
                i18n::op_import_participants(lang, (*participants).into())
            }
            OpKind::WriteGuide { .. } => i18n::op_write_guide(lang).to_owned(),
            OpKind::ImportInterview { interview, .. } => i18n::op_import_interview(lang, &name(interview)),
            OpKind::EditInterview { interview } => i18n::op_edit_interview(lang, &name(interview)),
            OpKind::ExcludeInterview { interview } => i18n::op_exclude_interview(lang, &name(interview)),
            OpKind::IncludeInterview { interview } => i18n::op_include_interview(lang, &name(interview)),
            OpKind::CorrectText { interview, .. } => i18n::op_correct_text(lang, &name(interview)),
            OpKind::CorrectTurns { interview, .. } => i18n::op_correct_turns(lang, &name(interview)),
            OpKind::CorrectSpeakers { interview } => i18n::op_correct_speakers(lang, &name(interview)),
            OpKind::ReplaceText { interview, .. } => i18n::op_replace_text(lang, &name(interview)),
            OpKind::MaskText { interview, others, .. } if others.is_empty() => {
                i18n::op_mask_text(lang, &name(interview))
            }
            OpKind::MaskText { interview, others, .. } => {
                let named: Vec<String> = std::iter::once(interview).chain(others).map(name).collect();
                i18n::journal_mask_texts(lang, &named.join(", "))
            }
            OpKind::ComposeTexts { interview, .. } => i18n::op_compose_texts(lang, &name(interview)),
            OpKind::CreateCode { code } => i18n::op_create_code(lang, &name(code), method),
            OpKind::RenameCode { code } => i18n::op_rename_code(lang, &name(code), method),
            OpKind::MoveCode { code } => i18n::op_move_code(lang, &name(code), method),
            OpKind::ColourCode { code } => i18n::op_colour_code(lang, &name(code)),
            OpKind::DefineCode { code } => i18n::op_define_code(lang, &name(code)),
            OpKind::EditCode { code } => i18n::op_edit_code(lang, &name(code), method),
            OpKind::MergeCodes { from, into } => i18n::op_merge_codes(lang, &name(from), &name(into)),
            OpKind::DeleteCodes { codes } => i18n::op_delete_codes(lang, method, (*codes).into()),
            OpKind::SplitCode { code, codings } => i18n::op_split_code(lang, &name(code), (*codings).into()),
            OpKind::DeleteCode { code } => i18n::op_delete_code(lang, &name(code), method),
            OpKind::ImportCodes { codes } => i18n::op_import_codes(lang, method, (*codes).into()),
            OpKind::ApplyCode { code, .. } => i18n::op_apply_code(lang, &name(code)),
            OpKind::ApplyNewCode { code, .. } => i18n::op_apply_new_code(lang, &name(code)),
            OpKind::RemoveCoding { code, .. } => i18n::op_remove_coding(lang, &name(code)),
            OpKind::MoveCoding { .. } => i18n::op_move_coding(lang).to_owned(),
            OpKind::PlaceCoding { .. } => i18n::op_place_coding(lang).to_owned(),
            OpKind::Recode { from, to, .. } => i18n::op_recode(lang, &name(from), &name(to)),
            OpKind::CommentCoding { .. } => i18n::op_comment_coding(lang).to_owned(),
            OpKind::DecideLater { .. } => i18n::op_decide_later(lang).to_owned(),
            OpKind::ImportCodings { codings, .. } => i18n::op_import_codings(lang, method, (*codings).into()),
            OpKind::CodePassages { code, codings } => {
                i18n::op_code_passages(lang, &name(code), method, (*codings).into())
            }
            OpKind::NoteReading { interview } => i18n::op_note_reading(lang, &name(interview)),
            OpKind::FinishCoding { interview, .. } => i18n::op_finish_coding(lang, &name(interview)),
            OpKind::ReopenCoding { interview, .. } => i18n::op_reopen_coding(lang, &name(interview)),
            OpKind::WriteMemo { memo } => i18n::op_write_memo(lang, &name(memo)),
            OpKind::DeleteMemo { memo } => i18n::op_delete_memo(lang, &name(memo)),
            OpKind::SetLevel { code, codes, level } => {
                let level = i18n::level_name(lang, level.as_str(), method);
                i18n::op_set_level(lang, &name(code), level, (*codes).into())
            }
            OpKind::GroupCodes { under, codes } => {
                i18n::op_group_codes(lang, method, (*codes).into(), &name(under))
            }
            OpKind::ImportGrid { codes } => i18n::op_import_grid(lang, (*codes).into()),
            OpKind::SetOrigin { code } => i18n::op_set_origin(lang, &name(code)),
            OpKind::SetDimension { code } => i18n::op_set_dimension(lang, &name(code)),
            OpKind::PlaceOnDimension { property, .. } => i18n::op_place_on_dimension(lang, &name(property)),
            OpKind::MarkDensity { code } => i18n::op_mark_density(lang, &name(code)),
            OpKind::NoteSearch { code } => i18n::op_note_search(lang, &name(code)),
            OpKind::MarkEvidence { about, passages, stance } => {
                let stance = stance.map_or("none", model::value::Stance::as_str);
                i18n::op_mark_evidence(lang, &name(about), (*passages).into(), stance)
            }
            OpKind::ReviewCodings { code, passages } => {
                i18n::op_review_codings(lang, &name(code), (*passages).into())
            }
            OpKind::CreateRelation { relation } => i18n::op_create_relation(lang, &name(relation)),
            OpKind::EditRelation { relation } => i18n::op_edit_relation(lang, &name(relation)),
            OpKind::DeleteRelation { relation } => i18n::op_delete_relation(lang, &name(relation)),
            OpKind::DefineRelationType { relation_type } => {
                i18n::op_define_relation_type(lang, &name(relation_type))
            }
            OpKind::DeleteRelationType { relation_type } => {
                i18n::op_delete_relation_type(lang, &name(relation_type))
            }
            OpKind::WriteTheory { theory } => i18n::op_write_theory(lang, &name(theory)),
            OpKind::DeleteTheory { theory } => i18n::op_delete_theory(lang, &name(theory)),
            OpKind::WriteClause { clause } => i18n::op_write_clause(lang, &name(clause)),
            OpKind::LinkClause { clause } => i18n::op_link_clause(lang, &name(clause)),
            OpKind::MoveClause { clause } => i18n::op_move_clause(lang, &name(clause)),
            OpKind::DeleteClause { clause } => i18n::op_delete_clause(lang, &name(clause)),
            OpKind::KeepTheory { version } => i18n::op_keep_theory(lang, &name(version)),
            OpKind::WriteSchema { schema } => i18n::op_write_schema(lang, &name(schema)),
            OpKind::ArrangeSchema { schema, .. } => i18n::op_arrange_schema(lang, &name(schema)),
            OpKind::DeleteSchema { schema } => i18n::op_delete_schema(lang, &name(schema)),
            OpKind::SaveQuery { query } => i18n::op_save_query(lang, &name(query)),
            OpKind::DeleteQuery { query } => i18n::op_delete_query(lang, &name(query)),
            OpKind::SetUpRound { .. } => i18n::op_set_up_round(lang).to_owned(),
            OpKind::DeclareDone { .. } => i18n::op_declare_done(lang).to_owned(),
            OpKind::OpenRound { .. } => i18n::op_open_round(lang).to_owned(),
            OpKind::ReopenDone { .. } => i18n::op_reopen_done(lang).to_owned(),
            OpKind::MakePacket { coder, .. } => i18n::op_make_packet(lang, &name(coder)),
            OpKind::ReceivePacket { coder, codings, .. } => {
                i18n::op_receive_packet(lang, &name(coder), (*codings).into())
            }
            OpKind::AdoptCode { code, from } => i18n::op_adopt_code(lang, &name(code), &name(from), method),
            OpKind::Align { first, second: Some(second), relation: Some(_) } => {
                i18n::op_align(lang, &name(first), &name(second))
            }
            OpKind::Align { first, relation: Some(_), .. } => i18n::deed_align_none(lang, &name(first)),
            OpKind::Align { first, .. } => i18n::deed_align_back(lang, &name(first)),
            OpKind::Decide { interview, decisions, .. } => {
                i18n::op_decide(lang, &name(interview), (*decisions).into())
            }
            OpKind::AcceptAgreements { interview, decisions } => {
                i18n::op_accept_agreements(lang, &name(interview), (*decisions).into())
            }
            OpKind::FinishReconciliation { interview } => {
                i18n::op_finish_reconciliation(lang, &name(interview))
            }
            OpKind::ReopenReconciliation { interview } => {
                i18n::op_reopen_reconciliation(lang, &name(interview))
            }
            OpKind::SetReconciliation { .. } => i18n::op_set_reconciliation(lang).to_owned(),
            OpKind::WriteClaim { .. } => i18n::op_write_claim(lang).to_owned(),
            OpKind::MakeClaim { .. } => i18n::op_make_claim(lang).to_owned(),
            OpKind::WithdrawClaim { .. } => i18n::op_withdraw_claim(lang).to_owned(),
            OpKind::GiveVisa { director, verdict, .. } => {
                i18n::op_give_visa(lang, &name(director), verdict.as_str())
            }
            OpKind::CommentOn { about, .. } => i18n::op_comment_on(lang, &name(about)),
            OpKind::ResolveThread { memo, resolved: true } => i18n::op_resolve_thread(lang, &name(memo)),
            OpKind::ResolveThread { memo, .. } => i18n::deed_reopen_thread(lang, &name(memo)),
            OpKind::ShareMemo { memo, shared: true } => i18n::op_share_memo(lang, &name(memo)),
            OpKind::ShareMemo { memo, .. } => i18n::deed_unshare_memo(lang, &name(memo)),
            OpKind::NoteReview { target } => i18n::op_note_review(lang, &name(target)),
            OpKind::TakeReview { comments, visas } => {
                i18n::op_take_review(lang, (*comments).into(), (*visas).into())
            }
            OpKind::MakeReviewCopy { director } => i18n::op_make_review_copy(lang, &name(director)),
            OpKind::Settle { record, .. } => i18n::op_settle(lang, &name(record)),
            OpKind::Unite { record, with } => i18n::op_unite(lang, &name(record), &name(with)),
            OpKind::Purge { .. } => i18n::op_purge(lang).to_owned(),
            // Without what it undid; `origin` never asks for one of these.
            OpKind::Undo => i18n::op_undo(lang, i18n::record_unknown(lang)),
            OpKind::Redo => i18n::op_redo(lang, i18n::record_unknown(lang)),
        }
    }
}
