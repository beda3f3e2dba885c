//! Finding the correction that leads from one text to another.
//!
//! Words are compared first. Where several neighbouring words differ they are paired by likeness, so
//! that two typing errors side by side stay two small corrections; what resembles nothing is replaced
//! as a whole, since a guess inside it would move codings onto words nobody marked.

use std::collections::HashMap;
use std::ops::Range;

use foldhash::fast::FixedState;

use super::align::{align, fits_table};
use super::edit::{Edit, Splice};
use super::index::TextIndex;
use super::refine::{Cut, refine, snap};
use super::shared::{Shared, shared};
use super::slide::settle;
use super::tokens::Tokens;

/// A run of tokens of the old text and the run of the new one that stands in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Hunk {
    pub old: Range<usize>,
    pub new: Range<usize>,
    /// Whether the two are spellings of the same words, to be compared letter by letter.
    pub alike: bool,
}

impl Hunk {
    /// A hunk whose two sides are not known to be alike.
    pub fn new(old: Range<usize>, new: Range<usize>) -> Self {
        Self { old, new, alike: false }
    }
}

impl Edit {
    /// The correction that leads from `old` to `new`, by word and then by letter.
    ///
    /// A typing error is a small splice, and one at the edge of a word still replaces a letter of it,
    /// so that a coding of that word keeps it whole. Punctuation added at the edge of a word is an
    /// insertion beside it. No splice cuts a grapheme of either text. `apply(old)` gives `new`.
    #[must_use]
    pub fn between(old: &str, new: &str) -> Self {
        if old == new {
            return Self::default();
        }
        let sides = Sides::new(old, new);
        let mut hunks = Vec::new();
        for zone in zones(&sides.old, &sides.new) {
            align(&sides, zone, &mut hunks);
        }
        settle(&sides.old, &sides.new, &mut hunks);
        let cuts = hunks.iter().map(|hunk| cut(&sides.old, &sides.new, hunk)).collect();
        splices(&TextIndex::new(old), &TextIndex::new(new), cuts)
    }
}

/// The two texts, and how often each word occurs in both together.
pub(super) struct Sides<'t> {
    pub old: Tokens<'t>,
    pub new: Tokens<'t>,
    pub counts: HashMap<&'t str, u32, FixedState>,
}

impl<'t> Sides<'t> {
    fn new(old: &'t str, new: &'t str) -> Self {
        let (old, new) = (Tokens::new(old), Tokens::new(new));
        let mut counts = HashMap::default();
        for token in old.list.iter().chain(&new.list) {
            *counts.entry(token.text).or_default() += 1;
        }
        Self { old, new, counts }
    }
}

/// Where the two texts may differ: what lies between two words in a row that both have. White space is
/// not compared yet: equal spaces between unlike words say nothing.
fn zones(old: &Tokens, new: &Tokens) -> Vec<Hunk> {
    let (old_words, new_words) = (old.words(&(0..old.list.len())), new.words(&(0..new.list.len())));
    let mut runs = shared(&old.texts(&old_words), &new.texts(&new_words));
    runs.push(Shared { old: old_words.len(), new: new_words.len(), len: 0 });
    let (mut zones, mut done, mut kept) = (Vec::new(), (0, 0), (0, 0));
    for stretch in stretches(&runs) {
        let both = old_words[kept.0..stretch.old.start].iter().zip(&new_words[kept.1..stretch.new.start]);
        for (&a, &b) in both {
            zones.push(Hunk::new(done.0..a, done.1..b));
            done = (a + 1, b + 1);
        }
        kept = (stretch.old.end, stretch.new.end);
    }
    zones.push(Hunk::new(done.0..old.list.len(), done.1..new.list.len()));
    zones.retain(|zone| old.text(&zone.old) != new.text(&zone.new));
    zones
}

/// How many shared words in a row are doubted where the words on both sides differ.
const FEW: usize = 2;

/// The stretches of words before each of the shared runs, the last of which is the end of both texts. Few shared words between two
/// stretches may be shared by accident: they become a part of one stretch, in which every pair of words
/// is weighed, if it is not too large for that.
fn stretches(runs: &[Shared]) -> Vec<Hunk> {
    let mut found: Vec<Hunk> = Vec::new();
    let mut done = (0, 0);
    for run in runs {
        let stretch = Hunk::new(done.0..run.old, done.1..run.new);
        done = (run.old + run.len, run.new + run.len);
        match found.last_mut() {
            Some(before) if doubtful(before, &stretch) => {
                (before.old.end, before.new.end) = (run.old, run.new);
            }
            _ => found.push(stretch),
        }
    }
    found
}

/// Whether what is shared between two stretches may be shared by accident.
fn doubtful(before: &Hunk, after: &Hunk) -> bool {
    let differ = |stretch: &Hunk| !stretch.old.is_empty() || !stretch.new.is_empty();
    let (old, new) = (after.old.end - before.old.start, after.new.end - before.new.start);
    differ(before) && differ(after) && after.old.start - before.old.end <= FEW && fits_table(old, new)
}

/// A hunk in scalars, narrowed to the letters that differ where the words are alike.
fn cut(old: &Tokens, new: &Tokens, hunk: &Hunk) -> Cut {
    let whole = Cut {
        old: (old.start(hunk.old.start), old.start(hunk.old.end)),
        new: (new.start(hunk.new.start), new.start(hunk.new.end)),
    };
    if hunk.alike { refine(whole, old.text(&hunk.old), new.text(&hunk.new)) } else { whole }
}

fn splices(old: &TextIndex, new: &TextIndex, cuts: Vec<Cut>) -> Edit {
    let splice = |cut: Cut| {
        // A cut lies within both texts: its words are always there.
        let words = new.slice(cut.new.0, cut.new.1).unwrap_or_default();
        Splice::replace(cut.old.0, cut.old.1, words)
    };
    Edit::from_sorted(snap(old, new, cuts).into_iter().map(splice).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Shows an edit in the old text as `[deleted|inserted]`.
    fn show(old: &str, new: &str) -> String {
        let edit = Edit::between(old, new);
        assert_eq!(edit.apply(old).as_deref(), Ok(new), "from {old:?}");
        let index = TextIndex::new(old);
        let (mut out, mut at) = (String::new(), 0);
        for splice in edit.splices() {
            out += index.slice(at, splice.at).unwrap();
            let deleted = index.slice(splice.at, splice.end()).unwrap();
            out += &format!("[{deleted}|{}]", splice.words.as_deref().unwrap());
            at = splice.end();
        }
        out + index.slice(at, index.len_scalars()).unwrap()
    }

    fn check(cases: &[(&str, &str, &str)]) {
        for (old, new, expected) in cases {
            assert_eq!(show(old, new), *expected, "from {old:?} to {new:?}");
        }
    }

    #[test]
    fn a_typing_error_is_a_small_splice() {
        check(&[
            ("je dors mal", "je dors mal", "je dors mal"),
            ("je dros mal", "je dors mal", "je d[ro|or]s mal"),
            ("le medecin dit", "le médecin dit", "le m[e|é]decin dit"),
            ("il est acueilli ici", "il est accueilli ici", "il est ac[|c]ueilli ici"),
            ("Je parle", "je parle", "[J|j]e parle"),
        ]);
    }

    #[test]
    fn a_letter_missing_at_an_edge_replaces_its_neighbour() {
        check(&[
            ("je ormir bien", "je dormir bien", "je [o|do]rmir bien"),
            ("je dormi bien", "je dormir bien", "je dorm[i|ir] bien"),
            ("je dormirr bien", "je dormir bien", "je dormi[rr|r] bien"),
            ("hôpital", "l'hôpital", "[h|l'h]ôpital"),
        ]);
    }

    #[test]
    fn punctuation_at_an_edge_stands_beside_the_word() {
        check(&[
            ("je dors mal", "je dors mal.", "je dors mal[|.]"),
            ("je dors, mal", "je dors mal", "je dors[,|] mal"),
            ("mal", "«mal»", "[mal|«mal»]"),
        ]);
    }

    #[test]
    fn neighbouring_errors_stay_apart() {
        check(&[
            ("parceque jai peur", "parce que j'ai peur", "parce[|\u{20}]que j[|']ai peur"),
            ("un peut etre doux", "un peut-être doux", "un peut[ e|-ê]tre doux"),
            ("la fatige chroniqe dure", "la fatigue chronique dure", "la fatig[|u]e chroniq[|u]e dure"),
            ("je dors", "je ne dor", "je[| ne] do[rs|r]"),
            ("je ormir", "je veux dormir", "je[| veux] [o|do]rmir"),
        ]);
    }

    #[test]
    fn what_resembles_nothing_is_replaced_whole() {
        check(&[
            ("avec Marie Dupont hier", "avec *** hier", "avec [Marie Dupont|***] hier"),
            ("je suis allé là", "nous étions partis là", "[je suis allé|nous étions partis] là"),
            ("un lundi", "un mardi", "un [lundi|mardi]"),
            ("E : foo\nP : bar", "E : lent\nP : six", "E : [foo|lent]\nP : [bar|six]"),
            ("un\nzzz\nkkk\nfin", "un\nopq\nrst\nfin", "un\n[zzz|opq]\n[kkk|rst]\nfin"),
        ]);
    }

    #[test]
    fn what_did_not_change_is_kept_before_what_is_alike() {
        check(&[
            ("x mot32 mot33 y", "x mot4 mot32 y", "x [|mot4 ]mot32 [mot33 |]y"),
            // « très » is here and there, « rien » is not: it is what was kept.
            (
                "très tôt avant rien très loin fin",
                "très tôt avant dormi très bien rien fin",
                "très tôt avant [|dormi très bien ]rien [très loin |]fin",
            ),
        ]);
    }

    #[test]
    fn insertions_and_deletions_settle_on_sentences_and_lines() {
        check(&[
            ("je dors. je mange.", "je dors. je lis. je mange.", "je dors. [|je lis. ]je mange."),
            ("je dors. je lis. je mange.", "je dors. je mange.", "je dors. [je lis. |]je mange."),
            ("E : oui\nP : non", "E : oui\nE : bon\nP : non", "E : oui\n[|E : bon\n]P : non"),
            ("x a b y", "x y", "x [a b |]y"),
            ("x\na\nb\ny", "x\ny", "x\n[a\nb\n|]y"),
            ("a\nb", "a\nb\nc", "a\nb[|\nc]"),
            ("", "tout", "[|tout]"),
            ("tout", "", "[tout|]"),
        ]);
    }

    #[test]
    fn a_splice_never_cuts_a_grapheme() {
        check(&[
            ("un 👨 ici", "un 👨\u{200D}👩 ici", "un [👨|👨\u{200D}👩] ici"),
            ("🇫🇷🇧🇪", "🇫🇷🇩🇪", "🇫🇷[🇧🇪|🇩🇪]"),
            ("a \u{323}b", "a b", "a[ \u{323}| ]b"),
        ]);
    }

    #[test]
    fn a_zone_too_large_to_pair_is_anchored_on_what_one_hears() {
        let old: Vec<String> = (0..200).map(|n| format!("mot{n}")).collect();
        let upper: Vec<String> = old.iter().map(|word| word.to_uppercase()).collect();
        let edit = Edit::between(&old.join(" "), &upper.join(" "));
        assert_eq!(edit.splices().len(), 200);
        assert!(edit.splices().iter().all(|splice| splice.delete == 3));
    }
}
