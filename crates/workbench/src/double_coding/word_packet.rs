//! Packets as Word files: the co-coder comments in Word, and the comments become codings.
//!
//! The file holds a text and the instructions, and nothing else of the study. What comes back is placed by
//! its words: whatever Word made of the text around them, a comment stands on the words that it was written
//! on. Blindness rests on a declaration here, and the round says so.

use super::packet::{PacketAsked, PacketMade};
use crate::draft::Draft;
use crate::engine::Engine;
use crate::failure::{DoubleCodingProblem, Failure};
use crate::import::{self, CommentFound, ImportChoices};
use crate::ops::codes::Paths;
use crate::ops::{codings, double_coding};
use crate::whole_file;
use formats::write::{Block, Document, Look, Paragraph, Run};
use model::lens::Lens;
use model::op::OpKind;
use model::text::{TextIndex, context, propose_in};
use model::value::{CodingComment, CodingOrigin, PacketForm, RoundPacket};
use model::{Digest, RecordId};
use std::collections::BTreeSet;
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
        let instructions = self.seen().round(round).map(|round| round.instructions.to_owned());
        let (mut texts, mut files, mut all) = (Vec::new(), Vec::new(), Vec::new());
        for interview in &asked.interviews {
            let (revision, text) = self.current_text(*interview)?;
            let known = self.seen().resolve(*interview);
            let name = self.seen().interview(known).map(|one| one.name.to_owned()).unwrap_or_default();
            let bytes =
                formats::write::docx(&document(&name, instructions.as_deref().unwrap_or_default(), &text))?;
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
        Ok((PacketMade { packet, round, codes: 0 }, files))
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
        self.act_as(&coder.to_string())?;
        let received = self.receive_as(&read.transcript.comments, &read.text, round, coder);
        self.act_as(&me.to_string())?;
        received
    }

    fn receive_as(
        &mut self,
        comments: &[CommentFound],
        returned: &TextIndex,
        round: RecordId,
        coder: RecordId,
    ) -> Result<WordReceived, Failure> {
        let interview = self.interview_of(returned, round, coder)?;
        let pages = self.pages([interview])?;
        let page = pages.get(interview).ok_or(Failure::Withdrawn)?;
        let study = Arc::clone(&self.study);
        let me = self.acting()?;
        let mut draft = Draft::new(study.seen_by(Lens::Member(me)), &mut self.env, me);
        let book = double_coding::own_book(&draft.seen, me);
        let mut paths = Paths::new(&draft);
        let (mut made, mut unplaced) = (Vec::new(), Vec::new());
        for (at, comment) in comments.iter().enumerate() {
            let Some((label, rest)) = import::comment_label(&comment.text) else { continue };
            if comment.reply_to.is_some() {
                continue;
            }
            let quote = words(returned, comment);
            let Some((start, end)) = place(page.text, returned, comment) else {
                unplaced.push(Unplaced { quote, comment: comment.text.clone() });
                continue;
            };
            let code = paths.find_or_add(&mut draft, &label, &Default::default())?;
            let layer = draft.seen.code(code).map(|node| node.layer).unwrap_or_default();
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

fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty())
}

/// The text as one reads it, one paragraph for each line.
fn document(name: &str, instructions: &str, text: &TextIndex) -> Document {
    let mut blocks = vec![Block::Heading { level: 1, text: name.to_owned(), new_page: false }];
    let note = instructions.lines().filter(|line| !line.trim().is_empty());
    blocks.extend(note.map(|line| Block::Paragraph(Paragraph::of(Look::Note, Run::plain(line)))));
    let line = |line: &str| Block::Paragraph(Paragraph::of(Look::Speech, Run::plain(line)));
    blocks.extend(text.text().split('\n').map(line));
    Document { title: name.to_owned(), blocks, ..Document::default() }
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
