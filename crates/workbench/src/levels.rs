//! Levels of the code book: which codes a coding stands for at one of them.

use crate::failure::Failure;
use model::RecordId;
use model::study::{CodeNode, Seen};
use model::value::{Level, Method};
use std::collections::{BTreeSet, HashMap};

/// A level as it is asked for. *Theme* is the word of thematic studies for a category.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LevelAsked {
    /// Labels: each code as it was applied.
    Label,
    /// Properties (sub-themes).
    Property,
    /// Categories (themes).
    Category,
    /// Themes of a thematic study.
    Theme,
}

impl LevelAsked {
    /// The name on the command line.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            LevelAsked::Label => "label",
            LevelAsked::Property => "property",
            LevelAsked::Category => "category",
            LevelAsked::Theme => "theme",
        }
    }

    /// The level of codes in a study of this method; `None` where it has no such level.
    fn of(self, method: Method) -> Option<Level> {
        match self {
            LevelAsked::Label => Some(Level::Label),
            LevelAsked::Property => Some(Level::Property),
            LevelAsked::Category => Some(Level::Category),
            LevelAsked::Theme => Some(Level::Category).filter(|_| method == Method::Thematic),
        }
    }
}

/// True where a code is of the level; the core category is a category too.
fn stands_at(level: Level, asked: Level) -> bool {
    level == asked || asked == Level::Category && level == Level::Core
}

/// For each code the codes that it counts for.
#[derive(Debug, Clone, Default)]
pub struct Ladder {
    stands_for: HashMap<RecordId, Vec<RecordId>>,
    /// The codes that can be counted, in the order of the tree.
    rows: Vec<RecordId>,
}

impl Ladder {
    /// At the finest level every code counts for itself; at another, codings count for each code of that
    /// level above them or their own, and those below none are left out.
    ///
    /// # Errors
    /// When the study has no such level, or no code at it.
    pub fn new(seen: &Seen<'_>, asked: LevelAsked) -> Result<Ladder, Failure> {
        Ladder::build(seen, asked, &seen.codes())
    }

    /// The same for comparing coders: with the codes of their own books, and codes that were said to mean
    /// the same as one.
    ///
    /// # Errors
    /// As for [`Ladder::new`].
    pub fn aligned(seen: &Seen<'_>, asked: LevelAsked) -> Result<Ladder, Failure> {
        let mut ladder = Ladder::build(seen, asked, &seen.codes_of_all_books())?;
        for (code, stands) in seen.code_classes().into_iter().filter(|(code, stands)| code != stands) {
            let same = ladder.of(stands).to_vec();
            ladder.stands_for.insert(code, same);
            ladder.rows.retain(|row| *row != code);
        }
        Ok(ladder)
    }

    fn build(seen: &Seen<'_>, asked: LevelAsked, nodes: &[&CodeNode]) -> Result<Ladder, Failure> {
        let method = seen.study_facts().map(|facts| facts.method).unwrap_or_default();
        let level = asked.of(method).ok_or(Failure::NoSuchLevel { level: asked.as_str() })?;
        let mut ladder = Ladder::default();
        let mut core = BTreeSet::new();
        for node in nodes {
            // Parents come before their children in the tree.
            let above = node.parent.and_then(|parent| ladder.stands_for.get(&parent)).cloned();
            let mut counts_for = above.filter(|_| asked != LevelAsked::Label).unwrap_or_default();
            if asked == LevelAsked::Label || stands_at(node.level, level) {
                // The core category is what the categories are about: it counts only for what stands in none.
                counts_for.retain(|above| !core.contains(above));
                counts_for.push(node.id);
                ladder.rows.push(node.id);
            }
            if node.level == Level::Core {
                core.insert(node.id);
            }
            ladder.stands_for.insert(node.id, counts_for);
        }
        if ladder.rows.is_empty() && !nodes.is_empty() {
            return Err(Failure::NoCodeAtLevel { level });
        }
        Ok(ladder)
    }

    /// The codes that a code counts for; none where it stands below no code of the level.
    #[must_use]
    pub fn of(&self, code: RecordId) -> &[RecordId] {
        self.stands_for.get(&code).map_or(&[], Vec::as_slice)
    }

    /// The codes that can be counted, in the order of the tree.
    #[must_use]
    pub fn rows(&self) -> &[RecordId] {
        &self.rows
    }
}
