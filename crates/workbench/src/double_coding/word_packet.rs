//! Packets as Word files: the co-coder comments in Word, and the comments become codings.
//!
//! The file holds a text, the instructions and, where it is given, the list of labels with their definitions;
//! nothing else of the study. What comes back is placed by
//! its words: whatever Word made of the text around them, a comment stands on the words that it was written
//! on. Blindness rests on a declaration here, and the round says so.

use super::packet::{self, PacketAsked, PacketMade};
use crate::draft::Draft;
use crate::engine::Engine;
use crate::failure::{DoubleCodingProblem, Failure};
use crate::import::{self, CommentFound, ImportChoices, KnownLabels};
use crate::ops::codes::Paths;
use crate::ops::{codings, double_coding};
use crate::whole_file;
use formats::write::{Block, Document, Look, Paragraph, Run, Table};
use i18n::Lang;
use model::lens::Lens;
use model::op::OpKind;
use model::study::Seen;
use model::text::{TextIndex, Turn, context, propose_in};
use model::value::{CodeList, CodingComment, CodingOrigin, Layer, Method, PacketForm, RoundPacket};
use model::{Digest, RecordId};
use std::collections::{BTreeSet, HashMap};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A comment is placed where words and context agree so well, of 100.
const SURE: u8 = 70;

/// What came of a Word file that came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WordReceived {
    /// The interview that it is about.
    pub interview: RecordId,
    /// How many comments became codings.
    pub placed: usize,
    /// Those whose words are not found: to be placed by a person.
    pub unplaced: Vec<Unplaced>,
}

/// A comment whose words are not found in the text.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Unplaced {
    /// The words that it was written on.
    pub quote: String,
    /// What it says.
    pub comment: String,
}

impl Engine {
    /// Makes Word files for a coder, one for each interview: the first at `path`, each of several beside it
    /// under the name of its interview. A round is set up where there is none.
    ///
    /// # Errors
    /// As for [`Engine::make_packet`].
    pub fn make_word_packet(
        &mut self,
        path: &Path,
        coder: RecordId,
        asked: &PacketAsked,
    ) -> Result<(PacketMade, Vec<PathBuf>), Failure> {
        let me = self.acting()?;
        let round = self.round_for(coder, asked)?;
        let seen = self.seen();
        let instructions = seen.round(round).map(|round| round.instructions.to_owned()).unwrap_or_default();
        let list = match asked.list {
            CodeList::Given => label_list(&seen, asked.lang),
            CodeList::None => Vec::new(),
        };
        let codes =
            list.iter().map(|block| if let Block::Table(table) = block { table.rows.len() } else { 0 });
        let codes = codes.sum();
        let method = method_of(&seen);
        let about = About { lang: asked.lang, method, instructions: &instructions, list: &list };
        let (mut texts, mut files, mut all) = (Vec::new(), Vec::new(), Vec::new());
        for interview in &asked.interviews {
            let (revision, text) = self.current_text(*interview)?;
            let known = self.seen().resolve(*interview);
            let name = self.seen().interview(known).map(|one| one.name.to_owned()).unwrap_or_default();
            let bytes = formats::write::docx(&document(&name, &about, &text))?;
            let path = if asked.interviews.len() == 1 { path.to_owned() } else { beside(path, &name) };
            whole_file::write(&path, &bytes)
                .map_err(|source| Failure::File { path: path.clone(), source })?;
            all.extend(Digest::of(&bytes).0);
            files.push(path);
            texts.push((known, revision));
        }
        let study = Arc::clone(&self.study);
        let (packet, now) = (self.env.record(), self.env.now());
        let noted = RoundPacket::new(packet, coder, PacketForm::Docx, texts, Digest::of(&all), now);
        let interviews = u32::try_from(asked.interviews.len()).unwrap_or(u32::MAX);
        let mut draft = Draft::new(study.seen_by(Lens::Member(me)), &mut self.env, me);
        draft.set(round, noted);
        let drafted = draft.done(OpKind::MakePacket { round, coder, interviews }, vec![packet]);
        self.commit(drafted)?;
        Ok((PacketMade { packet, round, codes }, files))
    }

    /// Takes a Word file in that came back from a coder: its comments become that coder's codings. They are
    /// that coder's acts, sealed with the round from whoever takes the file in.
    ///
    /// # Errors
    /// When the file cannot be read, or no Word packet was given to that coder in the round.
    pub fn receive_word(
        &mut self,
        path: &Path,
        round: RecordId,
        coder: RecordId,
    ) -> Result<WordReceived, Failure> {
        let read = import::read_file_at(path, &ImportChoices::default())?;
        let me = self.acting()?;
        let offered = self.offered_in(round);
        self.act_as(&coder.to_string())?;
        let received = self.receive_as(&read, &offered, round, coder);
        self.act_as(&me.to_string())?;
        received
    }

    /// The labels that a packet of the round offers, as whoever gives it sees them: the coder may not see in
    /// this copy yet what stood in the list.
    fn offered_in(&self, round: RecordId) -> Offered {
        let seen = self.seen();
        let given = seen.round(round).is_some_and(|round| round.list == CodeList::Given);
        let nodes = if given { packet::offered(&seen) } else { Vec::new() };
        let codes = nodes.iter().map(|node| (node.path.clone(), (node.id, node.layer))).collect();
        Offered { labels: KnownLabels::among(nodes.into_iter(), true), codes }
    }

    fn receive_as(
        &mut self,
        read: &import::ReadFile,
        offered: &Offered,
        round: RecordId,
        coder: RecordId,
    ) -> Result<WordReceived, Failure> {
        let (comments, returned) = (&read.transcript.comments, &read.text);
        let interview = self.interview_of(returned, round, coder)?;
        let pages = self.pages([interview])?;
        let page = pages.get(interview).ok_or(Failure::Withdrawn)?;
        let study = Arc::clone(&self.study);
        let me = self.acting()?;
        let mut draft = Draft::new(study.seen_by(Lens::Member(me)), &mut self.env, me);
        let book = double_coding::own_book(&draft.seen, me);
        let mut paths = Paths::new(&draft);
        // Who was given the list may name a label of it by its name alone; who was not, never saw it.
        let labels = KnownLabels::of(&draft.seen, false);
        let turns = draft.seen.interview(interview).map(|known| known.turns).unwrap_or_default();
        let list = list_start(returned, method_of(&draft.seen));
        let (mut made, mut unplaced) = (Vec::new(), Vec::new());
        for (at, comment) in comments.iter().enumerate() {
            let meant = offered.labels.known(&comment.text);
            let Some((label, rest)) = meant.or_else(|| labels.label(&comment.text)) else { continue };
            if comment.reply_to.is_some() {
                continue;
            }
            let quote = words(returned, comment);
            let placed = place(page.text, returned, comment).filter(|_| comment.start < list);
            let Some((start, end)) = placed.and_then(|(start, end)| spoken(page.text, &turns, start, end))
            else {
                unplaced.push(Unplaced { quote, comment: comment.text.clone() });
                continue;
            };
            let (code, layer) = match offered.codes.get(&label) {
                Some(known) => *known,
                None => {
                    let code = paths.find_or_add(&mut draft, &label, &Default::default())?;
                    (code, draft.seen.code(code).map(|node| node.layer).unwrap_or_default())
                }
            };
            let same = draft.seen.codings_on(interview, (start, end));
            if same.into_iter().any(|known| known.coder == me && known.code == code && known.layer == layer) {
                continue;
            }
            let origin = CodingOrigin::new(interview, me, layer).written_at(comment.at.as_deref());
            let coding = draft.new_record();
            codings::add(&mut draft, coding, origin, page.anchor(start, end)?, code);
            let said = replies(comments, at, rest);
            if !said.is_empty() {
                draft.set_new(coding, CodingComment::new(said));
            }
            made.push(coding);
        }
        if let Some(book) = book {
            paths.created.iter().for_each(|code| draft.set_new(*code, book.clone()));
        }
        let placed = made.len();
        if placed == 0 && unplaced.is_empty() {
            return Err(Failure::Nothing);
        }
        if placed > 0 {
            let codings = u32::try_from(placed).unwrap_or(u32::MAX);
            let drafted = draft.done(OpKind::ReceivePacket { round, coder, codings }, made);
            self.commit(drafted)?;
        }
        Ok(WordReceived { interview, placed, unplaced })
    }

    /// The interview of a Word packet that a text is: the one that shares most of its lines.
    fn interview_of(
        &mut self,
        returned: &TextIndex,
        round: RecordId,
        coder: RecordId,
    ) -> Result<RecordId, Failure> {
        let seen = self.seen();
        let known = seen.round(round).ok_or(Failure::Deleted { record: round })?;
        let coder = seen.resolve(coder);
        let given = known.packets.iter().filter(|packet| {
            packet.body.form == PacketForm::Docx && seen.resolve(packet.body.coder) == coder
        });
        let texts: BTreeSet<RecordId> = given
            .flat_map(|packet| &packet.body.texts)
            .map(|(interview, _)| seen.resolve(*interview))
            .collect();
        let lines: BTreeSet<&str> = lines(returned.text()).collect();
        let mut best: Option<(usize, RecordId)> = None;
        for interview in texts {
            let (_, text) = self.current_text(interview)?;
            let shared = self::lines(text.text()).filter(|line| lines.contains(line)).count();
            if shared > 0 && best.is_none_or(|(most, _)| shared > most) {
                best = Some((shared, interview));
            }
        }
        best.map(|(_, interview)| interview).ok_or_else(|| DoubleCodingProblem::UnknownPacket.into())
    }
}

pub(super) fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty())
}

/// The labels of a packet.
struct Offered {
    labels: KnownLabels,
    /// The code of each path, and its layer.
    codes: HashMap<String, (RecordId, Layer)>,
}

fn method_of(seen: &Seen<'_>) -> Method {
    seen.study_facts().map(|facts| facts.method).unwrap_or_default()
}

/// What stands around the texts of a packet.
struct About<'a> {
    lang: Lang,
    method: Method,
    instructions: &'a str,
    /// The list of labels; empty for none.
    list: &'a [Block],
}

/// The text as one reads it, one paragraph for each line; the list of labels follows on pages of its own.
fn document(name: &str, about: &About<'_>, text: &TextIndex) -> Document {
    let note = |line: &str| Block::Paragraph(Paragraph::of(Look::Note, Run::plain(line)));
    let mut blocks = vec![Block::Heading { level: 1, text: name.to_owned(), new_page: false }];
    blocks.extend(about.instructions.lines().filter(|line| !line.trim().is_empty()).map(note));
    if !about.list.is_empty() {
        blocks.push(note(i18n::word_list_how(about.lang, about.method.as_str())));
    }
    let line = |line: &str| Block::Paragraph(Paragraph::of(Look::Speech, Run::plain(line)));
    blocks.extend(text.text().split('\n').map(line));
    blocks.extend(about.list.iter().cloned());
    let lang = about.lang.code().to_owned();
    Document { lang, title: name.to_owned(), blocks, ..Document::default() }
}

/// The labels of the study by their paths, with what they mean; nothing where there is none.
fn label_list(seen: &Seen<'_>, lang: Lang) -> Vec<Block> {
    let method = method_of(seen).as_str();
    let codes = packet::offered(seen);
    if codes.is_empty() {
        return Vec::new();
    }
    let row = |code: &&model::study::CodeNode| {
        vec![vec![Run::plain(code.path.clone())], meaning(seen, code.id, lang)]
    };
    let table = Table {
        header: vec![i18n::column_code(lang, method).to_owned(), i18n::column_definition(lang).to_owned()],
        widths: vec![45, 55],
        rows: codes.iter().map(row).collect(),
    };
    let text = i18n::word_list(lang, method).to_owned();
    vec![Block::Heading { level: 1, text, new_page: true }, Block::Table(table)]
}

/// What a label means, what it takes in and what it leaves out, one under the other.
fn meaning(seen: &Seen<'_>, code: RecordId, lang: Lang) -> Vec<Run> {
    let Some(said) = packet::defined(seen, code) else { return Vec::new() };
    let mut runs = Vec::new();
    let parts = [
        ("", &said.definition),
        (i18n::column_include(lang), &said.include),
        (i18n::column_exclude(lang), &said.exclude),
    ];
    for (heading, text) in parts.into_iter().filter(|(_, text)| !text.trim().is_empty()) {
        let gap = if runs.is_empty() { "" } else { "\n" };
        if heading.is_empty() {
            runs.push(Run::plain(format!("{gap}{}", text.trim())));
        } else {
            runs.push(Run::bold(format!("{gap}{}", i18n::excerpt_voice(lang, heading, ""))));
            runs.push(Run::plain(text.trim()));
        }
    }
    runs
}

/// What heads the list of labels, in every language.
pub(super) fn list_headings(method: Method) -> Vec<String> {
    [Lang::Fr, Lang::En].map(|lang| i18n::word_list(lang, method.as_str()).to_owned()).to_vec()
}

/// Where the list of labels begins in a file that came back: what is commented there is no passage.
fn list_start(returned: &TextIndex, method: Method) -> u32 {
    let headings = list_headings(method);
    let mut start = 0;
    let mut found = u32::MAX;
    for line in returned.text().split('\n') {
        if headings.iter().any(|heading| heading == line.trim()) {
            found = start;
        }
        start += model::text::scalars(line) + 1;
    }
    found
}

/// The part of a passage that somebody says: Word selects the speaker's label with the words.
fn spoken(text: &TextIndex, turns: &[Turn], start: u32, end: u32) -> Option<(u32, u32)> {
    let (start, end) = import::spoken_part(turns, start, end)?;
    let (start, end) = text.trim(start, end);
    (start < end).then_some((start, end))
}

/// `enveloppe – EMG 2.docx` for `enveloppe.docx`; what a file name cannot bear becomes a space.
fn beside(path: &Path, name: &str) -> PathBuf {
    let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let plain = |letter: char| if r#"/\:*?"<>|"#.contains(letter) { ' ' } else { letter };
    let name: String = name.chars().map(plain).collect();
    path.with_file_name(format!("{stem} – {name}.docx"))
}

/// The words that a comment stands on; for one on a point, the sentence around it.
fn reach(text: &TextIndex, comment: &CommentFound) -> (u32, u32) {
    let (start, end) = text.trim(comment.start, comment.end);
    let (start, end) = if start < end { (start, end) } else { text.sentence_at(start) };
    let (start, end) = text.snap_out(start, end);
    text.trim(start, end)
}

fn words(text: &TextIndex, comment: &CommentFound) -> String {
    let (start, end) = reach(text, comment);
    text.slice(start, end).unwrap_or_default().to_owned()
}

/// Where the words of a comment stand in the text as it is now.
fn place(now: &TextIndex, returned: &TextIndex, comment: &CommentFound) -> Option<(u32, u32)> {
    let (start, end) = reach(returned, comment);
    let found = (start < end).then(|| context(returned, start, end)).flatten()?;
    if let Some(only) = only_place(now, &found.quote) {
        return Some(only);
    }
    let proposal = propose_in(now, &found.quote, &found.before, &found.after, start)?;
    let whole = now.is_grapheme_border(proposal.start) && now.is_grapheme_border(proposal.end);
    (whole && proposal.score >= SURE).then_some((proposal.start, proposal.end))
}

/// Where words stand that stand there once: there is no doubt, whatever is around them.
fn only_place(now: &TextIndex, quote: &str) -> Option<(u32, u32)> {
    let mut found = now.text().match_indices(quote);
    let (byte, _) = found.next()?;
    if found.next().is_some() {
        return None;
    }
    let start = model::text::scalars(&now.text()[..byte]);
    let end = start + model::text::scalars(quote);
    (now.is_grapheme_border(start) && now.is_grapheme_border(end)).then_some((start, end))
}

/// What a comment says beside its label, and the answers to it.
fn replies(comments: &[CommentFound], at: usize, rest: String) -> String {
    let answers = comments.iter().filter(|comment| comment.reply_to == Some(at));
    let said = answers.map(|answer| answer.text.trim().to_owned());
    std::iter::once(rest).chain(said).filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n")
}
