//! Finding the correction that leads from one text to another.
//!
//! Words are compared first. Where several neighbouring words differ they are paired by likeness, so
//! that two typing errors side by side stay two small corrections; what resembles nothing is replaced
//! as a whole, since a guess inside it would move codings onto words nobody marked.

use std::hash::Hash;
use std::ops::Range;

use imara_diff::{Algorithm, Diff, Interner};

use super::align::align;
use super::edit::{Edit, Splice};
use super::index::TextIndex;
use super::refine::{Cut, refine, snap};
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
        let (old_tokens, new_tokens) = (Tokens::new(old), Tokens::new(new));
        let mut hunks = Vec::new();
        for zone in zones(&old_tokens, &new_tokens) {
            align(&old_tokens, &new_tokens, zone, &mut hunks);
        }
        settle(&old_tokens, &new_tokens, &mut hunks);
        let cuts = hunks.iter().map(|hunk| cut(&old_tokens, &new_tokens, hunk)).collect();
        splices(&TextIndex::new(old), &TextIndex::new(new), cuts)
    }
}

/// Where the two texts differ, word by word. Differences with nothing but white space between are one
/// zone: equal spaces between unlike words say nothing.
fn zones(old: &Tokens, new: &Tokens) -> Vec<Hunk> {
    let old_texts: Vec<&str> = old.list.iter().map(|token| token.text).collect();
    let new_texts: Vec<&str> = new.list.iter().map(|token| token.text).collect();
    let mut zones: Vec<Hunk> = Vec::new();
    for (old_run, new_run) in differences(&old_texts, &new_texts) {
        match zones.last_mut() {
            Some(last) if old.list[last.old.end..old_run.start].iter().all(|token| token.space) => {
                last.old.end = old_run.end;
                last.new.end = new_run.end;
            }
            _ => zones.push(Hunk { old: old_run, new: new_run, alike: false }),
        }
    }
    zones
}

/// The runs by which two lists differ, in order, with at least one equal item between.
pub(super) fn differences<T: Copy + Eq + Hash>(
    old: &[T],
    new: &[T],
) -> impl Iterator<Item = (Range<usize>, Range<usize>)> {
    let mut interner = Interner::new(old.len());
    let before: Vec<_> = old.iter().map(|&item| interner.intern(item)).collect();
    let after: Vec<_> = new.iter().map(|&item| interner.intern(item)).collect();
    let mut diff = Diff::default();
    diff.compute_with(Algorithm::Histogram, &before, &after, interner.num_tokens());
    let wide = |run: Range<u32>| run.start as usize..run.end as usize;
    diff.hunks().map(|hunk| (wide(hunk.before), wide(hunk.after))).collect::<Vec<_>>().into_iter()
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
            ("je dors", "je ne dor", "je [|ne ]do[rs|r]"),
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
