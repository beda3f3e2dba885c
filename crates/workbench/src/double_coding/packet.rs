//! Packets: the texts of some interviews given to a coder, with nothing of what anybody made of them.

use super::locked::{Beside, Passphrase, lock_file};
use crate::command::Command;
use crate::command::double_coding::{DoubleCoding, NewRound};
use crate::draft::Draft;
use crate::engine::Engine;
use crate::failure::{DoubleCodingProblem, Failure};
use model::lens::Lens;
use model::op::{After, Change, Op, OpKind, Stamp};
use model::study::{CodeNode, Round, Seen};
use model::value::{
    CodeDefinition, CodeList, CodingUnit, Extra, Field, Group, InterviewCurrent, InterviewSpeakers,
    PacketForm, RevisionBody, RevisionOrigin, RoundPacket, RoundSetup, Value,
};
use model::{RecordId, Timestamp};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use store::{Blob, PacketInfo, Store};

/// A packet to make.
#[derive(Debug, Clone, Default)]
pub struct PacketAsked {
    /// The interviews.
    pub interviews: Vec<RecordId>,
    /// With the study's code list, or none.
    pub list: CodeList,
    /// What the coder is told, where a round is set up for it.
    pub instructions: String,
    /// The name of the round, where one is set up.
    pub round_name: String,
    /// A project file, or Word files to comment on.
    pub form: PacketForm,
    /// The passphrase that the file is locked with, where it is.
    pub passphrase: Option<Passphrase>,
    /// The language of what Word files say beside the text.
    pub lang: i18n::Lang,
}

/// A packet that was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PacketMade {
    /// The packet.
    pub packet: RecordId,
    /// Its round.
    pub round: RecordId,
    /// How many codes it offers.
    pub codes: usize,
}

impl Engine {
    /// Makes a packet for a coder: a project of its own that holds the current texts of some interviews, the
    /// code list or none, and the instructions; no coding, memo, count, name of another, earlier text or
    /// original file. A sealed round of these interviews and coders is set up where there is none.
    ///
    /// # Errors
    /// When the coder is whoever acts, an interview is unknown or withdrawn, or the file exists or cannot be
    /// written. Then no packet is noted.
    pub fn make_packet(
        &mut self,
        path: &Path,
        coder: RecordId,
        asked: &PacketAsked,
    ) -> Result<PacketMade, Failure> {
        if asked.form == PacketForm::Docx {
            return self.make_word_packet(path, coder, asked).map(|(made, _)| made);
        }
        let me = self.acting()?;
        let round = self.round_for(coder, asked)?;
        let mut texts = Vec::new();
        for interview in &asked.interviews {
            let (revision, text) = self.current_text(*interview)?;
            texts.push((self.seen().resolve(*interview), revision, text));
        }
        let study = Arc::clone(&self.study);
        let seen = study.seen_by(Lens::Member(me));
        let blobs: Vec<Blob> = texts.iter().map(|(_, _, text)| Blob::of(text.text().as_bytes())).collect();
        let texts: Vec<(RecordId, RecordId)> =
            texts.iter().map(|(interview, revision, _)| (*interview, *revision)).collect();
        let mut base = Base { seen: &seen, coder, round, ops: BTreeMap::new() };
        base.study()?;
        base.round(&texts);
        for (interview, revision) in &texts {
            base.interview(*interview, *revision)?;
        }
        let codes = if asked.list == CodeList::Given { base.codes() } else { 0 };
        let base = base.done();
        let digest = store::base_digest(&base)?;
        let packet = self.env.record();
        let now = self.env.now();
        let facts = seen.study_facts().ok_or(Failure::Nothing)?;
        match &asked.passphrase {
            None => drop(Store::create_packet(path, now, facts.id, packet, &base, &blobs)?),
            Some(passphrase) => {
                let (study, plain) = (facts.id, Beside::of(self, path)?);
                drop(Store::create_packet(plain.path(), now, study, packet, &base, &blobs)?);
                lock_file(&mut self.env, plain.path(), path, passphrase)?;
            }
        }
        let noted = RoundPacket::new(packet, coder, PacketForm::Project, texts, digest, now);
        let interviews = u32::try_from(asked.interviews.len()).unwrap_or(u32::MAX);
        let mut draft = Draft::new(seen, &mut self.env, me);
        draft.set(round, noted);
        let drafted = draft.done(OpKind::MakePacket { round, coder, interviews }, vec![packet]);
        if let Err(failure) = self.commit(drafted) {
            // A packet that the study does not know could never come back.
            drop(std::fs::remove_file(path));
            return Err(failure);
        }
        Ok(PacketMade { packet, round, codes })
    }

    pub(super) fn round_for(&mut self, coder: RecordId, asked: &PacketAsked) -> Result<RecordId, Failure> {
        let me = self.acting()?;
        let seen = self.seen();
        let interviews: Vec<RecordId> = asked.interviews.iter().map(|one| seen.resolve(*one)).collect();
        let fits = |round: &Round<'_>| {
            round.sealed
                && round.list == asked.list
                && round.coders.contains(&seen.resolve(coder))
                && interviews.iter().all(|interview| round.interviews.contains(interview))
        };
        if let Some(round) = seen.rounds().into_iter().find(fits) {
            return Ok(round.id);
        }
        let new = NewRound {
            name: asked.round_name.clone(),
            instructions: asked.instructions.clone(),
            interviews,
            coders: vec![me, coder],
            list: asked.list,
            unit: CodingUnit::Turn,
        };
        let made = self.run(Command::DoubleCoding(Box::new(DoubleCoding::SetUpRound(new))))?.made;
        made.first().copied().ok_or(Failure::Nothing)
    }

    /// What packet this file is; `None` for a study.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn packet(&self) -> Result<Option<PacketInfo>, Failure> {
        Ok(self.store.packet()?)
    }

    /// Refuses what is no copy of this study and no packet that was given from it.
    pub(crate) fn admit(&self, theirs: &Store) -> Result<(), Failure> {
        let (ours, packet) = (self.store.packet()?, theirs.packet().map_err(store::StoreError::of_other)?);
        let seen = self.seen();
        if let Some(ours) = ours {
            // Two copies of one packet come together; a study does not come into a packet.
            let Some(packet) = packet.filter(|packet| packet.packet == ours.packet) else {
                return Err(DoubleCodingProblem::InPacket.into());
            };
            return match seen.review_copies().into_iter().find(|copy| copy.id == ours.packet) {
                Some(copy) => self.admit_review(copy.body.director, Some(ours.base), &packet, theirs),
                None => Ok(()),
            };
        }
        let Some(packet) = packet else { return Ok(()) };
        if let Some(copy) = seen.review_copies().into_iter().find(|copy| copy.id == packet.packet) {
            return self.admit_review(copy.body.director, copy.body.base, &packet, theirs);
        }
        let given = seen.packet(packet.packet).ok_or(DoubleCodingProblem::UnknownPacket)?;
        let foreign = |op: &Op| seen.resolve(op.author) != seen.resolve(given.body.coder);
        if given.body.base != packet.base
            || theirs.ops(..).map_err(store::StoreError::of_other)?.iter().any(foreign)
        {
            return Err(DoubleCodingProblem::AlteredPacket.into());
        }
        Ok(())
    }
}

/// The codes that a packet offers: those of the study.
pub(super) fn offered<'a>(seen: &Seen<'a>) -> Vec<&'a CodeNode> {
    seen.codes().into_iter().filter(|node| !node.deleted && node.book.is_none()).collect()
}

/// What a packet says of a code. Anchor examples are words of participants, and stay behind.
pub(super) fn defined(seen: &Seen<'_>, code: RecordId) -> Option<CodeDefinition> {
    let definition = seen.register(code, Group::CodeDefinition)?;
    let Value::CodeDefinition(body) = definition.value()? else { return None };
    let CodeDefinition { definition, include, exclude, .. } = body.clone();
    Some(CodeDefinition::new(definition, include, exclude, String::new()))
}

/// What a packet starts from: values under the names that their versions have in the study.
struct Base<'s, 'a> {
    seen: &'s Seen<'a>,
    coder: RecordId,
    round: RecordId,
    ops: BTreeMap<Stamp, Vec<Change>>,
}

impl Base<'_, '_> {
    /// Shares a value in place of the current version of its field.
    fn share(&mut self, record: RecordId, value: impl Into<Value>) {
        let value = value.into();
        let version = self.seen.register(record, value.field()).and_then(|register| register.current());
        if let Some(version) = version {
            let change = Change { record, bases: Vec::new(), after: After::Set(value) };
            self.ops.entry(version.stamp).or_default().push(change);
        }
    }

    /// Shares a field as it is, without what a later version of the program put into it.
    fn share_as_is(&mut self, record: RecordId, group: Group) {
        let field = Field::from(group);
        if let Some(value) = self.seen.register(record, field).and_then(|register| register.value()) {
            self.share(record, value.clone());
        }
    }

    fn study(&mut self) -> Result<(), Failure> {
        let study = self.seen.study_facts().ok_or(Failure::Nothing)?.id;
        for group in [Group::StudyTitle, Group::StudyQuestion, Group::StudyMethod, Group::StudySettings] {
            self.share_as_is(study, group);
        }
        let coder = self.coder;
        for group in [Group::MemberName, Group::MemberRole] {
            self.share_as_is(coder, group);
        }
        Ok(())
    }

    /// The round as the coder may know it: without the others, and only these interviews.
    fn round(&mut self, texts: &[(RecordId, RecordId)]) {
        let Some(round) = self.seen.round(self.round) else { return };
        let (name, instructions) = (round.name.to_owned(), round.instructions.to_owned());
        let interviews = texts.iter().map(|(interview, _)| *interview).collect();
        self.share(round.id, RoundSetup::new(name, instructions, interviews, vec![self.coder]));
        self.share_as_is(round.id, Group::RoundTerms);
    }

    /// An interview with its current text alone. Who the participant is stays behind: labels and roles do.
    fn interview(&mut self, interview: RecordId, revision: RecordId) -> Result<(), Failure> {
        let known = self.seen.interview(interview).ok_or(Failure::Deleted { record: interview })?;
        let body = self.seen.revision(revision).ok_or(Failure::TextMissing { revision })?.body;
        self.share_as_is(known.id, Group::InterviewName);
        let unnamed =
            |speaker: &model::value::Speaker| model::value::Speaker { participant: None, ..speaker.clone() };
        let speakers = known.speakers.iter().map(unnamed).collect();
        self.share(known.id, InterviewSpeakers::new(speakers));
        self.share(known.id, InterviewCurrent::new(revision));
        let alone = RevisionBody {
            interview: known.id,
            parents: Vec::new(),
            text: body.text,
            length: body.length,
            turns: Some(known.turns.to_vec()),
            origin: RevisionOrigin::Imported,
            extra: Extra::new(),
        };
        self.share(revision, Box::new(alone));
        Ok(())
    }

    /// The codes that the packet offers: how many.
    fn codes(&mut self) -> usize {
        let mut shared = 0;
        for node in offered(self.seen) {
            let groups =
                [Group::CodeName, Group::CodePlace, Group::CodeLevel, Group::CodeColour, Group::CodeNature];
            groups.into_iter().for_each(|group| self.share_as_is(node.id, group));
            if let Some(definition) = defined(self.seen, node.id) {
                self.share(node.id, definition);
            }
            shared += 1;
        }
        shared
    }

    fn done(self) -> Vec<Op> {
        let (round, coder) = (self.round, self.coder);
        let kind = OpKind::MakePacket { round, coder, interviews: 0 };
        let op = |(stamp, changes): (Stamp, Vec<Change>)| Op {
            id: stamp.op,
            author: coder,
            at: Timestamp(0),
            lamport: stamp.lamport,
            kind: kind.clone(),
            changes,
            undoes: None,
        };
        self.ops.into_iter().map(op).collect()
    }
}
