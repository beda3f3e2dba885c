//! Golden sentences of the audit trail, one for each kind of operation.

use super::{deed, op, op_kind};
use i18n::Lang;
use model::lens::Lens;
use model::op::{After, Change, Op, OpKind};
use model::purge::Blanking;
use model::records::Records;
use model::study::Study;
use model::value::{
    AttributeDefinition, AttributeKind, CodeName, CodingCode, Group, InterviewName, Life, MemberName,
    MemoKind, MemoTarget, MemoText, Method, ParticipantName, StudyMethod, StudyTitle, Value,
};
use model::{OpId, RecordId, Timestamp};
use std::collections::BTreeSet;
use uuid::Uuid;

pub(super) const STUDY: u128 = 1;
pub(super) const MEMBER: u128 = 2;
pub(super) const PARTICIPANT: u128 = 3;
const ATTRIBUTE: u128 = 4;
pub(super) const INTERVIEW: u128 = 5;
pub(super) const CODE: u128 = 6;
pub(super) const OTHER: u128 = 7;
pub(super) const CODING: u128 = 8;
pub(super) const MEMO: u128 = 9;

pub(super) fn id(n: u128) -> RecordId {
    RecordId(Uuid::from_u128(n))
}

fn act(n: u128, kind: OpKind, changes: Vec<(u128, After)>) -> Op {
    let change = |(record, after)| Change { record: id(record), bases: Vec::new(), after };
    Op {
        id: OpId(Uuid::from_u128(n)),
        author: id(MEMBER),
        at: Timestamp(0),
        lamport: u64::try_from(n).unwrap(),
        kind,
        changes: changes.into_iter().map(change).collect(),
        undoes: None,
    }
}

pub(super) fn set(record: u128, value: impl Into<Value>) -> (u128, After) {
    (record, After::Set(value.into()))
}

fn study(method: Method) -> Study {
    let name = str::to_owned;
    let attribute =
        AttributeDefinition::new(name("Âge"), Vec::new(), AttributeKind::Number, Default::default());
    let born = vec![
        set(STUDY, StudyTitle::new(name("Renoncer"))),
        set(STUDY, StudyMethod::new(method)),
        set(MEMBER, MemberName::new(name("Claire L."))),
        set(PARTICIPANT, ParticipantName::new(name("EMG 3"))),
        set(ATTRIBUTE, attribute),
        set(INTERVIEW, InterviewName::new(name("Anouk"))),
        set(CODE, CodeName::new(name("coût du trajet"))),
        set(OTHER, CodeName::new(name("attente"))),
        set(CODING, CodingCode::new(id(CODE))),
        set(MEMO, MemoTarget::new(None, MemoKind::Free, id(MEMBER))),
        set(MEMO, MemoText::new(name("Le temps"), String::new())),
    ];
    let born = born.into_iter().chain(super::journal_theory_tests::thoughts()).collect();
    let mut study = Study::new(Records::default(), Blanking::default());
    study.apply(&act(100, OpKind::CreateStudy { study: id(STUDY) }, born));
    study
}

fn word(study: &Study, lang: Lang, kind: OpKind) -> String {
    op(lang, &study.seen_by(Lens::Anybody), &act(200, kind, Vec::new()), |_| None)
}

/// An operation's sort with its French and English sentence.
pub(super) type Golden = (OpKind, &'static str, &'static str);

/// Every kind with its sentences in a grounded-theory study.
fn golden() -> Vec<Golden> {
    let parts = [
        golden_on_people(),
        golden_on_interviews(),
        golden_on_memos_and_copies(),
        golden_on_codes(),
        golden_on_codings(id(CODING), id(CODE)),
        super::journal_theory_tests::golden(),
        super::journal_double_coding_tests::golden(),
        super::journal_claims_tests::golden(),
    ];
    parts.concat()
}

#[allow(clippy::too_many_lines)] // one entry for each kind
fn golden_on_interviews() -> Vec<Golden> {
    let (interview, revision, coder) = (id(INTERVIEW), id(50), id(MEMBER));
    vec![
        (
            OpKind::ImportInterview { interview, words: 9, turns: 2 },
            "importer l’entretien Anouk",
            "import Anouk",
        ),
        (
            OpKind::EditInterview { interview },
            "modifier la fiche de l’entretien Anouk",
            "edit the details of Anouk",
        ),
        (OpKind::ExcludeInterview { interview }, "exclure l’entretien Anouk", "exclude Anouk"),
        (
            OpKind::IncludeInterview { interview },
            "reprendre l’entretien Anouk dans l’analyse",
            "take Anouk back into the analysis",
        ),
        (
            OpKind::CorrectText { interview, revision, places: 1 },
            "corriger le texte de l’entretien Anouk",
            "correct the text of Anouk",
        ),
        (
            OpKind::ReplaceText { interview, revision, places: 1 },
            "remplacer le texte de l’entretien Anouk",
            "replace the text of Anouk",
        ),
        (
            OpKind::CorrectTurns { interview, revision },
            "corriger les tours de parole de l’entretien Anouk",
            "correct the turns of Anouk",
        ),
        (
            OpKind::CorrectSpeakers { interview },
            "corriger les locuteurs de l’entretien Anouk",
            "correct the speakers of Anouk",
        ),
        (
            OpKind::MaskText { interview, revision, places: 1, others: Vec::new() },
            "masquer des passages de l’entretien Anouk",
            "mask passages of Anouk",
        ),
        (
            OpKind::MaskText { interview, revision, places: 1, others: vec![interview] },
            "masquer un nom dans les entretiens Anouk, Anouk",
            "mask a name in Anouk, Anouk",
        ),
        (
            OpKind::ComposeTexts { interview, revision },
            "réunir deux corrections de l’entretien Anouk",
            "unite two corrections of Anouk",
        ),
        (
            OpKind::NoteReading { interview },
            "noter une relecture de l’entretien Anouk",
            "note a re-reading of Anouk",
        ),
        (
            OpKind::FinishCoding { interview, coder },
            "terminer le codage de l’entretien Anouk",
            "finish coding Anouk",
        ),
        (
            OpKind::ReopenCoding { interview, coder },
            "rouvrir le codage de l’entretien Anouk",
            "reopen the coding of Anouk",
        ),
    ]
}

fn golden_on_memos_and_copies() -> Vec<Golden> {
    let (interview, code, memo, round) = (id(INTERVIEW), id(CODE), id(MEMO), id(51));
    vec![
        (OpKind::WriteMemo { memo }, "écrire le mémo «\u{A0}Le temps\u{A0}»", "write the memo “Le temps”"),
        (
            OpKind::DeleteMemo { memo },
            "supprimer le mémo «\u{A0}Le temps\u{A0}»",
            "delete the memo “Le temps”",
        ),
        (OpKind::SetUpRound { round }, "préparer un tour de double codage", "set up a double-coding round"),
        (
            OpKind::DeclareDone { round },
            "déclarer son codage fini et le sceller",
            "declare one’s coding done and seal it",
        ),
        (OpKind::OpenRound { round }, "ouvrir les codages scellés", "open the sealed codings"),
        (
            OpKind::Settle { record: code, field: Group::CodeName.into() },
            "trancher une divergence sur «\u{A0}coût du trajet\u{A0}»",
            "settle a conflict on “coût du trajet”",
        ),
        (
            OpKind::Unite { record: code, with: id(OTHER) },
            "réunir «\u{A0}coût du trajet\u{A0}» et «\u{A0}attente\u{A0}»",
            "unite “coût du trajet” and “attente”",
        ),
        (
            OpKind::Purge { record: interview, items: Vec::new() },
            "effacer des données retirées",
            "erase withdrawn data",
        ),
        (OpKind::Undo, "annuler\u{A0}: élément inconnu", "undo: unknown item"),
        (OpKind::Redo, "rétablir\u{A0}: élément inconnu", "redo: unknown item"),
    ]
}

fn golden_on_people() -> Vec<Golden> {
    let (study, member, participant, attribute) = (id(STUDY), id(MEMBER), id(PARTICIPANT), id(ATTRIBUTE));
    vec![
        (OpKind::CreateStudy { study }, "créer l’étude", "create the study"),
        (OpKind::EditStudy { study }, "modifier l’étude", "edit the study"),
        (OpKind::AddMember { member }, "ajouter Claire L. à l’équipe", "add Claire L. to the team"),
        (OpKind::EditMember { member }, "modifier la fiche «\u{A0}Claire L.\u{A0}»", "edit Claire L."),
        (OpKind::AddParticipant { participant }, "ajouter le participant EMG 3", "add participant EMG 3"),
        (OpKind::EditParticipant { participant }, "modifier la fiche du participant EMG 3", "edit EMG 3"),
        (
            OpKind::AddAttribute { attribute },
            "ajouter la caractéristique «\u{A0}Âge\u{A0}»",
            "add the characteristic “Âge”",
        ),
        (
            OpKind::RemoveAttribute { attribute },
            "retirer la caractéristique «\u{A0}Âge\u{A0}»",
            "remove the characteristic “Âge”",
        ),
        (
            OpKind::EditAttribute { attribute },
            "modifier la caractéristique «\u{A0}Âge\u{A0}»",
            "edit the characteristic “Âge”",
        ),
        (OpKind::ImportParticipants { participants: 1 }, "importer 1 participant", "import 1 participant"),
        (OpKind::WriteGuide { guide: id(60) }, "écrire le guide d’entretien", "write the interview guide"),
    ]
}

fn golden_on_codes() -> Vec<Golden> {
    let (code, into) = (id(CODE), id(OTHER));
    vec![
        (
            OpKind::CreateCode { code },
            "créer l’étiquette «\u{A0}coût du trajet\u{A0}»",
            "create the label “coût du trajet”",
        ),
        (
            OpKind::RenameCode { code },
            "renommer l’étiquette «\u{A0}coût du trajet\u{A0}»",
            "rename the label “coût du trajet”",
        ),
        (
            OpKind::MoveCode { code },
            "déplacer l’étiquette «\u{A0}coût du trajet\u{A0}»",
            "move the label “coût du trajet”",
        ),
        (
            OpKind::ColourCode { code },
            "changer la couleur de «\u{A0}coût du trajet\u{A0}»",
            "change the colour of “coût du trajet”",
        ),
        (OpKind::DefineCode { code }, "définir «\u{A0}coût du trajet\u{A0}»", "define “coût du trajet”"),
        (
            OpKind::EditCode { code },
            "modifier l’étiquette «\u{A0}coût du trajet\u{A0}»",
            "edit the label “coût du trajet”",
        ),
        (
            OpKind::MergeCodes { from: code, into },
            "fusionner «\u{A0}coût du trajet\u{A0}» dans «\u{A0}attente\u{A0}»",
            "merge “coût du trajet” into “attente”",
        ),
        (
            OpKind::DeleteCode { code },
            "supprimer l’étiquette «\u{A0}coût du trajet\u{A0}»",
            "delete the label “coût du trajet”",
        ),
        (OpKind::DeleteCodes { codes: 2 }, "supprimer 2 étiquettes", "delete 2 labels"),
        (
            OpKind::SplitCode { code, codings: 3 },
            "scinder «\u{A0}coût du trajet\u{A0}»\u{A0}: 3 extraits",
            "split “coût du trajet”: 3 passages",
        ),
        (OpKind::ImportCodes { codes: 12 }, "importer 12 étiquettes", "import 12 labels"),
    ]
}

fn golden_on_codings(coding: RecordId, code: RecordId) -> Vec<Golden> {
    vec![
        (
            OpKind::ApplyCode { coding, code },
            "appliquer «\u{A0}coût du trajet\u{A0}»",
            "apply “coût du trajet”",
        ),
        (
            OpKind::ApplyNewCode { coding, code },
            "créer et appliquer «\u{A0}coût du trajet\u{A0}»",
            "create and apply “coût du trajet”",
        ),
        (
            OpKind::RemoveCoding { coding, code },
            "retirer «\u{A0}coût du trajet\u{A0}»",
            "remove “coût du trajet”",
        ),
        (OpKind::MoveCoding { coding }, "déplacer les bords d’un extrait", "move the edges of a passage"),
        (OpKind::PlaceCoding { coding }, "replacer un extrait", "place a passage again"),
        (
            OpKind::Recode { coding, from: code, to: id(OTHER) },
            "remplacer «\u{A0}coût du trajet\u{A0}» par «\u{A0}attente\u{A0}»",
            "replace “coût du trajet” by “attente”",
        ),
        (OpKind::CommentCoding { coding }, "commenter un extrait", "comment on a passage"),
        (OpKind::DecideLater { coding }, "remettre un extrait à plus tard", "leave a passage for later"),
        (
            OpKind::ImportCodings { codings: 1200, codes: 3, interviews: 2 },
            "importer 1\u{A0}200 extraits étiquetés",
            "import 1,200 labelled passages",
        ),
        (
            OpKind::CodePassages { code, codings: 12 },
            "appliquer «\u{A0}coût du trajet\u{A0}» à 12 extraits étiquetés",
            "apply “coût du trajet” to 12 labelled passages",
        ),
    ]
}

#[test]
fn every_kind_has_its_sentence_in_both_languages() {
    let study = study(Method::Grounded);
    for (kind, french, english) in golden() {
        // No-break spaces are the catalogues' own test.
        let plain = |text: &str| text.replace('\u{A0}', " ");
        assert_eq!(plain(&word(&study, Lang::Fr, kind.clone())), plain(french));
        assert_eq!(plain(&word(&study, Lang::En, kind)), plain(english));
    }
}

/// The catalogue has one message for each kind, named like it: none is left out above.
#[test]
fn the_golden_sentences_cover_the_catalogue() {
    let tested: BTreeSet<String> =
        golden().iter().map(|(kind, _, _)| format!("op-{}", op_kind(kind).replace('_', "-"))).collect();
    let messages = i18n::all_messages().iter().filter(|info| info.id.starts_with("op-"));
    assert_eq!(tested, messages.map(|info| info.id.to_owned()).collect());
}

#[test]
fn the_method_decides_the_words() {
    let study = study(Method::Thematic);
    let create = OpKind::CreateCode { code: id(CODE) };
    assert_eq!(word(&study, Lang::Fr, create.clone()), "créer le code «\u{A0}coût du trajet\u{A0}»");
    assert_eq!(word(&study, Lang::En, create), "create the code “coût du trajet”");
    let import = OpKind::ImportCodings { codings: 2, codes: 0, interviews: 1 };
    assert_eq!(word(&study, Lang::Fr, import), "importer 2 extraits codés");
}

#[test]
fn an_undo_says_what_it_undid_however_long_the_chain() {
    let study = study(Method::Grounded);
    let (coding, code) = (id(CODING), id(CODE));
    let apply = act(300, OpKind::ApplyCode { coding, code }, Vec::new());
    let undo = Op { undoes: Some(apply.id), ..act(301, OpKind::Undo, Vec::new()) };
    let redo = Op { undoes: Some(undo.id), ..act(302, OpKind::Redo, Vec::new()) };
    let again = Op { undoes: Some(redo.id), ..act(303, OpKind::Undo, Vec::new()) };
    let all = [apply, undo, redo, again];
    let lookup = |wanted: OpId| all.iter().find(|op| op.id == wanted).cloned();
    let seen = study.seen_by(Lens::Anybody);
    let said: Vec<String> = all[1..].iter().map(|one| op(Lang::Fr, &seen, one, lookup)).collect();
    let what = "appliquer «\u{A0}coût du trajet\u{A0}»";
    let expected = ["annuler", "rétablir", "annuler"].map(|verb| format!("{verb}\u{A0}: {what}"));
    assert_eq!(said, expected);
    for one in &all {
        assert_eq!(deed(Lang::Fr, &seen, one, lookup), what);
    }
}

#[test]
fn a_circle_of_undos_ends() {
    let study = study(Method::Grounded);
    let first = Op { undoes: Some(OpId(Uuid::from_u128(301))), ..act(300, OpKind::Undo, Vec::new()) };
    let second = Op { undoes: Some(first.id), ..act(301, OpKind::Undo, Vec::new()) };
    let lookup = |wanted: OpId| Some(if wanted == first.id { first.clone() } else { second.clone() });
    let said = op(Lang::En, &study.seen_by(Lens::Anybody), &first, lookup);
    assert_eq!(said, "undo: unknown item");
}

#[test]
fn what_was_undone_deleted_or_erased_is_still_spoken_of() {
    let mut study = study(Method::Grounded);
    let unset = |record, group: Group| (record, After::Unset(group.into()));
    let based = |mut op: Op| {
        for change in &mut op.changes {
            change.bases = vec![OpId(Uuid::from_u128(100))];
        }
        op
    };
    let gone = based(act(101, OpKind::Undo, vec![unset(CODE, Group::CodeName)]));
    let deleted = based(act(102, OpKind::DeleteCode { code: id(OTHER) }, vec![set(OTHER, Life::new(false))]));
    let erased = based(act(
        103,
        OpKind::WriteMemo { memo: id(MEMO) },
        vec![set(MEMO, MemoText::new(String::new(), String::new()))],
    ));
    for op in [&gone, &deleted, &erased] {
        study.apply(op);
    }
    let (code, memo) = (id(CODE), id(MEMO));
    assert_eq!(word(&study, Lang::En, OpKind::DefineCode { code }), "define “coût du trajet”");
    assert_eq!(word(&study, Lang::En, OpKind::DefineCode { code: id(OTHER) }), "define “attente”");
    assert_eq!(
        word(&study, Lang::Fr, OpKind::WriteMemo { memo }),
        "écrire le mémo «\u{A0}texte effacé\u{A0}»"
    );
    assert_eq!(word(&study, Lang::En, OpKind::DefineCode { code: id(77) }), "define “unknown item”");
}
