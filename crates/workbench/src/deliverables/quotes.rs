//! Excerpts as a document, a sheet or JSON.

use super::thesis::{self, Said};
use super::{FileForm, Made, QuotesAsked, Words, basis, document, dropped, json, spreadsheet};
use crate::answers::instant;
use crate::answers::participants::ValueAnswer;
use crate::failure::Failure;
use formats::write::{Block, Cell, Document, Look, Paragraph, Run, Sheet};
use model::study::Seen;
use model::value::AttributeValue;
use report::{By, Excerpt, Excerpts, ExcerptsAsked, Group, Sources, Subject};

pub(super) fn make(
    sources: &Sources<'_>,
    asked: &QuotesAsked,
    words: &Words,
    form: FileForm,
) -> Result<(Vec<u8>, Made), Failure> {
    let wanted = ExcerptsAsked {
        basis: asked.basis.clone(),
        codes: asked.codes.clone(),
        interviews: asked.interviews.clone(),
        by: asked.by,
        attributes: asked.attributes.clone(),
    };
    let excerpts = Excerpts::of(sources, &wanted);
    let left = excerpts.left_out;
    let dropped = [dropped(left.to_place, "to_place"), dropped(left.not_analysed, "not_analysed")];
    let made = Made { items: excerpts.len(), dropped: dropped.into_iter().flatten().collect() };
    let quotes = Quotes { seen: sources.seen, asked, words, excerpts: &excerpts };
    let bytes = match form {
        FileForm::Docx | FileForm::Html => document(&quotes.document(), form)?,
        FileForm::Xlsx | FileForm::Csv(_) => spreadsheet(quotes.sheet(), quotes.about(), words, form)?,
        FileForm::Json => json::quotes(sources.seen, asked, words, &excerpts)?,
    };
    Ok((bytes, made))
}

struct Quotes<'a> {
    seen: &'a Seen<'a>,
    asked: &'a QuotesAsked,
    words: &'a Words,
    excerpts: &'a Excerpts,
}

impl Quotes<'_> {
    fn title(&self) -> &'static str {
        match self.asked.by {
            By::Code => i18n::quotes_title_by_code(self.words.lang, self.words.method),
            By::Interview => i18n::quotes_title_by_interview(self.words.lang),
        }
    }

    fn about(&self) -> Vec<String> {
        let n = (self.excerpts.finished, self.excerpts.interviews);
        basis::lines(self.seen, &self.asked.basis, self.words, n)
    }

    fn document(&self) -> Document {
        let title = self.title();
        let mut blocks = vec![Block::Heading { level: 0, text: title.to_owned(), new_page: false }];
        blocks.extend(self.about().into_iter().map(note));
        for group in &self.excerpts.groups {
            self.group(group, &mut blocks);
        }
        Document {
            lang: self.words.lang.code().to_owned(),
            title: title.to_owned(),
            footer: basis::sentence(self.seen, &self.asked.basis, self.words),
            blocks,
            ..Document::default()
        }
    }

    fn group(&self, group: &Group, blocks: &mut Vec<Block>) {
        let (level, text, about) = self.heading(group);
        blocks.push(Block::Heading { level, text, new_page: false });
        blocks.extend(about.into_iter().filter(|line| !line.is_empty()).map(note));
        for excerpt in &group.excerpts {
            blocks.push(Block::Paragraph(Paragraph { look: Look::Quote, runs: self.runs(excerpt) }));
            if self.asked.comments && !excerpt.comment.is_empty() {
                blocks.push(note(excerpt.comment.clone()));
            }
        }
    }

    fn heading(&self, group: &Group) -> (u8, String, Vec<String>) {
        let lang = self.words.lang;
        match &group.subject {
            Subject::Code { name, depth, definition, own, own_confirmed, total, confirmed, .. } => {
                let level = u8::try_from(depth + 1).unwrap_or(6).min(6);
                let mut about = Vec::new();
                if !self.asked.interviews.is_empty() {
                    // The figures of the study say nothing of some of its interviews.
                    about.push(i18n::passage_count(lang, count(group.excerpts.len())));
                } else {
                    if *own > 0 {
                        about.push(self.counted(*own, *own_confirmed));
                    }
                    if total > own {
                        about.push(i18n::quotes_with_below(lang, &self.counted(*total, *confirmed)));
                    }
                }
                about.push(definition.clone());
                (level, name.clone(), about)
            }
            Subject::Interview { name, date, .. } => {
                let n = count(group.excerpts.len());
                let date = date.clone().map(|date| self.day(&date)).into_iter();
                let about = date.chain([i18n::passage_count(lang, n)]).collect::<Vec<_>>().join(" · ");
                (1, name.clone(), vec![about])
            }
        }
    }

    /// Passages, and the participants in whose words they are.
    fn counted(&self, passages: usize, people: usize) -> String {
        let (finished, all) = (self.excerpts.finished, self.excerpts.interviews);
        let people = basis::of_participants(self.words, people, finished, all);
        format!("{} · {people}", i18n::passage_count(self.words.lang, count(passages)))
    }

    fn day(&self, date: &str) -> String {
        let parts: Vec<&str> = date.split('-').collect();
        let [year, month, day] = parts.as_slice() else { return date.to_owned() };
        let parsed = (year.parse(), month.parse(), day.parse());
        let (Ok(year), Ok(month), Ok(day)) = parsed else { return date.to_owned() };
        i18n::Date::new(year, month, day).map_or_else(|| date.to_owned(), |date| date.long(self.words.lang))
    }

    fn runs(&self, excerpt: &Excerpt) -> Vec<Run> {
        let lang = self.words.lang;
        let mut runs = Vec::new();
        for (number, Said { name, quote, aside }) in thesis::said(excerpt, self.words).into_iter().enumerate()
        {
            if number > 0 {
                runs.push(Run::plain("\n"));
            }
            let line = i18n::excerpt_voice(lang, &name, &quote);
            let rest = line.strip_prefix(name.as_str()).unwrap_or(&line).to_owned();
            runs.push(Run { bold: !aside, quiet: aside, ..Run::plain(name) });
            runs.push(Run { quiet: aside, italic: aside, ..Run::plain(rest) });
        }
        let tail = self.tail(excerpt);
        if !tail.is_empty() {
            runs.push(Run::quiet(format!(" — {tail}")));
        }
        runs
    }

    /// What the group does not say: the code, or where the words were said.
    fn tail(&self, excerpt: &Excerpt) -> String {
        let time = excerpt.time.and_then(|time| u32::try_from(time).ok()).map(i18n::recording_time);
        let alone = excerpt.voices.iter().any(|voice| voice.name == excerpt.interview_name);
        let place = match (time, alone || self.asked.by == By::Interview) {
            (Some(time), true) => time,
            (Some(time), false) => i18n::excerpt_where(self.words.lang, &excerpt.interview_name, &time),
            (None, true) => String::new(),
            (None, false) => excerpt.interview_name.clone(),
        };
        let code = if self.asked.by == By::Interview { excerpt.path.as_str() } else { "" };
        [code, &place].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    }

    fn sheet(&self) -> Sheet {
        let (lang, method) = (self.words.lang, self.words.method);
        let mut header = vec![
            i18n::column_code(lang, method).to_owned(),
            i18n::column_interview(lang).to_owned(),
            i18n::column_speaker(lang).to_owned(),
        ];
        let columns = self.seen.attributes();
        let chosen =
            self.asked.attributes.iter().filter_map(|id| columns.iter().find(|column| column.id == *id));
        let chosen: Vec<&str> = chosen.map(|column| column.name).collect();
        header.extend(chosen.iter().map(|name| (*name).to_owned()));
        header.extend(
            [i18n::column_quote(lang), i18n::column_citation(lang), i18n::column_time(lang)]
                .map(str::to_owned),
        );
        header.extend(
            [i18n::column_coder(lang), i18n::column_coded_on(lang), i18n::column_layer(lang)]
                .map(str::to_owned),
        );
        if self.asked.comments {
            header.push(i18n::column_comment(lang).to_owned());
        }
        header.extend([i18n::column_start(lang), i18n::column_end(lang)].map(str::to_owned));
        let mut widths = vec![34, 14, 14];
        widths.extend(chosen.iter().map(|_| 14));
        widths.extend([70, 70, 10, 16, 12, 22]);
        let rows = self.excerpts.groups.iter().flat_map(|group| &group.excerpts);
        let rows = rows.map(|excerpt| self.row(excerpt, chosen.len())).collect();
        Sheet { name: i18n::column_passages(lang).to_owned(), header, widths, rows }
    }

    fn row(&self, excerpt: &Excerpt, attributes: usize) -> Vec<Cell> {
        let lang = self.words.lang;
        let speakers: Vec<&str> = excerpt.people.iter().map(|person| person.name.as_str()).collect();
        let mut row: Vec<Cell> = vec![
            excerpt.path.clone().into(),
            excerpt.interview_name.clone().into(),
            speakers.join(", ").into(),
        ];
        row.extend((0..attributes).map(|at| attribute(excerpt, at)));
        let time = excerpt.time.and_then(|time| u32::try_from(time).ok()).map(i18n::recording_time);
        let at = excerpt.at.map(instant).unwrap_or_default();
        let layer = match excerpt.layer {
            model::value::Layer::Experiential => i18n::layer_experiential(lang),
            model::value::Layer::Thematic => i18n::layer_thematic(lang),
        };
        row.push(thesis::bare(excerpt, self.words).into());
        row.push(thesis::citation(excerpt, self.words).into());
        row.push(time.unwrap_or_default().into());
        row.push(excerpt.coder.clone().into());
        row.push(at.split('T').next().unwrap_or_default().into());
        row.push(layer.into());
        if self.asked.comments {
            row.push(excerpt.comment.clone().into());
        }
        row.extend([Cell::Number(excerpt.start.into()), Cell::Number(excerpt.end.into())]);
        row
    }
}

/// A participant's value; those of several speakers, each once, after one another.
fn attribute(excerpt: &Excerpt, at: usize) -> Cell {
    let values = excerpt.people.iter().filter_map(|person| person.attributes.get(at)?.1.as_ref());
    let mut values: Vec<&AttributeValue> = values.collect();
    values.dedup();
    match values.as_slice() {
        [AttributeValue::Number(number)] => Cell::Number(*number),
        values => {
            let cells: Vec<String> = values.iter().map(|value| ValueAnswer::from(*value).cell()).collect();
            cells.join(", ").into()
        }
    }
}

fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

fn note(text: String) -> Block {
    Block::Paragraph(Paragraph::of(Look::Note, Run::plain(text)))
}
