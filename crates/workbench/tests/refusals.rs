//! What is asked wrongly is refused with a reason, and what cannot be written changes nothing.
#![allow(clippy::panic, clippy::unwrap_used)] // a test that meets the unexpected has found a fault

mod support;

use model::RecordId;
use model::value::{AttributeKind, AttributeValue, Kind, Layer, MemoKind, RevisionOrigin, Role};
use std::fs;
use support::{Project, transcript};
use uuid::Uuid;
use workbench::command::{CodeChoice, CodeRow, CodingRow, Command, NewCode, StudyEdit};
use workbench::failure::RowProblem;
use workbench::import::{self, ImportChoices};
use workbench::names::NameError;
use workbench::{Engine, Failure};

const TEXT: &str = "CL : Ça va ?\nEMG 1 : Non, 👩\u{200D}⚕\u{FE0F} je dors mal.\nCL : Ah.\nEMG 1 : Oui.";
const NOWHERE: RecordId = RecordId(Uuid::from_u128(77));

fn apply(interview: RecordId, range: (u32, u32), code: RecordId) -> Command {
    let code = CodeChoice::Existing(code);
    Command::ApplyCode { interview, start: range.0, end: range.1, code, layer: Layer::Experiential }
}

/// All there is to compare before and after a refusal.
fn state(project: &mut Project) -> (usize, u64, Vec<u8>, String) {
    let interviews: Vec<RecordId> = project.engine.seen().interviews().iter().map(|one| one.id).collect();
    let marked: Vec<String> = interviews.into_iter().map(|interview| project.marked(interview)).collect();
    let shown = format!("{marked:?} {:?} {:?}", project.engine.seen().codes(), project.engine.next_steps());
    (
        project.engine.history().len(),
        project.engine.study().next_lamport(),
        fs::read(&project.path).unwrap(),
        shown,
    )
}

#[test]
fn passages_outside_the_text_empty_or_cutting_a_letter() {
    let (mut project, interview) = Project::with(TEXT);
    let code = project.code("sommeil");
    let length = project.engine.current_text(interview).unwrap().1.len_scalars();
    let before = state(&mut project);
    for (start, end) in [(0, length + 1), (length, length + 4), (u32::MAX - 1, u32::MAX), (9, 4)] {
        let refused = project.refusal(apply(interview, (start, end), code));
        assert!(
            matches!(refused, Failure::Range { start: s, end: e, length: l } if (s, e, l) == (start, end, length))
        );
    }
    for at in [0, 5, length] {
        assert!(matches!(project.refusal(apply(interview, (at, at), code)), Failure::EmptyPassage));
    }
    let space = support::range_of(TEXT, "\nEMG 1 : Non").0;
    assert!(matches!(project.refusal(apply(interview, (space, space + 1), code)), Failure::EmptyPassage));
    let woman = support::range_of(TEXT, "👩").0;
    for (start, end) in [(woman, woman + 1), (woman + 1, woman + 4), (woman + 2, woman + 9)] {
        let refused = project.refusal(apply(interview, (start, end), code));
        assert!(matches!(refused, Failure::CutsGrapheme { .. }), "{start}..{end}: {refused:?}");
    }
    assert_eq!(state(&mut project), before);
    // The same for a coding that is moved or placed again.
    let coding = project.apply(interview, "je dors mal", code);
    for (start, end) in [(0, length + 1), (4, 4), (woman + 1, woman + 4)] {
        let moved = project.refusal(Command::MoveCoding { coding, start, end });
        let placed = project.refusal(Command::PlaceCoding { coding, start, end });
        for refused in [moved, placed] {
            assert!(matches!(
                refused,
                Failure::Range { .. } | Failure::EmptyPassage | Failure::CutsGrapheme { .. }
            ));
        }
    }
    assert!(project.marked(interview).contains("[je dors mal]"));
}

#[test]
fn the_same_coding_twice() {
    let (mut project, interview) = Project::with(TEXT);
    let code = project.code("sommeil");
    let coding = project.apply(interview, "je dors mal", code);
    let range = support::range_of(TEXT, "je dors mal");
    let refused = project.refusal(apply(interview, range, code));
    assert!(matches!(refused, Failure::AlreadyCoded { coding: known } if known == coding));
    // Another layer is another coding; so is the other coder's.
    let other = Command::ApplyCode {
        interview,
        start: range.0,
        end: range.1,
        code: CodeChoice::Existing(code),
        layer: Layer::Thematic,
    };
    project.run(other);
    project.run(Command::AddMember { name: "Ben".to_owned(), role: Role::Coder });
    project.engine.act_as("Ben").unwrap();
    project.run(apply(interview, range, code));
}

#[test]
fn names_that_are_empty_or_taken() {
    let (mut project, interview) = Project::with(TEXT);
    let code = project.code("sommeil");
    let other = project.code("fatigue");
    let new = |name: &str| NewCode { name: name.to_owned(), ..NewCode::default() };
    let blank = [" ", "", "\t\n"];
    for name in blank.map(str::to_owned) {
        for command in [
            Command::CreateCode(new(&name)),
            Command::RenameCode { code, name: name.clone() },
            Command::AddMember { name: name.clone(), role: Role::Coder },
            Command::AddParticipant { name: name.clone() },
            Command::RenameInterview { interview, name: name.clone() },
            Command::AddAttribute { name: name.clone(), kind: AttributeKind::Text, choices: Vec::new() },
            Command::EditStudy(StudyEdit { title: Some(name.clone()), ..StudyEdit::default() }),
        ] {
            assert!(matches!(project.refusal(command.clone()), Failure::EmptyName), "{command:?}");
        }
    }
    let memo = Command::WriteMemo {
        memo: None,
        target: None,
        kind: MemoKind::Free,
        title: " ".to_owned(),
        body: String::new(),
    };
    assert!(matches!(project.refusal(memo), Failure::EmptyName));
    for name in ["sommeil", "Sommeil", "  SOMMEIL "] {
        let taken = project.refusal(Command::CreateCode(new(name)));
        assert!(matches!(taken, Failure::SameName { code: known, .. } if known == code), "{taken:?}");
        let taken = project.refusal(Command::RenameCode { code: other, name: name.to_owned() });
        assert!(matches!(taken, Failure::SameName { code: known, .. } if known == code), "{taken:?}");
    }
    // One's own name in other letters is free; under another code too.
    project.run(Command::RenameCode { code, name: "Sommeil".to_owned() });
    project.run(Command::CreateCode(NewCode { parent: Some(code), ..new("sommeil") }));
    let create = |members: &[(String, Role)], title: &str| {
        let path = project.file("nouveau.ancrage");
        let made = Engine::create(&path, title, members, model::value::Language::French, support::env(9));
        (made.err(), path.exists())
    };
    assert!(matches!(create(&[], "Étude"), (Some(Failure::EmptyName), false)));
    assert!(matches!(create(&[(" ".to_owned(), Role::Student)], "Étude"), (Some(Failure::EmptyName), false)));
    assert!(matches!(create(&[("Ann".to_owned(), Role::Student)], " "), (Some(Failure::EmptyName), false)));
}

#[test]
fn names_that_several_records_have() {
    let (mut project, interview) = Project::with(TEXT);
    let (a, b) = (project.code("sommeil"), project.code("nuit"));
    let below = |parent| {
        Command::CreateCode(NewCode { name: "mal".to_owned(), parent: Some(parent), ..NewCode::default() })
    };
    let (first, second) = (project.run(below(a)).made[0], project.run(below(b)).made[0]);
    let seen = project.engine.seen();
    let ambiguous = workbench::names::code(&seen, "mal").unwrap_err();
    let NameError::Ambiguous { kind: Kind::Code, ids, .. } = ambiguous else { panic!("{ambiguous:?}") };
    assert_eq!(ids, [first, second]);
    assert_eq!(workbench::names::code(&seen, "sommeil / mal"), Ok(first));
    assert_eq!(workbench::names::code(&seen, &second.to_string()), Ok(second));
    assert!(matches!(workbench::names::code(&seen, "soif"), Err(NameError::Unknown { .. })));
    assert!(matches!(
        workbench::names::interview(&seen, &NOWHERE.to_string()),
        Err(NameError::Unknown { .. })
    ));
    assert_eq!(workbench::names::interview(&seen, "emg  1"), Ok(interview), "case and width of spaces aside");
    project.run(Command::AddMember { name: "Ben".to_owned(), role: Role::Coder });
    project.run(Command::AddMember { name: "Ben".to_owned(), role: Role::Coder });
    let refused = project.engine.act_as("Ben").unwrap_err();
    assert!(matches!(refused, Failure::Name(NameError::Ambiguous { ids, .. }) if ids.len() == 2));
}

#[test]
fn what_is_deleted_or_is_not_there() {
    let (mut project, interview) = Project::with(TEXT);
    let (gone, kept) = (project.code("peur"), project.code("sommeil"));
    let coding = project.apply(interview, "je dors mal", kept);
    let merged = project.code("nuit");
    project.run(Command::MergeCodes { from: merged, into: gone });
    project.run(Command::DeleteCode { code: gone });
    let range = support::range_of(TEXT, "Non");
    let on_deleted = |code| {
        [
            apply(interview, range, code),
            Command::Recode { coding, code },
            Command::RenameCode { code, name: "crainte".to_owned() },
            Command::MergeCodes { from: kept, into: code },
            Command::MergeCodes { from: code, into: kept },
            Command::MoveCode { code: kept, parent: Some(code), before: None },
            Command::DeleteCode { code },
        ]
    };
    let before = state(&mut project);
    // A code that was merged into a deleted one leads to the deleted one.
    for command in on_deleted(gone).into_iter().chain(on_deleted(merged)) {
        let refused = project.refusal(command.clone());
        assert!(matches!(refused, Failure::Deleted { record } if record == gone), "{command:?}: {refused:?}");
    }
    for command in on_deleted(NOWHERE).into_iter().chain([
        apply(NOWHERE, range, kept),
        Command::RemoveCoding { coding: NOWHERE },
        Command::RenameInterview { interview: NOWHERE, name: "x".to_owned() },
        Command::DeleteMemo { memo: NOWHERE },
        Command::NoteReading { interview: coding, minutes: None },
        Command::SetAttribute { participant: NOWHERE, attribute: NOWHERE, value: None },
        Command::Unite { record: kept, with: interview },
        Command::Unite { record: kept, with: NOWHERE },
    ]) {
        let refused = project.refusal(command.clone());
        let clear = matches!(
            refused,
            Failure::Name(NameError::Unknown { .. }) | Failure::Deleted { .. } | Failure::NotUnitable
        );
        assert!(clear, "{command:?}: {refused:?}");
    }
    assert_eq!(state(&mut project), before);
    project.run(Command::RemoveCoding { coding });
    let again = [
        Command::RemoveCoding { coding },
        Command::CommentCoding { coding, text: "trop tard".to_owned() },
        Command::MoveCoding { coding, start: 0, end: 2 },
    ];
    for command in again {
        assert!(matches!(project.refusal(command), Failure::Deleted { .. }));
    }
}

#[test]
fn a_code_below_itself() {
    let (mut project, _) = Project::with(TEXT);
    let top = project.code("a");
    let below = |name: &str, parent| {
        Command::CreateCode(NewCode { name: name.to_owned(), parent: Some(parent), ..NewCode::default() })
    };
    let middle = project.run(below("b", top)).made[0];
    let leaf = project.run(below("c", middle)).made[0];
    for (code, parent) in [(top, top), (top, middle), (top, leaf), (middle, leaf)] {
        let refused = project.refusal(Command::MoveCode { code, parent: Some(parent), before: None });
        assert!(matches!(refused, Failure::BelowItself));
    }
    assert!(matches!(project.refusal(Command::MergeCodes { from: leaf, into: leaf }), Failure::NotUnitable));
    // A move that moves nothing is none.
    for command in [
        Command::MoveCode { code: leaf, parent: Some(middle), before: None },
        Command::MoveCode { code: top, parent: None, before: None },
    ] {
        assert!(matches!(project.refusal(command), Failure::Nothing));
    }
    project.run(Command::MoveCode { code: leaf, parent: None, before: Some(top) });
    let order: Vec<RecordId> = project.engine.seen().codes().iter().map(|node| node.id).collect();
    assert_eq!(order, [leaf, top, middle]);
}

#[test]
fn siblings_that_two_people_put_in_one_place_are_ordered_all_the_same() {
    let mut ann = Project::of(&["Ann", "Ben"]);
    let mut ben = ann.copy("ben.ancrage", 20, "Ben");
    let codes = [ann.code("a"), ben.code("b")];
    ann.merge(&ben.path);
    let moved = ann.code("c");
    let order =
        |ann: &Project| ann.engine.seen().codes().iter().map(|node| node.id).collect::<Vec<RecordId>>();
    let [first, second] = [order(&ann)[0], order(&ann)[1]];
    assert!(codes.contains(&first) && codes.contains(&second));
    for (before, expected) in [
        (Some(second), [first, moved, second]),
        (Some(first), [moved, first, second]),
        (None, [first, second, moved]),
    ] {
        ann.run(Command::MoveCode { code: moved, parent: None, before });
        assert_eq!(order(&ann), expected);
    }
    for _ in 0..3 {
        ann.run(Command::Undo);
    }
    assert_eq!(order(&ann), [first, second, moved]);
    ann.is_sound();
}

#[test]
fn a_table_of_codings_is_refused_whole_and_names_the_line() {
    let (mut project, interview) = Project::with(TEXT);
    let code = project.code("sommeil");
    let fine = CodingRow {
        line: 2,
        interview: "EMG 1".to_owned(),
        range: Some(support::range_of(TEXT, "je dors mal")),
        code: Some("sommeil".to_owned()),
        coder: "Ann".to_owned(),
        quote: None,
        layer: None,
    };
    let before = state(&mut project);
    let bad = |change: &dyn Fn(&mut CodingRow)| {
        let mut row = CodingRow { line: 3, ..fine.clone() };
        change(&mut row);
        Command::ImportCodings(vec![fine.clone(), row])
    };
    let mut problem = |change: &dyn Fn(&mut CodingRow)| match project.refusal(bad(change)) {
        Failure::Row { line: 3, problem } => problem,
        other => panic!("{other:?}"),
    };
    assert!(matches!(
        problem(&|row| row.interview = "EMG 9".to_owned()),
        RowProblem::Interview(NameError::Unknown { .. })
    ));
    assert!(matches!(problem(&|row| row.range = Some((0, 999))), RowProblem::Range { end: 999, .. }));
    assert!(matches!(problem(&|row| row.range = Some((4, 4))), RowProblem::Blank { .. }));
    assert!(matches!(problem(&|row| row.quote = Some("autre".to_owned())), RowProblem::Quote { .. }));
    assert!(matches!(problem(&|row| row.layer = Some("rêvé".to_owned())), RowProblem::Layer { .. }));
    assert!(matches!(problem(&|row| row.code = Some(" ".to_owned())), RowProblem::Code(_)));
    assert!(matches!(problem(&|row| row.code = None), RowProblem::Code(_)));
    assert!(matches!(problem(&|row| row.code = Some("a /  / b".to_owned())), RowProblem::Code(_)));
    assert!(matches!(problem(&|row| row.coder = " ".to_owned()), RowProblem::Coder(_)));
    assert_eq!(state(&mut project), before);
    assert_eq!(project.marked(interview), project.text(interview));
    // A line that names an identifier is taken.
    project.run(bad(&|row| {
        row.code = Some(code.to_string());
        row.range = Some(support::range_of(TEXT, "Non"));
    }));
    let empty = Command::ImportCodes(vec![CodeRow { path: " ".to_owned(), ..CodeRow::default() }]);
    assert!(matches!(project.refusal(empty), Failure::EmptyName));
}

#[test]
fn nothing_to_change_is_said() {
    let (mut project, interview) = Project::with(TEXT);
    let code = project.code("sommeil");
    let coding = project.apply(interview, "je dors mal", code);
    let range = support::range_of(TEXT, "je dors mal");
    let title = project.engine.seen().study_facts().unwrap().title.to_owned();
    for command in [
        Command::RenameCode { code, name: "sommeil".to_owned() },
        Command::Recode { coding, code },
        Command::CommentCoding { coding, text: String::new() },
        Command::DecideLater { coding, undecided: false },
        Command::MoveCoding { coding, start: range.0, end: range.1 },
        Command::FinishCoding { interview, finished: false },
        Command::RenameInterview { interview, name: "EMG 1".to_owned() },
        Command::EditStudy(StudyEdit { title: Some(title), ..StudyEdit::default() }),
        Command::ImportCodings(Vec::new()),
        Command::ImportCodes(Vec::new()),
        Command::ImportParticipants(Vec::new()),
    ] {
        assert!(matches!(project.refusal(command.clone()), Failure::Nothing), "{command:?}");
    }
}

#[test]
fn a_number_that_is_none_is_refused_before_it_reaches_the_file() {
    let (mut project, _) = Project::with(TEXT);
    let attribute =
        Command::AddAttribute { name: "Âge".to_owned(), kind: AttributeKind::Number, choices: Vec::new() };
    let attribute = project.run(attribute).made[0];
    let participant = project.engine.seen().participants()[0].id;
    let before = state(&mut project);
    for number in [f64::NAN, f64::INFINITY] {
        let value = Some(AttributeValue::Number(number));
        assert!(project.engine.run(Command::SetAttribute { participant, attribute, value }).is_err());
    }
    assert_eq!(state(&mut project), before);
    project.is_sound();
}

#[test]
fn files_that_are_no_transcripts() {
    let project = Project::of(&["Ann"]);
    let choices = ImportChoices::default();
    let folder = project.file("dossier.txt");
    fs::create_dir(&folder).unwrap();
    let absent = import::read_file_at(&project.file("absent.docx"), &choices).unwrap_err();
    assert!(matches!(absent, Failure::File { .. }), "{absent:?}");
    assert!(matches!(import::read_file_at(&folder, &choices), Err(Failure::File { .. })));
    let cut: &[u8] = b"PK\x03\x04cut";
    let study = fs::read(&project.path).unwrap();
    for (name, bytes) in
        [("coupe.docx", cut), ("image.jpg", b"\xff\xd8\xff\xe0\0\x10JFIF\0"), ("projet.txt", &study)]
    {
        let path = project.file(name);
        fs::write(&path, bytes).unwrap();
        let refused = import::read_file_at(&path, &choices);
        assert!(
            matches!(&refused, Err(Failure::Transcript { file, .. }) if file == name),
            "{name}: {refused:?}"
        );
    }
}

#[test]
fn several_members_and_nobody_named() {
    let mut project = Project::of(&["Ann", "Ben"]);
    drop(project.engine);
    project.engine = Engine::open(&project.path, support::env(5)).unwrap();
    assert_eq!(project.engine.me(), None);
    let refused = project.refusal(transcript("EMG 1.txt", TEXT));
    assert!(matches!(refused, Failure::WhoActs { members } if members == ["Ann", "Ben"]));
    let refused = project.refusal(Command::Undo);
    assert!(matches!(refused, Failure::WhoActs { .. }), "{refused:?}");
    assert!(matches!(project.engine.act_as("Cléo"), Err(Failure::Name(NameError::Unknown { .. }))));
    // Merging is nobody's act.
    let copy = project.copy("copie.ancrage", 20, "Ben");
    project.merge(&copy.path);
    project.engine.act_as("Ben").unwrap();
    project.run(transcript("EMG 1.txt", TEXT));
}

#[test]
fn a_project_opened_for_reading_is_not_written() {
    let (project, interview) = Project::with(TEXT);
    let copy = project.copy("copie.ancrage", 20, "Ann");
    let bytes = fs::read(&project.path).unwrap();
    let mut reader = Engine::open_read_only(&project.path, support::env(5)).unwrap();
    let participant = reader.seen().participants()[0].id;
    let replace =
        Command::ReplaceText { interview, text: "Rien.".to_owned(), origin: RevisionOrigin::Corrected };
    let refused = [
        reader.run(Command::CreateCode(NewCode { name: "x".to_owned(), ..NewCode::default() })).unwrap_err(),
        reader.run(replace).unwrap_err(),
        reader.run(Command::Undo).unwrap_err(),
        reader.merge(&copy.path).unwrap_err(),
        reader.take_back().unwrap_err(),
        reader.purge(participant).unwrap_err(),
    ];
    for failure in &refused {
        assert!(matches!(failure, Failure::Store(store::StoreError::OpenedForReading)), "{failure:?}");
        let sentence = workbench::wording::failure(i18n::Lang::Fr, failure);
        assert!(sentence.contains("lecture"), "{sentence}");
    }
    assert_eq!(fs::read(&project.path).unwrap(), bytes);
    assert_eq!(reader.current_text(interview).unwrap().1.text(), TEXT);
    assert!(reader.check().unwrap().ok());
}

#[test]
fn a_commit_that_cannot_be_written_leaves_study_and_file_as_they_were() {
    let (mut project, interview) = Project::with(TEXT);
    let code = project.code("sommeil");
    let coding = project.apply(interview, "je dors mal", code);
    let before = state(&mut project);
    // Where the file's journal should be there is a folder: no transaction can begin.
    let journal = project.file("étude.ancrage-journal");
    _ = fs::remove_file(&journal);
    fs::create_dir_all(journal.join("plein")).unwrap();
    let replace = |text: &str| Command::ReplaceText {
        interview,
        text: text.to_owned(),
        origin: RevisionOrigin::Corrected,
    };
    for command in [
        Command::CreateCode(NewCode { name: "x".to_owned(), ..NewCode::default() }),
        apply(interview, support::range_of(TEXT, "Non"), code),
        Command::RemoveCoding { coding },
        replace(&TEXT.replace("mal", "bien")),
        transcript("EMG 2.txt", TEXT),
        Command::Undo,
    ] {
        let refused = project.refusal(command.clone());
        assert!(matches!(refused, Failure::Store(_)), "{command:?}: {refused:?}");
        assert_eq!(state(&mut project), before, "{command:?}");
    }
    fs::remove_dir_all(&journal).unwrap();
    // Once it can be written again, all goes on.
    project.run(replace(&TEXT.replace("mal", "bien")));
    project.run(Command::Undo);
    project.is_sound();
    assert!(project.reopen().marked(interview).contains("[je dors mal]"));
}
