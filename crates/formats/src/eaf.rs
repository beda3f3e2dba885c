//! Tiers of annotations of ELAN (`.eaf`): a tier for each speaker, mostly, and under it tiers that cut its words
//! otherwise or say something of them.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::error::ReadError;
use crate::exports::{self, Saying, Taken};
use crate::source::Source;
use crate::xml::{Element, Node, Xml, decode_part};

/// How far into a file its kind is told, in bytes.
const HEAD: usize = 4096;
/// How far annotations and tiers refer to others that refer to others.
const CHAIN: usize = 32;
const PART: &str = "eaf";

/// Whether a file is one of ELAN.
pub(crate) fn is_annotations(bytes: &[u8]) -> bool {
    let head = decode_part(bytes.get(..bytes.len().min(HEAD)).unwrap_or_default().to_vec());
    let head = head.trim_start_matches('\u{FEFF}').trim_start();
    head.starts_with('<') && head.contains("<ANNOTATION_DOCUMENT")
}

/// What a tier holds.
#[derive(Debug, Default)]
struct Tier {
    name: String,
    participant: String,
    /// The tier that this one is about.
    parent: Option<String>,
    pieces: Vec<Piece>,
}

#[derive(Debug, Default)]
struct Piece {
    id: String,
    /// The annotation that this one is about.
    about: Option<String>,
    /// Where it begins, by the name of a time.
    slot: Option<String>,
    words: String,
}

impl Tier {
    fn texts(&self) -> impl Iterator<Item = &str> {
        self.pieces.iter().map(|piece| piece.words.trim())
    }

    /// How many letters it holds.
    fn letters(&self) -> usize {
        self.texts().flat_map(str::chars).filter(|c| c.is_alphabetic()).count()
    }
}

/// Reads the tiers as what their speakers say, in the order of time.
///
/// # Errors
/// [`ReadError::BrokenXml`], [`ReadError::TooDeep`].
pub(crate) fn read(bytes: &[u8]) -> Result<Source, ReadError> {
    let text = decode_part(bytes.to_vec());
    let (slots, tiers) = parsed(&text)?;
    let groups = groups(&tiers);
    let spoken: Vec<&Tier> = groups.values().filter_map(|group| spoken(group)).collect();
    let left = groups.values().flat_map(|group| left(group));
    let starts = Starts::new(&slots, &tiers);
    let mut said: Vec<Saying> = Vec::new();
    let mut participants: HashMap<&str, usize> = HashMap::new();
    spoken.iter().for_each(|tier| *participants.entry(tier.participant.trim()).or_default() += 1);
    for tier in &spoken {
        let voice = voice(tier, &participants);
        let mut last = None;
        for piece in tier.pieces.iter().filter(|piece| !piece.words.trim().is_empty()) {
            last = starts.of(piece).or(last);
            said.push(Saying { start: last, voice: voice.clone(), text: piece.words.trim().to_owned() });
        }
    }
    said.sort_by_key(|one| one.start);
    Ok(exports::sayings(said, &left.collect::<Vec<_>>()))
}

/// Each tier that is about no other, with those that are about it, in the order of the file.
fn groups(tiers: &[Tier]) -> BTreeMap<usize, Vec<&Tier>> {
    let places: HashMap<&str, usize> =
        tiers.iter().enumerate().map(|(n, tier)| (tier.name.as_str(), n)).collect();
    let mut groups: BTreeMap<usize, Vec<&Tier>> = BTreeMap::new();
    for (n, tier) in tiers.iter().enumerate() {
        let parent = |n: &usize| {
            let parent = tiers.get(*n)?.parent.as_deref()?;
            places.get(parent).copied().filter(|parent| parent != n)
        };
        let root = std::iter::successors(Some(n), parent).take(CHAIN).last().unwrap_or(n);
        groups.entry(root).or_default().push(tier);
    }
    groups
}

/// The tier of a group that holds what is said: the first with about as many letters as the fullest, so that words come
/// before their translation.
fn spoken<'a>(group: &[&'a Tier]) -> Option<&'a Tier> {
    let most = group.iter().map(|tier| tier.letters()).max().filter(|most| *most > 0)?;
    // The tier that the others are about, if it is no list of numbers.
    group.iter().copied().find(|tier| tier.letters() * 2 >= most)
}

/// What the other tiers of a group say that its words do not.
fn left(group: &[&Tier]) -> Vec<String> {
    const SHOWN: usize = 60;
    let Some(spoken) = spoken(group) else {
        // Numbers and signs alone.
        let first = group.iter().find_map(|tier| Some((tier, tier.texts().find(|text| !text.is_empty())?)));
        return first.map(|(tier, text)| format!("{} : {text}", tier.name)).into_iter().collect();
    };
    let taken = Taken::of(spoken.texts());
    let others = group.iter().filter(|tier| tier.name != spoken.name);
    let told = others.filter_map(|tier| {
        let missing = taken.missing(tier.texts());
        let words: String = missing.first()?.chars().take(SHOWN).collect();
        Some(format!("{} : {words}", tier.name))
    });
    told.collect()
}

/// Who speaks in a tier: the participant that it names, if no other does; its own name otherwise.
fn voice(tier: &Tier, participants: &HashMap<&str, usize>) -> Option<String> {
    let participant = tier.participant.trim();
    let shared = participants.get(participant).is_some_and(|tiers| *tiers > 1);
    let name = if participant.is_empty() || shared { tier.name.trim() } else { participant };
    Some(name.split_whitespace().collect::<Vec<_>>().join(" ")).filter(|name| !name.is_empty())
}

/// When annotations begin.
struct Starts<'a> {
    slots: &'a HashMap<String, u32>,
    pieces: HashMap<&'a str, &'a Piece>,
}

impl<'a> Starts<'a> {
    fn new(slots: &'a HashMap<String, u32>, tiers: &'a [Tier]) -> Self {
        let pieces = tiers.iter().flat_map(|tier| &tier.pieces);
        Self { slots, pieces: pieces.map(|piece| (piece.id.as_str(), piece)).collect() }
    }

    /// The time of an annotation, or of the one that it is about.
    fn of(&self, piece: &'a Piece) -> Option<u32> {
        let about = |piece: &&'a Piece| self.pieces.get(piece.about.as_deref()?).copied();
        let chain = std::iter::successors(Some(piece), about).take(CHAIN);
        chain.filter_map(|piece| self.slots.get(piece.slot.as_deref()?)).next().copied()
    }
}

/// Times in milliseconds by their names, and the tiers. A time that is not told is that of the one before.
fn parsed(text: &str) -> Result<(HashMap<String, u32>, Vec<Tier>), ReadError> {
    let mut xml = Xml::new(PART, text);
    let (mut slots, mut tiers) = (HashMap::new(), Vec::new());
    let mut last = 0u32;
    let mut names = HashSet::new();
    loop {
        match xml.next()? {
            Node::Open(element) if element.name() == "TIME_SLOT" => {
                let value = element.attribute("TIME_VALUE").and_then(|value| value.trim().parse().ok());
                last = value.unwrap_or(last);
                slots.insert(element.attribute("TIME_SLOT_ID").unwrap_or_default(), last);
            }
            Node::Open(element) if element.name() == "TIER" => {
                let mut tier = tier(&mut xml, &element)?;
                // Names tell tiers apart; a file that gives one twice is damaged.
                if !names.insert(tier.name.clone()) {
                    tier.name = format!("{} ({})", tier.name, tiers.len() + 1);
                }
                tiers.push(tier);
            }
            Node::End => return Ok((slots, tiers)),
            _ => {}
        }
    }
}

/// The tier just opened.
fn tier(xml: &mut Xml, element: &Element) -> Result<Tier, ReadError> {
    let attribute = |name: &str| element.attribute(name);
    let mut tier = Tier {
        name: attribute("TIER_ID").unwrap_or_default(),
        participant: attribute("PARTICIPANT").unwrap_or_default(),
        parent: attribute("PARENT_REF"),
        pieces: Vec::new(),
    };
    let mut inside = 1usize;
    while inside > 0 {
        match xml.next()? {
            Node::Open(element) if element.name() == "ANNOTATION_VALUE" => {
                let words = xml.text()?.into_owned();
                match tier.pieces.last_mut().filter(|piece| piece.words.is_empty()) {
                    Some(piece) => piece.words = words,
                    None => tier.pieces.push(Piece { words, ..Piece::default() }),
                }
            }
            Node::Open(element) => {
                if element.name().ends_with("_ANNOTATION") {
                    tier.pieces.push(Piece {
                        id: element.attribute("ANNOTATION_ID").unwrap_or_default(),
                        about: element.attribute("ANNOTATION_REF"),
                        slot: element.attribute("TIME_SLOT_REF1"),
                        words: String::new(),
                    });
                }
                inside += 1;
            }
            Node::Close => inside -= 1,
            Node::End => break,
            Node::Text(_) | Node::Entity(_) => {}
        }
    }
    Ok(tier)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::transcript::WarningKind;

    fn document(tiers: &str) -> String {
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ANNOTATION_DOCUMENT AUTHOR=\"\"><TIME_ORDER>\
             <TIME_SLOT TIME_SLOT_ID=\"ts1\" TIME_VALUE=\"1000\"/><TIME_SLOT TIME_SLOT_ID=\"ts2\" TIME_VALUE=\"2500\"/>\
             <TIME_SLOT TIME_SLOT_ID=\"ts3\"/><TIME_SLOT TIME_SLOT_ID=\"ts4\" TIME_VALUE=\"9000\"/></TIME_ORDER>{tiers}</ANNOTATION_DOCUMENT>"
        )
    }

    fn tier(name: &str, more: &str, pieces: &[(&str, &str, &str)]) -> String {
        let piece = |(id, at, words): &(&str, &str, &str)| {
            let kind = if at.starts_with("ts") {
                "ALIGNABLE_ANNOTATION TIME_SLOT_REF1"
            } else {
                "REF_ANNOTATION ANNOTATION_REF"
            };
            let end = kind.split(' ').next().unwrap_or_default();
            format!(
                "<ANNOTATION><{kind}=\"{at}\" ANNOTATION_ID=\"{id}\"><ANNOTATION_VALUE>{words}</ANNOTATION_VALUE></{end}></ANNOTATION>"
            )
        };
        let pieces: String = pieces.iter().map(piece).collect();
        format!("<TIER TIER_ID=\"{name}\" {more}>{pieces}</TIER>")
    }

    fn shown(tiers: &str) -> (Vec<String>, Vec<String>) {
        let source = read(document(tiers).as_bytes()).unwrap();
        let time = |cue: Option<crate::source::Cue>| cue.and_then(|cue| cue.time).unwrap_or_default();
        let lines = source
            .paragraphs
            .iter()
            .map(|one| format!("{} {}", time(one.cue), one.text.replace('\u{A0}', "")));
        let told = source.warnings.iter().filter(|told| told.kind == WarningKind::WordsLeftOut);
        (lines.collect(), told.map(|told| told.text.clone()).collect())
    }

    #[test]
    fn tiers_are_speakers_in_the_order_of_time() {
        let tiers =
            tier("VL", "PARTICIPANT=\"Claire\"", &[("a1", "ts1", "Alors &amp; ?"), ("a2", "ts4", "Merci.")])
                + &tier("M", "", &[("a3", "ts2", "Bah\noui."), ("a4", "ts3", " "), ("a5", "ts3", "Enfin.")])
                + &tier("default", "", &[]);
        let expected =
            ["1000 Claire: Alors & ?", "2500 M: Bah\noui.", "2500 M: Enfin.", "9000 Claire: Merci."];
        assert_eq!(shown(&tiers), (expected.map(str::to_owned).to_vec(), vec![]));
    }

    #[test]
    fn tiers_about_others_give_the_words_or_are_told() {
        let words = [("w1", "a1", "Alors"), ("w2", "a1", "comment"), ("w3", "a1", "ça va")];
        let tiers = tier("VL", "", &[("a1", "ts1", "Alors, comment ça va ?")])
            + &tier("mots", "PARENT_REF=\"VL\"", &words)
            + &tier("remarques", "PARENT_REF=\"VL\"", &[("r1", "a1", "elle sourit")]);
        let expected =
            (vec!["1000 VL: Alors, comment ça va ?".to_owned()], vec!["remarques : elle sourit".to_owned()]);
        assert_eq!(shown(&tiers), expected);
        // A tier of numbers with the words under it, and a translation under these.
        let tiers = tier("en", "PARENT_REF=\"mots\"", &[("e1", "w1", "So, how are you these days?")])
            + &tier("ref", "", &[("a1", "ts4", "001")])
            + &tier(
                "mots",
                "PARENT_REF=\"ref\" PARTICIPANT=\"M\"",
                &[("w1", "a1", "Alors, comment ça va ?")],
            );
        let (said, told) = shown(&tiers);
        assert!(said[0].starts_with("9000 ") && told.len() == 1, "{said:?} {told:?}");
    }

    #[test]
    fn a_tier_of_numbers_is_told() {
        let tiers = tier("VL", "", &[("a1", "ts1", "Quel âge ?")]) + &tier("n", "", &[("a2", "ts2", "34")]);
        assert_eq!(shown(&tiers), (vec!["1000 VL: Quel âge ?".to_owned()], vec!["n : 34".to_owned()]));
    }

    #[test]
    fn circles_and_gaps_do_no_harm() {
        let tiers = tier("a", "PARENT_REF=\"b\" PARTICIPANT=\"X\"", &[("a1", "b1", "oui")])
            + &tier("b", "PARENT_REF=\"a\" PARTICIPANT=\"X\"", &[("b1", "a1", "non"), ("b1", "ts9", "si")])
            + &tier("a", "PARENT_REF=\"nobody\"", &[("", "", "encore")])
            + "<TIER><ANNOTATION_VALUE>seul</ANNOTATION_VALUE></TIER>";
        let (said, told) = shown(&tiers);
        let all = format!("{said:?} {told:?}");
        assert!(["oui", "non", "encore", "seul"].iter().all(|word| all.contains(word)), "{all}");
        let whole = document(&tiers);
        for cut in (0..whole.len()).filter(|cut| whole.is_char_boundary(*cut)) {
            assert!(matches!(read(&whole.as_bytes()[..cut]), Ok(_) | Err(ReadError::BrokenXml { .. })));
        }
    }
}
