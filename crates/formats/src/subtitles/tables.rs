//! What machines write beside subtitles: tables of text with a column for each time, as Whisper's `.tsv`, and
//! lists of objects, as its `.json`.

use serde::Deserialize;

use super::cues::Block;

/// The columns of a table of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Columns {
    start: usize,
    speaker: Option<usize>,
    text: usize,
}

/// What columns are called, in small letters.
const START: [&str; 10] =
    ["start", "begin", "start time", "begin time", "time", "timestamp", "début", "debut", "temps", "in"];
const SPEAKER: [&str; 8] =
    ["speaker", "speaker name", "name", "locuteur", "orateur", "intervenant", "nom", "participant"];
const TEXT: [&str; 9] =
    ["text", "texte", "transcript", "transcription", "content", "verbatim", "utterance", "words", "paroles"];

/// The columns that the first line of a table names.
pub(crate) fn columns(first: &str) -> Option<Columns> {
    let names: Vec<String> = first.split('\t').map(|name| name.trim().to_lowercase()).collect();
    let find = |known: &[&str]| names.iter().position(|name| known.contains(&name.as_str()));
    Some(Columns { start: find(&START)?, speaker: find(&SPEAKER), text: find(&TEXT)? })
}

/// The rows of a table as cues; one without a time goes on with the words of the row above.
pub(crate) fn rows(text: &str) -> Vec<Block> {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    let Some(columns) = lines.next().and_then(columns) else { return Vec::new() };
    let mut blocks: Vec<Block> = Vec::new();
    for line in lines {
        let cells: Vec<&str> = line.split('\t').collect();
        let cell = |n: usize| cells.get(n).map_or("", |cell| cell.trim());
        match (time(cell(columns.start)), blocks.last_mut()) {
            (Some(start), _) => {
                let voice = columns.speaker.map(cell).filter(|name| !name.is_empty()).map(str::to_owned);
                blocks.push(Block { start, voice, payload: cell(columns.text).to_owned() });
            }
            (None, Some(last)) => last.payload = format!("{}\n{}", last.payload, line.trim()),
            (None, None) => {
                blocks.push(Block { start: 0, voice: None, payload: line.trim().to_owned() });
            }
        }
    }
    blocks
}

/// Milliseconds as whole numbers, seconds with a point, or a clock.
fn time(cell: &str) -> Option<u32> {
    if cell.contains(':') {
        let parts: Option<Vec<f64>> =
            cell.split(':').map(|part| part.replace(',', ".").parse().ok()).collect();
        return milliseconds(parts?.iter().fold(0.0, |sum, part| sum * 60.0 + part));
    }
    if cell.bytes().all(|b| b.is_ascii_digit()) {
        return cell.parse().ok();
    }
    milliseconds(cell.replace(',', ".").parse().ok()?)
}

fn milliseconds(seconds: f64) -> Option<u32> {
    let most = f64::from(u32::MAX) / 1000.0;
    (0.0..most).contains(&seconds).then_some((seconds * 1000.0).round() as u32)
}

/// One object: `start` in seconds, or `offsets` in milliseconds.
#[derive(Debug, Deserialize)]
struct Segment {
    start: Option<f64>,
    offsets: Option<Offsets>,
    speaker: Option<String>,
    text: String,
}

#[derive(Debug, Deserialize)]
struct Offsets {
    from: f64,
}

#[derive(Debug, Deserialize)]
struct Whole {
    #[serde(alias = "transcription")]
    segments: Vec<Segment>,
}

/// The objects of a text as cues: one object that holds their list, the list itself, or one object a line.
pub(crate) fn objects(text: &str) -> Option<Vec<Block>> {
    if !text.trim_start().starts_with(['{', '[']) {
        return None;
    }
    let whole = serde_json::from_str::<Whole>(text).map(|whole| whole.segments);
    let list = whole.or_else(|_| serde_json::from_str::<Vec<Segment>>(text));
    let lines = || {
        let lines = text.lines().filter(|line| !line.trim().is_empty());
        lines.map(serde_json::from_str::<Segment>).collect::<Result<Vec<_>, _>>()
    };
    let segments = list.or_else(|_| lines()).ok()?;
    let timed: Option<Vec<Block>> = segments.into_iter().map(block).collect();
    timed.filter(|blocks| !blocks.is_empty())
}

fn block(segment: Segment) -> Option<Block> {
    let seconds = segment.start.or(segment.offsets.map(|offsets| offsets.from / 1000.0))?;
    let voice = segment.speaker.map(|name| name.trim().to_owned()).filter(|name| !name.is_empty());
    Some(Block { start: milliseconds(seconds)?, voice, payload: segment.text.trim().to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(blocks: Vec<Block>) -> Vec<String> {
        let one =
            |block: Block| format!("{} {}: {}", block.start, block.voice.unwrap_or_default(), block.payload);
        blocks.into_iter().map(one).collect()
    }

    #[test]
    fn rows_have_their_times_in_any_form() {
        let text = "Début\tFin\tLocuteur\tTexte\n00:01:02,5\t\tVL\tAlors ?\n1500\t\t\tOui\nenfin non\n2.25\t\tEMG 1\tRien\n";
        assert_eq!(shown(rows(text)), ["62500 VL: Alors ?", "1500 : Oui\nenfin non", "2250 EMG 1: Rien"]);
        assert_eq!(columns("VL\tbonjour"), None);
        assert_eq!(columns("start\tend"), None);
    }

    #[test]
    fn objects_come_in_three_forms() {
        let one = r#"{"start": 1.5, "end": 2, "speaker": "S1", "text": " Oui"}"#;
        let two = r#"{"offsets": {"from": 2000, "to": 3}, "text": "Non"}"#;
        let expected = ["1500 S1: Oui", "2000 : Non"];
        for text in [
            format!("{one}\n{two}\n"),
            format!("[{one},{two}]"),
            format!("{{\"text\": \"Oui Non\", \"segments\": [{one},{two}]}}"),
            format!("{{\"transcription\": [{one},{two}]}}"),
        ] {
            assert_eq!(objects(&text).map(shown).unwrap_or_default(), expected, "{text}");
        }
        for text in [
            "[VL] Oui",
            "{}",
            "[]",
            "{\"start\": 1}",
            "[{\"start\": -1, \"text\": \"\"}]",
            "{\"text\": \"\"}",
        ] {
            assert_eq!(objects(text).map(shown), None, "{text}");
        }
    }
}
