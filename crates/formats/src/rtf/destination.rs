//! Groups that are no part of the page: what they are, and what becomes of their text.

use super::group::Target;
use super::reader::Reader;
use crate::source::{Anchor, SourceComment};
use crate::transcript::WarningKind;

/// What a group may be instead of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Destination {
    /// Left out without a word, as pictures and running heads.
    Nowhere,
    /// Left out, what is text inside it aside.
    Around,
    Fonts,
    Colours,
    Styles,
    /// Left out with a warning.
    Told(WarningKind),
    /// A comment, and what is said of it.
    Comment,
    Author,
    Date,
    Reference,
    RangeStart,
    RangeEnd,
    /// The same text again, in Unicode.
    Unicode,
}

impl Destination {
    /// The destination of that name.
    pub fn named(name: &str) -> Option<Self> {
        Some(match name {
            "fonttbl" => Self::Fonts,
            "colortbl" => Self::Colours,
            "stylesheet" => Self::Styles,
            "footnote" => Self::Told(WarningKind::Footnote),
            "shptxt" | "dptxbxtext" | "object" => Self::Told(WarningKind::TextBox),
            "annotation" => Self::Comment,
            "atnauthor" => Self::Author,
            "atndate" => Self::Date,
            "atnref" => Self::Reference,
            "atrfstart" => Self::RangeStart,
            "atrfend" => Self::RangeEnd,
            "ud" => Self::Unicode,
            "upr" | "shpinst" | "do" | "nesttableprops" => Self::Around,
            "info" | "pict" | "nonshppict" | "header" | "headerl" | "headerr" | "headerf" | "footer"
            | "footerl" | "footerr" | "footerf" | "ftnsep" | "ftnsepc" | "ftncn" | "aftnsep" | "aftnsepc"
            | "aftncn" | "xe" | "tc" | "tcn" | "rxe" | "txe" | "listtext" | "pntext" | "pntxta"
            | "pntxtb" | "fldinst" | "objdata" | "objclass" | "objname" | "shprslt" | "nonesttables"
            | "background" | "sp" | "atnid" | "bkmkstart" | "bkmkend" | "filetbl" | "template"
            | "themedata" | "listtable" | "listoverridetable" | "revtbl" | "generator" => Self::Nowhere,
            _ => return None,
        })
    }

    fn target(self) -> Target {
        match self {
            Self::Nowhere => Target::Nowhere,
            Self::Around => Target::Around,
            Self::Fonts => Target::Fonts,
            Self::Colours => Target::Colours,
            Self::Styles => Target::Styles,
            _ => Target::Aside,
        }
    }
}

/// A comment whose range is looked up at the end.
#[derive(Debug, Default)]
pub(crate) struct Comment {
    pub author: String,
    pub at: Option<String>,
    pub text: String,
    /// What its range is called.
    pub reference: Option<String>,
    /// Where the comment itself stands.
    pub place: Option<Anchor>,
}

impl Reader {
    /// Makes the open group a destination.
    pub(super) fn begin(&mut self, destination: Destination) {
        if destination == Destination::Unicode {
            let around = self.groups.iter().rev().find(|group| group.target != Target::Around);
            self.now.target = around.map(|group| group.target).unwrap_or_default();
            return;
        }
        self.now.target = destination.target();
        self.now.destination = Some(destination);
        if self.now.target == Target::Aside {
            self.asides.push(String::new());
        }
        if destination == Destination::Comment {
            self.comment = Comment { author: std::mem::take(&mut self.comment.author), ..Comment::default() };
        }
    }

    /// What becomes of a destination once its group ends; the group around it holds again.
    pub(super) fn end(&mut self, destination: Destination) {
        let text = if destination.target() == Target::Aside { self.asides.pop() } else { None };
        let text = text.unwrap_or_default().trim().to_owned();
        let here = self.here();
        match destination {
            Destination::Told(kind) if !text.is_empty() && self.asides.is_empty() => {
                self.warn(kind, text);
            }
            Destination::Author => self.comment.author = text,
            Destination::Date => self.comment.at = text.parse().ok().and_then(date),
            Destination::Reference => self.comment.reference = Some(text),
            Destination::RangeStart => drop(self.ranges.entry(text).or_default().0.insert(here)),
            Destination::RangeEnd => drop(self.ranges.entry(text).or_default().1.insert(here)),
            Destination::Comment => {
                let comment = std::mem::take(&mut self.comment);
                self.comments.push(Comment { text, place: Some(here), ..comment });
            }
            _ => {}
        }
    }

    /// The comments with their ranges; a comment without one is on a point.
    pub(super) fn settle_comments(&mut self) {
        for comment in std::mem::take(&mut self.comments) {
            let place = comment.place.unwrap_or(Anchor { paragraph: 0, byte: 0 });
            let range = comment.reference.and_then(|reference| self.ranges.get(&reference).copied());
            let (start, end) = range.unwrap_or_default();
            let start = start.unwrap_or(place);
            let end = end.unwrap_or(start).max(start);
            let Comment { author, at, text, .. } = comment;
            self.source.comments.push(SourceComment { author, at, text, start, end, reply_to: None });
        }
    }
}

/// A date and time packed into 32 bits: minute, hour, day, month, years since 1900, day of the week.
fn date(packed: i64) -> Option<String> {
    let bits = |from: u32, len: u32| (packed >> from) & ((1 << len) - 1);
    let (minute, hour, day, month) = (bits(0, 6), bits(6, 5), bits(11, 5), bits(16, 4));
    let year = 1900 + bits(20, 9);
    let sound = (1..=31).contains(&day) && (1..=12).contains(&month) && hour < 24 && minute < 60;
    sound.then(|| format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:00"))
}

#[cfg(test)]
mod tests {
    use super::date;

    #[test]
    fn dates_are_unpacked() {
        assert_eq!(date(-1_479_439_744).as_deref(), Some("2025-01-17T10:00:00"));
        assert_eq!(date(-1_479_439_744 + (1 << 32)).as_deref(), Some("2025-01-17T10:00:00"));
        assert_eq!(date(0), None);
        assert_eq!(date(63), None);
    }
}
