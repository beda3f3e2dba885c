//! Going to a turn by its number or its time.

use super::work::Work;

impl Work {
    /// Goes to a turn by its number (counted from 1) or its time; false where there is none.
    pub fn go_to_turn(&mut self, text: &str) -> bool {
        let Some(view) = self.screen.transcript.clone() else { return false };
        let text = text.trim();
        let by_number = text.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
        let found = match by_number {
            Some(at) => view.turns.get(at),
            // The last turn that begins at that time or before it; times of one recording sort as text
            // once they are equally long.
            None => {
                let wanted = clock(text);
                let mut timed =
                    view.turns.iter().filter_map(|turn| Some((clock(turn.time.as_deref()?)?, turn)));
                let before = |(time, _): &(u32, _)| wanted.is_some_and(|wanted| *time <= wanted);
                timed.rfind(before).map(|(_, turn)| turn)
            }
        };
        let Some(turn) = found else { return false };
        self.transcript.select(turn.start..turn.start);
        self.transcript.scroll_to(turn.start..turn.end);
        true
    }
}

/// A time as it is written, in seconds: `12:11`, `1:02:04`.
fn clock(text: &str) -> Option<u32> {
    let mut seconds = 0;
    let parts: Vec<&str> = text.trim().split(':').collect();
    if parts.len() < 2 {
        return None;
    }
    for part in parts {
        seconds = seconds * 60 + part.trim().parse::<u32>().ok()?;
    }
    Some(seconds)
}
