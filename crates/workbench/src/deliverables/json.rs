//! Deliverables as JSON: every value of them, with what they rest on.

use super::{QuotesAsked, Words, basis, thesis};
use crate::answers::basis::CountedBasis;
use crate::answers::instant;
use crate::answers::participants::ValueAnswer;
use crate::failure::Failure;
use model::RecordId;
use model::basis::Basis;
use model::study::Seen;
use report::{By, CodeEntry, Codebook, CodedText, Excerpt, Excerpts, LabelOn, Person, Voice, Who};
use serde::Serialize;
use std::collections::BTreeMap;

#[derive(Serialize)]
struct QuotesJson {
    basis: CountedBasis,
    by: &'static str,
    excerpts: Vec<ExcerptJson>,
}

#[derive(Serialize)]
struct ExcerptJson {
    coding: RecordId,
    code: String,
    code_id: RecordId,
    layer: &'static str,
    interview: String,
    interview_id: RecordId,
    start: u32,
    end: u32,
    quote: String,
    citation: String,
    voices: Vec<VoiceJson>,
    participants: Vec<PersonJson>,
    #[serde(skip_serializing_if = "Option::is_none")]
    time: Option<String>,
    coder: String,
    at: Option<String>,
    state: &'static str,
    #[serde(skip_serializing_if = "String::is_empty")]
    comment: String,
}

#[derive(Serialize)]
struct VoiceJson {
    role: &'static str,
    name: String,
    text: String,
}

#[derive(Serialize)]
struct PersonJson {
    id: RecordId,
    name: String,
    attributes: BTreeMap<String, Option<ValueAnswer>>,
}

#[derive(Serialize)]
struct CodedTextsJson {
    basis: CountedBasis,
    interviews: Vec<CodedTextJson>,
}

#[derive(Serialize)]
struct CodedTextJson {
    id: RecordId,
    name: String,
    text: String,
    turns: Vec<TurnJson>,
    codings: Vec<LabelJson>,
}

#[derive(Serialize)]
struct TurnJson {
    speaker: String,
    role: &'static str,
    start: u32,
    end: u32,
}

#[derive(Serialize)]
struct LabelJson {
    id: RecordId,
    code: String,
    code_id: RecordId,
    layer: &'static str,
    coder: String,
    at: Option<String>,
    start: u32,
    end: u32,
    #[serde(skip_serializing_if = "String::is_empty")]
    comment: String,
}

#[derive(Serialize)]
struct CodeJson {
    id: RecordId,
    path: String,
    level: &'static str,
    layer: &'static str,
    colour: u16,
    in_vivo: bool,
    definition: String,
    include: String,
    exclude: String,
    example: String,
    own: usize,
    total: usize,
    participants: usize,
    basis: CountedBasis,
}

fn role(who: Who) -> &'static str {
    match who {
        Who::Participant => "participant",
        Who::Interviewer => "interviewer",
        Who::Other => "other",
    }
}

pub(super) fn quotes(
    seen: &Seen<'_>,
    asked: &QuotesAsked,
    words: &Words,
    excerpts: &Excerpts,
) -> Result<Vec<u8>, Failure> {
    let all = excerpts.groups.iter().flat_map(|group| &group.excerpts);
    bytes(&QuotesJson {
        basis: basis::counted(seen, &asked.basis, excerpts.finished, excerpts.interviews),
        by: if asked.by == By::Code { "code" } else { "interview" },
        excerpts: all.map(|excerpt| one(excerpt, asked, words)).collect(),
    })
}

fn one(excerpt: &Excerpt, asked: &QuotesAsked, words: &Words) -> ExcerptJson {
    let voice = |voice: &Voice| VoiceJson {
        role: role(voice.who),
        name: voice.name.clone(),
        text: voice.text.clone(),
    };
    let value =
        |(heading, value): &(String, Option<_>)| (heading.clone(), value.as_ref().map(ValueAnswer::from));
    let person = |person: &Person| PersonJson {
        id: person.id,
        name: person.name.clone(),
        attributes: person.attributes.iter().map(value).collect(),
    };
    let time = excerpt.time.and_then(|time| u32::try_from(time).ok());
    ExcerptJson {
        coding: excerpt.coding,
        code: excerpt.path.clone(),
        code_id: excerpt.code,
        layer: excerpt.layer.as_str(),
        interview: excerpt.interview_name.clone(),
        interview_id: excerpt.interview,
        start: excerpt.start,
        end: excerpt.end,
        quote: excerpt.quote.clone(),
        citation: thesis::citation(excerpt, words),
        voices: excerpt.voices.iter().map(voice).collect(),
        participants: excerpt.people.iter().map(person).collect(),
        time: time.map(crate::answers::recording_time),
        coder: excerpt.coder.clone(),
        at: excerpt.at.map(instant),
        state: if excerpt.changed { "changed" } else { "exact" },
        comment: if asked.comments { excerpt.comment.clone() } else { String::new() },
    }
}

pub(super) fn coded_texts(
    seen: &Seen<'_>,
    basis: &Basis,
    n: (usize, usize),
    texts: &[CodedText],
) -> Result<Vec<u8>, Failure> {
    let label = |label: &LabelOn| LabelJson {
        id: label.coding,
        code: label.path.clone(),
        code_id: label.code,
        layer: label.layer.as_str(),
        coder: label.coder.clone(),
        at: label.at.map(instant),
        start: label.start,
        end: label.end,
        comment: label.comment.clone(),
    };
    let text = |text: &CodedText| CodedTextJson {
        id: text.interview,
        name: text.name.clone(),
        text: text.text.as_ref().to_owned(),
        turns: text
            .turns
            .iter()
            .map(|turn| TurnJson {
                speaker: turn.speaker.clone(),
                role: role(turn.who),
                start: turn.start,
                end: turn.end,
            })
            .collect(),
        codings: text.labels.iter().map(label).collect(),
    };
    let interviews = texts.iter().map(text).collect();
    bytes(&CodedTextsJson { basis: basis::counted(seen, basis, n.0, n.1), interviews })
}

pub(super) fn codebook(seen: &Seen<'_>, asked: &Basis, book: &Codebook) -> Result<Vec<u8>, Failure> {
    let basis = basis::counted(seen, asked, book.finished, book.interviews);
    let code = |code: &CodeEntry| CodeJson {
        id: code.id,
        path: code.path.join(formats::codebook_csv::LEVELS),
        level: code.level.as_str(),
        layer: code.layer.as_str(),
        colour: code.hue,
        in_vivo: code.in_vivo,
        definition: code.definition.clone(),
        include: code.include.clone(),
        exclude: code.exclude.clone(),
        example: code.example.clone(),
        own: code.own,
        total: code.total,
        participants: code.participants,
        basis: basis.clone(),
    };
    bytes(&book.codes.iter().map(code).collect::<Vec<_>>())
}

fn bytes(value: &impl Serialize) -> Result<Vec<u8>, Failure> {
    let written = serde_json::to_vec_pretty(value);
    let mut bytes = written.map_err(|error| formats::write::WriteError::Document(error.to_string()))?;
    bytes.push(b'\n');
    Ok(bytes)
}
