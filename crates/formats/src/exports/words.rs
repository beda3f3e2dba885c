//! Single words of a list, put together to what one voice says.

use super::Saying;
use super::objects::Item;

/// Without names of speakers, a piece ends with a sentence once it has so many words.
const WORDS: usize = 40;

/// Joins words that one voice says; where some of them bring their spaces along, no others are added.
pub(super) fn joined(items: Vec<(Item, Option<u32>)>) -> Vec<Saying> {
    let spaced = items.iter().any(|(item, _)| {
        item.text.starts_with(char::is_whitespace) || item.text.ends_with(char::is_whitespace)
    });
    let mut said: Vec<Saying> = Vec::new();
    for (item, start) in items {
        let last = said.last_mut().filter(|last| goes_on(last, &item));
        let Some(last) = last else {
            said.push(Saying { start, voice: item.speaker, text: item.text });
            continue;
        };
        let apart = !spaced && !item.mark && !last.text.is_empty();
        last.text.extend(apart.then_some(' '));
        last.text.push_str(&item.text);
        last.start = last.start.or(start);
    }
    for one in &mut said {
        one.text = one.text.trim().to_owned();
    }
    said
}

fn goes_on(last: &Saying, item: &Item) -> bool {
    let same = last.voice == item.speaker || (item.mark && item.speaker.is_none());
    let long = || last.text.split_whitespace().nth(WORDS).is_some();
    let ended =
        last.voice.is_none() && !item.mark && last.text.trim_end().ends_with(['.', '?', '!', '…']) && long();
    same && !ended
}
