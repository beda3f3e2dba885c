//! From a file's bytes to a transcript: sniff, read, join, understand, and count in scalar offsets.

use model::text::Turn;

use crate::archive::Archive;
use crate::cuts::{scalars, without};
use crate::docx;
use crate::eaf;
use crate::error::ReadError;
use crate::html;
use crate::mht;
use crate::odt;
use crate::pdf;
use crate::rtf;
use crate::sniff::{Kind, sniff};
use crate::source::{Source, Verbatim, flatten};
use crate::transcript::{CommentFound, Fact, Format, Part, ReadOptions, Transcript, Warning};
use crate::turns::{self, Understood, understand};
use crate::txt;
use crate::workbook;

/// The largest file that is read, in bytes.
pub const FILE_LIMIT: u64 = 100 * 1024 * 1024;
/// The most that is unpacked of one document.
const UNPACKED_LIMIT: u64 = 512 * 1024 * 1024;
/// The longest text that is understood, in bytes of UTF-8: some hundred and fifty hours of speech. What is known of a
/// text takes several times its length.
const TEXT_LIMIT: u64 = 10 * 1024 * 1024;
/// The largest plain text that is decoded, in bytes: UTF-16 and old encodings change their length.
const PLAIN_LIMIT: u64 = 2 * TEXT_LIMIT;
/// The most lines with words that are understood: each may be a turn, and what is known of a turn takes far more
/// memory than the few words of a short one.
const LINES_LIMIT: usize = 400_000;
/// So many blank lines count as one with words.
const BLANK_LINES: usize = 8;

/// Reads a file as a transcript. Pure: the name only serves to recognise Word's lock files and to guess
/// who the participant is.
///
/// # Errors
/// One [`ReadError`] per reason for which a file is refused as a whole. Whatever is merely odd becomes a
/// [`Warning`]; a text in which nobody is seen to speak has no turns.
pub fn read(file_name: &str, bytes: &[u8], options: &ReadOptions) -> Result<Transcript, ReadError> {
    let size = bytes.len() as u64;
    if size > FILE_LIMIT {
        return Err(ReadError::TooLarge { size, limit: FILE_LIMIT });
    }
    let (stem, extension) = parts_of_name(file_name);
    let (format, source) = match sniff(file_name, bytes)? {
        Kind::Archive => archived(Archive::open(bytes, UNPACKED_LIMIT)?)?,
        Kind::RichText => (Format::Rtf, rtf::read(bytes)?),
        Kind::PageArchive => (Format::Mht, mht::read(bytes, PLAIN_LIMIT, options)?),
        Kind::Text | Kind::Page | Kind::Annotations if size > PLAIN_LIMIT => {
            return Err(ReadError::TooLong { limit: TEXT_LIMIT });
        }
        Kind::Annotations => (Format::Eaf, eaf::read(bytes)?),
        Kind::Page => (Format::Html, html::read(bytes, options)?),
        Kind::Text => txt::read(bytes, extension, options)?,
    };
    understood(format, source, stem, options)
}

/// Reads the pages of a PDF as a transcript: the second step, after [`crate::pdf::extract()`].
///
/// # Errors
/// [`ReadError::ScannedPdf`] where the pages hold no text.
pub fn read_pages(
    file_name: &str,
    pages: &[pdf::Page],
    options: &ReadOptions,
) -> Result<Transcript, ReadError> {
    if !pdf::has_words(pages) {
        return Err(ReadError::ScannedPdf);
    }
    understood(Format::Pdf, pdf::read(pages), parts_of_name(file_name).0, options)
}

/// Joins what was read and finds who speaks.
fn understood(
    format: Format,
    source: Source,
    stem: &str,
    options: &ReadOptions,
) -> Result<Transcript, ReadError> {
    let length: usize = source.paragraphs.iter().map(|paragraph| paragraph.text.len() + 1).sum();
    if length as u64 > TEXT_LIMIT {
        return Err(ReadError::TooLong { limit: TEXT_LIMIT });
    }
    if lines(&source) > LINES_LIMIT {
        return Err(ReadError::TooDemanding);
    }
    let verbatim = flatten(source);
    let understood = understand(&verbatim, options, stem);
    Ok(finish(format, verbatim, understood))
}

/// How many lines there are; blank ones count for less.
fn lines(source: &Source) -> usize {
    let lines = source.paragraphs.iter().flat_map(|paragraph| paragraph.text.split(['\n', '\r']));
    let blank = |line: &str| line.bytes().all(|b| b.is_ascii_whitespace());
    let (blank, worded) =
        lines.fold(
            (0, 0),
            |(blanks, worded), line| {
                if blank(line) { (blanks + 1, worded) } else { (blanks, worded + 1) }
            },
        );
    worded + blank / BLANK_LINES
}

fn archived(mut archive: Archive) -> Result<(Format, Source), ReadError> {
    if is_pages(&archive) {
        return Err(ReadError::Pages);
    }
    if let Some(format) = workbook::kind(&mut archive)? {
        return Ok((format, workbook::read(&mut archive)?));
    }
    if odt::is_text(&mut archive)? {
        Ok((Format::Odt, odt::read(archive)?))
    } else {
        Ok((Format::Docx, docx::read(archive)?))
    }
}

/// Whether an archive is one of Pages.
fn is_pages(archive: &Archive) -> bool {
    ["index/document.iwa", "index.zip", "index.xml", "index.apxl"].iter().any(|part| archive.has(part))
}

/// A file's name without folder: what stands before the last point, and after.
fn parts_of_name(file_name: &str) -> (&str, &str) {
    let name = file_name.rsplit(['/', '\\']).next().unwrap_or(file_name);
    name.rsplit_once('.').unwrap_or((name, ""))
}

/// Takes the time marks out and turns byte positions into scalar offsets.
fn finish(format: Format, verbatim: Verbatim, understood: Understood) -> Transcript {
    let places = Places::new(&verbatim, &understood);
    let text = without(&verbatim.text, &understood.cuts);
    let turns = understood.utterances.into_iter().map(|said| Turn {
        start: places.scalar(said.start),
        end: places.scalar(said.end),
        speaker: said.speaker,
        time: said.time,
    });
    let facts = understood.facts.iter().map(|fact| Fact {
        kind: fact.kind,
        value: slice(&verbatim.text, fact.start, fact.end).to_owned(),
        start: places.scalar(fact.start),
        end: places.scalar(fact.end),
    });
    let parts = understood.parts.iter().map(|part| Part {
        title: slice(&verbatim.text, part.start, part.title_end).trim().to_owned(),
        start: places.scalar(part.start),
        end: places.scalar(part_end(&verbatim.text, part)),
    });
    let comments = verbatim.comments.into_iter().map(|remark| CommentFound {
        start: places.scalar(remark.start),
        end: places.scalar(remark.end),
        author: remark.author,
        at: remark.at,
        text: remark.text,
        reply_to: remark.reply_to,
    });
    let notices = verbatim.notices.into_iter().chain(understood.notices);
    let warnings = notices.map(|notice| Warning {
        kind: notice.kind,
        place: notice.at.map(|at| places.scalar(at) as usize),
        text: notice.text,
        count: notice.count,
    });
    Transcript {
        format,
        turns: turns.collect(),
        speakers: understood.speakers,
        facts: facts.collect(),
        parts: parts.collect(),
        comments: comments.collect(),
        warnings: warnings.collect(),
        text,
    }
}

fn slice(text: &str, start: usize, end: usize) -> &str {
    text.get(start..end).unwrap_or_default()
}

/// Where the last words of a part end.
fn part_end(text: &str, part: &turns::Part) -> usize {
    part.start + slice(text, part.start, part.end).trim_end().len()
}

/// Every byte position that is reported, with its scalar offset in the text without cuts.
struct Places {
    bytes: Vec<usize>,
    scalars: Vec<u32>,
}

impl Places {
    fn new(verbatim: &Verbatim, understood: &Understood) -> Self {
        let said = understood.utterances.iter().flat_map(|said| [said.start, said.end]);
        let facts = understood.facts.iter().flat_map(|fact| [fact.start, fact.end]);
        let parts = understood.parts.iter().flat_map(|part| [part.start, part_end(&verbatim.text, part)]);
        let comments = verbatim.comments.iter().flat_map(|remark| [remark.start, remark.end]);
        let notices = verbatim.notices.iter().chain(&understood.notices).filter_map(|notice| notice.at);
        let mut bytes: Vec<usize> = said.chain(facts).chain(parts).chain(comments).chain(notices).collect();
        bytes.sort_unstable();
        bytes.dedup();
        let scalars = scalars(&verbatim.text, &bytes, &understood.cuts);
        Self { bytes, scalars }
    }

    fn scalar(&self, byte: usize) -> u32 {
        self.bytes.binary_search(&byte).map_or(0, |n| self.scalars[n])
    }
}
