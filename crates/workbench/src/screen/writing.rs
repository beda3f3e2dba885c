//! The view of the step *Rédaction*: what can be taken from the study for the thesis, as far as there is any.

use super::Making;
use crate::answers::claims;
use crate::deliverables::{Deliverable, FileForm, QuotesAsked};
use crate::engine::Engine;
use crate::figures::Figure;
use crate::views::writing::{WritingFile, WritingPart, WritingPiece, WritingView, Written};
use formats::CsvFlavour;
use i18n::Lang;
use model::RecordId;
use model::basis::Basis;
use model::study::Interview;
use model::value::MemoKind;

fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

pub(super) fn make(engine: &Engine, making: &Making<'_>) -> WritingView {
    let desk = Desk { making, lang: making.lang, method: making.method.as_str() };
    let part = |title: &str, pieces: Vec<WritingPiece>| WritingPart { title: title.to_owned(), pieces };
    WritingView {
        parts: vec![
            part(i18n::writing_results(desk.lang), desk.results()),
            part(i18n::writing_rigour(desk.lang), desk.rigour(engine)),
            part(i18n::writing_annexes(desk.lang), desk.annexes()),
        ],
    }
}

struct Desk<'a> {
    making: &'a Making<'a>,
    lang: Lang,
    method: &'static str,
}

impl Desk<'_> {
    /// What the results are written from: the passages, the relations, the schemas.
    fn results(&self) -> Vec<WritingPiece> {
        let (lang, seen) = (self.lang, &self.making.seen);
        let coded = |interview: &Interview<'_>| self.making.counts.coded(interview.id);
        let passages: usize = seen.interviews().iter().filter_map(coded).map(|coded| coded.codings).sum();
        let quotes = Deliverable::Quotes(QuotesAsked::default());
        let mut pieces = vec![WritingPiece {
            title: i18n::quotes_title_by_code(lang, self.method).to_owned(),
            about: i18n::writing_quotes_about(lang, count(passages)),
            files: self.files(passages > 0, &quotes, &[FileForm::Docx, FileForm::Xlsx, FileForm::Html]),
        }];
        pieces.extend(seen.schemas().iter().map(|schema| {
            let drawn = |ending| WritingFile {
                name: str::to_uppercase(ending),
                what: Written::Figure(Figure::Schema(schema.id), ending),
            };
            let files = match schema.nodes.is_empty() {
                true => Vec::new(),
                false => ["pdf", "svg", "png"].map(drawn).into(),
            };
            let title = i18n::writing_schema(lang, schema.title);
            WritingPiece { title, about: i18n::writing_schema_about(lang).to_owned(), files }
        }));
        let relations = seen.relations().len();
        let csv = WritingFile {
            name: i18n::delivery_csv(lang).to_owned(),
            what: Written::Figure(Figure::Relations, "csv"),
        };
        pieces.push(WritingPiece {
            title: i18n::writing_relations(lang).to_owned(),
            about: i18n::writing_relations_about(lang, count(relations)),
            files: (relations > 0).then_some(csv).into_iter().collect(),
        });
        pieces
    }

    /// What shows that the analysis is sound: saturation, and two coders.
    fn rigour(&self, engine: &Engine) -> Vec<WritingPiece> {
        let (lang, seen) = (self.lang, &self.making.seen);
        let page = |claim: RecordId| WritingFile {
            name: i18n::delivery_page(lang).to_owned(),
            what: Written::Sheet(claim),
        };
        let claim = claims::claims(engine, lang).pop();
        let made = claim.as_ref().and_then(|claim| Some((claim, claim.made.as_ref()?)));
        let mut pieces = vec![WritingPiece {
            title: i18n::sheet_title(lang).to_owned(),
            about: match made {
                Some((claim, made)) => {
                    let level = i18n::level_many(lang, made.level, self.method);
                    let at = made.interview.to_string();
                    let sentence = i18n::sheet_claim(lang, &at, level, i64::from(made.confirm));
                    i18n::writing_claim(lang, &sentence, i18n::claim_state(lang, claim.state))
                }
                None => i18n::writing_no_claim(lang).to_owned(),
            },
            files: made.map(|(claim, _)| page(claim.id)).into_iter().collect(),
        }];
        let csv = FileForm::Csv(self.flavour());
        for pair in self.pairs() {
            let name = |at: usize| seen.member(pair[at]).map_or("", |member| member.name);
            let alignment = Deliverable::Alignment { coders: pair };
            pieces.push(WritingPiece {
                title: i18n::alignment_title(lang).to_owned(),
                about: i18n::writing_alignment_about(lang, name(0), name(1)),
                files: self.files(true, &alignment, &[FileForm::Docx, FileForm::Html, csv]),
            });
        }
        let decisions = seen.decisions().len();
        pieces.push(WritingPiece {
            title: i18n::writing_journal(lang).to_owned(),
            about: i18n::writing_journal_about(lang, count(decisions)),
            files: self.files(
                decisions > 0,
                &Deliverable::ReconciliationJournal,
                &[FileForm::Docx, FileForm::Html, csv],
            ),
        });
        pieces
    }

    /// What stands behind the text: the code book, the labelled interviews, the memos.
    fn annexes(&self) -> Vec<WritingPiece> {
        let (lang, seen) = (self.lang, &self.making.seen);
        let (codes, interviews) = (seen.codes().len(), seen.interviews().len());
        let (basis, texts) = (Basis::default(), Vec::new());
        let codebook = Deliverable::Codebook { basis: Basis::default() };
        let coded = Deliverable::CodedText { basis, interviews: texts };
        let csv = FileForm::Csv(self.flavour());
        let memos = seen.memos().iter().filter(|memo| memo.kind != MemoKind::Discussion).count();
        let printed = WritingFile {
            name: i18n::delivery_page(lang).to_owned(),
            what: Written::Figure(Figure::Memos, "html"),
        };
        vec![
            WritingPiece {
                title: i18n::codebook_title(lang, self.method).to_owned(),
                about: i18n::writing_codebook_about(lang, &i18n::code_count(lang, self.method, count(codes))),
                files: self.files(
                    codes > 0,
                    &codebook,
                    &[FileForm::Docx, FileForm::Xlsx, FileForm::Html, csv],
                ),
            },
            WritingPiece {
                title: i18n::coded_text_title(lang, self.method).to_owned(),
                about: i18n::writing_coded_about(
                    lang,
                    &i18n::interview_count(lang, count(interviews)),
                    self.method,
                ),
                files: self.files(interviews > 0, &coded, &[FileForm::Docx, FileForm::Html]),
            },
            WritingPiece {
                title: i18n::rail_memos(lang).to_owned(),
                about: i18n::writing_memos_about(lang, &i18n::memo_count(lang, count(memos))),
                files: (memos > 0).then_some(printed).into_iter().collect(),
            },
        ]
    }

    /// A deliverable in these forms, where there is something in it.
    fn files(&self, some: bool, what: &Deliverable, forms: &[FileForm]) -> Vec<WritingFile> {
        let file = |form: &FileForm| WritingFile {
            name: self.form(*form).to_owned(),
            what: Written::Deliverable(what.clone(), *form),
        };
        if some { forms.iter().map(file).collect() } else { Vec::new() }
    }

    fn form(&self, form: FileForm) -> &'static str {
        match form {
            FileForm::Docx => i18n::delivery_word(self.lang),
            FileForm::Xlsx => i18n::delivery_excel(self.lang),
            FileForm::Html => i18n::delivery_page(self.lang),
            FileForm::Csv(_) | FileForm::Json => i18n::delivery_csv(self.lang),
        }
    }

    fn flavour(&self) -> CsvFlavour {
        match self.lang {
            Lang::Fr => CsvFlavour::FrenchExcel,
            Lang::En => CsvFlavour::Comma,
        }
    }

    /// Those who both finished an interview and whose codings of it may be read, the student first.
    fn pairs(&self) -> Vec<[RecordId; 2]> {
        let seen = &self.making.seen;
        let team: Vec<RecordId> = seen.members().iter().map(|member| member.id).collect();
        let place = |coder: &RecordId| team.iter().position(|one| one == coder);
        let mut pairs: Vec<[RecordId; 2]> = Vec::new();
        for interview in seen.interviews() {
            let mut coders: Vec<RecordId> =
                interview.finished.iter().map(|(coder, _)| seen.resolve(*coder)).collect();
            coders.sort_by_key(place);
            coders.dedup();
            let (Some(first), others) = (coders.first(), coders.iter().skip(1)) else { continue };
            for pair in
                others.map(|other| [*first, *other]).filter(|pair| !pairs.contains(pair)).collect::<Vec<_>>()
            {
                let codings = seen.codings_in(interview.id, &Basis::everything());
                if pair.iter().all(|coder| codings.iter().any(|coding| coding.coder == *coder)) {
                    pairs.push(pair);
                }
            }
        }
        pairs
    }
}
