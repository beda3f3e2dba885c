//! Golden sentences of refusals and failures.
//!
//! Long because it is one table: every refusal with its sentence in both languages.

use super::failure;
use crate::failure::{Failure, RowProblem};
use crate::names::NameError;
use formats::{CsvError, ReadError};
use i18n::Lang;
use model::take_back::{Ground, Standing};
use model::undo::UndoBlocked;
use model::value::{Kind, Level};
use model::{Digest, OpId, RecordId};
use std::path::PathBuf;
use store::{Finding, StoreError};
use uuid::Uuid;

const ID: &str = "00000000-0000-0000-0000-000000000007";

fn record() -> RecordId {
    RecordId(Uuid::from_u128(7))
}

fn op() -> OpId {
    OpId(Uuid::from_u128(7))
}

/// Compares sentences; the no-break spaces of French are typed as ordinary ones here.
fn check(cases: Vec<(Failure, &str, &str)>) {
    for (case, french, english) in cases {
        let said = |lang| failure(lang, &case).replace('\u{A0}', " ");
        assert_eq!(said(Lang::Fr), french);
        assert_eq!(said(Lang::En), english);
    }
}

#[test]
fn the_project_file() {
    let path = || PathBuf::from("étude.ancrage");
    let cases = [
        (
            StoreError::NotFound { path: path() },
            "étude.ancrage est introuvable. Vérifiez le nom et le dossier.",
            "étude.ancrage cannot be found. Check its name and folder.",
        ),
        (
            StoreError::IsFolder { path: path() },
            "étude.ancrage est un dossier : choisissez un fichier.",
            "étude.ancrage is a folder: choose a file.",
        ),
        (
            StoreError::Exists { path: path() },
            "étude.ancrage existe déjà. Choisissez un autre nom.",
            "étude.ancrage exists already. Choose another name.",
        ),
        (
            StoreError::Empty { path: path() },
            "étude.ancrage est vide : ce n’est pas une étude Ancrage. Restaurez une sauvegarde.",
            "étude.ancrage is empty: it is no Ancrage study. Restore a backup.",
        ),
        (
            StoreError::NotAProject { path: path() },
            "étude.ancrage n’est pas une étude Ancrage.",
            "étude.ancrage is not an Ancrage study.",
        ),
        (
            StoreError::Newer { path: path(), found: 9, known: 2 },
            "étude.ancrage a été écrit par une version plus récente d’Ancrage : mettez le logiciel à jour pour l’ouvrir.",
            "étude.ancrage was written by a newer version of Ancrage: update the program to open it.",
        ),
        (
            StoreError::Truncated { path: path(), expected: 8192, found: 4096 },
            "étude.ancrage est abîmé : il manque la fin du fichier (4096 octets sur 8192). Rien n’a été modifié ; restaurez une sauvegarde.",
            "étude.ancrage is damaged: the end of the file is missing (4096 bytes of 8192). Nothing was changed; restore a backup.",
        ),
        (
            StoreError::Damaged { detail: "x".to_owned() },
            "Le fichier de l’étude est abîmé : x. Rien n’a été modifié ; restaurez une sauvegarde.",
            "The study file is damaged: x. Nothing was changed; restore a backup.",
        ),
    ];
    check(cases.into_iter().map(|(error, fr, en)| (Failure::Store(error), fr, en)).collect());
}

#[test]
fn the_place_of_the_project_file() {
    let detail = || "x".to_owned();
    let cases = [
        (
            StoreError::ReadOnly,
            "Le fichier de l’étude est protégé en écriture : enregistrez une copie pour travailler.",
            "The study file is write-protected: save a copy to work.",
        ),
        (
            StoreError::OpenedForReading,
            "L’étude est ouverte en lecture seule : rien n’a été modifié.",
            "The study is open for reading only: nothing was changed.",
        ),
        (
            StoreError::InUse,
            "Le fichier de l’étude est déjà ouvert dans une autre fenêtre ou par quelqu’un d’autre. Fermez-le d’abord.",
            "The study file is open in another window or by somebody else. Close it there first.",
        ),
        (
            StoreError::DiskFull,
            "Le fichier de l’étude : il n’y a plus de place sur le disque. Votre dernière action n’est pas enregistrée.",
            "The study file: there is no room left on the disk. Your last act is not saved.",
        ),
        (
            StoreError::Gone { detail: detail() },
            "Le fichier de l’étude ne répond plus : x. Vérifiez la clé, le dossier partagé ou le disque, puis rouvrez l’étude.",
            "The study file does not answer any more: x. Check the stick, the shared folder or the disk, then open the study again.",
        ),
        (
            StoreError::NeedsRecovery,
            "Le fichier de l’étude : une écriture a été interrompue. Ouvrez l’étude une fois là où l’on peut la modifier, elle se remettra en ordre.",
            "The study file: writing was interrupted. Open the study once in a place where it can be changed, and it will put itself right.",
        ),
        (
            StoreError::NoLock { detail: detail() },
            "Le fichier de l’étude : rien, ici, ne protège l’étude contre deux ouvertures à la fois (x). Copiez-la sur un disque ordinaire.",
            "The study file: nothing here keeps the study from being opened twice at once (x). Copy it to an ordinary disk.",
        ),
    ];
    check(cases.into_iter().map(|(error, fr, en)| (Failure::Store(error), fr, en)).collect());
}

#[test]
fn copies_and_backups() {
    let standing = Standing { op: op(), on: Ground::Version(op()) };
    let cases = [
        (
            StoreError::NoBackup { id: "x".to_owned() },
            "Aucune sauvegarde n’a l’identifiant x.",
            "No backup has the identifier x.",
        ),
        (
            StoreError::OtherStudy { ours: None, theirs: None },
            "L’autre fichier est une autre étude : rien n’a été fusionné.",
            "The other file is another study: nothing was merged.",
        ),
        (
            StoreError::OtherBroken { detail: "x".to_owned() },
            "L’autre copie est abîmée (x) : rien n’a été fusionné. Prenez une de ses sauvegardes.",
            "The other copy is damaged (x): nothing was merged. Take one of its backups.",
        ),
        (
            StoreError::OtherDamaged { findings: vec![Finding::TextMissing { revision: record() }] },
            "L’autre copie est abîmée (the text of revision 00000000-0000-0000-0000-000000000007 is missing) : rien n’a été fusionné. Prenez une de ses sauvegardes.",
            "The other copy is damaged (the text of revision 00000000-0000-0000-0000-000000000007 is missing): nothing was merged. Take one of its backups.",
        ),
        (
            StoreError::Clash { op: op() },
            "L’opération 00000000-0000-0000-0000-000000000007 n’est pas la même dans les deux copies : rien n’a été fusionné.",
            "The operation 00000000-0000-0000-0000-000000000007 is not the same in both copies: nothing was merged.",
        ),
        (StoreError::NoMerge, "Il n’y a pas de fusion à défaire.", "There is no merge to take back."),
        (
            StoreError::StoodOn { standing },
            "Impossible de défaire cette fusion : quelqu’un s’appuie dessus (00000000-0000-0000-0000-000000000007).",
            "Cannot take this merge back: somebody stands on it (00000000-0000-0000-0000-000000000007).",
        ),
    ];
    check(cases.into_iter().map(|(error, fr, en)| (Failure::Store(error), fr, en)).collect());
}

#[test]
fn faults_of_the_program_keep_their_exact_words() {
    let blob = StoreError::BlobDiffers { expected: Digest([0; 32]), found: Digest([1; 32]) };
    for error in [
        StoreError::OpExists { op: op() },
        StoreError::Unstorable { op: op(), detail: "x".to_owned() },
        StoreError::NoSuchCoding { coding: record() },
        blob,
    ] {
        let exact = error.to_string();
        let said = failure(Lang::Fr, &Failure::Store(error));
        assert!(said.starts_with("Quelque chose d’imprévu") && said.contains(&exact), "{said}");
    }
}

#[test]
fn transcripts() {
    let archive = ReadError::BrokenArchive { detail: "x".to_owned() };
    let cases = [
        (
            ReadError::Empty,
            "a.docx est vide : vérifiez que la copie ou le téléchargement est allé au bout.",
            "a.docx is empty: check that copying or downloading was completed.",
        ),
        (
            ReadError::TooLarge { size: 157_810_688, limit: 104_857_600 },
            "a.docx est trop gros (150,5 Mo) : on lit jusqu’à 100 Mo.",
            "a.docx is too large (150.5 MB): the limit is 100 MB.",
        ),
        (
            ReadError::UnpacksTooLarge { limit: 1_048_576 },
            "a.docx dépasse 1 Mo une fois décompressé ; il n’est pas lu.",
            "a.docx holds more than 1 MB once unpacked; it is not read.",
        ),
        (
            ReadError::TooDeep { part: "x".to_owned(), limit: 9 },
            "a.docx imbrique trop d’éléments pour être un vrai document ; il n’est pas lu.",
            "a.docx nests too many elements for a real document; it is not read.",
        ),
        (
            archive,
            "a.docx est abîmé : ouvrez-le dans Word ou LibreOffice et enregistrez-le de nouveau.",
            "a.docx is damaged: open it in Word or LibreOffice and save it again.",
        ),
        (
            ReadError::OldWord,
            "a.docx est à l’ancien format de Word (.doc) : ouvrez-le dans Word ou LibreOffice et enregistrez-le en .docx.",
            "a.docx is in the old Word format (.doc): open it in Word or LibreOffice and save it as .docx.",
        ),
        (
            ReadError::UnknownEncoding { name: "klingon".to_owned() },
            "L’encodage « klingon » est inconnu.",
            "The encoding “klingon” is not known.",
        ),
    ];
    let failure = |source| Failure::Transcript { file: "a.docx".to_owned(), source };
    check(cases.into_iter().map(|(error, fr, en)| (failure(error), fr, en)).collect());
}

#[test]
fn every_refusal_of_a_file_names_it_and_differs_from_the_others() {
    let broken = ReadError::BrokenXml { part: "x".to_owned(), at: 1, detail: "x".to_owned() };
    let errors = [
        ReadError::NotADocument,
        ReadError::LockFile,
        ReadError::OldWord,
        ReadError::Encrypted,
        ReadError::Macros,
        ReadError::EncryptedPdf,
        ReadError::TooLong { limit: 10 },
        ReadError::TooManyParts { limit: 10 },
        ReadError::Pages,
        ReadError::Xml,
        ReadError::FileArchive,
        ReadError::ScannedPdf,
        ReadError::BrokenPdf { detail: "xref".into() },
        ReadError::TooDemanding,
        ReadError::WebPage,
        ReadError::Recording,
        ReadError::Picture,
        ReadError::NotText,
        broken,
    ];
    for lang in Lang::ALL {
        let said = errors.iter().map(|source| {
            failure(lang, &Failure::Transcript { file: "a.docx".to_owned(), source: source.clone() })
        });
        let said: std::collections::BTreeSet<String> = said.collect();
        assert_eq!(said.len(), errors.len());
        assert!(said.iter().all(|sentence| sentence.contains("a.docx")), "{said:?}");
    }
}

fn table(source: CsvError) -> Failure {
    Failure::Table { file: "c.csv".to_owned(), source }
}

#[test]
fn tables() {
    let (line, column) = (3, "start");
    let text = || "x".to_owned();
    let cases = [
        (
            CsvError::Empty,
            "c.csv : le tableau est vide : sa première ligne doit nommer les colonnes.",
            "c.csv: the table is empty: its first line must name the columns.",
        ),
        (
            CsvError::NotText,
            "c.csv : ce n’est pas un tableau de texte : enregistrez-le au format CSV.",
            "c.csv: this is no table of text: save it as CSV.",
        ),
        (
            CsvError::NotACodebook { detail: text() },
            "c.csv : ce n’est pas un livret REFI-QDA, ou il est abîmé.",
            "c.csv: this is no REFI-QDA code book, or it is damaged.",
        ),
        (
            CsvError::BrokenWorkbook { detail: text() },
            "c.csv : le classeur ne se laisse pas lire : x.",
            "c.csv: the workbook cannot be read: x.",
        ),
        (
            CsvError::MissingColumn { column },
            "c.csv : la colonne « start » manque : la première ligne doit la nommer.",
            "c.csv: the column “start” is missing: the first line must name it.",
        ),
        (
            CsvError::DoubleColumn { column },
            "c.csv : la colonne « start » est nommée deux fois.",
            "c.csv: the column “start” is named twice.",
        ),
        (
            CsvError::Malformed { line, detail: text() },
            "c.csv : ligne 3 : la ligne ne se laisse pas lire : x.",
            "c.csv: line 3: the line cannot be read: x.",
        ),
        (
            CsvError::EmptyCell { line, column },
            "c.csv : ligne 3 : la colonne « start » est vide.",
            "c.csv: line 3: the column “start” is empty.",
        ),
    ];
    check(cases.into_iter().map(|(error, fr, en)| (table(error), fr, en)).collect());
}

#[test]
fn lines_of_a_table() {
    let (line, column) = (3, "start");
    let text = || "x".to_owned();
    let cases = [
        (
            CsvError::NotANumber { line, column, value: text() },
            "c.csv : ligne 3 : « x », dans la colonne « start », n’est pas un nombre entier.",
            "c.csv: line 3: “x” in the column “start” is not a whole number.",
        ),
        (
            CsvError::UnknownValue { line, column, value: text() },
            "c.csv : ligne 3 : « x » ne convient pas à la colonne « start ».",
            "c.csv: line 3: “x” does not suit the column “start”.",
        ),
        (
            CsvError::BadRange { line, start: 9, end: 4 },
            "c.csv : ligne 3 : le passage 9–4 est vide ou va à reculons.",
            "c.csv: line 3: the passage 9–4 is empty or runs backwards.",
        ),
        (
            CsvError::HalfCoding { line },
            "c.csv : ligne 3 : un passage et son étiquette (code) vont ensemble : l’un des deux manque.",
            "c.csv: line 3: a passage and its label (code) go together: one of them is missing.",
        ),
        (
            CsvError::EmptyLevel { line, path: "a / / b".to_owned() },
            "c.csv : ligne 3 : le chemin « a / / b » a un niveau vide.",
            "c.csv: line 3: the path “a / / b” has an empty level.",
        ),
    ];
    check(cases.into_iter().map(|(error, fr, en)| (table(error), fr, en)).collect());
}

fn unknown(kind: Kind, name: &str, known: &[&str]) -> NameError {
    NameError::Unknown {
        kind,
        name: name.to_owned(),
        known: known.iter().map(|name| (*name).to_owned()).collect(),
    }
}

#[test]
fn rows_of_a_table() {
    let cases = [
        (
            RowProblem::Interview(unknown(Kind::Interview, "EMG 9", &["EMG 1", "EMG 2"])),
            "Ligne 2 : aucun entretien ne s’appelle « EMG 9 ». Noms connus : EMG 1, EMG 2",
            "Line 2: no interview is called “EMG 9”. Known names: EMG 1, EMG 2",
        ),
        (
            RowProblem::Coder(NameError::Ambiguous {
                kind: Kind::Member,
                name: "Claire".to_owned(),
                ids: vec![record()],
            }),
            "Ligne 2 : plusieurs éléments s’appellent « Claire » ; choisissez l’un de ces identifiants : 00000000-0000-0000-0000-000000000007.",
            "Line 2: several items are called “Claire”; choose one of these identifiers: 00000000-0000-0000-0000-000000000007.",
        ),
        (
            RowProblem::Code(unknown(Kind::Code, ID, &[])),
            "Ligne 2 : aucune étiquette ne s’appelle « 00000000-0000-0000-0000-000000000007 ».",
            "Line 2: no label is called “00000000-0000-0000-0000-000000000007”.",
        ),
        (
            RowProblem::Range { start: 5, end: 90, length: 40 },
            "Ligne 2 : le passage 5–90 sort du texte, qui compte 40 caractères.",
            "Line 2: the passage 5–90 leaves the text, which has 40 characters.",
        ),
        (
            RowProblem::Blank { start: 5, end: 6 },
            "Ligne 2 : le passage est vide : choisissez au moins un mot.",
            "Line 2: the passage is empty: select at least one word.",
        ),
        (
            RowProblem::CutsGrapheme { start: 5, end: 6 },
            "Ligne 2 : le passage 5–6 coupe un caractère en deux : déplacez ses bords.",
            "Line 2: the passage 5–6 cuts a character in two: move its edges.",
        ),
        (
            RowProblem::Quote { quote: "mal".to_owned(), found: "bien".to_owned() },
            "Ligne 2 : le texte dit « bien » et non « mal ».",
            "Line 2: the text says “bien” and not “mal”.",
        ),
        (
            RowProblem::Layer { layer: "x".to_owned() },
            "Ligne 2 : « x » n’est pas une couche : écrivez experiential ou thematic.",
            "Line 2: “x” is not a layer: write experiential or thematic.",
        ),
    ];
    check(cases.into_iter().map(|(problem, fr, en)| (Failure::Row { line: 2, problem }, fr, en)).collect());
}

#[test]
fn names() {
    let many: Vec<String> = (1..=9).map(|n| format!("P{n}")).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    let cases = [
        (
            unknown(Kind::Member, "Zoé", &["Claire L."]),
            "Personne ne s’appelle « Zoé » dans l’équipe. Noms connus : Claire L.",
            "Nobody in the team is called “Zoé”. Known names: Claire L.",
        ),
        (
            unknown(Kind::Participant, "P0", &many),
            "Aucun participant ne s’appelle « P0 ». Noms connus, entre autres : P1, P2, P3, P4, P5, P6, P7, P8",
            "No participant is called “P0”. Known names, among others: P1, P2, P3, P4, P5, P6, P7, P8",
        ),
        (unknown(Kind::Memo, "x", &[]), "Rien ne s’appelle « x ».", "Nothing is called “x”."),
        (
            unknown(Kind::Unknown, ID, &[]),
            "Aucun élément n’a l’identifiant 00000000-0000-0000-0000-000000000007.",
            "No item has the identifier 00000000-0000-0000-0000-000000000007.",
        ),
    ];
    check(cases.into_iter().map(|(error, fr, en)| (Failure::Name(error), fr, en)).collect());
}

#[test]
fn files_of_the_disk() {
    use std::io::{Error, ErrorKind};
    let file = |kind: ErrorKind| Failure::File { path: PathBuf::from("b.txt"), source: Error::from(kind) };
    check(vec![
        (
            file(ErrorKind::NotFound),
            "b.txt est introuvable. Vérifiez le nom et le dossier.",
            "b.txt cannot be found. Check its name and folder.",
        ),
        (
            file(ErrorKind::IsADirectory),
            "b.txt est un dossier : choisissez un fichier.",
            "b.txt is a folder: choose a file.",
        ),
        (
            file(ErrorKind::PermissionDenied),
            "b.txt ne se laisse pas ouvrir : accès refusé.",
            "b.txt cannot be opened: access denied.",
        ),
        (
            file(ErrorKind::StorageFull),
            "b.txt : il n’y a plus de place sur le disque. Votre dernière action n’est pas enregistrée.",
            "b.txt: there is no room left on the disk. Your last act is not saved.",
        ),
    ]);
}

#[test]
fn refusals_of_commands() {
    check(vec![
        (
            Failure::WhoActs { members: vec!["Claire".to_owned(), "Paul".to_owned()] },
            "L’équipe compte plusieurs personnes (Claire, Paul) : dites qui agit avec --as.",
            "The team has several people (Claire, Paul): say who acts with --as.",
        ),
        (
            Failure::Range { start: 5, end: 90, length: 40 },
            "Le passage 5–90 sort du texte, qui compte 40 caractères.",
            "The passage 5–90 leaves the text, which has 40 characters.",
        ),
        (
            Failure::EmptyPassage,
            "Le passage est vide : choisissez au moins un mot.",
            "The passage is empty: select at least one word.",
        ),
        (
            Failure::CutsGrapheme { start: 5, end: 6 },
            "Le passage 5–6 coupe un caractère en deux : déplacez ses bords.",
            "The passage 5–6 cuts a character in two: move its edges.",
        ),
        (
            Failure::AlreadyCoded { coding: record() },
            "« 00000000-0000-0000-0000-000000000007 » est déjà posé sur ce passage.",
            "“00000000-0000-0000-0000-000000000007” is on this passage already.",
        ),
        (
            Failure::Deleted { record: record() },
            "« 00000000-0000-0000-0000-000000000007 » a été supprimé : rétablissez-le ou choisissez autre chose.",
            "“00000000-0000-0000-0000-000000000007” was deleted: bring it back or choose another.",
        ),
        (
            Failure::Withdrawn,
            "Les paroles de ce participant ont été retirées : il n’en reste rien à lire ni à étiqueter.",
            "The words of this participant were withdrawn: nothing of them is left to read or to label.",
        ),
        (Failure::EmptyName, "Le nom est vide.", "The name is empty."),
        (
            Failure::SameName { name: "fatigue".to_owned(), code: record() },
            "« fatigue » existe déjà à cet endroit.",
            "“fatigue” exists already in that place.",
        ),
        (
            Failure::BelowItself,
            "Un élément ne peut pas être rangé dans ce qu’il contient : choisissez une autre place.",
            "An item cannot be put under what it contains: choose another place.",
        ),
        (Failure::Nothing, "Rien à changer : c’est déjà ainsi.", "Nothing to change: it is so already."),
    ]);
}

#[test]
fn refusals_of_comparisons_and_counts() {
    check(vec![
        (
            Failure::TwoCodersNeeded,
            "Il faut deux codeurs différents pour comparer.",
            "Comparing takes two different coders.",
        ),
        (
            Failure::TooManyCoders { coders: 129 },
            "129 codeurs, c’est trop pour une seule comparaison : 128 au plus.",
            "129 coders are too many for one comparison: 128 at most.",
        ),
        (
            Failure::NoSuchLevel { level: "theme" },
            "Cette étude n’a pas de niveau « theme » : choisissez label, property ou category.",
            "This study has no level “theme”: choose label, property or category.",
        ),
        (
            Failure::NoCodeAtLevel { level: Level::Property },
            "Rien, dans l’arbre, n’est du niveau « propriété » : donnez ce niveau à quelques éléments, ou choisissez label.",
            "Nothing in the tree is of the level “property”: give that level to some items, or choose label.",
        ),
        (
            Failure::NotCounted { interview: "EMG 7".to_owned() },
            "« EMG 7 » n’est pas compté ici : il est exclu, n’a pas été lu, ou son codage n’est pas terminé.",
            "“EMG 7” is not counted here: it is excluded, was not read, or its coding is not finished.",
        ),
    ]);
}

#[test]
fn refusals_that_name_an_operation_or_a_version() {
    check(vec![
        (Failure::NothingToUndo, "Il n’y a rien à annuler.", "There is nothing to undo."),
        (
            Failure::Undo(UndoBlocked::MovedOn { by: op() }),
            "Impossible d’annuler : quelqu’un a modifié la même chose depuis (00000000-0000-0000-0000-000000000007).",
            "Cannot undo: somebody has changed the same thing since (00000000-0000-0000-0000-000000000007).",
        ),
        (
            Failure::Undo(UndoBlocked::StoodOn { by: op() }),
            "Impossible d’annuler : quelqu’un s’appuie dessus (00000000-0000-0000-0000-000000000007).",
            "Cannot undo: somebody stands on it (00000000-0000-0000-0000-000000000007).",
        ),
        (
            Failure::Undo(UndoBlocked::Purged),
            "Un retrait de données ne s’annule pas.",
            "A withdrawal of data cannot be undone.",
        ),
        (
            Failure::Undo(UndoBlocked::Unknown),
            "Impossible d’annuler : cette opération n’est pas dans ce fichier.",
            "Cannot undo: this operation is not in this file.",
        ),
        (
            Failure::NotAHead { version: op() },
            "00000000-0000-0000-0000-000000000007 n’est pas l’une des versions entre lesquelles choisir.",
            "00000000-0000-0000-0000-000000000007 is not one of the versions to choose from.",
        ),
        (
            Failure::NotUnitable,
            "Ces deux éléments ne peuvent pas être réunis : il en faut deux de la même sorte (entretiens, étiquettes ou codes, participants, membres).",
            "These two items cannot be united: two of the same sort are needed (interviews, labels or codes, participants, members).",
        ),
        (
            Failure::TextMissing { revision: record() },
            "Il manque un texte dans l’étude (état 00000000-0000-0000-0000-000000000007). Restaurez une sauvegarde.",
            "A text is missing from the study (revision 00000000-0000-0000-0000-000000000007). Restore a backup.",
        ),
        (
            Failure::Payload { op: op() },
            "L’opération 00000000-0000-0000-0000-000000000007 ne se laisse pas lire. Restaurez une sauvegarde.",
            "The operation 00000000-0000-0000-0000-000000000007 cannot be read. Restore a backup.",
        ),
        (
            Failure::ReadingOnly,
            "L’étude est ouverte en lecture seule : rien n’a été modifié.",
            "The study is open for reading only: nothing was changed.",
        ),
        (Failure::Closed, "L’étude a été fermée : rouvrez-la.", "The study was closed: open it again."),
    ]);
}

#[test]
fn a_query_that_cannot_be_answered() {
    use index::{QueryError, RegexFault};
    let cases = [
        (QueryError::Empty, "Il n’y a aucun mot à chercher.", "There is no word to look for."),
        (
            QueryError::OnlyExcluded,
            "La recherche dit seulement ce qu’il faut écarter : ajoutez un mot à trouver.",
            "The query only says what to leave out: add a word to find.",
        ),
        (
            QueryError::TooLong { most: 200 },
            "La recherche est trop longue : 200 mots au plus.",
            "The query is too long: 200 words at most.",
        ),
        (
            QueryError::TooDeep { most: 64 },
            "Trop de parenthèses les unes dans les autres : 64 au plus.",
            "Too many parentheses inside one another: 64 at most.",
        ),
        (
            QueryError::Regex { fault: RegexFault::OpenGroup, at: 3 },
            "L’expression entre barres obliques ne se laisse pas lire : une parenthèse n’est pas fermée (signe 3).",
            "The expression between slashes cannot be read: a parenthesis is not closed (sign 3).",
        ),
        (
            QueryError::RegexTooLarge,
            "L’expression entre barres obliques est trop grande : simplifiez-la.",
            "The expression between slashes is too large: simplify it.",
        ),
        (
            QueryError::TookTooLong,
            "La recherche prend trop de temps : précisez-la.",
            "The search takes too long: make it more precise.",
        ),
    ];
    check(cases.map(|(error, french, english)| (Failure::Query(error), french, english)).into());
}
