//! Who speaks: from the lines of a text to turns, speakers and facts.
//!
//! Four steps, each over the whole document: what might be a label ([`head`]), which lines are the
//! header ([`header`]), which labels are speakers ([`accept`]), where their words begin and end
//! ([`segment`]). Subtitles may name their voices themselves, and what one speaker says over several cues
//! is one turn ([`cues`]). Then roles ([`roles`]). Everything is linear in the text; positions are bytes.

mod accept;
mod answers;
mod columns;
mod cues;
mod forgotten;
mod head;
mod header;
mod inline;
mod inside;
mod kin;
mod label;
mod label_word;
mod leads;
mod manner;
mod named_columns;
mod names;
mod outside;
mod pages;
mod parts;
mod roles;
mod roster;
mod segment;
mod signs;
mod tail;
mod time;
mod told;
mod trailing;
mod unlabelled;
mod words;
mod wrapped;

use std::borrow::Cow;
use std::collections::BTreeSet;

pub(crate) use header::Value;
pub(crate) use parts::Part;
pub(crate) use segment::Utterance;

use crate::cuts::{self, Cut};
use crate::source::{Notice, Verbatim};
use crate::transcript::{FactKind, ReadOptions, SpeakerFound, WarningKind};
use accept::Accepted;
use head::Head;
use segment::Segments;

/// What was understood of a text; positions are bytes in [`Verbatim::text`].
#[derive(Debug, Default)]
pub(crate) struct Understood {
    pub utterances: Vec<Utterance>,
    pub speakers: Vec<SpeakerFound>,
    pub facts: Vec<Value>,
    /// The interviews, if the file holds several.
    pub parts: Vec<Part>,
    /// What leaves the text, in order and disjoint.
    pub cuts: Vec<Cut>,
    pub notices: Vec<Notice>,
}

/// Finds turns, speakers and facts. `stem` is the file's name without extension, which often names the
/// participant.
pub(crate) fn understand(verbatim: &Verbatim, options: &ReadOptions, stem: &str) -> Understood {
    let named: BTreeSet<String> = options.interviewers.iter().map(|label| words::key(label)).collect();
    let mut found = if cues::are_voiced(verbatim) {
        Found { segments: cues::voiced(verbatim), ..Found::default() }
    } else {
        labelled(verbatim, &named)
    };
    if let Some(segments) = named_columns::turns(verbatim) {
        otherwise(verbatim, &mut found, segments);
    } else if found.segments.utterances.is_empty()
        && found.segments.empty.is_empty()
        && verbatim.cues.is_empty()
    {
        match wrapped::turns(verbatim) {
            Some(segments) => otherwise(verbatim, &mut found, segments),
            None => guess(verbatim, &mut found),
        }
    }
    if said_by(&found.segments.utterances) > SPEAKERS_LIMIT {
        found.segments.utterances.clear();
    }
    let mut leads: BTreeSet<String> = found
        .guessed
        .filter(|by| *by != "forgotten")
        .map(|_| words::key(unlabelled::INTERVIEWER))
        .into_iter()
        .chain(named)
        .collect();
    leads.append(&mut found.leads);
    cues::join(verbatim, &mut found.segments);
    let mut notices = notices(verbatim, &found, options);
    notices.extend(cues::unvoiced(verbatim));
    let Found { segments, accepted, facts, parts, .. } = found;
    let cuts = cuts::settle(&verbatim.text, segments.cuts);
    // A time that leaves the text tells nothing in it.
    let facts = facts.into_iter().filter(|fact| !is_cut(&cuts, fact)).collect();
    let said = said(verbatim, &segments.utterances, &cuts);
    let speakers = roles::speakers(&said, &leads, &accepted, stem);
    Understood { utterances: segments.utterances, speakers, facts, parts, cuts, notices }
}

/// What seems to have more speakers than this is no interview: nobody speaks in it.
const SPEAKERS_LIMIT: usize = 1000;

/// How many speakers there are.
fn said_by(utterances: &[Utterance]) -> usize {
    utterances.iter().map(|utterance| utterance.speaker.as_str()).collect::<BTreeSet<&str>>().len()
}

/// What was found of who speaks.
#[derive(Debug, Default)]
struct Found {
    segments: Segments,
    accepted: Accepted,
    facts: Vec<Value>,
    /// Labels that occur once and were not taken.
    once: Vec<(usize, usize)>,
    /// Labels that come back, may be no name, and were not taken, with how many there are.
    doubtful: Vec<((usize, usize), usize)>,
    /// Labels said to be those of who leads.
    leads: BTreeSet<String>,
    /// The first line after the header.
    header: usize,
    /// What told voices apart where no label did.
    guessed: Option<&'static str>,
    parts: Vec<Part>,
}

/// Takes turns whose labels are written in another way than most.
fn otherwise(verbatim: &Verbatim, found: &mut Found, mut segments: Segments) {
    trailing::take(verbatim, &mut segments);
    inside::take(verbatim, &mut segments);
    found.facts.retain(|fact| segments.utterances.first().is_none_or(|first| fact.end <= first.start));
    found.once.clear();
    found.doubtful.clear();
    found.accepted = Accepted::default();
    found.guessed = None;
    found.segments = segments;
}

/// Tells the voices of a text without labels apart by how it is written.
fn guess(verbatim: &Verbatim, found: &mut Found) {
    let Some((mut segments, by)) = unlabelled::turns(verbatim, found.header) else { return };
    trailing::take(verbatim, &mut segments);
    inside::take(verbatim, &mut segments);
    found.facts.retain(|fact| segments.utterances.first().is_none_or(|first| fact.end <= first.start));
    (found.segments, found.guessed) = (segments, Some(by));
}

/// Finds who speaks by the labels that lines begin with.
fn labelled(verbatim: &Verbatim, named: &BTreeSet<String>) -> Found {
    let recurring = cues::recurring(verbatim);
    let known: BTreeSet<String> = named.union(&recurring).cloned().collect();
    let candidates = head::heads(verbatim, &known);
    // Subtitles begin with the first word said.
    let header = if verbatim.cues.is_empty() {
        header::find(verbatim, &candidates)
    } else {
        header::Header::default()
    };
    let running = pages::running(verbatim);
    let sound = |head: &Head| {
        head.line >= header.lines && !running.contains(&head.line) && segment::is_sound(verbatim, head)
    };
    let body: Vec<Head> = candidates.into_iter().filter(sound).collect();
    let announced = known.union(&header.announced).cloned().collect();
    let choice = choose(verbatim, body, header.lines, &announced);
    let mut heads: Vec<&Head> = choice.heads().collect();
    let unseparated = segment::unseparated(verbatim, header.lines, &heads);
    heads.extend(&unseparated);
    heads.sort_by_key(|head| head.start);
    let parts = if verbatim.cues.is_empty() { parts::find(verbatim, &heads) } else { Vec::new() };
    // What is a title in a file of several interviews is nobody's label.
    heads.retain(|head| parts.binary_search_by_key(&head.line, |part| part.line).is_err());
    let (listed, list) = roster::at_end(verbatim, &heads);
    heads.truncate(heads.len() - listed);
    let mut outside = outside::find(verbatim, &heads);
    outside.add(list);
    let mut segments = segment::segment(verbatim, &heads, &parts, &outside.lines);
    segments.unseparated = unseparated.iter().map(|head| head.label).collect();
    segments.inline = choice.inline(verbatim);
    outside::leave_out_machine(verbatim, &mut segments);
    let plain = verbatim.cues.is_empty() && parts.is_empty();
    let answered = plain && answers::part(verbatim, &mut segments);
    let forgotten =
        if plain && !answered { forgotten::take(verbatim, &mut segments, &outside.lines) } else { None };
    // Once it is known who speaks where: a mark at the end of a turn is its own.
    trailing::take(verbatim, &mut segments);
    inside::take(verbatim, &mut segments);
    let label = |n: usize| choice.body[n].label;
    let titled = |&n: &usize| {
        let line = verbatim.lines.get(choice.body[n].line);
        line.is_some_and(|line| outside::is_title(&verbatim.text[line.start..line.end]))
    };
    let once = choice.accepted.once.iter().filter(|n| !titled(n)).map(|&n| label(n)).collect();
    let doubtful = choice.accepted.doubtful.iter().map(|&(n, count)| (label(n), count)).collect();
    let facts = facts(verbatim, header.facts, outside.facts, &segments);
    let first = segments.utterances.first().map_or(0, |first| first.start);
    let mut leads = leads::leads(verbatim, &facts, &leads::places(heads.iter().copied()), first);
    // Where everybody is said to lead, nothing is known.
    if segments.utterances.iter().all(|utterance| leads.contains(&words::key(&utterance.speaker))) {
        leads.clear();
    }
    let guessed = match forgotten {
        Some(forgotten::Found::Questions) => Some("questions"),
        Some(forgotten::Found::Labels(_)) => Some("forgotten"),
        None => answered.then_some("answers"),
    };
    let header = header.lines;
    Found { leads, segments, accepted: choice.accepted, facts, once, doubtful, header, guessed, parts }
}

/// The heads of a text, and which of them begin turns.
struct Choice {
    body: Vec<Head>,
    accepted: Accepted,
}

impl Choice {
    fn heads(&self) -> impl Iterator<Item = &Head> {
        self.accepted.heads.iter().filter_map(|&n| self.body.get(n))
    }

    /// Labels of chosen heads that stand in the middle of a line.
    fn inline(&self, verbatim: &Verbatim) -> Vec<(usize, usize)> {
        let inside = |head: &&Head| {
            verbatim.lines.get(head.line).is_some_and(|line| head.start > line.start && line.row.is_none())
        };
        self.heads().filter(inside).map(|head| head.label).collect()
    }

    /// How many labels were chosen.
    fn speakers(&self, verbatim: &Verbatim) -> usize {
        let key = |head: &Head| words::key(verbatim.text.get(head.label.0..head.label.1).unwrap_or_default());
        self.heads().map(key).collect::<BTreeSet<String>>().len()
    }
}

/// Chooses among the heads of lines; those inside lines count where their labels are known, or where
/// fewer than two speak without them.
fn choose(verbatim: &Verbatim, body: Vec<Head>, from: usize, named: &BTreeSet<String>) -> Choice {
    let accepted = accept::accept(verbatim, &body, named);
    let mut choice = Choice { body, accepted };
    if !verbatim.cues.is_empty() {
        return choice;
    }
    let begun: BTreeSet<usize> = choice.body.iter().map(|head| head.label.0).collect();
    let mut inline = inline::candidates(verbatim, from, named);
    inline.retain(|head| !begun.contains(&head.label.0));
    if !inline.is_empty() && choice.speakers(verbatim) < 2 {
        let mut body: Vec<Head> = choice.body.iter().chain(&inline).cloned().collect();
        body.sort_by_key(|head| head.start);
        let accepted = accept::accept(verbatim, &body, named);
        let again = Choice { body, accepted };
        return if again.speakers(verbatim) >= 2 { again } else { choice };
    }
    let heads: Vec<&Head> = choice.heads().collect();
    let known: Vec<Head> = inline::known(verbatim, &inline, &heads).into_iter().cloned().collect();
    let first = choice.body.len();
    choice.accepted.heads.extend(first..first + known.len());
    choice.body.extend(known);
    choice
}

/// The facts of the header, those of its titles, and of those below the last words what it does not tell.
fn facts(verbatim: &Verbatim, mut facts: Vec<Value>, last: Vec<Value>, segments: &Segments) -> Vec<Value> {
    // `Enquêtrice :` with nothing behind it tells nothing.
    facts.retain(|fact| fact.start < fact.end);
    if verbatim.cues.is_empty() {
        let end = segments.utterances.first().map_or(verbatim.text.len(), |first| first.start);
        facts.extend(header::unlabelled(verbatim, end, &facts));
        let told: Vec<FactKind> = facts.iter().map(|fact| fact.kind).collect();
        facts.extend(last.into_iter().filter(|fact| !told.contains(&fact.kind)));
        facts.sort_by_key(|fact| fact.start);
    }
    facts
}

/// Whether some of a fact leaves the text; `cuts` are settled.
fn is_cut(cuts: &[Cut], fact: &Value) -> bool {
    cuts.get(cuts.partition_point(|cut| cut.end <= fact.start)).is_some_and(|cut| cut.start < fact.end)
}

/// Each utterance with its label, as it reads once the cuts are made.
fn said<'a>(
    verbatim: &'a Verbatim,
    utterances: &'a [Utterance],
    cuts: &[Cut],
) -> Vec<(&'a str, Cow<'a, str>)> {
    let mut cuts = cuts;
    let words = |utterance: &'a Utterance| {
        let text = verbatim.text.get(utterance.start..utterance.end).unwrap_or_default();
        cuts = &cuts[cuts.partition_point(|cut| cut.start < utterance.start)..];
        let (inside, rest) = cuts.split_at(cuts.partition_point(|cut| cut.end <= utterance.end));
        cuts = rest;
        let at =
            |cut: &Cut| Cut { start: cut.start - utterance.start, end: cut.end - utterance.start, ..*cut };
        let inside: Vec<Cut> = inside.iter().map(at).collect();
        let text = if inside.is_empty() { Cow::Borrowed(text) } else { cuts::without(text, &inside).into() };
        (utterance.speaker.as_str(), text)
    };
    utterances.iter().map(words).collect()
}

/// Whether a label without words is the title of the document: alone on its line, above all turns.
fn is_title(verbatim: &Verbatim, segments: &Segments, (start, end): (usize, usize)) -> bool {
    let above = segments.utterances.first().is_some_and(|first| start < first.start);
    above && verbatim.text.get(end..).is_some_and(|rest| rest.trim_start_matches(' ').starts_with('\n'))
}

fn notices(verbatim: &Verbatim, found: &Found, options: &ReadOptions) -> Vec<Notice> {
    let segments = &found.segments;
    let text = |(start, end): (usize, usize)| verbatim.text.get(start..end).unwrap_or_default();
    let mut notices = Vec::new();
    let mut add = |kind, at, text: &str| notices.push(Notice { kind, at, text: text.to_owned(), count: 1 });
    if verbatim.text.is_empty() {
        add(WarningKind::NoText, None, "");
    } else if segments.utterances.is_empty() {
        add(WarningKind::NoSpeakers, None, "");
    } else if let Some(by) = found.guessed {
        add(WarningKind::SpeakersGuessed, None, by);
    }
    let empty: Vec<(usize, usize)> =
        segments.empty.iter().filter(|span| !is_title(verbatim, segments, **span)).copied().collect();
    let labels = [
        (WarningKind::LabelOnce, &found.once),
        (WarningKind::EmptyTurn, &empty),
        (WarningKind::SeparatorMissing, &segments.unseparated),
    ];
    for (kind, spans) in labels {
        for &span in spans {
            add(kind, Some(span.0), text(span));
        }
    }
    for &(span, count) in &found.doubtful {
        let (kind, at) = (WarningKind::LabelDoubtful, Some(span.0));
        notices.push(Notice { kind, at, text: text(span).to_owned(), count });
    }
    if let Some(&first) = segments.inline.first() {
        let (at, count) = (Some(first.0), segments.inline.len());
        notices.push(Notice { kind: WarningKind::LabelInLine, at, text: text(first).to_owned(), count });
    }
    let mut add = |kind, at, text: &str| notices.push(Notice { kind, at, text: text.to_owned(), count: 1 });
    let spoken = segments.utterances.iter().map(|utterance| words::key(&utterance.speaker));
    let keys: BTreeSet<String> =
        spoken.chain(segments.empty.iter().map(|&span| words::key(text(span)))).collect();
    for label in options.interviewers.iter().filter(|label| !keys.contains(&words::key(label))) {
        add(WarningKind::InterviewerNotFound, None, label);
    }
    notices
}
