//! What leaves with a review copy: a word of its own is put into every field of every record of a study, and the
//! whole file of the copy is searched for them.
#![allow(clippy::panic, clippy::unwrap_used)] // a test that meets the unexpected has found a fault

mod support;

use model::op::{After, Change, Op, OpKind};
use model::study::Seen;
use model::value::{
    AlignmentLink, CodeDefinition, DecisionAbout, DecisionOutcome, Difference, Field, Group, Inclusion,
    InterviewStatus, Kind, MemoKind, ParticipantStatus, Point, RevisionOrigin, RoundOpened, RoundSetup,
    SchemaFrame, StudyStopWords, Value, Verdict, VisaGiven,
};
use model::{OpId, RecordId};
use std::collections::BTreeSet;
use std::io::Read;
use std::path::Path;
use support::{NOW, Project, env};
use workbench::Engine;
use workbench::command::Command;
use workbench::command::review::ReviewCommand;

/// The words that a director needs: everything else stays behind.
const LEAVES: &[&str] = &[
    "claim.argument.argument",
    "claim.frozen.argument",
    "claim.frozen.category_names",
    "claim.frozen.code_names",
    "claim.frozen.search_notes",
    "clause.text.text",
    "code.definition.definition",
    "code.dimension.names",
    "code.evidence.comment",
    "code.name.name",
    "code.search.note",
    "decision.outcome.reason",
    "interview.name.name",
    "interview.speakers.speakers",
    "member.name.name",
    "memo.text.body",
    "memo.text.title",
    "participant.name.name",
    "relation_type.definition.definition",
    "relation_type.definition.name",
    "round.setup.name",
    "schema.frame.title",
    "schema.note.text",
    "schema.title.title",
    "study.question.question",
    "study.settings.participant_prefix",
    "study.title.title",
    "theory.title.title",
    "theory_version.kept.name",
    "visa.given.reason",
];

/// The words that stay with the student.
const STAYS: &[&str] = &[
    "alignment.link.note",
    "attribute.definition.name",
    "claim.frozen.interview_names",
    "code.definition.example",
    "coding.anchor.after",
    "coding.anchor.before",
    "coding.anchor.quote",
    "coding.comment.text",
    "guide.text.text",
    "guide.text.title",
    "interview.facts.place",
    "interview.source.file",
    "interview.status.reason",
    "participant.attribute.value",
    "participant.status.reason",
    "query.asked.name",
    "round.opened.reason",
    "round.setup.instructions",
    "study.stop_words.list",
    "visa.given.proof_name",
];

/// Every byte of a file, and of whatever is compressed in it.
fn every_byte(path: &Path) -> Vec<u8> {
    let bytes = std::fs::read(path).unwrap();
    let mut all = bytes.clone();
    for at in (0..bytes.len()).filter(|at| bytes[*at] == 0x78) {
        let mut inflated = Vec::new();
        // What is no stream gives nothing; of a broken one what could be read counts.
        drop(flate2::read::ZlibDecoder::new(&bytes[at..]).read_to_end(&mut inflated));
        all.push(0);
        all.extend(inflated);
    }
    all
}

/// The marks that stand in some bytes; where a page of the file ends within one, it is there again whole.
fn marks(bytes: &[u8]) -> BTreeSet<String> {
    let text = String::from_utf8_lossy(bytes);
    let open = text.split("<<").skip(1).filter_map(|rest| rest.split_once(">>")).map(|(mark, _)| mark);
    open.filter(|mark| !mark.contains('\0')).map(str::to_owned).collect()
}

fn holds(bytes: &[u8], word: &str) -> bool {
    bytes.windows(word.len()).any(|window| window == word.as_bytes())
}

/// The example study, with what it lacks: something in every field that has words.
fn study(folder: &Path) -> (Project, RecordId) {
    let path = folder.join("exemple.ancrage");
    let (engine, _) = workbench::demo::create(&path, env(5)).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let mut project = Project { folder, engine, path, seed: 5 };
    let seen = project.engine.seen();
    let interviews: Vec<RecordId> = seen.interviews().iter().map(|one| one.id).collect();
    let code = seen.codes()[0].id;
    let (gone, coding) = (interviews[0], support::codings(&seen, interviews[1])[0].id);
    let memo = |target, title: &str| Command::WriteMemo {
        memo: None,
        target: Some(target),
        kind: MemoKind::Free,
        title: title.to_owned(),
        body: "Une idée.".to_owned(),
    };
    let said = |about| ReviewCommand::Comment { about, text: "Un mot.".to_owned() }.into();
    let private = project.run(memo(code, "Pour moi")).made[0];
    let answer = project.run(said(private)).made[0];
    project.run(said(answer));
    let shared = project.run(memo(gone, "De cet entretien")).made[0];
    project.run(ReviewCommand::Share { memo: shared, shared: true }.into());
    project.run(said(gone));
    project.run(said(code));
    let shared = project.run(memo(code, "Pour vous")).made[0];
    project.run(ReviewCommand::Share { memo: shared, shared: true }.into());
    project.run(Command::NoteReading { interview: gone, minutes: Some(20) });
    project.run(Command::CommentCoding { coding, text: "Une remarque.".to_owned() });
    let place = "Draguignan".to_owned();
    project.run(Command::SetFacts { interview: interviews[1], date: None, duration_min: None, place });
    // An earlier text, with a name in it.
    let text = project.text(interviews[1]);
    let named = format!("{text} Brignoles");
    project.replace(interviews[1], &named, RevisionOrigin::Corrected);
    project.replace(interviews[1], &text, RevisionOrigin::Masked);
    (project, gone)
}

/// Writes an operation of whoever acts straight into the file.
fn write(project: Project, number: u128, changes: Vec<Change>) -> Project {
    let me = project.engine.me().unwrap();
    let lamport = project.engine.study().next_lamport();
    let study = project.engine.seen().study_facts().unwrap().id;
    let Project { folder, engine, path, seed } = project;
    drop(engine);
    let (id, kind) = (OpId(uuid::Uuid::from_u128(number)), OpKind::EditStudy { study });
    let op = Op { id, author: me, at: NOW, lamport, kind, changes, undoes: None };
    let mut store = store::Store::open(&path, NOW).unwrap();
    store.commit(&op, &[], &[]).unwrap();
    drop(store);
    let mut engine = Engine::open(&path, env(seed + 1)).unwrap();
    engine.act_as(&me.to_string()).unwrap();
    Project { folder, engine, path, seed: seed + 1 }
}

fn new(number: u128) -> RecordId {
    RecordId(uuid::Uuid::from_u128(number))
}

/// What the example has nothing of, and the withdrawal of an interview.
fn lacking(seen: &Seen<'_>, gone: RecordId) -> Vec<(RecordId, Value)> {
    let words = || "Mots".to_owned();
    let interview = seen.interviews()[1].id;
    let coding = support::codings(seen, interview)[0].id;
    let [one, other] = [seen.codes()[0].id, seen.codes()[1].id];
    let coders: Vec<RecordId> = seen.members().iter().take(2).map(|member| member.id).collect();
    let (visa, at) = (seen.all_visas()[0], Some(Point { x: 1, y: 1 }));
    let about =
        DecisionAbout::new(interview, coders.clone(), vec![coding], Vec::new(), Difference::SiblingCode);
    let outcome =
        DecisionOutcome::new(words(), Verdict::First, vec![], coders.clone(), None, false, false, NOW);
    vec![
        (gone, InterviewStatus::new(words(), Inclusion::Withdrawn, false).into()),
        (seen.study_facts().unwrap().id, StudyStopWords::new(words()).into()),
        (seen.participants()[2].id, ParticipantStatus::new(words(), Inclusion::Included).into()),
        (one, CodeDefinition::new(words(), String::new(), String::new(), words()).into()),
        (visa.id, Box::new(VisaGiven { proof_name: words(), ..visa.body.clone() }).into()),
        (new(1), RoundSetup::new(words(), words(), vec![interview], coders).into()),
        (new(1), RoundOpened::new(words(), NOW).into()),
        (seen.schemas()[0].id, SchemaFrame::new(words(), new(2), at, (9, 9)).into()),
        (new(3), AlignmentLink::new(words(), one.min(other), Some(one.max(other)), None, NOW).into()),
        (new(4), about.into()),
        (new(4), outcome.into()),
    ]
}

/// The value with a mark in each of its words, and in a field that this version does not know; the names of the words.
fn marked(value: &Value, mark: &str) -> (Value, Vec<String>) {
    let group = value.group().as_str();
    let mut json = serde_json::to_value(value).unwrap();
    let blank = serde_json::to_value(value.blank()).unwrap();
    let (tag, blank) = blank.as_object().unwrap().iter().next().unwrap();
    let fields = json[tag].as_object().unwrap().iter();
    let keys: Vec<String> =
        fields.filter(|(key, said)| **said != blank[key.as_str()]).map(|(key, _)| key.clone()).collect();
    let mut names = Vec::new();
    for key in keys {
        let (before, name) = (json.clone(), format!("{group}.{key}"));
        put(&mut json[tag][&key], &format!("<<{mark} {name}>>"));
        match serde_json::from_value::<Value>(json.clone()).is_ok() {
            true => names.push(name),
            // The digest of a file.
            false => json = before,
        }
    }
    json[tag]["of_a_later_version"] = format!("<<LATER {group}>>").into();
    (serde_json::from_value(json).unwrap(), names)
}

/// Puts a mark behind every text.
fn put(json: &mut serde_json::Value, mark: &str) {
    match json {
        serde_json::Value::String(text) => text.push_str(mark),
        serde_json::Value::Array(items) => items.iter_mut().for_each(|item| put(item, mark)),
        serde_json::Value::Object(fields) => {
            let texts =
                fields.iter_mut().filter(|(key, _)| matches!(key.as_str(), "label" | "text" | "value"));
            texts.for_each(|(_, text)| put(text, mark));
        }
        _ => {}
    }
}

/// Whose words a field holds: of an interview that was withdrawn, of a memo that is not shared, or anybody's.
fn whose(seen: &Seen<'_>, gone: RecordId, id: RecordId, field: Field) -> &'static str {
    let is_gone = |id: RecordId| seen.home_of(id) == Some(gone);
    let about = match seen.record(id).and_then(|record| record.value(Group::MemoTarget)) {
        Some(Value::MemoTarget(body)) => body.target,
        _ => None,
    };
    match () {
        () if seen.is_private(id) => "PRIVATE",
        () if is_gone(id) || field.key.is_some_and(is_gone) || about.is_some_and(is_gone) => "GONE",
        () => "NOW",
    }
}

#[test]
fn of_every_field_only_what_a_director_needs_is_in_any_byte() {
    let folder = tempfile::tempdir().unwrap();
    let (project, gone) = study(folder.path());
    let lacking = lacking(&project.engine.seen(), gone).into_iter();
    let lacking = lacking.map(|(record, value)| {
        let register = project.engine.seen().register(record, value.field());
        let bases = register.map(model::register::Register::shown).unwrap_or_default();
        Change { record, bases, after: After::Set(value) }
    });
    let lacking = lacking.collect();
    let project = write(project, 0xA0, lacking);
    let (mut before, mut after, mut names) = (Vec::new(), Vec::new(), BTreeSet::new());
    let seen = project.engine.seen();
    // Who speaks in a turn and the words of the texts are looked at by themselves.
    let kinds = Kind::ALL.iter().filter(|kind| **kind != Kind::Revision);
    for (record, found) in kinds.flat_map(|kind| seen.records_of(*kind)) {
        for (field, register) in found.fields() {
            let Some(value) = register.value() else { continue };
            let change = |bases, value| Change { record, bases, after: After::Set(value) };
            before.push(change(register.shown(), marked(value, "OLD").0));
            let (value, words) = marked(value, whose(&seen, gone, record, field));
            after.push(change(vec![OpId(uuid::Uuid::from_u128(0xA1))], value));
            names.extend(words);
        }
    }
    let mut project = write(write(project, 0xA1, before), 0xA2, after);
    let mut words_gone = project.text(gone);
    words_gone = words_gone.lines().max_by_key(|line| line.len()).unwrap().to_owned();
    let seen = project.engine.seen();
    let aubert = seen.members().iter().find(|member| member.name.starts_with("Dr M. Aubert")).unwrap().id;
    let path = folder.path().join("copie.ancrage");
    project.engine.make_review_copy(&path, aubert).unwrap();
    let bytes = every_byte(&path);
    let left: BTreeSet<String> = LEAVES.iter().map(|name| format!("NOW {name}")).collect();
    assert_eq!(marks(&bytes), left);
    let stays: Vec<&str> = names.iter().map(String::as_str).filter(|name| !LEAVES.contains(name)).collect();
    assert_eq!(stays, STAYS);
    assert!(!holds(&bytes, "Brignoles") && !holds(&bytes, &words_gone));
    // What leaves is a whole study all the same.
    let mut copy = Engine::open(&path, env(9)).unwrap();
    let checked = copy.check().unwrap();
    assert!(checked.ok(), "{:?} {:?}", checked.file.findings, checked.quotes);
    assert_eq!(copy.seen().interviews().len(), 7);
    workbench::review::overview::overview(&mut copy, i18n::Lang::Fr).unwrap();
}
