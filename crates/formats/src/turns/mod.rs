//! Who speaks: from the lines of a text to turns, speakers and facts.
//!
//! Four steps, each over the whole document: what might be a label ([`head`]), which lines are the
//! header ([`header`]), which labels are speakers ([`accept`]), where their words begin and end
//! ([`segment`]). Then roles ([`roles`]). Everything is linear in the text; positions are bytes.

mod accept;
mod head;
mod header;
mod label;
mod roles;
mod segment;
mod time;
mod words;

use std::collections::BTreeSet;

pub(crate) use header::Value;
pub(crate) use segment::Utterance;

use crate::source::{Notice, Verbatim};
use crate::transcript::{ReadOptions, SpeakerFound, WarningKind};
use head::Head;

/// What was understood of a text; positions are bytes in [`Verbatim::text`].
#[derive(Debug, Default)]
pub(crate) struct Understood {
    pub utterances: Vec<Utterance>,
    pub speakers: Vec<SpeakerFound>,
    pub facts: Vec<Value>,
    /// What leaves the text: time marks at the head of turns.
    pub cuts: Vec<(usize, usize)>,
    pub notices: Vec<Notice>,
}

/// Finds turns, speakers and facts. `stem` is the file's name without extension, which often names the
/// participant.
pub(crate) fn understand(verbatim: &Verbatim, options: &ReadOptions, stem: &str) -> Understood {
    let named: BTreeSet<String> = options.interviewers.iter().map(|label| words::key(label)).collect();
    let candidates = head::heads(verbatim, &named);
    let header = header::find(verbatim, &candidates);
    let body: Vec<Head> = candidates
        .into_iter()
        .filter(|head| head.line >= header.lines && segment::is_sound(verbatim, head))
        .collect();
    let accepted = accept::accept(verbatim, &body, &named.union(&header.announced).cloned().collect());
    let mut heads: Vec<&Head> = accepted.heads.iter().map(|&n| &body[n]).collect();
    let forgotten = segment::unseparated(verbatim, header.lines, &heads);
    heads.extend(&forgotten);
    heads.sort_by_key(|head| head.line);
    let mut segments = segment::segment(verbatim, &heads);
    segments.unseparated = forgotten.iter().map(|head| head.label).collect();
    let speakers = roles::speakers(&verbatim.text, &segments.utterances, &named, &accepted, stem);
    let once = accepted.once.iter().map(|&n| body[n].label).collect();
    let notices = notices(verbatim, &segments, once, options, &heads);
    let end = segments.utterances.first().map_or(verbatim.text.len(), |first| first.start);
    let mut facts = header.facts;
    facts.extend(header::unlabelled(verbatim, end, &facts));
    facts.sort_by_key(|fact| fact.start);
    Understood { utterances: segments.utterances, speakers, facts, cuts: segments.cuts, notices }
}

fn notices(
    verbatim: &Verbatim,
    segments: &segment::Segments,
    once: Vec<(usize, usize)>,
    options: &ReadOptions,
    heads: &[&Head],
) -> Vec<Notice> {
    let text = |(start, end): (usize, usize)| verbatim.text.get(start..end).unwrap_or_default();
    let mut notices = Vec::new();
    let mut add = |kind, at, text: &str| notices.push(Notice { kind, at, text: text.to_owned(), count: 1 });
    if verbatim.text.is_empty() {
        add(WarningKind::NoText, None, "");
    } else if segments.utterances.is_empty() {
        add(WarningKind::NoSpeakers, None, "");
    }
    let labels = [
        (WarningKind::LabelOnce, &once),
        (WarningKind::EmptyTurn, &segments.empty),
        (WarningKind::SeparatorMissing, &segments.unseparated),
    ];
    for (kind, spans) in labels {
        for &span in spans {
            add(kind, Some(span.0), text(span));
        }
    }
    let keys: BTreeSet<String> = heads.iter().map(|head| words::key(text(head.label))).collect();
    for label in options.interviewers.iter().filter(|label| !keys.contains(&words::key(label))) {
        add(WarningKind::InterviewerNotFound, None, label);
    }
    notices
}
