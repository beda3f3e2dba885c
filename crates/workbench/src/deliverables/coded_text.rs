//! Transcripts with their labels: as Word comments, marks on a page, or one row for each turn.

use super::{FileForm, Made, Words, basis, document, dropped, json, spreadsheet};
use crate::answers::instant;
use crate::failure::Failure;
use formats::write::{Block, Cell, Document, Look, Paragraph, Remark, Run, Sheet};
use model::RecordId;
use model::basis::Basis;
use model::text::TextIndex;
use report::{CodedText, LabelOn, Sources, SpokenLine, Who, coded_texts};

pub(super) fn make(
    sources: &Sources<'_>,
    basis: &Basis,
    interviews: &[RecordId],
    words: &Words,
    form: FileForm,
) -> Result<(Vec<u8>, Made), Failure> {
    let texts = coded_texts(sources, basis, interviews);
    let to_place = texts.iter().map(|text| text.to_place).sum();
    let items = texts.iter().map(|text| text.labels.len()).sum();
    let made = Made { items, dropped: dropped(to_place, "to_place").into_iter().collect() };
    let counts = sources.seen.counts(basis);
    let n = (counts.finished, counts.interviews);
    let about = || basis::lines(sources.seen, basis, words, n);
    let bytes = match form {
        FileForm::Docx | FileForm::Html => {
            let mut pages = Pages { sources, words, document: Document::default() };
            texts.iter().for_each(|text| pages.interview(text, texts.len() > 1));
            let title = match texts.as_slice() {
                [only] => only.name.clone(),
                _ => i18n::coded_text_title(words.lang, words.method).to_owned(),
            };
            let footer = basis::sentence(sources.seen, basis, words);
            let header = format!("{title} — {}", about().first().map(String::as_str).unwrap_or_default());
            let lang = words.lang.code().to_owned();
            document(&Document { lang, title, header, footer, ..pages.document }, form)?
        }
        FileForm::Xlsx | FileForm::Csv(_) => spreadsheet(sheet(&texts, words), about(), words, form)?,
        FileForm::Json => json::coded_texts(sources.seen, basis, n, &texts)?,
    };
    Ok((bytes, made))
}

/// The document in the making. Its body holds the transcripts and nothing else, so that a program that
/// reads it back finds each label on its words; what it rests on stands at the foot of the pages.
struct Pages<'a> {
    sources: &'a Sources<'a>,
    words: &'a Words,
    document: Document,
}

impl Pages<'_> {
    fn interview(&mut self, text: &CodedText, titled: bool) {
        if titled {
            let new_page = !self.document.blocks.is_empty();
            self.document.blocks.push(Block::Heading { level: 1, text: text.name.clone(), new_page });
        }
        let first = self.document.remarks.len();
        let remarks = text.labels.iter().map(|label| self.remark(label)).collect::<Vec<_>>();
        self.document.remarks.extend(remarks);
        let index = TextIndex::new(text.text.as_ref());
        let mut start = 0u32;
        for line in text.text.split('\n') {
            let end = start + model::text::scalars(line);
            let runs = line_runs(&index, text, (start, end), first);
            self.document.blocks.push(Block::Paragraph(Paragraph { look: Look::Speech, runs }));
            start = end + 1;
        }
    }

    fn remark(&self, label: &LabelOn) -> Remark {
        let hue = self.sources.seen.code(label.code).map_or(0, |node| node.hue);
        let lines = std::iter::once(label.path.clone()).chain(label.comment.lines().map(str::to_owned));
        let several = self.sources.seen.codes().iter().any(|node| node.layer != label.layer);
        let layer = several.then(|| match label.layer {
            model::value::Layer::Experiential => i18n::layer_experiential(self.words.lang).to_owned(),
            model::value::Layer::Thematic => i18n::layer_thematic(self.words.lang).to_owned(),
        });
        let at = label.at.map(whole_second).unwrap_or_default();
        Remark { author: label.coder.clone(), at, text: lines.chain(layer).collect(), hue }
    }
}

/// The instant to the second: Word knows no finer.
fn whole_second(at: model::Timestamp) -> String {
    instant(model::Timestamp(at.0 - at.0.rem_euclid(1000)))
}

/// One line of a transcript, cut where a label begins or ends.
fn line_runs(index: &TextIndex, text: &CodedText, (start, end): (u32, u32), first: usize) -> Vec<Run> {
    let touching = |label: &LabelOn| label.start < end && label.end > start;
    let on: Vec<(usize, &LabelOn)> = text
        .labels
        .iter()
        .enumerate()
        .filter(|(_, label)| touching(label))
        .map(|(at, label)| (first + at, label))
        .collect();
    let turns: Vec<&SpokenLine> =
        text.turns.iter().filter(|turn| turn.start < end && turn.end > start).collect();
    let mut cuts = vec![start, end];
    cuts.extend(on.iter().flat_map(|(_, label)| [label.start, label.end]));
    cuts.extend(turns.iter().flat_map(|turn| [turn.start, turn.end]));
    cuts.retain(|cut| (start..=end).contains(cut));
    cuts.sort_unstable();
    cuts.dedup();
    let run = |from: u32, to: u32| {
        let turn = turns.iter().find(|turn| turn.start <= from && to <= turn.end);
        Run {
            text: index.slice(from, to).unwrap_or_default().to_owned(),
            bold: turn.is_none() && turns.iter().any(|turn| to <= turn.start),
            quiet: turn.is_some_and(|turn| turn.who == Who::Interviewer),
            italic: false,
            remarks: on
                .iter()
                .filter(|(_, label)| label.start <= from && to <= label.end)
                .map(|(at, _)| *at)
                .collect(),
        }
    };
    cuts.windows(2).filter_map(|cut| Some(run(*cut.first()?, *cut.get(1)?))).collect()
}

fn sheet(texts: &[CodedText], words: &Words) -> Sheet {
    let (lang, method) = (words.lang, words.method);
    let header = [
        i18n::column_interview(lang),
        i18n::column_turn(lang),
        i18n::column_time(lang),
        i18n::column_speaker(lang),
        i18n::column_text(lang),
        i18n::column_codes(lang, method),
        i18n::column_coder(lang),
    ];
    let rows = texts.iter().flat_map(|text| {
        let index = TextIndex::new(text.text.as_ref());
        (1usize..).zip(&text.turns).map(|(number, turn)| row(text, &index, number, turn)).collect::<Vec<_>>()
    });
    Sheet {
        name: i18n::coded_text_title(lang, method).to_owned(),
        header: header.map(str::to_owned).to_vec(),
        widths: vec![14, 8, 10, 14, 80, 40, 20],
        rows: rows.collect(),
    }
}

fn row(text: &CodedText, index: &TextIndex, number: usize, turn: &SpokenLine) -> Vec<Cell> {
    let on = text.labels.iter().filter(|label| label.start < turn.end && label.end > turn.start);
    let (mut codes, mut coders): (Vec<&str>, Vec<&str>) =
        on.map(|label| (label.path.as_str(), label.coder.as_str())).unzip();
    codes.sort_unstable();
    codes.dedup();
    coders.sort_unstable();
    coders.dedup();
    let time = turn.time.and_then(|time| u32::try_from(time).ok()).map(i18n::recording_time);
    vec![
        text.name.clone().into(),
        Cell::count(number),
        time.unwrap_or_default().into(),
        turn.speaker.clone().into(),
        index.slice(turn.start, turn.end).unwrap_or_default().into(),
        codes.join("\n").into(),
        coders.join(", ").into(),
    ]
}
